import type { Alias } from "../../../src/domain/person/person.ts";
import type { Page } from "../../../src/linkedin/address/urls.ts";
import { viewerOf, type ProvenViewer } from "../../../src/linkedin/signed-in/proof.ts";
import { viewerProofs } from "../../../src/linkedin/signed-in/proofs-on-page.ts";

/** The viewer that the proofs on a page name. */
export const viewerOnPage = (
  document: Document,
  page: Page,
  shown: ReadonlySet<Alias> = new Set(),
): ProvenViewer | undefined => viewerOf(viewerProofs(document, page, shown));
