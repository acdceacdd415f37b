import type { PersonId } from "../../domain/person/person.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import type { PersonChange } from "../view/derived.ts";

/** What some changes leave behind. */
export interface TouchedPeople {
  /** Handles of everybody who was or is changed. */
  readonly ids: ReadonlySet<PersonId>;
  /** Those who are there now, each once and as last changed. */
  readonly people: readonly PersonRecord[];
}

/** Sums up changes; of several changes of a person the last one counts. */
export function touched(changes: readonly PersonChange[]): TouchedPeople {
  const last = new Map<PersonId, PersonRecord | undefined>();
  for (const { before, after } of changes) {
    if (before !== undefined) last.set(before.id, undefined);
    if (after !== undefined) last.set(after.id, after);
  }
  return { ids: new Set(last.keys()), people: [...last.values()].flatMap((one) => one ?? []) };
}
