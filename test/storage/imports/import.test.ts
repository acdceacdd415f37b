import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import type { HistoryDatabase } from "../../../src/storage/database/database.ts";
import { groundOf } from "../../../src/storage/ground/ground.ts";
import { NO_OVERLAY } from "../../../src/storage/ground/overlay.ts";
import { Moved, write } from "../../../src/storage/records/write.ts";
import type { ViewChange } from "../../../src/storage/view/view-change.ts";
import { commitImport } from "../../../src/storage/imports/commit.ts";
import { HistoryMoved, ImportIncomplete } from "../../../src/storage/imports/import-asked.ts";
import { importLog } from "../../../src/storage/imports/log.ts";
import { previewImport } from "../../../src/storage/imports/preview.ts";
import { dropImport } from "../../../src/storage/imports/staging.ts";
import { withdrawImport } from "../../../src/storage/imports/withdraw.ts";
import { choose } from "../../../src/storage/records/by-hand.ts";
import { forget } from "../forgotten.ts";
import { record } from "../../../src/storage/records/record.ts";
import { storedCounts, storedCoverage } from "../../../src/storage/view/about.ts";
import { peopleByAliases } from "../../../src/storage/view/people.ts";
import { happened, histories, on } from "../seen.ts";
import { rawText, storedView, viewAnew } from "../stored-history.ts";
import {
  askedOf,
  body,
  fact,
  imported,
  previewed,
  staged,
  THREE_PEOPLE,
  type WrittenImport,
} from "../written-import.ts";

const { empty, close } = histories();
afterEach(close);

const A = "aaaaaaaa-0000-4000-8000-000000000000";
const B = "bbbbbbbb-0000-4000-8000-000000000000";
const C = "cccccccc-0000-4000-8000-000000000000";

const first: WrittenImport = {
  id: A,
  said: THREE_PEOPLE,
  coverage: [{ from: on(0), to: on(4), kinds: ["message"] }],
};

/** What of the database is the history: without what is staged, and without the number of writes. */
async function history(database: HistoryDatabase): Promise<unknown> {
  const [people, log, counts] = await Promise.all([
    storedView(database),
    importLog(database),
    storedCounts(database),
  ]);
  return { people, log, counts };
}

test("an import is found by every subject, with counts, coverage and an entry in the log", async () => {
  const database = await empty();
  const outcome = await imported(database, first, on(10));
  expect(outcome).toEqual({
    peopleNew: 3,
    peopleKnown: 0,
    interactionsNew: 4,
    interactionsKnown: 0,
    waiting: 0,
    erased: 0,
  });
  expect((await storedView(database)).map(({ subject }) => subject)).toEqual([
    "name:cy trial",
    "slug:ada",
    "slug:bo",
  ]);
  expect(await storedCounts(database)).toEqual({ people: 3, interactions: 4 });
  expect((await storedCoverage(database)).archives).toEqual(first.coverage);
  expect((await importLog(database)).map(({ id, outcome: told }) => [id, told])).toEqual([
    [A, outcome],
  ]);
});

test("what is staged and previewed is seen nowhere, and dropping it leaves nothing", async () => {
  const database = await empty();
  const before = await history(database);
  await previewed(database, { ...first, links: [{ a: "slug:ada", b: "slug:ada-old" }] }, on(10));
  expect(await history(database)).toEqual(before);
  expect(await dropImport(database, A)).toBe(true);
  expect(await rawText(database)).not.toContain("slug:ada");
});

test("an import that lacks a part is refused and changes nothing", async () => {
  const database = await empty();
  const parts = await staged(database, first);
  await expect(previewImport(database, A, askedOf(first, parts + 1), {}, on(10))).rejects.toThrow(
    ImportIncomplete,
  );
  expect(await storedView(database)).toEqual([]);
});

test("a commit is refused when the history changed since the preview", async () => {
  const database = await empty();
  const parts = await staged(database, first);
  const asked = askedOf(first, parts);
  const { revision } = await previewImport(database, A, asked, {}, on(10));
  await record(database, [happened(["slug:dee"], 1)], on(10));
  await expect(commitImport(database, A, { ...asked, revision }, {}, on(10))).rejects.toThrow(
    HistoryMoved,
  );
  const again = await previewImport(database, A, asked, {}, on(10));
  await commitImport(database, A, { ...asked, revision: again.revision }, {}, on(10));
  expect(await storedView(database)).toHaveLength(4);
});

test("a commit that is cancelled on the way leaves the history as it was, and can be made again", async () => {
  const database = await empty();
  const before = await history(database);
  const parts = await staged(database, first);
  const asked = askedOf(first, parts);
  const { revision } = await previewImport(database, A, asked, {}, on(10));
  const cancelling = new AbortController();
  const progress = () => cancelling.abort(new Error("cancelled"));
  await expect(
    commitImport(
      database,
      A,
      { ...asked, revision },
      { signal: cancelling.signal, progress },
      on(10),
    ),
  ).rejects.toThrow("cancelled");
  expect(await history(database)).toEqual(before);
  const again = await previewImport(database, A, asked, {}, on(10));
  await commitImport(database, A, { ...asked, revision: again.revision }, {}, on(10));
  expect(await storedView(database)).toHaveLength(3);
});

test("committing again what is committed answers the same and writes nothing", async () => {
  const database = await empty();
  const outcome = await imported(database, first, on(10));
  const before = await rawText(database);
  const asked = askedOf(first, 2);
  expect(await commitImport(database, A, { ...asked, revision: 0 }, {}, on(11))).toEqual(outcome);
  expect(await rawText(database)).toBe(before);
});

test("next month's archive costs a reference for what is unchanged, and both can be undone in any order", async () => {
  const second: WrittenImport = {
    ...first,
    id: B,
    madeAt: on(1000),
    said: { ...first.said, "slug:ada": body([fact(1), fact(2), fact(20)], "Ada Example") },
  };
  for (const order of [
    [A, B],
    [B, A],
  ]) {
    const database = await empty();
    await imported(database, first, on(10));
    const outcome = await imported(database, second, on(40));
    expect([outcome.interactionsNew, outcome.interactionsKnown, outcome.peopleNew]).toEqual([
      1, 4, 0,
    ]);
    expect(outcome.peopleKnown).toBe(3);
    const parts = await database.getAll(
      "parts",
      IDBKeyRange.bound([`archive:${B}`], [`archive:${B}`, []]),
    );
    expect(
      parts.flatMap(({ bodies }) => bodies).filter((one) => one === `=archive:${A}`),
    ).toHaveLength(2);
    for (const [place, id] of order.entries()) {
      await withdrawImport(database, id ?? "", {}, on(50 + place));
      expect(await storedView(database)).toEqual(await viewAnew(database));
      expect(await storedView(database)).toHaveLength(place === 0 ? 3 : 0);
    }
    expect(await database.getAll("parts")).toEqual([]);
    database.close();
  }
});

test("an import that was undone was never imported, but for the mark, and the user's words stay", async () => {
  const database = await empty();
  await record(database, [happened(["slug:ada"], 1)], on(1));
  const [before] = await storedView(database);
  await imported(database, first, on(10));
  const bo = (await peopleByAliases(database, [["slug:bo"]]))[0];
  await choose(database, bo!.id, { notes: { n: "met at the fair" } }, on(11));
  await withdrawImport(database, A, {}, on(12));
  const [ada, left, ...others] = await storedView(database);
  expect(ada).toEqual(before);
  expect([left?.subject, left?.choices.notes?.[0]?.text, left?.summary.interactions]).toEqual([
    "slug:bo",
    "met at the fair",
    0,
  ]);
  expect(others).toEqual([]);
  expect(await importLog(database)).toEqual([]);
});

test("of an erased person an import brings nothing, under no further alias either", async () => {
  const database = await empty();
  await imported(database, first, on(10));
  const [ada] = await peopleByAliases(database, [["slug:ada"]]);
  await forget(database, ada!.id, on(11));
  const outcome = await imported(
    database,
    {
      id: C,
      said: {
        "slug:ada": body([fact(1)]),
        "number:7": body([fact(2)]),
        "slug:dee": body([fact(3)]),
      },
      links: [{ a: "number:7", b: "slug:ada" }],
    },
    on(12),
  );
  expect(outcome.erased).toBe(2);
  const text = await rawText(database);
  expect(text).not.toContain("slug:ada");
  expect(text).not.toContain("number:7");
  expect((await storedView(database)).map(({ subject }) => subject)).toContain("slug:dee");
});

test("a row that shows an erased person with somebody who is known joins the two in no store", async () => {
  const database = await empty();
  await record(database, [happened(["slug:ada"], 1), happened(["slug:dee"], 2)], on(2));
  const [ada] = await peopleByAliases(database, [["slug:ada"]]);
  await forget(database, ada!.id, on(11));
  await imported(
    database,
    {
      id: C,
      said: { "slug:dee": body([fact(3)]) },
      links: [{ a: "slug:ada", b: "slug:dee" }],
    },
    on(12),
  );
  expect(await rawText(database)).not.toContain("slug:ada");
  const people = await storedView(database);
  expect(people.map(({ aliases }) => aliases)).toEqual([["slug:dee"]]);
  expect(people).toEqual(await viewAnew(database));
});

test("a preview counts anew what changed since the one before", async () => {
  const database = await empty();
  const parts = await staged(database, first);
  const asked = askedOf(first, parts);
  const before = await previewImport(database, A, asked, {}, on(10));
  await record(database, [happened(["slug:ada"], 1)], on(10));
  const after = await previewImport(database, A, asked, {}, on(10));
  expect([before.peopleNew, after.peopleNew]).toEqual([3, 2]);
  expect(after.revision).toBeGreaterThan(before.revision);
});

test("an erasure while an import waits for its commit counts for the import", async () => {
  const database = await empty();
  await record(database, [happened(["slug:ada"], 1)], on(1));
  const parts = await staged(database, first);
  const asked = askedOf(first, parts);
  const { revision } = await previewImport(database, A, asked, {}, on(10));
  const [ada] = await storedView(database);
  await forget(database, ada!.id, on(11));
  expect(await rawText(database)).not.toContain("slug:ada");
  await expect(commitImport(database, A, { ...asked, revision }, {}, on(12))).rejects.toThrow(
    HistoryMoved,
  );
  const again = await previewImport(database, A, askedOf(first, 2), {}, on(13));
  await commitImport(database, A, { ...asked, revision: again.revision }, {}, on(13));
  expect(await rawText(database)).not.toContain("slug:ada");
});

test("what was computed before an erasure is not written after it", async () => {
  const database = await empty();
  await record(database, [happened(["slug:ada"], 1)], on(1));
  const ground = await groundOf(database);
  const [ada] = await storedView(database);
  await forget(database, ada!.id, on(11));
  const before = await rawText(database);
  const view: ViewChange = {
    people: [{ after: ada! }],
    aliases: new Map(),
    handles: new Map(),
    waiting: new Map(),
    names: new Map(),
  };
  await expect(write(database, { ground, overlay: NO_OVERLAY, view, now: on(12) })).rejects.toThrow(
    Moved,
  );
  expect(await rawText(database)).toBe(before);
});

test("an erasure that begins while an import commits is done after it, and leaves nothing of the person", async () => {
  const database = await empty();
  await record(database, [happened(["slug:ada"], 1)], on(1));
  const parts = await staged(database, first);
  const asked = askedOf(first, parts);
  const { revision } = await previewImport(database, A, asked, {}, on(10));
  const [ada] = await storedView(database);
  const committing = commitImport(database, A, { ...asked, revision }, {}, on(12));
  await Promise.all([committing, forget(database, ada!.id, on(12))]);
  expect(await rawText(database)).not.toContain("slug:ada");
  expect(await rawText(database)).not.toContain("Ada Example");
  expect(await storedView(database)).toEqual(await viewAnew(database));
});

test("a cancel that comes after the commit takes nothing away, and says that it is done", async () => {
  const database = await empty();
  await imported(database, first, on(10));
  const before = await rawText(database);
  expect(await dropImport(database, A)).toBe(false);
  expect(await rawText(database)).toBe(before);
});

test("archives in any order give the same people", async () => {
  const later: WrittenImport = {
    id: B,
    said: {
      "slug:cy": body([fact(3, "connected"), fact(9)], "Cy Trial"),
      "slug:ada": body([fact(2)]),
    },
  };
  const people = async (...order: readonly WrittenImport[]) => {
    const database = await empty();
    for (const [place, one] of order.entries()) await imported(database, one, on(10 + place));
    return (await storedView(database)).map(({ id: _id, ...person }) => person);
  };
  expect(await people(first, later)).toEqual(await people(later, first));
});
