/** When files were made, where nothing beside their rows says so. */
import type { Gathered } from "../gathered/gathered.ts";
import type { FilePlace } from "../gathered/place.ts";

/**
 * Answers when a file was made (ms): the date of its archive; without one the newest row of the archive. Several undated lists of connections
 * in one archive are of different ages, so each is dated by its own newest row.
 */
export function madeAtOf({ claims, messages, posts }: Gathered): (place: FilePlace) => number {
  const ofGroup = new Map<number, number>();
  const ofFile = new Map<number, number>();
  const filesOf = new Map<number, Set<number>>();
  const later = (known: Map<number, number>, key: number, at: number): void => {
    known.set(key, Math.max(known.get(key) ?? 0, at));
  };
  for (const claim of claims) {
    if (claim.what === "follow") continue;
    const { file, group } = claim.place;
    later(ofGroup, group, claim.when.from);
    if (claim.what !== "connection") continue;
    later(ofFile, file, claim.when.from);
    filesOf.set(group, (filesOf.get(group) ?? new Set()).add(file));
  }
  for (const { place, when } of posts) later(ofGroup, place.group, when.from);
  for (const [group, newest] of messages.newestOfGroups) later(ofGroup, group, newest);
  return ({ at, file, group }) => {
    if (at > 0) return at;
    const isOneOfSeveral = (filesOf.get(group)?.size ?? 0) > 1;
    return (isOneOfSeveral ? ofFile.get(file) : ofGroup.get(group)) ?? 0;
  };
}

/** The latest moment (ms) any row names: what an archive without a date of its own was made after. 0 without rows. */
export function newestMoment({ claims, messages, posts }: Gathered): number {
  let newest = messages.newest;
  for (const claim of claims)
    if (claim.what !== "follow") newest = Math.max(newest, claim.when.from);
  for (const { when } of posts) newest = Math.max(newest, when.from);
  return newest;
}
