/**
 * What a statement is about: an alias, a name that an archive gave without an alias, a post or comment, or the history itself.
 */
import { comparedName } from "../names/compared-name.ts";
import type { Alias } from "../person/person.ts";

/** A name as one archive gives it where it has no alias. */
export type NameSubject = `name:${string}`;

/** A post, or a comment under it. */
export type PostSubject = `post:${string}`;

/** What is about nobody: coverage, owner, employers, weeks. */
export const HISTORY = "history";

/** See the file. */
export type Subject = Alias | NameSubject | PostSubject | typeof HISTORY;

/** What a person may be known by: aliases, or a name alone. */
export type PersonSubject = Alias | NameSubject;

/** The subject of a name. */
export const nameSubject = (name: string): NameSubject => `name:${comparedName(name)}`;

/** The subject of a post, or of the comment under it. */
export const postSubject = (post: string, comment: string | undefined): PostSubject =>
  comment === undefined ? `post:${post}` : `post:${post}/${comment}`;

/** Whether a subject is a name. */
export const isName = (subject: string): subject is NameSubject => subject.startsWith("name:");

/** Whether a subject is a post or a comment. */
export const isPost = (subject: string): subject is PostSubject => subject.startsWith("post:");

const ALIAS = /^(?:slug|member|number|mail|phone|own):/;

/** Whether a subject is an alias. */
export const isAlias = (subject: string): subject is Alias => ALIAS.test(subject);

/** The compared name of a name subject. */
export const nameOf = (subject: NameSubject): string => subject.slice(5);

const KIND_ORDER = ["slug:", "member:", "number:", "mail:", "phone:", "own:", "name:"];

const kindOrder = (subject: PersonSubject): number =>
  KIND_ORDER.findIndex((kind) => subject.startsWith(kind));

/** The order of subjects: by kind, then by text. */
export function compareSubjects(a: PersonSubject, b: PersonSubject): number {
  return kindOrder(a) - kindOrder(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** The subject a person is filed under: the first of the aliases in the order of `compareSubjects`. */
export function representative(aliases: readonly Alias[]): Alias | undefined {
  return aliases.reduce<Alias | undefined>(
    (best, one) => (best === undefined || compareSubjects(one, best) < 0 ? one : best),
    undefined,
  );
}
