/** Puts the reading together out of what was gathered and what it means. */
import { compareInteractions } from "../../domain/interactions/history.ts";
import { type Fact, packed } from "../../domain/interactions/interaction-columns.ts";
import type { ArchiveBody } from "../../domain/records/archive-body.ts";
import { nameSubject } from "../../domain/records/subject.ts";
import { archiveSpans } from "./meaning/archive-spans.ts";
import type { Gathered, PostClaim } from "./gathered/gathered.ts";
import type { ArchiveMeaning, Stated } from "./meaning/meaning.ts";
import type { OwnerFound } from "./meaning/owner.ts";
import { subjectOfPost } from "./meaning/post-claims.ts";
import type { ArchiveReading, ArchiveSubject, FileReport, Homonyms } from "./reading.ts";

/** A subject, with the way to what is said of it. */
interface SubjectEntry {
  readonly subject: ArchiveSubject;
  readonly body: () => ArchiveBody;
}

function byText(a: unknown, b: unknown): number {
  return String(a) < String(b) ? -1 : 1;
}

/** Everybody with a statement. */
const numbersOf = ({ facts, careers }: Stated): readonly number[] => [
  ...new Set([...facts.people(), ...careers.keys()]),
];

function bodyOf(
  { facts, careers }: Stated,
  number: number,
  names: readonly string[],
  madeAt: number,
  refText: (ref: number) => string,
): ArchiveBody {
  const career = careers.get(number);
  return {
    names: names.map((value) => ({ value, at: madeAt })),
    ...(career && { career }),
    facts: packed(facts.of(number, refText)),
  };
}

const underPost = ({ kind, link, when }: PostClaim): Fact => ({
  kind,
  direction: "out",
  ...when,
  ref: link.comment ?? link.post,
});

function postEntries({ ownPosts }: Gathered, { posts }: ArchiveMeaning): readonly SubjectEntry[] {
  const facts = new Map<ArchiveSubject, Fact[]>();
  for (const claim of posts) {
    const subject = subjectOfPost(claim);
    const known = facts.get(subject);
    if (known === undefined) facts.set(subject, [underPost(claim)]);
    else known.push(underPost(claim));
  }
  return [
    ...[...facts].map(([subject, said]) => ({
      subject,
      body: () => ({ facts: packed(said.toSorted(compareInteractions)) }),
    })),
    ...[...ownPosts].map((subject) => ({ subject, body: () => ({ authors: [{ days: [] }] }) })),
  ];
}

function homonyms({ people }: Gathered, found: readonly number[]): readonly Homonyms[] {
  const byName = new Map<string, number[]>();
  for (const person of found) {
    const name = people.shownName(person);
    if (name === undefined) continue;
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [person]);
    else same.push(person);
  }
  return [...byName]
    .filter(([, same]) => same.length > 1)
    .map(([name, same]) => ({ name, people: same.map(people.aliases).sort(byText) }))
    .sort((a, b) => byText(a.name, b.name));
}

function spanOf({ people, names, posts }: ArchiveMeaning): ArchiveReading["span"] {
  let [first, last] = [Infinity, -Infinity];
  const widen = ({ from }: { readonly from: number }): void => {
    first = Math.min(first, from);
    last = Math.max(last, from);
  };
  people.facts.each(widen);
  names.facts.each(widen);
  for (const { when } of posts) widen(when);
  return first <= last ? { from: first, to: last } : undefined;
}

/**
 * The reading of everything that was gathered.
 *
 * @param madeAt when the newest of the archives was made (ms)
 */
export function archiveReading(
  gathered: Gathered,
  meant: ArchiveMeaning,
  owner: OwnerFound,
  files: readonly FileReport[],
  madeAt: number,
): ArchiveReading {
  const { people, refs, circles } = gathered;
  const found = numbersOf(meant.people).filter((person) => !owner.people.has(person));
  const names = numbersOf(meant.names);
  const entries = [
    ...found.flatMap((person): readonly SubjectEntry[] => {
      const subject = people.mainAlias(person);
      const body = () => bodyOf(meant.people, person, people.names(person), madeAt, refs.text);
      return subject === undefined ? [] : [{ subject, body }];
    }),
    ...names.map((name): SubjectEntry => {
      const text = people.nameText(name);
      const body = () => bodyOf(meant.names, name, [text], madeAt, refs.text);
      return { subject: nameSubject(text), body };
    }),
    ...postEntries(gathered, meant),
  ].sort((a, b) => byText(a.subject, b.subject));
  const [ownerPerson] = owner.people;
  const [profileName] = gathered.ownNames;
  const ownerName =
    ownerPerson === undefined
      ? profileName !== undefined && people.nameText(profileName)
      : people.shownName(ownerPerson);
  const span = spanOf(meant);
  return {
    isUsable: entries.length > 0 || circles.size > 0 || gathered.ownNames.size > 0,
    owner: {
      aliases: [...owner.people].flatMap(people.aliases).sort(),
      ...(ownerName && { name: ownerName }),
      confidence: owner.confidence,
      candidates: owner.candidates,
    },
    madeAt,
    files,
    subjects: entries.map(({ subject }) => subject),
    peopleCount: found.length + names.length,
    interactionCount: meant.people.facts.count() + meant.names.facts.count(),
    postFactCount: meant.posts.length,
    homonyms: homonyms(gathered, found),
    links: people.shownTogether(),
    circles: [...circles.values()],
    ...(span && { span }),
    coverage: archiveSpans(gathered),
    bodyOf: (place) => entries[place]?.body() ?? {},
  };
}
