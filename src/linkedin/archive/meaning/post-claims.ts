/** What the owner did under posts of others, of all files. */
import { postSubject, type PostSubject } from "../../../domain/records/subject.ts";
import type { Gathered, PostClaim } from "../gathered/gathered.ts";

/** Reactions and comments, each once, without those under the owner's own posts. */
export function postsOf({ posts, ownPosts }: Gathered): readonly PostClaim[] {
  const found = new Map<string, PostClaim>();
  for (const claim of posts) {
    const { place, row, kind, link, when } = claim;
    if (ownPosts.has(subjectOfPost(claim))) {
      place.tally.skip("own-post", { row, at: when.from });
      continue;
    }
    const key = `${kind}|${link.post}|${link.comment ?? ""}|${when.from}|${when.to}`;
    if (found.has(key)) place.tally.merge();
    else place.tally.wait();
    if (!found.has(key)) found.set(key, claim);
  }
  return [...found.values()];
}

/** What a reaction or comment counts for: a reaction to a comment for the one who wrote that, a comment for the author of the post. */
export const subjectOfPost = ({ kind, link }: PostClaim): PostSubject =>
  postSubject(link.post, kind === "reaction" ? link.comment : undefined);
