/**
 * Forgetting a person.
 */
import type { Records } from "../record-set.ts";
import type { HybridTime } from "../hybrid-time.ts";
import type { PersonSubject } from "../subject.ts";
import { withoutSubjects } from "../without-subjects.ts";

/** The hashes of an alias or name under the key of the history. */
export interface Hashes {
  readonly mark: string;
  readonly handle: string;
}

/**
 * The records without a person, and with the marks that tell the person again.
 *
 * @param subjects every alias of the person, and the names of archives that are nobody else (`ProjectedPerson.names`)
 * @param hashesOf the hashes of each of these
 * @param time the moment of the act
 */
export function forgotten(
  records: Records,
  subjects: readonly PersonSubject[],
  hashesOf: (subject: PersonSubject) => Hashes,
  time: HybridTime,
): Records {
  const gone = new Set<PersonSubject>(subjects);
  const handles = new Set(subjects.map((one) => hashesOf(one).handle));
  const left = withoutSubjects(records, {
    isGone: (subject) => gone.has(subject),
    isGoneHandle: (handle) => handles.has(handle),
    markOf: (alias) => hashesOf(alias).mark,
  });
  const marked = [...gone].map((subject) => ({
    word: { kind: "erased" as const, mark: hashesOf(subject).mark, value: true },
    replica: time[2],
    time,
  }));
  return { ...left, registers: [...left.registers, ...marked] };
}
