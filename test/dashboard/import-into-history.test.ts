/** From the drop to the people: the session of the history page with the real store behind it. */
import "fake-indexeddb/auto";
import "../words/extension-of-the-tests.ts";
import { expect, test, vi } from "vitest";
import { importSession } from "../../src/dashboard/import/session/import-session.ts";
import type { ImportOutcome, ImportPreview } from "../../src/domain/records/archive-import.ts";
import { type Asked, Refusal } from "../../src/protocol/transport.ts";
import type { PageQuestions } from "../../src/protocol/page-questions.ts";
import { type HistoryDatabase, openHistory } from "../../src/storage/database/database.ts";
import { commitImport } from "../../src/storage/imports/commit.ts";
import { HistoryMoved, ImportIncomplete } from "../../src/storage/imports/import-asked.ts";
import { previewImport } from "../../src/storage/imports/preview.ts";
import { beginImport, dropImport, stagePart } from "../../src/storage/imports/staging.ts";
import { withdrawImport } from "../../src/storage/imports/withdraw.ts";
import { VARIANTS } from "../linkedin/archive/written/archive-variants.ts";
import { writtenArchive, zipOf } from "../linkedin/archive/written/archive-writer.ts";
import { inventedNetwork } from "../linkedin/archive/written/invented-network.ts";
import type { WrittenFile } from "../linkedin/archive/written/written-file.ts";
import { readerOfTests } from "./reading-worker.ts";

vi.setConfig({ testTimeout: 120_000 });

const NOW = Date.UTC(2026, 4, 5);
const NETWORK = inventedNetwork({
  seed: 12,
  connections: 70,
  messages: 300,
  now: NOW,
  namesakes: 2,
});

async function refusing<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ImportIncomplete) throw new Refusal("import-incomplete");
    if (error instanceof HistoryMoved) throw new Refusal("history-moved");
    throw error;
  }
}

/** The background's answers about one history. */
function backgroundOf(database: HistoryDatabase): Asked<PageQuestions> {
  const answers: Partial<Asked<PageQuestions>> = {
    importTrouble: async () => undefined,
    importTargets: async () => [{ name: "history-1", aliases: ["slug:me-example"], shown: true }],
    beginImport: async ({ head }) => {
      await beginImport(database, head);
      return { history: "history-1" };
    },
    stageImport: ({ id, part }) => stagePart(database, id, part),
    previewImport: ({ id, ...asked }) => refusing(previewImport(database, id, asked, {}, NOW)),
    commitImport: ({ id, ...asked }) => refusing(commitImport(database, id, asked, {}, NOW)),
    importProgress: async () => undefined,
    cancelImport: async ({ id }) => ((await dropImport(database, id)) ? "cancelled" : "done"),
  };
  return answers as Asked<PageQuestions>;
}

const idOf = (go: number): string => `00000000-0000-4000-8000-${String(go).padStart(12, "0")}`;

interface BroughtIn {
  readonly counted: ImportPreview;
  readonly outcome: ImportOutcome;
}

async function bring(
  database: HistoryDatabase,
  go: number,
  files: readonly WrittenFile[],
  day = "05-04-2026",
): Promise<BroughtIn> {
  const name = `Complete_LinkedInDataExport_${day}.zip`;
  const session = importSession([{ name, blob: await zipOf(files) }], {
    ask: backgroundOf(database),
    startReader: () => readerOfTests(),
    importId: idOf(go),
    now: NOW,
    alone: (step) => step(),
  });
  let read = await session.read(() => undefined);
  // Files without messages do not say whose they are.
  if (read.owner === undefined)
    read = await session.answer({ aliases: ["slug:me-example"] }, () => undefined);
  const committed = await session.commit(read, () => undefined);
  if (!("outcome" in committed) || read.counted === undefined) throw new Error("not committed");
  return { counted: read.counted, outcome: committed.outcome };
}

let histories = 0;
const emptyHistory = (): Promise<HistoryDatabase> => openHistory(`into-${++histories}`);

const peopleIn = async (database: HistoryDatabase) =>
  (await database.getAll("people")).map(({ aliases, name, summary }) => ({
    aliases,
    name: name.value,
    interactions: summary.interactions,
  }));

for (const variant of VARIANTS)
  test(`an archive of the form "${variant}" does what its preview says, adds nothing twice and can be taken back`, async () => {
    const database = await emptyHistory();
    const { files } = writtenArchive(NETWORK, variant);
    const first = await bring(database, 1, files);
    const {
      revision: _revision,
      questions: _questions,
      ownerNew: _new,
      ...counted
    } = first.counted;
    expect(first.outcome).toEqual(counted);
    const people = await peopleIn(database);
    expect(people.length).toBe(first.outcome.peopleNew);
    expect(people.length).toBeGreaterThan(40);
    expect(first.outcome.peopleKnown).toBe(0);

    const again = await bring(database, 2, files, "05-05-2026");
    expect(again.outcome).toMatchObject({ peopleNew: 0, interactionsNew: 0 });
    expect(await peopleIn(database)).toEqual(people);
    await withdrawImport(database, idOf(1), {}, NOW);
    expect(await peopleIn(database)).toEqual(people);
    await withdrawImport(database, idOf(2), {}, NOW);
    expect(await peopleIn(database)).toEqual([]);
  });

test("an import that another tab dropped is staged again and committed", async () => {
  const database = await emptyHistory();
  const { files } = writtenArchive(NETWORK, "2026");
  const session = importSession([{ name: "a.zip", blob: await zipOf(files) }], {
    ask: backgroundOf(database),
    startReader: () => readerOfTests(),
    importId: idOf(7),
    now: NOW,
    alone: (step) => step(),
  });
  const read = await session.read(() => undefined);
  await dropImport(database, idOf(7));
  const committed = await session.commit(read, () => undefined);
  expect(committed).toMatchObject({ outcome: { peopleKnown: 0 } });
  expect((await peopleIn(database)).length).toBeGreaterThan(40);
});

test("an import that is cancelled leaves nothing", async () => {
  const database = await emptyHistory();
  const { files } = writtenArchive(NETWORK, "2026");
  const session = importSession([{ name: "a.zip", blob: await zipOf(files) }], {
    ask: backgroundOf(database),
    startReader: () => readerOfTests(),
    importId: idOf(8),
    now: NOW,
    alone: (step) => step(),
  });
  await session.read(() => undefined);
  expect(await database.count("parts")).toBeGreaterThan(0);
  await session.cancel();
  expect(await database.count("parts")).toBe(0);
  expect(await database.count("imports")).toBe(0);
});
