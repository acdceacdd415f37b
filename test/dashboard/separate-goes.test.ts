import "fake-indexeddb/auto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { archiveParts } from "../../src/dashboard/archive-parts.ts";
import { readArchive } from "../../src/linkedin/archive/read-archive.ts";
import type { ArchiveSource } from "../../src/linkedin/archive/sources.ts";
import { type HistoryDatabase, openHistory } from "../../src/storage/database.ts";
import { commitImport } from "../../src/storage/import-commit.ts";
import { beginImport, stagePart } from "../../src/storage/import-staging.ts";
import { knownForImport, waitingForImport } from "../../src/storage/known-for-import.ts";
import { writtenArchive, zipOf } from "../linkedin/archive/archive-writer.ts";
import { inventedNetwork } from "../linkedin/archive/invented-network.ts";
import type { WrittenFile } from "../linkedin/archive/written-file.ts";
import { countedIds } from "../storage/sightings.ts";

const NOW = Date.UTC(2026, 4, 5);
const NETWORK = inventedNetwork({ seed: 3, connections: 40, messages: 200, now: NOW });

let histories = 0;
const emptyHistory = (): Promise<HistoryDatabase> => openHistory(`goes-${++histories}`);

const idOf = (go: number): string => `00000000-0000-4000-8000-${String(go).padStart(12, "0")}`;

/** Brings files in as the history page does: what the history knows is told to the reading, its parts are staged and committed. */
async function bring(
  database: HistoryDatabase,
  go: number,
  files: readonly WrittenFile[],
  newId: ReturnType<typeof countedIds>,
): Promise<void> {
  const source: ArchiveSource = {
    name: "Complete_LinkedInDataExport_05-04-2026.zip",
    blob: await zipOf(files),
  };
  const id = idOf(go);
  const reading = await readArchive([source], {
    importId: id,
    now: NOW,
    owner: ["slug:me-example"],
    known: (await knownForImport(database, undefined, 10_000)).people,
    waiting: await waitingForImport(database),
  });
  const parts = archiveParts(reading);
  const { coverage } = reading;
  await beginImport(database, { id, at: NOW, madeAt: NOW, coverage, circles: [], files: [] });
  for (let part = 0; part < parts.count; part += 1) await stagePart(database, id, parts.part(part));
  await commitImport(database, id, { parts: parts.count, newId, now: NOW });
}

const ties = async (database: HistoryDatabase) =>
  (await database.getAll("people"))
    .map(({ aliases, name, summary }) => ({ aliases, name, summary }))
    .sort((a, b) => (String(a.aliases) < String(b.aliases) ? -1 : 1));

async function broughtIn(goes: readonly (readonly WrittenFile[])[]): Promise<HistoryDatabase> {
  const database = await emptyHistory();
  const newId = countedIds();
  for (const [go, files] of goes.entries()) await bring(database, go, files, newId);
  return database;
}

test("an archive brought in file by file, in goes of their own and in any order, gives the ties of the whole", async () => {
  const { files } = writtenArchive(NETWORK, "2026");
  const whole = await ties(await broughtIn([files]));
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...files], { minLength: files.length }),
      fc.integer({ min: 1, max: 3 }),
      async (order, size) => {
        const goes = Array.from({ length: Math.ceil(order.length / size) }, (_, go) =>
          order.slice(go * size, (go + 1) * size),
        );
        expect(await ties(await broughtIn(goes))).toEqual(whole);
      },
    ),
    { numRuns: 6 },
  );
}, 120_000);
