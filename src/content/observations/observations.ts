/**
 * What a part of a page says about interactions, each said once.
 */
import type { Interaction } from "../../domain/interactions/interaction.ts";
import type { Alias } from "../../domain/person/person.ts";
import type { Sighting } from "../../domain/interactions/sighting.ts";
import { dayInterval } from "../../linkedin/languages/calendar-day.ts";
import { listExchanges } from "../../linkedin/messaging/list-exchanges.ts";
import { settledThread, threadsOnPage } from "../../linkedin/messaging/messaging.ts";
import { threadLists, threadRows } from "../../linkedin/messaging/thread-rows.ts";
import type { PersonOnPage } from "../../linkedin/people/person-on-page.ts";
import { readOnce, type ReadOnce } from "../../linkedin/people/read-once.ts";
import { commentsOnPage, postsOnPage, wholePost } from "../../linkedin/surfaces/post-facts.ts";
import {
  authorSightings,
  commentSightings,
  mentionSightings,
} from "../../linkedin/surfaces/post-sightings.ts";
import { recommendations } from "../../linkedin/surfaces/recommendations.ts";
import { threadSightings } from "../../linkedin/messaging/thread-sightings.ts";
import { pageOf, type Page } from "../../linkedin/address/urls.ts";
import type { ReadingContext } from "../../linkedin/messaging/vague-messages.ts";
import { personSeen } from "../page/glimpses.ts";
import { invitationWatch } from "./invitation-watch.ts";
import { reactionWatch } from "./reaction-watch.ts";
import { reactorsWatch } from "./reactors-watch.ts";

/** Answers what is new in a part of the page. `once` is what was read of the page before, in the same go. */
export type Observations = (
  part: ParentNode,
  address: string,
  people: readonly PersonOnPage[],
  viewer: readonly Alias[],
  now: number,
  once?: ReadOnce,
) => readonly Sighting[];

/** Conversations whose mailbox is the viewer's, and that are settled. */
function messages(part: ParentNode, page: Page, reading: ReadingContext): readonly Sighting[] {
  return threadsOnPage(part, page, reading).flatMap((facts) => {
    const thread = settledThread(facts);
    return thread === undefined || !reading.viewer.includes(thread.owner)
      ? []
      : threadSightings(thread, reading.now);
  });
}

/**
 * The list of conversations says with whom something passed last, by name and day. What is of today says more tomorrow, or when it is
 * opened; where the list does not say who wrote, nothing finer could ever take its place.
 */
function lastExchanges(
  part: ParentNode,
  page: Page,
  { since, now }: ReadingContext,
): readonly Sighting[] {
  return threadLists(part, page)
    .flatMap((list) => listExchanges(threadRows(list), since, now))
    .flatMap(({ name, from, to, direction }): readonly Sighting[] =>
      direction === undefined || to >= now
        ? []
        : [
            {
              what: "named",
              person: { aliases: [], name, at: now },
              interaction: { kind: "message", direction, from, to, sources: ["page"] },
            },
          ],
    );
}

/** The list of connections says since when; a date is no contact. */
function connections(people: readonly PersonOnPage[], now: number): readonly Sighting[] {
  return people.flatMap((person): readonly Sighting[] => {
    if (person.surface !== "connections" || person.connectedOn === undefined) return [];
    const day = dayInterval(person.connectedOn);
    return [
      {
        what: "interaction",
        person: personSeen(person, now),
        interaction: { kind: "connected", direction: "both", ...day, sources: ["page"] },
      },
    ];
  });
}

/** Recommendations on the viewer's own page of them; on anybody else's they are between others. */
export function recommended(
  part: ParentNode,
  address: string,
  viewer: readonly Alias[],
  now: number,
): readonly Sighting[] {
  const { alias } = pageOf(address);
  if (alias === undefined || !viewer.includes(alias)) return [];
  return recommendations(part, address).flatMap(
    ({ person, day, direction }): readonly Sighting[] => {
      if (direction === undefined) return [];
      const interaction = {
        kind: "recommendation",
        direction,
        ...dayInterval(day),
        sources: ["page"],
      } as const;
      return [{ what: "interaction", person: personSeen(person, now), interaction }];
    },
  );
}

/** A natural key without an end: what is not known exactly only gets vaguer when it is seen again later. */
const beginning = ({ kind, direction, from, ref }: Interaction): string =>
  [kind, direction, from, ref].join("|");

/** Remembers what was said already: pages draw the same things again and again. Ends with the signal. */
export function observations(document: Document, signal: AbortSignal): Observations {
  const said = new Set<string>();
  const reacted = reactionWatch();
  const invited = invitationWatch();
  const reactors = reactorsWatch(document, signal);
  const isNew = (sighting: Sighting): boolean => {
    const what =
      sighting.what === "interaction" || sighting.what === "named"
        ? beginning(sighting.interaction)
        : sighting.what === "author" && sighting.subject;
    if (what === false) return true;
    const key = `${sighting.person.aliases[0] ?? sighting.person.name}|${what}`;
    if (said.has(key)) return false;
    said.add(key);
    return true;
  };
  return (part, address, people, viewer, now, once = readOnce()) => {
    const page = pageOf(address);
    const isFeed = page.surface === "feed" || page.surface === "post";
    const around = isFeed ? wholePost(part) : part;
    const comments = commentsOnPage(around, page, once);
    const posts = isFeed || comments.length > 0 ? postsOnPage(around, page, once) : [];
    const written = [...posts, ...comments];
    const reading = { viewer, since: performance.timeOrigin, now };
    return [
      ...messages(part, page, reading),
      ...lastExchanges(part, page, reading),
      ...commentSightings(posts, comments, viewer, now),
      ...mentionSightings(written, viewer, now),
      ...authorSightings(written, viewer, now),
      ...reacted(written, viewer, now),
      ...reactors(people, page, viewer, now),
      ...connections(people, now),
      ...recommended(part, address, viewer, now),
      ...invited(part, address, people, now),
    ].filter(isNew);
  };
}
