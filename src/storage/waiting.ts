/**
 * Reactions and comments under posts whose author is not known yet. The archive names the post only; a page that shows it names the
 * author.
 */
import { nameOfSubject, type WaitingFact } from "../domain/archive-import.ts";
import { needs, union, withoutSource } from "../domain/history.ts";
import type { Interaction, SourceId } from "../domain/interaction.ts";
import type { Alias } from "../domain/person.ts";
import type { PersonSeen } from "../domain/sighting.ts";
import { personFrom } from "../domain/person-union.ts";
import {
  historyTransaction,
  type HistoryDatabase,
  type HistoryTransaction,
  type StoredWaiting,
} from "./database.ts";
import { erasedAmong, hashesOf } from "./erasures.ts";
import { aliasBook, peopleWithIds } from "./find-people.ts";
import { follow } from "./follow.ts";
import { type Change, type KnownPerson, replace } from "./known-person.ts";
import { united } from "./merged.ts";
import type { NewId } from "./record.ts";

/** Who wrote a post, or the comment that `subject` names; see `subjectOf`. */
export interface Authorship {
  readonly subject: string;
  readonly author: PersonSeen;
}

/** Facts that count for people already known to be the authors. */
export interface Attributed {
  readonly author: readonly Alias[];
  readonly facts: readonly Interaction[];
}

const NEW = { interactions: [], deleted: [], visits: [] } as const;

/** Whether facts are there and nobody is known to be their person. */
const isAwaited = ({ facts, author, own }: StoredWaiting): boolean =>
  facts.length > 0 && author === undefined && own === undefined;

/** The subjects among these that something waits for. */
export async function awaited(
  database: HistoryDatabase,
  subjects: readonly string[],
): Promise<readonly string[]> {
  const store = database.transaction("waiting").objectStore("waiting");
  const found = await Promise.all(subjects.map((subject) => store.get(subject)));
  return subjects.filter((_, place) => found[place] !== undefined && isAwaited(found[place]));
}

/** What adding waiting facts did. */
export interface AddedWaiting {
  /** How many reactions and comments were not known before. */
  readonly added: number;
  /** Those that need not wait because a page has shown the author before. */
  readonly attributed: readonly Attributed[];
}

/** Adds waiting facts. */
export async function addWaiting(
  transaction: HistoryTransaction,
  waiting: readonly WaitingFact[],
): Promise<AddedWaiting> {
  const store = transaction.objectStore("waiting");
  const bySubject = new Map<string, Interaction[]>();
  for (const { subject, interaction } of waiting) {
    const facts = bySubject.get(subject);
    if (facts === undefined) bySubject.set(subject, [interaction]);
    else facts.push(interaction);
  }
  const subjects = [...bySubject.keys()];
  const known = await Promise.all(subjects.map((subject) => store.get(subject)));
  const attributed: Attributed[] = [];
  let added = 0;
  for (const [place, subject] of subjects.entries()) {
    const before = known[place];
    const facts = bySubject.get(subject) ?? [];
    const all = union(before?.facts ?? [], facts);
    void store.put({ ...before, facts: all }, subject);
    // The same name may be another person's next time; the reading of each archive decides.
    if (nameOfSubject(subject) !== undefined || before?.own !== undefined) continue;
    added += all.length - (before?.facts.length ?? 0);
    if (before?.author) attributed.push({ author: before.author, facts });
  }
  return { added, attributed };
}

/** Remembers whose import says that posts are the owner's own, for what waits for their author already and what is imported later. */
export async function addOwnPosts(
  transaction: HistoryTransaction,
  posts: readonly string[],
  source: SourceId,
): Promise<void> {
  const store = transaction.objectStore("waiting");
  const known = await Promise.all(posts.map((post) => store.get(post)));
  for (const [place, post] of posts.entries()) {
    const { own = [], ...before } = known[place] ?? { facts: [] };
    void store.put({ ...before, own: [...new Set([...own, source])].sort() }, post);
  }
}

/** What taking waiting facts back touched. */
export interface WithdrawnWaiting {
  readonly subjects: ReadonlySet<string>;
  /** Whom these facts had been counted for. */
  readonly authors: readonly (readonly Alias[])[];
}

/** Takes back what only this source says. */
export async function withdrawWaiting(
  transaction: HistoryTransaction,
  source: SourceId,
): Promise<WithdrawnWaiting> {
  const store = transaction.objectStore("waiting");
  const [subjects, all] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const authors: (readonly Alias[])[] = [];
  const touched = new Set<string>();
  for (const [place, known] of all.entries()) {
    const { facts, author, own = [], ...rest } = known;
    const subject = subjects[place];
    if (
      subject === undefined ||
      !(
        own.includes(source) ||
        facts.some(({ sources }) => sources.some((one) => needs(one, source)))
      )
    )
      continue;
    const left = withoutSource(facts, source);
    const owned = own.filter((one) => one !== source);
    touched.add(subject);
    if (author !== undefined) authors.push(author);
    if (left.length + owned.length === 0) void store.delete(subject);
    else
      void store.put(
        {
          ...rest,
          facts: left,
          ...(author && { author }),
          ...(owned.length > 0 && { own: owned }),
        },
        subject,
      );
  }
  return { subjects: touched, authors };
}

/**
 * Counts waiting reactions and comments for the people a page shows to be the authors. Subjects nothing waits for are passed over, so
 * nothing is learnt of whose posts were merely seen. Safe to repeat.
 *
 * @returns how many interactions found their person
 */
export async function attribute(
  database: HistoryDatabase,
  authorships: readonly Authorship[],
  newId: NewId,
): Promise<number> {
  const subjects = new Set(
    await awaited(
      database,
      authorships.map(({ subject }) => subject),
    ),
  );
  const wanted = authorships.filter(({ subject }) => subjects.has(subject));
  if (wanted.length === 0) return 0;
  const hashes = await hashesOf(
    database,
    wanted.flatMap(({ author }) => author.aliases),
  );
  const transaction = historyTransaction(database);
  const erased = hashes && (await erasedAmong(transaction, hashes));
  const store = transaction.objectStore("waiting");
  const book = await aliasBook(transaction, wanted.length);
  const changes: Change[] = [];
  let count = 0;
  for (const { subject, author } of wanted) {
    if (author.aliases.some((alias) => erased?.has(alias))) continue;
    const waiting = await store.get(subject);
    if (waiting === undefined || !isAwaited(waiting)) continue;
    const [ids = []] = await book.idsOf([author.aliases]);
    const before = [...(await peopleWithIds(transaction, ids)).values()];
    if (before.some(({ person }) => person.choices.neverTrack?.value)) continue;
    const id = ids[0] ?? newId();
    const seen = personFrom(author, id);
    const known: KnownPerson =
      before.length === 0 ? { ...NEW, person: seen } : before.reduce(united);
    const shown = united(known, { ...NEW, person: seen });
    const after: KnownPerson = {
      ...shown,
      interactions: union(shown.interactions, waiting.facts),
    };
    changes.push(await replace(transaction, before, after));
    book.note(after.person.aliases, id);
    await store.put({ ...waiting, author: author.aliases }, subject);
    count += waiting.facts.length;
  }
  await follow(transaction, changes);
  await transaction.done;
  return count;
}
