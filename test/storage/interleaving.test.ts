/**
 * Pages and archives tell of the same conversation, to the millisecond and to the second, in any order and any number of times.
 */
import "fake-indexeddb/auto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { settled } from "../../src/domain/history.ts";
import type { Alias } from "../../src/domain/person.ts";
import type { Sighting } from "../../src/domain/sighting.ts";
import { openHistory } from "../../src/storage/database.ts";
import { exportedPeople } from "../../src/storage/export.ts";
import { record } from "../../src/storage/record.ts";
import { bring } from "./imports.ts";
import { countedIds, START } from "./sightings.ts";

const REF = "2-abc";
/** An archive names people by slug, a conversation by member id. */
const SLUG: Alias = "slug:ada-example";
const MEMBER: Alias = "member:ACoAda";

interface Message {
  readonly at: number;
  readonly direction: "in" | "out";
  /** Which sources have it. */
  readonly onPage: boolean;
  readonly inFirst: boolean;
  readonly inSecond: boolean;
}

/** Close together, so that several fall into one second. */
const messages = fc.uniqueArray(
  fc.record({
    at: fc.integer({ min: 0, max: 20_000 }).map((ms) => START + ms),
    direction: fc.constantFrom("in" as const, "out" as const),
    onPage: fc.boolean(),
    inFirst: fc.boolean(),
    inSecond: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12, selector: ({ at }) => at },
);

const second = (at: number) => Math.floor(at / 1000) * 1000;

const said = ({ direction }: Message, alias: Alias, from: number, to: number): Sighting => ({
  what: "interaction",
  person: { aliases: [alias], name: "Ada Example", at: START },
  interaction: { kind: "message", direction, from, to, ref: REF, sources: ["page"] },
});

const onPage = (one: Message): Sighting => said(one, MEMBER, one.at, one.at);
const inArchive = (one: Message): Sighting => said(one, SLUG, second(one.at), second(one.at) + 999);

const BOTH_NAMES: Sighting = {
  what: "person",
  person: { aliases: [SLUG, MEMBER], name: "Ada Example", at: START },
};

type Step =
  | { readonly what: "page"; readonly sightings: readonly Sighting[] }
  | { readonly what: "archive"; readonly id: string; readonly sightings: readonly Sighting[] };

/** The history's facts after these steps, as text. */
async function after(name: string, steps: readonly Step[]): Promise<readonly string[]> {
  const database = await openHistory(name);
  const ids = countedIds();
  for (const step of steps) {
    if (step.what === "page") await record(database, step.sightings, ids, START);
    else await bring(database, { id: step.id, sightings: step.sightings }, ids, START);
  }
  const { people } = await exportedPeople(database, undefined, 10);
  database.close();
  expect(people.length).toBeLessThan(2);
  return people.flatMap(({ interactions, deleted }) =>
    settled(interactions, deleted).map(({ direction, from, to, ref }) =>
      [direction, from, to, ref].join(" | "),
    ),
  );
}

const fact = (direction: string, from: number, to: number) =>
  [direction, from, to, REF].join(" | ");

/** The archive's facts, each as exactly as a page has shown it, and what the archive lacks. */
function expected(all: readonly Message[]): readonly string[] {
  const exact = all.filter((one) => one.onPage);
  const rows = all.filter(
    (one) =>
      (one.inFirst || one.inSecond) &&
      !exact.some(
        ({ at, direction }) => second(at) === second(one.at) && direction === one.direction,
      ),
  );
  return [
    ...new Set([
      ...exact.map(({ at, direction }) => fact(direction, at, at)),
      ...rows.map(({ at, direction }) => fact(direction, second(at), second(at) + 999)),
    ]),
  ].sort();
}

test("any order of pages and archives gives the archive's history and what it lacks", async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(
      messages.chain((all) => {
        const steps: Step[] = [
          ...all
            .filter((one) => one.onPage)
            .map((one): Step => ({ what: "page", sightings: [onPage(one)] })),
          { what: "page", sightings: [BOTH_NAMES] },
          {
            what: "archive",
            id: "one",
            sightings: all.filter((one) => one.inFirst).map(inArchive),
          },
          {
            what: "archive",
            id: "two",
            sightings: all.filter((one) => one.inSecond).map(inArchive),
          },
        ];
        return fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(steps, { minLength: steps.length }),
          fc.subarray(steps.filter(({ what }) => what === "page")),
        );
      }),
      async ([all, steps, again]) => {
        count += 1;
        const found = await after(`interleaved-${count}`, [...steps, ...again]);
        expect(found.toSorted()).toEqual(expected(all));
      },
    ),
    { numRuns: 150 },
  );
});
