/**
 * What the owner did under posts goes to their authors, as far as they are known.
 */
import { union } from "../interactions/history.ts";
import type { Alias } from "../person/person.ts";
import type { PostSubject } from "../records/subject.ts";
import { attribution } from "./attribution.ts";
import type { CountedRecords } from "./counted-records.ts";
import type { Drafts } from "./draft.ts";
import { factsOfAll } from "./person-of.ts";

/**
 * Adds the facts of posts to the drafts of their authors.
 *
 * @param byUser who wrote a post, as the user says
 * @returns posts with facts that wait for an author
 */
export function placePosts(
  { posts }: CountedRecords,
  { of }: Drafts,
  byUser: ReadonlyMap<PostSubject, Alias>,
): readonly PostSubject[] {
  const waiting: PostSubject[] = [];
  for (const [post, statements] of posts) {
    const facts = factsOfAll(statements);
    if (facts.length === 0) continue;
    const word = byUser.get(post);
    const known = word !== undefined && of.has(word) ? word : undefined;
    const found = attribution(statements, known, (alias) => of.get(alias));
    if (found === "unknown") waiting.push(post);
    if (typeof found === "string") continue;
    const { author, name } = found;
    if (author === undefined || author.isOwner) continue;
    author.facts = union(author.facts, facts);
    if (name !== undefined && (author.seenName === undefined || name < author.seenName.value))
      author.seenName = { value: name, at: 0 };
  }
  return waiting.sort();
}
