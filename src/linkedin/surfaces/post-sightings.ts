/**
 * What posts and comments say about the viewer and other people, as statements to be remembered.
 */
import { subjectOf } from "../../domain/records/archive-import.ts";
import type { Interaction } from "../../domain/interactions/interaction.ts";
import type { Alias } from "../../domain/person/person.ts";
import type { Sighting } from "../../domain/interactions/sighting.ts";
import type { Author, CommentFacts, Mention, PostFacts } from "./post-facts.ts";

/** A comment is to the author of the post and to the author of the comment above it. */
export function commentSightings(
  posts: readonly PostFacts[],
  comments: readonly CommentFacts[],
  viewer: readonly Alias[],
  seenAt: number,
): readonly Sighting[] {
  const authors = new Map(posts.map(({ id, author }) => [id?.post, author]));
  return comments.flatMap(({ id, author, parent }) => {
    if (author === undefined || id.at === undefined) return [];
    const to = distinct([authors.get(id.post), parent]);
    const said = {
      kind: "comment",
      from: id.at,
      to: id.at,
      ref: id.comment,
      sources: ["page"],
    } as const;
    if (isViewer(author, viewer)) {
      return to
        .filter((other) => !isViewer(other, viewer))
        .map((other) => sighting(other, { ...said, direction: "out" }, seenAt));
    }
    return to.some((other) => isViewer(other, viewer))
      ? [sighting(author, { ...said, direction: "in" }, seenAt)]
      : [];
  });
}

/** Mentions of the viewer by others, and of others by the viewer, in posts and comments with a known moment. */
export function mentionSightings(
  texts: readonly (PostFacts | CommentFacts)[],
  viewer: readonly Alias[],
  seenAt: number,
): readonly Sighting[] {
  return texts.flatMap(({ id, author, mentions }) => {
    if (author === undefined || id?.at === undefined) return [];
    const ref = "comment" in id ? String(id.comment) : id.post;
    const said = { kind: "mention", from: id.at, to: id.at, ref, sources: ["page"] } as const;
    if (isViewer(author, viewer)) {
      return mentions
        .filter((mention) => !mention.some((alias) => viewer.includes(alias)))
        .map((mention) => sighting(mention, { ...said, direction: "out" }, seenAt));
    }
    const isMeant = mentions.some((mention) => mention.some((alias) => viewer.includes(alias)));
    return isMeant ? [sighting(author, { ...said, direction: "in" }, seenAt)] : [];
  });
}

/** The viewer's reaction to somebody's post or comment, set just now. */
export function reactionSighting(
  { id, author }: PostFacts | CommentFacts,
  viewer: readonly Alias[],
  now: number,
): Sighting | undefined {
  if (author === undefined || isViewer(author, viewer)) return undefined;
  const ref = id === undefined ? undefined : "comment" in id ? String(id.comment) : id.post;
  return sighting(
    author,
    {
      kind: "reaction",
      direction: "out",
      from: now,
      to: now,
      ...(ref === undefined ? {} : { ref }),
      sources: ["page"],
    },
    now,
  );
}

/** Reactions of others to the viewer's own post, set at some moment between the post's and `now`. */
export function reactorSightings(
  { id, author }: PostFacts,
  reactors: readonly Author[],
  viewer: readonly Alias[],
  now: number,
): readonly Sighting[] {
  if (author === undefined || id?.at === undefined || id.at > now || !isViewer(author, viewer))
    return [];
  const said = { kind: "reaction", from: id.at, to: now, ref: id.post, sources: ["page"] } as const;
  return reactors.map((reactor) => sighting(reactor, { ...said, direction: "in" }, now));
}

/** Who wrote which post or comment, for what an archive says about it without naming anybody. */
export function authorSightings(
  texts: readonly (PostFacts | CommentFacts)[],
  viewer: readonly Alias[],
  at: number,
): readonly Sighting[] {
  return texts.flatMap(({ id, author }): readonly Sighting[] =>
    id === undefined || author === undefined || isViewer(author, viewer)
      ? []
      : [
          {
            what: "author",
            person: { ...author, at },
            subject: subjectOf(id.post, "comment" in id ? String(id.comment) : undefined),
          },
        ],
  );
}

function sighting(who: Author | Mention, interaction: Interaction, at: number): Sighting {
  const person =
    "name" in who ? { aliases: who.aliases, name: who.name, at } : { aliases: who, at };
  return { what: "interaction", person, interaction };
}

const isViewer = ({ aliases }: Author, viewer: readonly Alias[]): boolean =>
  aliases.some((alias) => viewer.includes(alias));

function distinct(authors: readonly (Author | undefined)[]): readonly Author[] {
  const present = authors.filter((author) => author !== undefined);
  return present.filter(
    (author, index) =>
      present.findIndex(({ aliases }) =>
        aliases.some((alias) => author.aliases.includes(alias)),
      ) === index,
  );
}
