/**
 * Records without everything that speaks of some aliases and names.
 */
import type { Alias } from "../person/person.ts";
import type { Records } from "./record-set.ts";
import { MARKED, type PairEnd, pair, type RegisterRecord, type RegisterWord } from "./register.ts";
import {
  isOfPerson,
  isOfPost,
  type PersonStatement,
  type PostStatement,
  type Statement,
} from "./statement.ts";
import { isAlias, type PersonSubject } from "./subject.ts";

/** What is removed. */
export interface Removal {
  readonly isGone: (subject: PersonSubject) => boolean;
  /** Whether a handle leads to somebody who is gone. */
  readonly isGoneHandle: (handle: string) => boolean;
  /** The mark that stands for an alias in a word `different`; without one the word goes, too. */
  readonly markOf: (alias: Alias) => string | undefined;
}

/** The same without mutual connections that are gone. */
function withoutMutual(statement: PersonStatement, { isGone }: Removal): PersonStatement {
  const { mutual } = statement.body;
  if (mutual === undefined || !mutual.some(({ named }) => named.some(isGone))) return statement;
  const left = mutual.map((one) => ({
    ...one,
    named: one.named.filter((alias) => !isGone(alias)),
  }));
  return { ...statement, body: { ...statement.body, mutual: left } };
}

/** The same without attributions to those who are gone. */
function withoutAuthors(statement: PostStatement, { isGone }: Removal): PostStatement {
  const { authors, ...rest } = statement.body;
  const left = authors?.filter(({ alias }) => alias === undefined || !isGone(alias));
  if (left?.length === authors?.length) return statement;
  return { ...statement, body: { ...rest, ...(left && left.length > 0 && { authors: left }) } };
}

function withoutThem(statement: Statement, removal: Removal): readonly Statement[] {
  if (isOfPerson(statement))
    return removal.isGone(statement.subject) ? [] : [withoutMutual(statement, removal)];
  if (isOfPost(statement)) return [withoutAuthors(statement, removal)];
  const { weeks } = statement.body;
  if (weeks === undefined) return [statement];
  const left = weeks.map((week) => ({
    ...week,
    rows: week.rows.filter(({ handle }) => !removal.isGoneHandle(handle)),
  }));
  return [{ ...statement, body: { ...statement.body, weeks: left } }];
}

/** A word without what is gone; `undefined` where nothing is left of it. */
function wordWithout(word: RegisterWord, { isGone, markOf }: Removal): RegisterWord | undefined {
  if (word.kind === "named" || word.kind === "author") {
    if (word.kind === "named" && isGone(word.name)) return undefined;
    return isAlias(word.value) && isGone(word.value) ? undefined : word;
  }
  if (word.kind !== "pair") return word;
  const { a, b, value } = word;
  const isOut = (end: PairEnd): end is Alias => isAlias(end) && isGone(end);
  if (!isOut(a) && !isOut(b)) return word;
  const [gone, other] = isOut(a) ? [a, b] : [b, a];
  const mark = isAlias(gone) ? markOf(gone) : undefined;
  // That two people are not one stays true, also where one of them is known by a mark only.
  if (value !== "different" || mark === undefined || !isAlias(other) || isGone(other))
    return undefined;
  return pair(other, `${MARKED}${mark}`, value);
}

/**
 * Removes what {@link Removal} says. Who the owner is stays: the owner is nobody in the history, also if an alias was erased before it
 * was known to be the owner's. Records that say nothing of it are the same objects as before. */
export function withoutSubjects(
  { statements, links, registers }: Records,
  removal: Removal,
): Records {
  return {
    statements: statements.flatMap((one) => withoutThem(one, removal)),
    links: links.filter(({ a, b }) => !removal.isGone(a) && !removal.isGone(b)),
    registers: registers.flatMap((record): readonly RegisterRecord[] => {
      const word = wordWithout(record.word, removal);
      if (word === undefined) return [];
      return [word === record.word ? record : { ...record, word }];
    }),
  };
}
