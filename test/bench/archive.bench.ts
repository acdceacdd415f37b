/**
 * What reading an archive costs beyond what cannot be saved: unpacking and parsing alone, in the same run.
 * `npx tsx --expose-gc test/bench/archive.bench.ts [connections] [messages]`
 */
import { pathToFileURL } from "node:url";
import { BlobReader, ZipReader } from "@zip.js/zip.js/lib/zip-core-native.js";
import Papa from "papaparse";
import { archiveParts } from "../../src/dashboard/reader/archive-parts.ts";
import { readArchive } from "../../src/linkedin/archive/read-archive.ts";
import { writtenArchive, zipOf } from "../linkedin/archive/written/archive-writer.ts";
import { inventedNetwork } from "../linkedin/archive/written/invented-network.ts";

/** One line of the benchmark: measured and floor in the unit `what` names, ratio between them. */
export interface BenchRow {
  readonly what: string;
  readonly measured: number;
  readonly floor: number;
  readonly ratio: number;
}

const NOW = Date.UTC(2026, 4, 5);

/** Unpacks (check sums included) and parses everything, and keeps nothing. Answers how many rows there are. */
async function unpackedAndParsed(zip: Blob): Promise<number> {
  const reader = new ZipReader(new BlobReader(zip), { useWebWorkers: false });
  let rows = 0;
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue;
    const parser = new Papa.Parser({ delimiter: ",", newline: "\n" });
    let held = "";
    const parse = (text: string, isLast: boolean): void => {
      held += text;
      if (!isLast && held.length < 1024 * 1024) return;
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
  return rows;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Most memory (bytes) in use while some work runs, over what was in use before. */
async function peakBytes(work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.();
  const idle = process.memoryUsage();
  let peak = 0;
  const look = (): void => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    peak = Math.max(peak, heapUsed + arrayBuffers - idle.heapUsed - idle.arrayBuffers);
  };
  const timer = setInterval(look, 5);
  await work();
  look();
  clearInterval(timer);
  return peak;
}

/** Reads an archive of that size three times, with the floor in between, and takes the best of each. */
export async function archiveBench(
  connections = 30_000,
  messages = 500_000,
): Promise<readonly BenchRow[]> {
  const network = inventedNetwork({ seed: 1, connections, messages, now: NOW });
  const zip = await zipOf(writtenArchive(network, "2026").files);
  const read = async (onProgress?: () => void): Promise<{ rows: number; facts: number }> => {
    const reading = await readArchive(
      [{ name: "archive.zip", blob: zip }],
      { now: NOW },
      undefined,
      onProgress,
    );
    const parts = archiveParts(reading);
    for (let number = 0; parts.part(number) !== undefined; number += 1);
    return {
      rows: reading.files.reduce((sum, file) => sum + file.rows, 0),
      facts: reading.interactionCount,
    };
  };
  const floors: number[] = [];
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    floors.push(await seconds(() => unpackedAndParsed(zip)));
    times.push(await seconds(() => read()));
  }
  const { rows } = await read();
  const size = `${connections} connections, ${messages} messages`;
  const floor = Math.min(...floors);
  const measured = Math.min(...times);
  const floorPeak = (await peakBytes(() => unpackedAndParsed(zip))) / 1e6;
  const peak = (await peakBytes(() => read())) / 1e6;
  return [
    { what: `read ${size} (s)`, measured, floor, ratio: measured / floor },
    {
      what: `rows a second, ${size}`,
      measured: rows / measured,
      floor: rows / floor,
      ratio: floor / measured,
    },
    {
      what: `most memory over idle, ${size} (MB)`,
      measured: peak,
      floor: floorPeak,
      ratio: peak / floorPeak,
    },
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [connections, messages] = process.argv.slice(2).map(Number);
  console.table(await archiveBench(connections, messages));
}
