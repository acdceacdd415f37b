/**
 * Cutting what is to be read into pieces, so that reading a long page leaves the browser time for its user.
 */

/** Links to people in one piece: about 5 ms of reading on a slow machine. */
const LINKS = 60;

const PERSON = 'a[href*="/in/"]';

/** The parts, and in place of each that is large its children, as often as it takes. */
export function slices(parts: readonly ParentNode[]): readonly ParentNode[] {
  return parts.flatMap((part): readonly ParentNode[] => {
    if (part.children.length === 0 || part.querySelectorAll(PERSON).length <= LINKS) return [part];
    return slices([...part.children]);
  });
}
