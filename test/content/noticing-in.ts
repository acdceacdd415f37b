import { noticing, type Noticing } from "../../src/content/noticing/noticing.ts";

/** What is noticed in a document, as long as that is there. */
export function noticingIn(document: Document): Noticing {
  const { AbortController } = document.defaultView!;
  return noticing(document, new AbortController().signal);
}
