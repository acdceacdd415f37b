/** A hard case of the projection. */
import type { Records } from "../../../../src/domain/records/record-set.ts";
import type { PersonSubject } from "../../../../src/domain/records/subject.ts";

export interface Case {
  /** A sentence. */
  readonly title: string;
  readonly records: Records;
  /** What is erased. */
  readonly erased?: readonly PersonSubject[];
  /** See `peopleAsLines`. */
  readonly people: Readonly<Record<string, readonly string[]>>;
  /** See `questionsAsLines`; none unless said. */
  readonly questions?: readonly string[];
  readonly owner?: readonly string[];
  readonly waiting?: readonly string[];
}
