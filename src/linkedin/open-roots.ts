/**
 * The shadow roots the site itself leaves open: the messages on pages of the current layout live in one (seen 2026-04).
 */
const OUTLET = "#interop-outlet";

/** The open shadow roots at or under a part of the page. */
export function openRoots(part: ParentNode): readonly ShadowRoot[] {
  const outlets = [...part.querySelectorAll(OUTLET)];
  if ("matches" in part && (part as Element).matches(OUTLET)) outlets.push(part as Element);
  return outlets.map(({ shadowRoot }) => shadowRoot).filter((root) => root !== null);
}
