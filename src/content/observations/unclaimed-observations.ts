/**
 * What a part of a page says while nobody knows who is signed in: what is true in any case, and what is true if it is one of the people on
 * the page.
 */
import type { Alias } from "../../domain/person/person.ts";
import type { Sighting } from "../../domain/interactions/sighting.ts";
import type { PersonOnPage } from "../../linkedin/people/person-on-page.ts";
import { readOnce, type ReadOnce } from "../../linkedin/people/read-once.ts";
import { pageOf } from "../../linkedin/address/urls.ts";
import {
  type CommentFacts,
  commentsOnPage,
  type PostFacts,
  postsOnPage,
  wholePost,
} from "../../linkedin/surfaces/post-facts.ts";
import { commentSightings, mentionSightings } from "../../linkedin/surfaces/post-sightings.ts";
import type { UnclaimedSighting } from "../page/outbox.ts";
import { observations, recommended } from "./observations.ts";

/** Answers what is new in a part of the page. `once` is what was read of the page before, in the same go. */
export type UnclaimedObservations = (
  part: ParentNode,
  address: string,
  people: readonly PersonOnPage[],
  now: number,
  once?: ReadOnce,
) => readonly UnclaimedSighting[];

/** The posts and comments of a part, read once: reading them takes the longest of all. */
interface Written {
  readonly posts: readonly PostFacts[];
  readonly comments: readonly CommentFacts[];
}

function writtenIn(part: ParentNode, address: string, once: ReadOnce): Written {
  const page = pageOf(address);
  const around = wholePost(part);
  return { posts: postsOnPage(around, page, once), comments: commentsOnPage(around, page, once) };
}

/** What passed between this person and others, if the person is who is signed in. */
const perhaps = (
  of: readonly Alias[],
  { posts, comments }: Written,
  part: ParentNode,
  address: string,
  now: number,
): readonly Sighting[] => [
  ...commentSightings(posts, comments, of, now),
  ...mentionSightings([...posts, ...comments], of, now),
  ...recommended(part, address, of, now),
];

/** Everybody who wrote something on the page or is mentioned in it, and whose page it is. */
function candidates({ posts, comments }: Written, address: string): readonly (readonly Alias[])[] {
  const { alias } = pageOf(address);
  const written = [...posts, ...comments];
  const all = [
    ...written.flatMap(({ author }) => (author === undefined ? [] : [author.aliases])),
    ...written.flatMap(({ mentions }) => mentions),
    ...(alias === undefined ? [] : [[alias]]),
  ];
  return [...new Map(all.map((aliases) => [aliases.join(" "), aliases])).values()];
}

/** Remembers what was said already. Ends with the signal. */
export function unclaimedObservations(
  document: Document,
  signal: AbortSignal,
): UnclaimedObservations {
  const ofAnybody = observations(document, signal);
  const said = new Set<string>();
  return (part, address, people, now, once = readOnce()) => {
    const written = writtenIn(part, address, once);
    const conditional = candidates(written, address).flatMap((of) =>
      perhaps(of, written, part, address, now).flatMap((sighting): readonly UnclaimedSighting[] => {
        if (sighting.what !== "interaction") return [];
        const { kind, direction, from, ref } = sighting.interaction;
        const key = [of, sighting.person.aliases[0], kind, direction, from, ref].join("|");
        if (said.has(key)) return [];
        said.add(key);
        return [{ of, sighting }];
      }),
    );
    return [
      ...ofAnybody(part, address, people, [], now, once).map((sighting) => ({ sighting })),
      ...conditional,
    ];
  };
}
