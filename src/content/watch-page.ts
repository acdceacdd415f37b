/**
 * Watch, ask, draw: what the script does on a page while it may.
 */
import type { Sighting } from "../domain/interactions/sighting.ts";
import { openRoots } from "../linkedin/page/open-roots.ts";
import { peopleOnPage } from "../linkedin/people/people-on-page.ts";
import { readOnce } from "../linkedin/people/read-once.ts";
import { settledProfile } from "../linkedin/people/profile.ts";
import { pageOf } from "../linkedin/address/urls.ts";
import { browser } from "../browser.ts";
import { watchDay } from "../components/pieces/day-watch.ts";
import type { SitePermission, Topic } from "../protocol/site-questions.ts";
import { askFromSite, Orphaned } from "../protocol/transport.ts";
import { shownAddress, watchAddress } from "./page/address.ts";
import { drawing } from "./badges/drawing.ts";
import { hydrated } from "./badges/hydration.ts";
import { personSeen } from "./page/glimpses.ts";
import { leftOvers } from "./observations/left-over.ts";
import { observations } from "./observations/observations.ts";
import { outbox } from "./page/outbox.ts";
import { pageTopic } from "./page/page-topic.ts";
import { watchChanges } from "./page/page-changes.ts";
import { postman } from "./page/postman.ts";
import { proofOf } from "./page/proof.ts";
import { readerCheck } from "./observations/reader-check.ts";
import { unclaimed } from "./observations/unclaimed.ts";
import { unclaimedObservations } from "./observations/unclaimed-observations.ts";
import type { ShownPerson } from "./page/shown.ts";
import { signedIn } from "./page/signed-in.ts";
import { threadPeople } from "./page/thread-people.ts";
import { visitClock } from "./observations/visit-clock.ts";

/** How far the script may go. */
interface Permission extends Pick<SitePermission, "showRails" | "noBadgesIn" | "opensBeside"> {
  readonly draw: boolean;
}

/** A page that is being watched. */
export interface Watched {
  /** Opens the person of the profile, or of the row that has the focus. */
  readonly openInFront: () => void;
  /** What the page is about. */
  readonly topic: () => Topic;
  /** The badges follow what the history says now, as soon as the page is looked at. */
  readonly refresh: () => void;
}

/** What identifies the profile shown: the person in the address. */
const pageIdentity = (document: Document): string => pageOf(shownAddress(document)).alias ?? "";

/** Reads the page, remembers what it shows and (where permitted) draws badges, until the signal is aborted. */
export function watchPage(document: Document, permission: Permission, until: AbortSignal): Watched {
  const ended = new AbortController();
  const signal = AbortSignal.any([until, ended.signal]);

  /** After an update of the extension nobody answers this script any more: it takes its badges, says nothing and goes. */
  const isOrphan = (): boolean => {
    if (!browser.runtime?.id) ended.abort();
    return signal.aborted;
  };
  const giveUpWhenOrphaned = (error: unknown): void => {
    if (error instanceof Orphaned) ended.abort();
    if (!isOrphan()) console.warn("Tielight:", error);
  };
  const attempt = (work: Promise<unknown>): void => void work.catch(giveUpWhenOrphaned);

  const isMainFrame = document.defaultView === document.defaultView?.top;
  const check = readerCheck(document, attempt, signal);
  const rows = threadPeople();
  const unsent = outbox();
  const deliver = postman(unsent, attempt, signal);
  const newIn = observations(document, signal);
  const newInUnclaimed = unclaimedObservations(document, signal);

  /** What was read before it was known whose history this is was not taken down, and the member taken for anybody. */
  const viewer = signedIn(
    document,
    attempt,
    () => {
      early.forget();
      badges.removeMember();
      readAgain(document);
    },
    signal,
  );
  const early = unclaimed(
    viewer.isUnknown,
    (sightings) => deliver(unsent.sendUnclaimed(sightings)),
    signal,
  );
  const badges = drawing(document, { ...permission, viewer, rows, attempt }, signal);

  const visits = visitClock(
    document,
    (person) => {
      const member = viewer.member();
      const profile = settledProfile(document, shownAddress(document));
      const same =
        profile !== undefined && profile.aliases.some((alias) => person.aliases.includes(alias));
      if (!same || profile.relation === "self") return;
      const visit = { what: "visit", person: personSeen(person, Date.now()) } as const;
      if (member !== undefined) deliver(unsent.send(member, [visit]));
      else if (viewer.isUnknown()) deliver(unsent.sendUnclaimed([{ sighting: visit }]));
    },
    signal,
  );

  const topic = pageTopic(document, viewer);
  /** As text; at first nobody was told anything. */
  let toldTopic = "{}";
  const tellTopic = (): void => {
    const now = JSON.stringify(topic());
    if (now === toldTopic || !isMainFrame) return;
    toldTopic = now;
    attempt(askFromSite.turned());
  };

  let people: ShownPerson[] = [];
  let listed = false;
  let sightings: Sighting[] = [];

  const leftOver = leftOvers((anchor) => readAgain(anchor), signal);

  const read = (part: ParentNode): void => {
    const address = shownAddress(document);
    const page = pageOf(address);
    const once = readOnce();
    const found = peopleOnPage(part, page, { ...permission, once });
    if (isMainFrame) check.found(found);
    const others = found.filter((person) => !viewer.isMember(person) && !leftOver.has(person));
    for (const person of others) {
      const identity = person.size === "full" ? () => pageIdentity(document) : undefined;
      const one = { person, proof: proofOf(person.anchor, identity) };
      badges.note(one);
      people.push(one);
    }
    listed = rows.note(part, page) || listed;
    const member = viewer.member();
    if (member !== undefined)
      sightings.push(...newIn(part, address, others, member.aliases, Date.now(), once));
    else if (page.surface !== "signed-out")
      early.note(newInUnclaimed(part, address, others, Date.now(), once));
    const profile = others.find(({ size }) => size === "full");
    if (profile !== undefined) visits.shows(profile);
  };

  const rest = (): void => {
    const address = shownAddress(document);
    const page = pageOf(address);
    viewer.look(page);
    if (isMainFrame) check.at(address, page.surface);
    const [asked, observed, member] = [people, sightings, viewer.member()];
    people = [];
    sightings = [];
    if (member !== undefined && observed.length > 0)
      // What could not be taken in waits; the history knows the people of the rows all the same.
      deliver(unsent.send(member, observed).finally(() => attempt(badges.showRows())));
    else if (listed) attempt(badges.showRows());
    listed = false;
    badges.show(asked);
    tellTopic();
  };

  const readAgain = watchChanges(
    document,
    {
      isOurs: badges.owns,
      atOnce(records) {
        // The new version takes away what this one drew: that is no reason to draw it again.
        if (isOrphan()) return;
        for (const place of badges.recheck(records)) readAgain(place.parentElement ?? document);
      },
      read,
      rest,
    },
    signal,
  );

  // The site opens its shadow root while it takes the page over, which no observer reports.
  attempt(
    hydrated(document, signal).then(() => {
      for (const { host } of openRoots(document)) readAgain(host);
    }),
  );

  let shownOf = pageOf(shownAddress(document)).alias;
  watchAddress(
    document,
    () => {
      // Who a profile is about is told by its address: until both agree again, nobody.
      const { alias } = pageOf(shownAddress(document));
      if (shownOf !== undefined && shownOf !== alias) leftOver.moved(document, shownOf);
      shownOf = alias;
      badges.removeProfile();
      visits.shows(undefined);
      tellTopic();
      readAgain(document);
    },
    signal,
  );

  // A user who comes back from removing the extension finds no badge of it.
  document.addEventListener("visibilitychange", isOrphan, { signal });
  let isStale = false;
  const refresh = (): void => {
    // What could not be taken in may be possible now.
    if (unsent.isWaiting() && !isOrphan()) deliver(unsent.sendAgain());
    isStale = document.hidden;
    if (!isStale && !isOrphan()) attempt(badges.refresh());
  };
  document.addEventListener("visibilitychange", () => isStale && refresh(), { signal });
  watchDay(document, refresh, signal);
  return { openInFront: badges.openInFront, topic, refresh };
}
