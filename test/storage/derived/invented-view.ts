/**
 * Histories with a view and without statements: what follows from people depends on nothing else.
 */
import { createHash } from "node:crypto";
import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach } from "vitest";
import type { Coverage } from "../../../src/domain/tie/coverage.ts";
import { settled } from "../../../src/domain/interactions/history.ts";
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";
import type { Alias, Choices, PersonId } from "../../../src/domain/person/person.ts";
import type { PersonRecord } from "../../../src/domain/directory/person-record.ts";
import type { SentMessage } from "../../../src/domain/person/sent-message.ts";
import { sentOutcomes } from "../../../src/domain/suggestions/replies.ts";
import type { PersonSubject } from "../../../src/domain/records/subject.ts";
import { packedMonths } from "../../../src/domain/interactions/messages-by-month.ts";
import { tieSummary } from "../../../src/domain/tie/tie-summary.ts";
import {
  type HistoryDatabase,
  HISTORY_STORES,
  openHistory,
} from "../../../src/storage/database/database.ts";
import { ALL_DERIVED } from "../../../src/storage/derived/all-derived.ts";
import type { PersonChange } from "../../../src/storage/view/derived.ts";
import { NOTHING_KNOWN, type Whole } from "../../../src/storage/view/about.ts";
import { anInteraction, DAY, NOW } from "../../domain/interactions/arbitrary-interactions.ts";

const opened: HistoryDatabase[] = [];
let count = 0;

/** A history nothing was written to; closed when the test is over. */
export async function emptyView(): Promise<HistoryDatabase> {
  const database = await openHistory(`view-${++count}`);
  opened.push(database);
  return database;
}

afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

/** A handle, as a keyed hash would give it. */
export const handleOf = (subject: string): PersonId =>
  createHash("sha256").update(subject).digest("base64url").slice(0, 22) as PersonId;

/** What tests say of a person. */
export interface Invented {
  readonly name?: string;
  readonly aliases?: readonly Alias[];
  readonly career?: PersonRecord["career"];
  readonly choices?: Choices;
  readonly interactions?: readonly Interaction[];
  readonly mutual?: number;
  readonly sent?: readonly SentMessage[];
}

/** A person with this subject. */
export function person(subject: PersonSubject, said: Invented = {}): PersonRecord {
  const facts = settled(said.interactions ?? []);
  const months = packedMonths(facts);
  return {
    subject,
    id: handleOf(subject),
    aliases: said.aliases ?? (subject.startsWith("name:") ? [] : [subject as Alias]),
    name: { value: said.name ?? subject, at: NOW },
    career: said.career ?? [],
    choices: said.choices ?? {},
    summary: tieSummary(facts),
    ...(months !== "" && { months }),
    ...(said.sent && { sent: sentOutcomes(said.sent, facts) }),
    ...(said.mutual !== undefined && { mutual: said.mutual }),
  };
}

/** What is written besides people. */
export interface Written {
  readonly whole?: Whole;
  readonly now?: number;
}

async function write(
  database: HistoryDatabase,
  changes: readonly PersonChange[],
  isOfAll: boolean,
  { whole, now = NOW }: Written,
): Promise<void> {
  const transaction = database.transaction(HISTORY_STORES, "readwrite");
  const [people, handles, about] = [
    transaction.objectStore("people"),
    transaction.objectStore("handles"),
    transaction.objectStore("about"),
  ];
  const had = ((await about.get("whole")) as Whole | undefined) ?? NOTHING_KNOWN;
  await about.put(whole ?? had, "whole");
  await about.put((((await about.get("revision")) as number | undefined) ?? 0) + 1, "revision");
  if (isOfAll) await Promise.all([people.clear(), handles.clear()]);
  for (const { before } of changes) {
    if (before !== undefined) await people.delete(before.subject);
    for (const alias of before?.aliases ?? []) await handles.delete(handleOf(alias));
  }
  for (const { after } of changes) {
    if (after !== undefined) await people.put(after);
    for (const alias of after?.aliases ?? [])
      if (alias !== after?.subject) await handles.put(after?.subject ?? "", handleOf(alias));
  }
  const change = {
    transaction,
    coverage: (whole ?? had).coverage,
    isOfEverybody: whole !== undefined,
    now,
  };
  const everybody = changes.flatMap(({ after }) => after ?? []);
  for (const derived of ALL_DERIVED)
    await (isOfAll ? derived.rebuilt(change, everybody) : derived.changed(change, changes));
  await transaction.done;
}

/** Writes changes of people, as the engine does. */
export const change = (
  database: HistoryDatabase,
  changes: readonly PersonChange[],
  also: Written = {},
): Promise<void> => write(database, changes, false, also);

/** Writes people who come, or are another than before. */
export async function put(
  database: HistoryDatabase,
  people: readonly PersonRecord[],
  also: Written = {},
): Promise<void> {
  const before = await Promise.all(people.map(({ subject }) => database.get("people", subject)));
  await change(
    database,
    people.map((after, place) => {
      const had = before[place];
      return { after, ...(had && { before: had }) };
    }),
    also,
  );
}

/** Makes the view of these people, and everything that follows from it, anew. */
export const rebuild = (
  database: HistoryDatabase,
  people: readonly PersonRecord[],
  also: Written = {},
): Promise<void> =>
  write(
    database,
    people.map((after) => ({ after })),
    true,
    also,
  );

/** A whole with nothing but a coverage. */
export const covered = (coverage: Coverage): Whole => ({ ...NOTHING_KNOWN, coverage });

const dated = <T>(value: fc.Arbitrary<T>) =>
  fc.record(
    { value, at: fc.integer({ min: NOW - 400 * DAY, max: NOW }) },
    { requiredKeys: ["at"] },
  );

/** Days around now, so that some have passed and some have not. */
const moment = fc.integer({ min: -60, max: 60 }).map((days) => NOW + days * DAY);

/** True for one in eight: most people are in the lists. */
const seldom = fc.nat(7).map((number) => number === 0);

const someChoices: fc.Arbitrary<Choices> = fc.record(
  {
    name: dated(fc.constantFrom("Ada Example", "Zoë Dvořák", "Łukasz")),
    company: dated(fc.constantFrom("Tin Whistle", "Green & Sons")),
    howMet: dated(fc.constantFrom("at a fair", "in a choir")),
    muted: dated(seldom),
    neverTrack: dated(seldom),
    deceased: dated(seldom),
    snoozedUntil: dated(moment),
    cadenceDays: dated(fc.integer({ min: 1, max: 90 })),
    inTouchElsewhere: dated(moment),
    tags: fc.uniqueArray(fc.constantFrom("choir", "Été 2020"), { minLength: 1 }),
    notes: fc.constant([{ id: "n", text: "Plays the cello\nand sings", at: NOW }]),
    reminders: fc
      .uniqueArray(moment, { minLength: 1, maxLength: 3 })
      .map((dates) => dates.sort((a, b) => a - b).map((at, place) => ({ id: `r${place}`, at }))),
  },
  { requiredKeys: [] },
);

const aCareer = fc
  .array(
    fc.record(
      {
        company: fc.constantFrom("Tin Whistle GmbH", "Sample Ltd", ""),
        title: fc.constantFrom("Software Engineer", "Nurse", "Gardener"),
        headline: fc.constantFrom("Founder at Tin Whistle", "Nurse | Speaker"),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 3 },
  )
  .map((seen) =>
    seen.map((one, place) => ({
      ...one,
      at: NOW - (90 - 20 * place) * DAY,
      until: NOW - (80 - 20 * place) * DAY,
    })),
  );

/** Twelve people known by an address, and one by name alone. */
const aSubject = fc.constantFrom<PersonSubject>(
  ...Array.from({ length: 12 }, (_, place) => `slug:p-${place}` as const),
  "name:bo sample",
);

/** Anybody, as the view may hold them. */
export const aPerson: fc.Arbitrary<PersonRecord> = fc
  .record(
    {
      subject: aSubject,
      name: fc.constantFrom("Ada Example", "Bo Sample", "Zoë Dvořák", "", "ada example"),
      career: aCareer,
      choices: fc.oneof(fc.constant({}), someChoices, someChoices),
      interactions: fc.array(anInteraction(), { maxLength: 12 }),
      mutual: fc.nat(40),
      sent: fc.array(
        fc.record({ at: moment, why: fc.constantFrom("news" as const, "talked" as const) }),
        { minLength: 1, maxLength: 3 },
      ),
    },
    { requiredKeys: ["subject", "name", "career", "choices", "interactions"] },
  )
  .map(({ subject, ...said }) => person(subject, said));
