/**
 * Whether a translator of the browser wrote the texts of a page anew. Chrome and Edge mark every text they write (`font`). Firefox marks
 * none: there only the language of the document changes while it is open, which the site itself never does.
 */

/** The language a page had when it was first read, by the element that holds what it shows: with another one the page is another. */
const languages = new WeakMap<Element, string>();

/** Class names that Google's translator gives the root of the document. */
const TRANSLATED_PAGE = /(?:^|\s)translated-(?:ltr|rtl)(?:\s|$)/;

const languageNow = (document: Document): string =>
  document.documentElement.getAttribute("lang") ?? "";

/** Whether any text of the document may be a translation. The first call for a document takes note of its language. */
export function isTranslated(document: Document | null): boolean {
  return (
    document !== null &&
    (TRANSLATED_PAGE.test(document.documentElement.getAttribute("class") ?? "") ||
      isWrittenAnew(document))
  );
}

/** Whether every text of the document may be a translation, because no mark tells them apart. */
export function isWrittenAnew(document: Document | null): boolean {
  const page = document?.body?.firstElementChild;
  if (document === null || page == null) return false;
  const now = languageNow(document);
  const first = languages.get(page);
  if (first === undefined) languages.set(page, now);
  return first !== undefined && first !== now;
}
