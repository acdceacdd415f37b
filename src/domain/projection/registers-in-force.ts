/**
 * What the registers say once the latest word of each is found.
 */
import type { SourceId } from "../interactions/interaction.ts";
import type { Alias } from "../person/person.ts";
import { type ClockCorrection, compareCorrected } from "../records/hybrid-time.ts";
import { MARKED, type PairEnd, type RegisterRecord, registerKey } from "../records/register.ts";
import { isAlias, type NameSubject, type PostSubject } from "../records/subject.ts";
import type { PairInForce } from "./groups.ts";

/**
 * A source shows this alias together with an erased one. It is kept as a pair without a word, so that the user can be asked; the word
 * `different` answers it.
 */
export interface ShownWithErased {
  readonly alias: Alias;
  readonly mark: string;
}

/** See the file. */
export interface RegistersInForce {
  readonly corrections: readonly ClockCorrection[];
  readonly pairs: readonly PairInForce[];
  readonly withdrawn: ReadonlySet<SourceId>;
  readonly named: ReadonlyMap<NameSubject, Alias | "somebody-else">;
  readonly authors: ReadonlyMap<PostSubject, Alias>;
  /** Marks of aliases that are erased. */
  readonly erased: ReadonlySet<string>;
  readonly shownWithErased: readonly ShownWithErased[];
}

/** What the clocks of replicas are corrected by. */
const correctionsIn = (registers: readonly RegisterRecord[]): readonly ClockCorrection[] =>
  registers.flatMap(({ word }) =>
    word.kind === "clock" ? [{ replica: word.of, from: word.value, to: word.to }] : [],
  );

/** The latest register of each key. */
function latestRegisters(
  registers: readonly RegisterRecord[],
  corrections: readonly ClockCorrection[],
): Iterable<RegisterRecord> {
  const latest = new Map<string, RegisterRecord>();
  for (const record of registers) {
    const key = registerKey(record.word);
    const known = latest.get(key);
    if (known === undefined || compareCorrected(record.time, known.time, corrections) > 0)
      latest.set(key, record);
  }
  return latest.values();
}

/** The alias and the mark of a pair where one end was erased. */
function withErased(a: PairEnd, b: PairEnd): readonly ShownWithErased[] {
  const [alias, other] = isAlias(a) ? [a, b] : [b, a];
  return isAlias(alias) && !isAlias(other) ? [{ alias, mark: other.slice(MARKED.length) }] : [];
}

/** Reads the registers. The order of the records does not matter. */
export function registersInForce(registers: readonly RegisterRecord[]): RegistersInForce {
  const corrections = correctionsIn(registers);
  const pairs: PairInForce[] = [];
  const withdrawn = new Set<SourceId>();
  const named = new Map<NameSubject, Alias | "somebody-else">();
  const authors = new Map<PostSubject, Alias>();
  const erased = new Set<string>();
  const shownWithErased: ShownWithErased[] = [];
  for (const { word, time } of latestRegisters(registers, corrections)) {
    if (word.kind === "pair") {
      const { a, b, value } = word;
      if (value === "nothing") shownWithErased.push(...withErased(a, b));
      else if (isAlias(a) && isAlias(b)) pairs.push({ a, b, value, time });
    } else if (word.kind === "withdrawn") {
      if (word.value) withdrawn.add(word.import);
    } else if (word.kind === "named") {
      if (word.value !== "nothing") named.set(word.name, word.value);
    } else if (word.kind === "author") {
      if (word.value !== "nothing") authors.set(word.post, word.value);
    } else if (word.kind === "erased" && word.value) erased.add(word.mark);
  }
  return { corrections, pairs, withdrawn, named, authors, erased, shownWithErased };
}
