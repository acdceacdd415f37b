/**
 * Whether a page that should show people shows any the reader recognises: looked at once for each page, after it had time to load.
 */
import { pageHealth } from "../../linkedin/surfaces/page-promises.ts";
import { pageStructure } from "../../linkedin/page/page-structure.ts";
import type { Surface } from "../../linkedin/address/surfaces.ts";
import { pageOf } from "../../linkedin/address/urls.ts";
import { askFromSite } from "../../protocol/transport.ts";

/** Time (ms) a visible page has to show somebody. */
const PATIENCE_MS = 8000;

/**
 * Surfaces that may well show nobody: an empty inbox, a search for posts, a page that is none of ours. They are reported only where
 * their own cards promise somebody.
 */
const MAY_BE_EMPTY: ReadonlySet<Surface> = new Set<Surface>([
  "other",
  "signed-out",
  "search",
  "messaging",
  "invitations",
]);

/** The site shows some pages in a frame of its own: this script reads them there, and this document has nobody to show. */
const peopleInFrames = (document: Document): boolean =>
  [...document.querySelectorAll("iframe")].some(
    ({ contentDocument }) => contentDocument?.querySelector('a[href*="/in/"]') != null,
  );

/** Told where the user is, and whom the reader found there. */
export interface ReaderCheck {
  /** The page, again and again; a new address begins a new check. */
  readonly at: (address: string, surface: Surface) => void;
  readonly found: (people: number) => void;
}

/** A check that runs until the signal is aborted. */
export function readerCheck(
  document: Document,
  attempt: (work: Promise<unknown>) => void,
  signal: AbortSignal,
): ReaderCheck {
  let address: string | undefined;
  let surface: Surface = "other";
  let count = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const promisesPeople = (): boolean =>
    pageHealth(document, pageOf(address ?? ""), []).promised > 0;
  const report = (): void => {
    if (document.hidden || (count === 0 && peopleInFrames(document))) return;
    if (MAY_BE_EMPTY.has(surface) && (count > 0 || !promisesPeople())) return;
    const structure = count === 0 ? { structure: pageStructure(document.body) } : {};
    attempt(askFromSite.reportReading({ surface, found: count, ...structure }));
  };
  signal.addEventListener("abort", () => clearTimeout(timer));
  return {
    at(now, kind) {
      if (now === address) return;
      address = now;
      surface = kind;
      count = 0;
      clearTimeout(timer);
      timer = setTimeout(report, PATIENCE_MS);
    },
    found(people) {
      count += people;
    },
  };
}
