/**
 * Small histories for properties: few aliases, two replicas, pages, two archives, the user, a name, posts, words and wrong clocks, so that
 * everything meets. Every text says which subject it is of.
 */
import fc from "fast-check";
import type { SourceId } from "../../../src/domain/interactions/interaction.ts";
import type { Alias } from "../../../src/domain/person/person.ts";
import type { HybridTime } from "../../../src/domain/records/hybrid-time.ts";
import { LINK_EVIDENCE, type Link } from "../../../src/domain/records/link.ts";
import {
  pair,
  type RegisterRecord,
  type RegisterWord,
} from "../../../src/domain/records/register.ts";
import type {
  HistoryStatement,
  PersonStatement,
  PostStatement,
  Register,
  Statement,
} from "../../../src/domain/records/statement.ts";
import type {
  NameSubject,
  PersonSubject,
  PostSubject,
} from "../../../src/domain/records/subject.ts";
import { connected, day, link, liked, message, page, post } from "./said.ts";
import { runs } from "../../effort.ts";

/** How often a property is tried. */
export const RUNS = { numRuns: runs(1000) };

/** A record of any kind. */
export type AnyRecord = Statement | Link | RegisterRecord;

export const ALIASES: readonly Alias[] = [
  "slug:one",
  "slug:two",
  "member:Three",
  "member:Four",
  "number:5",
  "number:6",
];
export const NAME: NameSubject = "name:ana silva";
const POSTS: readonly PostSubject[] = ["post:p1", "post:p2"];

/** The handle that a row of a week has for an alias. */
export const handleOf = (subject: PersonSubject): string =>
  `handle ${[...ALIASES, NAME].indexOf(subject)}`;

const alias = fc.constantFrom(...ALIASES);
const replica = fc.constantFrom("r1", "r2");
const days = fc.nat({ max: 12 });
const version = fc.integer({ min: 1, max: 2 });

/** Moments; two of them are never the same. */
const timeOf = (of: string): fc.Arbitrary<HybridTime> =>
  fc.tuple(days, fc.nat()).map(([count, counter]): HybridTime => [day(count), counter, of]);

const register = <T>(value: fc.Arbitrary<T>, of: string): fc.Arbitrary<Register<T>> =>
  fc
    .tuple(fc.option(value, { freq: 3, nil: undefined }), timeOf(of))
    .map(([known, time]) => ({ ...(known !== undefined && { value: known }), time }));

const fact = fc.oneof(
  days.map((at) => message(at)),
  days.map((at) => message(at, { direction: "out", ref: "thread" })),
  days.map((at) => message(at, { to: day(at + 1) })),
  days.map(connected),
);

const bodyOf = (subject: PersonSubject) =>
  fc.record(
    {
      facts: fc.array(fact, { maxLength: 3 }),
      called: fc.constantFrom("Ana Silva", `called ${subject}`),
      calledAt: days,
      career: days.map((at) => [{ title: `works as ${subject}`, at: day(at), until: day(at) }]),
      visits: days.map((at) => [day(at)]),
      mutual: fc
        .tuple(days, alias)
        .map(([at, named]) => [{ at: day(at), named: named === subject ? [] : [named] }]),
    },
    { requiredKeys: [] },
  );

const handOf = (subject: PersonSubject, of: string) =>
  fc.record(
    {
      notes: fc.record({ n: register(fc.constantFrom("", `note on ${subject}`), of) }),
      tags: fc.record({ t: register(fc.boolean(), of) }),
      reminders: fc.record({ m: register(days, of) }),
      sent: fc.record({
        s: register(fc.record({ at: days.map(day), why: fc.constantFrom("news", "talked") }), of),
      }),
      removed: fc.record({
        [`message|in|${day(3)}|${day(3)}|`]: register(fc.boolean(), of),
      }),
      choices: fc.record({ muted: register(fc.boolean(), of) }),
    },
    { requiredKeys: [] },
  );

const source = fc.constantFrom<SourceId>("page", "hand", "archive:one", "archive:two");

export const aPersonStatement: fc.Arbitrary<PersonStatement> = fc
  .tuple(fc.oneof({ weight: 4, arbitrary: alias }, fc.constant(NAME)), source, replica, version)
  .chain(([subject, from, of, nth]) =>
    (from === "hand" ? handOf(subject, of) : bodyOf(subject)).map((said) => ({
      ...page(subject, said, of),
      source: from,
      version: nth,
    })),
  );

const aPostStatement: fc.Arbitrary<PostStatement> = fc
  .tuple(fc.constantFrom(...POSTS), source, replica, version, alias, days, fc.boolean())
  .map(([subject, from, of, nth, author, at, isFact]) => ({
    ...post(
      subject,
      from,
      isFact
        ? { facts: [liked(at, subject)] }
        : { authors: [{ alias: author, name: `wrote as ${author}`, days: [at] }] },
    ),
    replica: of,
    version: nth,
  }));

const aHistoryStatement: fc.Arbitrary<HistoryStatement> = fc
  .tuple(fc.constantFrom<SourceId>("archive:one", "archive:two"), fc.option(alias), alias)
  .map(([from, owner, shown]) => ({
    subject: "history",
    source: from,
    replica: "r1",
    version: 1,
    body: {
      ...(owner && { owner: { aliases: [owner] } }),
      weeks: [{ week: 1, at: day(1), rows: [{ handle: handleOf(shown), list: "hello" }] }],
    },
  }));

export const aLink: fc.Arbitrary<Link> = fc
  .tuple(
    alias,
    alias,
    source,
    replica,
    version,
    fc.constantFrom(...LINK_EVIDENCE),
    fc.nat({ max: 1 }),
  )
  .filter(([one, other, from]) => one !== other && from !== "hand")
  .map(([one, other, from, of, nth, evidence, at]) => ({
    ...link(one, other, { source: from, evidence, at }),
    replica: of,
    version: nth,
  }));

const aWord: fc.Arbitrary<RegisterWord> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(alias, alias, fc.constantFrom("same", "different", "nothing"))
      .filter(([one, other]) => one !== other)
      .map(([one, other, value]) => pair(one, other, value)),
  },
  fc
    .oneof(alias, fc.constantFrom("somebody-else" as const, "nothing" as const))
    .map((value) => ({ kind: "named" as const, name: NAME, value })),
  fc
    .tuple(fc.constantFrom(...POSTS), fc.oneof(alias, fc.constant("nothing" as const)))
    .map(([subject, value]) => ({ kind: "author" as const, post: subject, value })),
  fc
    .tuple(replica, days, days)
    .map(([of, to, value]) => ({ kind: "clock" as const, of, to: day(to), value: day(value) })),
);

const aRegister: fc.Arbitrary<RegisterRecord> = fc
  .tuple(aWord, replica)
  .chain(([word, of]) => timeOf(of).map((time) => ({ word, replica: of, time })));

/** What sources say; without words of the user. */
export const saidRecords: fc.Arbitrary<readonly AnyRecord[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: aPersonStatement },
    { weight: 4, arbitrary: aLink },
    { weight: 1, arbitrary: aPostStatement },
  ),
  { maxLength: 8 },
);

/** A whole history, as a list in which records may have several versions. No two differ that have the same name and version. */
export const someRecords: fc.Arbitrary<readonly AnyRecord[]> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: aPersonStatement },
      { weight: 2, arbitrary: aPostStatement },
      { weight: 1, arbitrary: aHistoryStatement },
      { weight: 4, arbitrary: aLink },
      { weight: 4, arbitrary: aRegister },
    ),
    { maxLength: 16 },
  )
  .map(onePerVersion);

/** What names a record and its version. */
export function versionOf(record: AnyRecord): string {
  if ("word" in record) return JSON.stringify(record.time);
  const { source: from, replica: of, version: nth } = record;
  const about = "subject" in record ? record.subject : `${record.a} ${record.b}`;
  return JSON.stringify([about, from, of, nth]);
}

/** A replica writes each version once. */
export function onePerVersion(all: readonly AnyRecord[]): readonly AnyRecord[] {
  return [...new Map(all.map((one) => [versionOf(one), one])).values()];
}
