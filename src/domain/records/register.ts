/**
 * Registers: of the words in one register the latest holds. Nothing is taken back by absence, so that machines can unite their records.
 */
import type { SourceId } from "../interactions/interaction.ts";
import type { Alias } from "../person/person.ts";
import type { HybridTime, ReplicaId } from "./hybrid-time.ts";
import type { NameSubject, PostSubject } from "./subject.ts";

/** What stands in front of the mark of an erased alias, where it is the end of a pair. */
export const MARKED = "erased:";

/** The end of a pair: an alias, or the mark of one that was erased. */
export type PairEnd = Alias | `erased:${string}`;

/** What the user says of two aliases. */
export type PairWord = "same" | "different" | "nothing";

/** What a register says, by its kind. */
export type RegisterWord =
  /** The user's word on two aliases; `a` sorts before `b` as text. */
  | {
      readonly kind: "pair";
      readonly a: PairEnd;
      readonly b: PairEnd;
      readonly value: PairWord;
      /** What `same` replaced, so that it can be taken back to what was before. */
      readonly before?: "different";
    }
  /** Whether an import was undone. */
  | { readonly kind: "withdrawn"; readonly import: SourceId; readonly value: boolean }
  /** Whether an alias was erased, by its mark (a keyed hash). */
  | { readonly kind: "erased"; readonly mark: string; readonly value: boolean }
  /** Who a name is, as the user says; no alias means: somebody known by this name alone. */
  | {
      readonly kind: "named";
      readonly name: NameSubject;
      readonly value: Alias | "somebody-else" | "nothing";
    }
  /** Who wrote a post, as the user says. */
  | { readonly kind: "author"; readonly post: PostSubject; readonly value: Alias | "nothing" }
  /** The clock of a replica had run ahead up to `to` (ms) and was found right at `value` (ms). */
  | { readonly kind: "clock"; readonly of: ReplicaId; readonly to: number; readonly value: number };

/** The user's word on two aliases. */
export type PairRegister = Extract<RegisterWord, { readonly kind: "pair" }>;

/** See the file. Only its replica writes it. */
export interface RegisterRecord {
  readonly word: RegisterWord;
  readonly replica: ReplicaId;
  readonly time: HybridTime;
}

/** What a register is about: of records with the same key the latest holds. */
export function registerKey(word: RegisterWord): string {
  switch (word.kind) {
    case "pair":
      return `pair ${word.a} ${word.b}`;
    case "withdrawn":
      return `withdrawn ${word.import}`;
    case "erased":
      return `erased ${word.mark}`;
    case "named":
      return `named ${word.name}`;
    case "author":
      return `author ${word.post}`;
    case "clock":
      return `clock ${word.of} ${word.to}`;
  }
}

/** The pair of two aliases, with its ends in order. */
export function pair(one: PairEnd, other: PairEnd, value: PairWord): PairRegister {
  return one < other
    ? { kind: "pair", a: one, b: other, value }
    : { kind: "pair", a: other, b: one, value };
}

/** Whether a word names somebody who was erased, by a mark. */
export const isOfErased = (word: RegisterWord): boolean =>
  word.kind === "erased" ||
  (word.kind === "pair" && (word.a.startsWith(MARKED) || word.b.startsWith(MARKED)));
