/**
 * A set of records, as machines unite them: by key, and of two versions the higher.
 */
import { compareTimes } from "./hybrid-time.ts";
import type { Link } from "./link.ts";
import { type RegisterRecord, registerKey } from "./register.ts";
import type { Statement } from "./statement.ts";

/** Records of all three kinds, in any order. */
export interface Records {
  readonly statements: readonly Statement[];
  readonly links: readonly Link[];
  readonly registers: readonly RegisterRecord[];
}

/** No records at all. */
export const NO_RECORDS: Records = { statements: [], links: [], registers: [] };

/** What names a statement among all. */
export const statementId = ({
  subject,
  source,
  replica,
}: Pick<Statement, "subject" | "source" | "replica">): string =>
  `${subject}\n${source}\n${replica}`;

/** What names a link among all. */
export const linkId = ({ a, b, source, replica }: Link): string =>
  `${a}\n${b}\n${source}\n${replica}`;

/** What names a register among all. */
export const registerId = ({ word, replica }: RegisterRecord): string =>
  `${registerKey(word)}\n${replica}`;

function newest<T>(
  all: readonly T[],
  idOf: (one: T) => string,
  isNewer: (one: T, known: T) => boolean,
): readonly T[] {
  const kept = new Map<string, T>();
  for (const one of all) {
    const id = idOf(one);
    const known = kept.get(id);
    if (known === undefined || isNewer(one, known)) kept.set(id, one);
  }
  return [...kept.values()];
}

/** Everything in both sets, each record in its highest version. Commutative, associative and idempotent. */
export function unitedRecords(a: Records, b: Records): Records {
  return {
    statements: newest(
      [...a.statements, ...b.statements],
      statementId,
      (one, known) => one.version > known.version,
    ),
    links: newest([...a.links, ...b.links], linkId, (one, known) => one.version > known.version),
    registers: newest(
      [...a.registers, ...b.registers],
      registerId,
      (one, known) => compareTimes(one.time, known.time) > 0,
    ),
  };
}
