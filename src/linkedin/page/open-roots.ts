/**
 * The shadow roots the site itself leaves open: the small windows of messages live in one (newer layout, 2026).
 */
import { matching } from "./whole-items.ts";

const HOSTS = '#interop-outlet,[data-testid="interop-shadowdom"]';

/** Open shadow roots of the site at or under a part of the page. */
export function openRoots(part: ParentNode): readonly ShadowRoot[] {
  return matching(part, HOSTS).flatMap(({ shadowRoot }) =>
    shadowRoot === null ? [] : [shadowRoot],
  );
}
