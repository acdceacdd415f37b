/**
 * The owner of a history, and what named them.
 */
import type { History } from "../../domain/person/owner.ts";
import { unitedAliases } from "../../domain/person/person-union.ts";
import type { Viewer } from "../../protocol/site-questions.ts";

/** A member who is signed in and has no history yet, with the kinds of proof that pages gave. */
export interface AwaitedMember extends Viewer {
  readonly kinds?: readonly string[];
}

/** What named an owner where a file did, or the user. */
export const WORD = "word";

const unitedKinds = (...some: readonly (readonly string[] | undefined)[]): readonly string[] =>
  [...new Set(some.flatMap((kinds) => kinds ?? []))].sort();

/** The history as that of this member, named by these kinds of proof. */
export const withViewer = (history: History, viewer: Viewer, kinds: readonly string[]): History => {
  const ownerKinds = unitedKinds(history.ownerKinds, kinds);
  return {
    ...history,
    aliases: unitedAliases(history.aliases, viewer.aliases),
    ...(viewer.name !== undefined && { ownerName: viewer.name }),
    ...(ownerKinds.length > 0 && { ownerKinds }),
  };
};

/** The member with what a page adds. */
export const withMore = (member: AwaitedMember, viewer: Viewer, kinds: readonly string[]) => ({
  ...member,
  ...viewer,
  aliases: unitedAliases(member.aliases, viewer.aliases),
  kinds: unitedKinds(member.kinds, kinds),
});
