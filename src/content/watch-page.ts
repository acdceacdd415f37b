/**
 * Watch, ask, draw: what the script does on a page while it may.
 */
import { peopleOnPage, type PersonOnPage } from "../linkedin/people-on-page.ts";
import { settledProfile } from "../linkedin/profile.ts";
import { pageOf, type Page } from "../linkedin/urls.ts";
import type { Sighting } from "../domain/sighting.ts";
import { viewerOnPage } from "../linkedin/viewer.ts";
import { askFromSite, Orphaned, type SiteStyles, type Viewer } from "../messages.ts";
import { shownAddress, watchAddress } from "./address.ts";
import { badgeBoard } from "./badge-board.ts";
import { glimpses, personSeen } from "./glimpses.ts";
import { hydrated } from "./hydration.ts";
import { leftOvers } from "./left-over.ts";
import { deliverLeftovers, notice } from "./outbox.ts";
import { noticing } from "./noticing.ts";
import { openCard } from "./page-card.tsx";
import { watchChanges } from "./page-changes.ts";
import { proofOf } from "./proof.ts";
import { readerCheck } from "./reader-check.ts";
import type { Shown } from "./shown.ts";
import { threadPeople } from "./thread-people.ts";
import { visitClock } from "./visit-clock.ts";

/** How far the script may go. */
interface Permission {
  readonly draw: boolean;
  /** Also beside people whom a page only mentions or suggests. */
  readonly showRails: boolean;
}

/** How long (ms) badges are drawn at a stretch. */
const DRAWN_AT_ONCE_MS = 8;

/** How often (ms) a page that has not said who is signed in is searched for it: that takes the whole page, not what was added. */
const LOOK_EVERY_MS = 500;

/** How often (ms) it is looked for what could not be delivered. */
const POST_EVERY_MS = 30_000;

/** A letter this old (ms) is nobody's any more and is taken up by whoever finds it. */
const ABANDONED_MS = 15_000;

/** Reads the page, remembers what it shows and (where permitted) draws badges, until the signal is aborted. */
export function watchPage(document: Document, permission: Permission, until: AbortSignal): void {
  const ended = new AbortController();
  const signal = AbortSignal.any([until, ended.signal]);
  const known = glimpses();
  const newIn = noticing();
  const rows = threadPeople();
  const shown = new WeakMap<Element, Shown>();
  let viewer: Viewer | undefined;
  let viewerSeen = false;
  let lookedAt = 0;
  let signedOut = false;
  let ready = false;
  let styles: SiteStyles | undefined;

  /** After an update of the extension nobody answers this script any more: it takes its badges and goes. */
  const giveUpWhenOrphaned = (error: unknown): void => {
    if (error instanceof Orphaned) ended.abort();
    else if (!signal.aborted) console.warn("Tielight:", error);
  };
  const attempt = (work: Promise<unknown>): void => void work.catch(giveUpWhenOrphaned);

  const board = badgeBoard(document, (person, box, returnFocus) => {
    const [alias] = person.aliases;
    if (alias === undefined) return;
    const facts = () => askFromSite.siteCard({ alias, viewer });
    const more = () => attempt(askFromSite.openPerson({ alias, viewer }));
    const css = styles?.card ?? "";
    attempt(openCard(document, { name: person.name, facts, more, box, returnFocus, css }, signal));
  });

  const visits = visitClock(
    document,
    (person) => {
      const profile = settledProfile(document, shownAddress(document));
      const same =
        profile !== undefined && profile.aliases.some((alias) => person.aliases.includes(alias));
      if (!same || profile.relation === "self" || viewer === undefined) return;
      const now = Date.now();
      attempt(notice(viewer, [{ what: "visit", person: personSeen(person, now) }], now));
    },
    signal,
  );

  const isMainFrame = document.defaultView === document.defaultView?.top;
  const check = readerCheck(document, attempt, signal);

  const isViewer = ({ aliases }: PersonOnPage): boolean =>
    aliases.some((alias) => viewer?.aliases.includes(alias));

  /** What was read before it was known whose history this is was not taken down, and the viewer taken for anybody. */
  const knowViewer = (member: Viewer): void => {
    const before = viewer?.aliases ?? [];
    if (member.aliases.every((alias) => before.includes(alias))) return;
    viewer = member;
    board.remove((anchor) => {
      const there = shown.get(anchor);
      return there !== undefined && isViewer(there.person);
    });
    readAgain(document);
  };

  const isFull = (anchor: Element): boolean => shown.get(anchor)?.person.form === "full";

  /** Whom the page was not ready for yet. */
  const early: Shown[] = [];

  const drawAll = async (people: readonly Shown[]): Promise<void> => {
    if (!ready) early.push(...people);
    let end = performance.now() + DRAWN_AT_ONCE_MS;
    for (const one of people) {
      const { person, proof } = one;
      if (performance.now() > end) {
        await new Promise((goOn) => setTimeout(goOn));
        end = performance.now() + DRAWN_AT_ONCE_MS;
      }
      if (!ready || styles === undefined || signal.aborted) return;
      // The answer took a moment: the place may show somebody else by now.
      if (shown.get(person.anchor) !== one || !proof.holds() || board.has(person.anchor)) continue;
      if (isViewer(person)) continue;
      const glimpse = known.of(person, Date.now());
      if (glimpse === undefined) continue;
      // A page is one person's profile: while it is put together its place may be found twice, and the later one is the better.
      if (person.form === "full") board.remove(isFull);
      board.place(one, glimpse, styles.badge);
    }
  };

  const askAndDraw = async (people: readonly Shown[]): Promise<void> => {
    if (!permission.draw) return;
    const persons = people.map(({ person }) => person);
    [styles] = await Promise.all([
      styles ?? askFromSite.styles(),
      known.ask(persons, viewer, Date.now()),
    ]);
    await drawAll(people);
  };

  const drawRows = async (): Promise<void> => {
    const found = await rows.ask(viewer);
    const named = new Set(found.map(({ person }) => person.anchor));
    board.remove((anchor) => rows.isRow(anchor) && !named.has(anchor));
    for (const one of found) shown.set(one.person.anchor, one);
    if (found.length > 0) await askAndDraw(found);
  };

  const learnViewer = (page: Page): void => {
    if (page.surface === "signed-out") {
      if (!signedOut) attempt(askFromSite.signedOut());
      signedOut = true;
      viewer = undefined;
      return;
    }
    // Signing in as somebody else loads a new document, so one certain answer holds for this one.
    if (viewerSeen || Date.now() - lookedAt < LOOK_EVERY_MS) return;
    lookedAt = Date.now();
    const found = viewerOnPage(document, page);
    if (!found?.certain) return;
    viewerSeen = true;
    const { aliases, name } = found;
    const signedIn = { aliases, ...(name !== undefined && { name }) };
    // Messages name the member in another way than a link does; the history may know both.
    attempt(
      askFromSite.signedIn(signedIn).then((known) => {
        if (known === undefined) return undefined;
        knowViewer(known);
        // What waited for this to become certain need not wait any longer.
        return deliverLeftovers(Date.now());
      }),
    );
    knowViewer(signedIn);
  };

  let people: Shown[] = [];
  let listed = false;
  let sightings: Sighting[] = [];

  const isLeftOver = leftOvers((anchor) => readAgain(anchor), signal);

  const read = (part: ParentNode): void => {
    const address = shownAddress(document);
    const page = pageOf(address);
    const found = peopleOnPage(part, page, permission);
    if (isMainFrame) check.found(found.length);
    const others = found.filter((person) => !isViewer(person) && !isLeftOver(person));
    for (const person of others) {
      const { anchor, form } = person;
      const identity = form === "full" ? () => pageIdentity(document) : undefined;
      const one = { person, proof: proofOf(anchor, identity) };
      shown.set(anchor, one);
      people.push(one);
    }
    listed = rows.note(part, page) || listed;
    if (viewer !== undefined)
      sightings.push(...newIn(part, address, others, viewer.aliases, Date.now()));
    const profile = others.find(({ form }) => form === "full");
    if (profile !== undefined) visits.shows(profile);
  };

  const rest = (): void => {
    const address = shownAddress(document);
    const page = pageOf(address);
    learnViewer(page);
    if (isMainFrame) check.at(address, page.surface);
    const [asked, noticed, now] = [people, sightings, Date.now()];
    people = [];
    sightings = [];
    if (viewer !== undefined && noticed.length > 0)
      attempt(notice(viewer, noticed, now).then(drawRows));
    else if (listed) attempt(drawRows());
    listed = false;
    if (asked.length > 0) attempt(askAndDraw(asked));
  };

  const readAgain = watchChanges(
    document,
    {
      isOurs: board.owns,
      atOnce(records) {
        for (const place of board.recheck(records)) readAgain(place.parentElement ?? document);
      },
      read,
      rest,
    },
    signal,
  );

  watchAddress(
    document,
    () => {
      // Who a profile is about is told by its address: until both agree again, nobody.
      board.remove(isFull);
      visits.shows(undefined);
      readAgain(document);
    },
    signal,
  );

  signal.addEventListener("abort", () => board.remove(() => true));
  attempt(
    askFromSite.certainViewer().then((certain) => {
      if (viewer === undefined && certain !== undefined) knowViewer(certain);
    }),
  );
  const post = (): void => attempt(deliverLeftovers(Date.now() - ABANDONED_MS));
  const postman = setInterval(post, POST_EVERY_MS);
  signal.addEventListener("abort", () => clearInterval(postman));
  post();
  attempt(
    hydrated(document, signal).then(() => {
      ready = true;
      return drawAll(early.splice(0));
    }),
  );
}

/** What identifies the profile shown: the person in the address. */
const pageIdentity = (document: Document): string => pageOf(shownAddress(document)).alias ?? "";
