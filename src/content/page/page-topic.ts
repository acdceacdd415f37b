/**
 * Whom or which company this page is about, for the panel beside it: by the address, and a company's name by its heading.
 */
import {
  companyInAddress,
  isNamedAfter,
  pageHeading,
} from "../../linkedin/surfaces/shown-company.ts";
import { sitePath } from "../../linkedin/address/site-path.ts";
import { isOtherProduct } from "../../linkedin/address/surfaces.ts";
import { pageOf } from "../../linkedin/address/urls.ts";
import type { Topic } from "../../protocol/site-questions.ts";
import { shownAddress } from "./address.ts";
import type { SignedIn } from "./signed-in.ts";

/** Answers what the page is about now. To be called at every change of the address. */
export function pageTopic(document: Document, viewer: Pick<SignedIn, "member">): () => Topic {
  let slug: string | undefined;
  /** The heading of the page before: pages move on without loading a document, and their address changes first. */
  let leftOver: string | undefined;
  let isFirst = true;
  const company = (address: string): string | undefined => {
    const named = companyInAddress(address);
    const heading = named === undefined ? undefined : pageHeading(document);
    if (named !== slug) {
      leftOver = isFirst || heading === undefined || named === undefined ? undefined : heading;
      slug = named;
    }
    isFirst = false;
    if (named === undefined || heading === undefined) return undefined;
    return heading === leftOver && !isNamedAfter(named, heading) ? undefined : heading;
  };
  return () => {
    const address = shownAddress(document);
    const path = sitePath(address);
    if (path !== undefined && isOtherProduct(path)) return { notRead: true };
    const { alias } = pageOf(address);
    const name = company(address);
    const member = viewer.member();
    return {
      ...(member && { viewer: member }),
      ...(alias !== undefined && !member?.aliases.includes(alias) && { alias }),
      ...(name !== undefined && { company: name }),
    };
  };
}
