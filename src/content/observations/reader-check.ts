/**
 * Whether a page that should show people shows any the reader recognises, and all that it promises: looked at once for each page, after
 * it had time to load.
 */
import { threadsOnPage } from "../../linkedin/messaging/messaging.ts";
import { openRoots } from "../../linkedin/page/open-roots.ts";
import type { PersonOnPage } from "../../linkedin/people/person-on-page.ts";
import {
  messagesWithoutSender,
  missingOf,
  pageHealth,
} from "../../linkedin/surfaces/page-promises.ts";
import { pageStructure } from "../../linkedin/surfaces/page-structure.ts";
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
  readonly found: (people: readonly PersonOnPage[]) => void;
}

/** A check that runs until the signal is aborted. */
export function readerCheck(
  document: Document,
  attempt: (work: Promise<unknown>) => void,
  signal: AbortSignal,
): ReaderCheck {
  let address: string | undefined;
  let surface: Surface = "other";
  let found: PersonOnPage[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** How many messages of the open conversations have nobody who wrote them. */
  const withoutSender = (): number => {
    const page = pageOf(address ?? "");
    const reading = { viewer: [], since: performance.timeOrigin, now: Date.now() };
    const threads = [document, ...openRoots(document)].flatMap((root) =>
      threadsOnPage(root, page, reading),
    );
    return missingOf(messagesWithoutSender(threads));
  };

  const report = (): void => {
    if (document.hidden || (found.length === 0 && peopleInFrames(document))) return;
    const health = pageHealth(document, pageOf(address ?? ""), found);
    const missing = missingOf(health) + withoutSender();
    if (MAY_BE_EMPTY.has(surface) && missing === 0) return;
    const about = {
      ...(missing > 0 && { missing }),
      ...((missing > 0 || found.length === 0) && { structure: pageStructure(document.body) }),
    };
    attempt(askFromSite.reportReading({ surface, found: found.length, ...about }));
  };
  signal.addEventListener("abort", () => clearTimeout(timer));
  return {
    at(now, kind) {
      if (now === address) return;
      address = now;
      surface = kind;
      found = [];
      clearTimeout(timer);
      timer = setTimeout(report, PATIENCE_MS);
    },
    found(people) {
      found.push(...people);
    },
  };
}
