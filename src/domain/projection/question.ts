/**
 * What is not certain, and only the user can answer.
 */
import type { Alias } from "../person/person.ts";
import type { NameSubject, PersonSubject } from "../records/subject.ts";
import type { LeftOutReason } from "./groups.ts";

/** See the file. Two people are asked about once, however many links show them together. */
export type Question =
  /** A source shows two aliases together, and something speaks against it; or two people are alike, see `isAlike`. */
  | {
      readonly kind: "one-person";
      readonly a: Alias;
      readonly b: Alias;
      readonly reason: LeftOutReason | "alike";
    }
  /** What archives say of a name may be of several people. */
  | {
      readonly kind: "which-person";
      readonly name: NameSubject;
      /** How many interactions. */
      readonly facts: number;
      /** Subjects of the people known by an alias, sorted. */
      readonly candidates: readonly PersonSubject[];
      /** How many more of this name have no alias. */
      readonly strangers: number;
    }
  /** Two people that the user split both have a note or reminder from before. */
  | {
      readonly kind: "whose-note";
      readonly a: Alias;
      readonly b: Alias;
      /** Ids of the notes that both have; sorted. */
      readonly notes: readonly string[];
      /** Ids of the reminders that both have; sorted. */
      readonly reminders: readonly string[];
    }
  /** A source shows this alias together with one that was erased, see `ShownWithErased`. */
  | { readonly kind: "shown-with-erased"; readonly alias: Alias; readonly mark: string };

/** What the user answers. */
export type QuestionAnswer =
  | {
      readonly kind: "one-person";
      readonly a: Alias;
      readonly b: Alias;
      readonly value: "same" | "different";
    }
  | {
      readonly kind: "which-person";
      readonly name: NameSubject;
      readonly value: Alias | "somebody-else";
    }
  /** The note is removed from the person with this alias. */
  | { readonly kind: "whose-note"; readonly note: string; readonly drop: Alias }
  /** The reminder is removed from the person with this alias. */
  | { readonly kind: "whose-reminder"; readonly reminder: string; readonly drop: Alias }
  /** The person is not the one who was erased. */
  | { readonly kind: "shown-with-erased"; readonly alias: Alias; readonly mark: string };
