/**
 * Who is signed in, from what the page shows anyway.
 */
import type { Alias } from "../../domain/person/person.ts";
import { viewerOf, type Viewer } from "./proof.ts";
import { viewerProofs } from "./proofs-on-page.ts";
import type { Page } from "../address/urls.ts";

export type { Viewer };

/**
 * The viewer a page proves. `undefined` when nothing does, or two proofs name different people.
 *
 * @param shown people whose pages were shown in this document so far
 */
export function viewerOnPage(
  document: Document,
  page: Page,
  shown: ReadonlySet<Alias> = new Set(),
): Viewer | undefined {
  return viewerOf(viewerProofs(document, page, shown));
}
