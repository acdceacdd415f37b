/**
 * The records that count: those of imports that were not undone, about nobody who was erased.
 */
import type { Alias } from "../person/person.ts";
import type { Link } from "../records/link.ts";
import type { Records } from "../records/record-set.ts";
import {
  type HistoryStatement,
  isOfHistory,
  isOfPerson,
  isOfPost,
  type PersonStatement,
  type PostStatement,
} from "../records/statement.ts";
import { isAlias, isName, type PersonSubject, type PostSubject } from "../records/subject.ts";
import type { PairInForce } from "./groups.ts";
import type { RegistersInForce } from "./registers-in-force.ts";

/** See the file. */
export interface CountedRecords {
  readonly people: ReadonlyMap<PersonSubject, readonly PersonStatement[]>;
  readonly posts: ReadonlyMap<PostSubject, readonly PostStatement[]>;
  readonly history: readonly HistoryStatement[];
  readonly links: readonly Link[];
  readonly pairs: readonly PairInForce[];
  /** Aliases that posts and the user's words name; nothing else may be known of them. */
  readonly named: readonly Alias[];
}

function bySubject<S extends { readonly subject: string }>(
  statements: readonly S[],
): ReadonlyMap<S["subject"], readonly S[]> {
  const found = new Map<S["subject"], S[]>();
  for (const statement of statements) {
    const same = found.get(statement.subject);
    if (same === undefined) found.set(statement.subject, [statement]);
    else same.push(statement);
  }
  return found;
}

/**
 * Leaves out what does not count.
 *
 * @param isErased whether an alias, or a name without aliases, belongs to an erased person
 */
export function countedRecords(
  { statements, links }: Records,
  words: RegistersInForce,
  isErased: (subject: PersonSubject) => boolean,
): CountedRecords {
  const counts = (subject: string): boolean =>
    !(isAlias(subject) || isName(subject)) || !isErased(subject);
  const said = statements.filter(
    ({ source, subject }) => !words.withdrawn.has(source) && counts(subject),
  );
  const ofPosts = said.filter(isOfPost).map((statement): PostStatement => {
    const { authors: named } = statement.body;
    const left = named?.filter(({ alias }) => alias === undefined || counts(alias));
    if (left === undefined || left.length === named?.length) return statement;
    return { ...statement, body: { ...statement.body, authors: left } };
  });
  const authors = ofPosts.flatMap(({ body }) =>
    (body.authors ?? []).flatMap(({ alias }) => alias ?? []),
  );
  return {
    people: bySubject(said.filter(isOfPerson)),
    posts: bySubject(ofPosts),
    history: said.filter(isOfHistory),
    links: links.filter(
      ({ a, b, source }) => !words.withdrawn.has(source) && counts(a) && counts(b),
    ),
    pairs: words.pairs.filter(({ a, b }) => counts(a) && counts(b)),
    named: [...authors, ...words.authors.values(), ...words.named.values()]
      .filter(isAlias)
      .filter(counts),
  };
}
