/**
 * Who is signed in: what the background is certain of already, and what the page says.
 */
import type { Alias } from "../../domain/person/person.ts";
import type { PersonOnPage } from "../../linkedin/people/people-on-page.ts";
import { kindsThatAgree, viewerAfter, type ViewerProof } from "../../linkedin/signed-in/proof.ts";
import { viewerProofs } from "../../linkedin/signed-in/proofs-on-page.ts";
import { isSignedOut as isSignedOutPage } from "../../linkedin/page/signed-out-page.ts";
import type { Page } from "../../linkedin/address/urls.ts";
import { askFromSite } from "../../protocol/transport.ts";
import type { Viewer } from "../../protocol/site-questions.ts";

/**
 * How often (ms) a page that has not said who is signed in is searched for it: that takes the whole page, not what was added. A page that
 * has long been silent is searched more seldom, at last as often as one that has said it.
 */
const LOOK_EVERY_MS = 500;

/** A search comes after this part of the time for which the page was silent. */
const OF_SILENCE = 1 / 4;

/** How often (ms) a page is searched for a contradiction after it has said who is signed in. */
const DOUBT_EVERY_MS = 5000;

/** What is known of the member signed in. */
export interface SignedIn {
  /** `undefined` while it is not certain who that is. */
  readonly member: () => Viewer | undefined;
  /** Whether somebody is signed in, and nobody knows who: neither this document nor the background. */
  readonly isUnknown: () => boolean;
  readonly isMember: (person: PersonOnPage) => boolean;
  /** Looks for what the page says. To be called whenever something of it was read. */
  readonly look: (page: Page) => void;
}

/**
 * Nobody yet.
 *
 * @param changed called when somebody becomes certain, or known by more names than before, or is not certain any more
 */
export function signedIn(
  document: Document,
  attempt: (work: Promise<unknown>) => void,
  changed: () => void,
  signal: AbortSignal,
): SignedIn {
  let member: Viewer | undefined;
  /** Who the background was certain of before this document said anything. */
  let before: readonly Alias[] = [];
  let isSeen = false;
  let isSignedOut = false;
  let isInDoubt = false;
  let lookedAt = 0;
  /** The page that was searched last, and since when it is. */
  let silent: { readonly page: Page; readonly since: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The page as it was named last. */
  let latest: Page | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer));
  /** People whose pages were shown: links of the bar that lead to them prove nothing. */
  const shown = new Set<Alias>();
  let proofs: readonly ViewerProof[] = [];

  const know = (viewer: Viewer): void => {
    const known = member?.aliases ?? [];
    if (viewer.aliases.every((alias) => known.includes(alias))) return;
    member = viewer;
    changed();
  };

  /** Nobody's history is used while the page contradicts what was known. */
  const doubt = (): void => {
    isInDoubt = true;
    isSeen = false;
    if (member === undefined) return;
    member = undefined;
    changed();
  };

  /** Tells the background about somebody this document proves. */
  const believe = (viewer: Viewer, kinds: readonly string[]): void => {
    isSeen = true;
    isInDoubt = false;
    // Messages name the member in another way than a link does; the history may know both.
    attempt(
      askFromSite.signedIn({ ...viewer, kinds }).then((known) => {
        if (known !== undefined && !isInDoubt) know(known);
      }),
    );
    know(viewer);
  };

  /** Somebody else than the known member needs more proof, so nobody is believed before it is known who that is. */
  let isTold = false;
  let waiting: Page | undefined;

  attempt(
    askFromSite
      .certainViewer()
      .then((certain) => {
        if (certain === undefined) return;
        before = certain.aliases;
        if (member === undefined && !isInDoubt) know(certain);
      })
      .finally(() => {
        isTold = true;
        if (waiting !== undefined) look(waiting);
      }),
  );

  return {
    member: () => member,
    isUnknown: () => isTold && member === undefined && !isSignedOut && !isSignedOutPage(document),
    isMember: ({ aliases }) => aliases.some(isMine),
    look,
  };

  function look(page: Page): void {
    if (page.surface === "signed-out") {
      if (!isSignedOut) attempt(askFromSite.signedOut());
      isSignedOut = true;
      member = undefined;
      return;
    }
    if (page.alias !== undefined) shown.add(page.alias);
    if (!isTold) {
      waiting = page;
      return;
    }
    const rest = lookedAt + pause(page) - Date.now();
    if (rest > 0) {
      lookLater(page, rest);
      return;
    }
    lookedAt = Date.now();
    if (silent?.page !== page) silent = { page, since: lookedAt };
    const drawn = viewerProofs(document, page, shown);
    const all = united(proofs, drawn);
    const found = viewerAfter(member?.aliases ?? before, all);
    // A hint counts only as long as it is drawn.
    proofs = united(
      proofs,
      drawn.filter(({ certain }) => certain),
    );
    if (found === undefined) return;
    if (found === "unproved") return doubt();
    // Signing in as somebody else loads a new document, so one certain answer holds for this one until the page contradicts it.
    const { aliases, name } = found;
    if (!found.certain || (isSeen && aliases.every((alias) => isMine(alias)))) return;
    believe({ aliases, ...(name !== undefined && { name }) }, kindsThatAgree(all, before));
  }

  /** How long (ms) the page is not searched after it was. */
  function pause(page: Page): number {
    if (isSeen) return DOUBT_EVERY_MS;
    const silence = silent?.page === page ? Date.now() - silent.since : 0;
    return Math.min(DOUBT_EVERY_MS, Math.max(LOOK_EVERY_MS, silence * OF_SILENCE));
  }

  /** A page that says it too soon after it was searched may change no more: nothing else would search it again. */
  function lookLater(page: Page, afterMs: number): void {
    latest = page;
    timer ??= setTimeout(() => {
      timer = undefined;
      if (latest !== undefined && !signal.aborted) look(latest);
    }, afterMs);
  }

  function isMine(alias: Alias): boolean {
    return member?.aliases.includes(alias) === true;
  }
}

/** Proofs of one document, each once: what an earlier page of it proved still counts. */
function united(
  known: readonly ViewerProof[],
  found: readonly ViewerProof[],
): readonly ViewerProof[] {
  const key = ({ kinds, aliases, certain }: ViewerProof): string =>
    [...kinds, ...aliases, certain].join(" ");
  const keys = new Set(known.map(key));
  return [...known, ...found.filter((proof) => !keys.has(key(proof)))];
}
