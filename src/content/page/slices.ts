/**
 * Cutting what is to be read into pieces, so that reading a long page leaves the browser time for its user.
 */

/** Links to people in one piece: about 5 ms of reading on a slow machine. */
const LINKS = 60;

const PERSON = 'a[href*="/in/"]';

/** The parts, of which none lies inside another, and in place of each that is large its children, as often as it takes. */
export function slices(parts: readonly ParentNode[]): readonly ParentNode[] {
  const links = new Map<Node, number>();
  for (const part of parts) {
    for (const link of part.querySelectorAll(PERSON)) {
      for (let node: Node | null = link; node !== null && node !== part; node = node.parentNode)
        links.set(node.parentNode ?? part, (links.get(node.parentNode ?? part) ?? 0) + 1);
    }
  }
  const cut = (part: ParentNode): readonly ParentNode[] =>
    part.children.length === 0 || (links.get(part) ?? 0) <= LINKS
      ? [part]
      : [...part.children].flatMap(cut);
  return parts.flatMap(cut);
}
