/**
 * What cannot be saved of an import, as a script for a page: unpacking (check sums included), parsing, and the writes of as many
 * packed records in one transaction. Bundled and run in the same browser as the import it is compared with.
 */
import { BlobReader, ZipReader } from "@zip.js/zip.js/lib/zip-core-native.js";
import Papa from "papaparse";

const PIECE = 1024 * 1024;

/** Answers how long it took to unpack and parse everything (ms), and how many rows there were. */
export async function unpackedAndParsed(zip: Blob): Promise<{ ms: number; rows: number }> {
  const start = performance.now();
  const reader = new ZipReader(new BlobReader(zip), { useWebWorkers: false });
  let rows = 0;
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue;
    const parser = new Papa.Parser({ delimiter: ",", newline: "\n" });
    let held = "";
    const parse = (text: string, isLast: boolean): void => {
      held += text;
      if (!isLast && held.length < PIECE) return;
      const result: unknown = parser.parse(held, 0, !isLast);
      const { data, meta } = result as { data: readonly unknown[]; meta: { cursor: number } };
      rows += data.length;
      held = held.slice(meta.cursor);
    };
    const decoder = new TextDecoder();
    const sink = new WritableStream<Uint8Array>({
      write: (bytes) => parse(decoder.decode(bytes, { stream: true }), false),
      close: () => parse(decoder.decode(), true),
    });
    await entry.getData(sink, { checkCrc32: true, useWebWorkers: false });
  }
  return { ms: performance.now() - start, rows };
}

/** As much as a person takes, apart from the interactions: 500 bytes of summary, a name, a job. */
const person = (id: string, place: number) => ({
  id,
  aliases: [`slug:somebody-example-${place}`],
  name: { value: `Somebody Example ${place}`, at: 1 },
  career: [{ company: "Sample, Inc.", title: "Engineer", at: 1, until: 1 }],
  choices: {},
  summary: { words: "x".repeat(480) },
  visits: [],
});

/** Answers how long (ms) it takes to write so many people with so many interactions each. */
export async function packedWrites(people: number, interactionsEach: number): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("floor", 1);
    opening.addEventListener("upgradeneeded", () => {
      opening.result.createObjectStore("people", { keyPath: "id" });
      opening.result.createObjectStore("aliases");
      opening.result.createObjectStore("interactions");
    });
    opening.addEventListener("success", () => resolve(opening.result));
    opening.addEventListener("error", () => reject(new Error("no database")));
  });
  const rows = "x".repeat(17 * interactionsEach);
  const start = performance.now();
  const transaction = database.transaction(["people", "aliases", "interactions"], "readwrite");
  const done = new Promise((resolve, reject) => {
    transaction.addEventListener("complete", resolve);
    transaction.addEventListener("abort", () => reject(new Error("aborted")));
  });
  for (let place = 0; place < people; place += 1) {
    const id = crypto.randomUUID();
    transaction.objectStore("people").put(person(id, place));
    transaction
      .objectStore("interactions")
      .put(
        { packed: { count: interactionsEach, rows, refs: ["2-abc"], sources: [["archive:a"]] } },
        id,
      );
    transaction.objectStore("aliases").put(id, `slug:somebody-example-${place}`);
  }
  await done;
  const ms = performance.now() - start;
  database.close();
  indexedDB.deleteDatabase("floor");
  return ms;
}

Object.assign(globalThis, { unpackedAndParsed, packedWrites });
