/**
 * What a part of a page says about interactions, each said once.
 */
import { interactionKey } from "../domain/interaction.ts";
import type { Alias } from "../domain/person.ts";
import type { Sighting } from "../domain/sighting.ts";
import { dayInterval } from "../linkedin/languages/calendar-day.ts";
import { settledThread, threadsOnPage } from "../linkedin/messaging.ts";
import type { PersonOnPage } from "../linkedin/person-on-page.ts";
import { commentsOnPage, postsOnPage } from "../linkedin/post-facts.ts";
import { commentSightings, mentionSightings } from "../linkedin/post-sightings.ts";
import { threadSightings } from "../linkedin/thread-sightings.ts";
import type { Page } from "../linkedin/urls.ts";
import { personSeen } from "./glimpses.ts";

/** Answers what is new in a part of the page. */
export type Noticing = (
  part: ParentNode,
  page: Page,
  people: readonly PersonOnPage[],
  viewer: readonly Alias[],
  now: number,
) => readonly Sighting[];

/** Conversations whose mailbox is the viewer's, and that are settled. */
function messages(
  part: ParentNode,
  page: Page,
  viewer: readonly Alias[],
  now: number,
): readonly Sighting[] {
  return threadsOnPage(part, page).flatMap((facts) => {
    const thread = settledThread(facts);
    return thread === undefined || !viewer.includes(thread.owner)
      ? []
      : threadSightings(thread, now);
  });
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

/** Remembers what was said already: pages draw the same things again and again. */
export function noticing(): Noticing {
  const said = new Set<string>();
  const isNew = (sighting: Sighting): boolean => {
    if (sighting.what !== "interaction") return true;
    const key = `${sighting.person.aliases[0]}|${interactionKey(sighting.interaction)}`;
    if (said.has(key)) return false;
    said.add(key);
    return true;
  };
  return (part, page, people, viewer, now) => {
    const comments = commentsOnPage(part, page);
    const hasPosts = comments.length > 0 || page.surface === "feed" || page.surface === "post";
    const posts = hasPosts ? postsOnPage(part, page) : [];
    return [
      ...messages(part, page, viewer, now),
      ...commentSightings(posts, comments, viewer, now),
      ...mentionSightings([...posts, ...comments], viewer, now),
      ...connections(people, now),
    ].filter(isNew);
  };
}
