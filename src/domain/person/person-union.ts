/**
 * Putting together what is known of one person. Every function here gives the same result in any order of arrival:
 * sets are united, and of two dated values the later wins (of two of the same moment the greater, so that the order never counts).
 */
import type { Alias, CareerSighting, Dated } from "./person.ts";

/** The later of two dated values; at the same moment the one that sorts last as JSON. */
export function later<T>(a: Dated<T> | undefined, b: Dated<T> | undefined): Dated<T> | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return (JSON.stringify(a.value) ?? "") >= (JSON.stringify(b.value) ?? "") ? a : b;
}

/** The union of two alias sets: sorted, unique. */
export function unitedAliases(a: readonly Alias[], b: readonly Alias[]): readonly Alias[] {
  return [...new Set([...a, ...b])].sort();
}

const careerKey = ({ company, title, headline }: CareerSighting): string =>
  JSON.stringify([company, title, headline]);

/** The union of two careers: each combination of company, title and headline once, with its first and last sighting. */
export function unitedCareers(
  a: readonly CareerSighting[],
  b: readonly CareerSighting[],
): readonly CareerSighting[] {
  const byKey = new Map<string, CareerSighting>();
  for (const one of [...a, ...b]) {
    const known = byKey.get(careerKey(one));
    byKey.set(
      careerKey(one),
      known === undefined
        ? one
        : { ...one, at: Math.min(known.at, one.at), until: Math.max(known.until, one.until) },
    );
  }
  return [...byKey.entries()]
    .sort(([keyA, one], [keyB, other]) => one.at - other.at || (keyA < keyB ? -1 : 1))
    .map(([, one]) => one);
}
