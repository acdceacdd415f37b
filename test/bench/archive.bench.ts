/**
 * What reading an archive costs beyond what cannot be saved: unpacking and parsing alone, in the same run. Three sizes, to show how the
 * cost grows.
 */
import { BlobReader, ZipReader } from "@zip.js/zip.js/lib/zip-core-native.js";
import Papa from "papaparse";
import { archiveParts } from "../../src/dashboard/reader/archive-parts.ts";
import { readArchive } from "../../src/linkedin/archive/read-archive.ts";
import { writtenArchive, zipOf } from "../linkedin/archive/written/archive-writer.ts";
import { inventedNetwork } from "../linkedin/archive/written/invented-network.ts";
import { benchRow, type BenchRow } from "./bench-row.ts";

const NOW = Date.UTC(2026, 4, 5);
const RUNS = 3;

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

/** Reads an archive of that size some times, with the floor before each. */
async function archiveOf(connections: number, messages: number): Promise<readonly BenchRow[]> {
  const network = inventedNetwork({ seed: 1, connections, messages, now: NOW });
  const zip = await zipOf(writtenArchive(network, "2026").files);
  const read = async (): Promise<void> => {
    const reading = await readArchive([{ name: "archive.zip", blob: zip }], { now: NOW });
    const parts = archiveParts(reading);
    for (let number = 0; parts.part(number) !== undefined; number += 1);
  };
  const floors: number[] = [];
  const times: number[] = [];
  const floorPeaks: number[] = [];
  const peaks: number[] = [];
  for (let round = 0; round < RUNS; round += 1) {
    floors.push(await seconds(() => unpackedAndParsed(zip)));
    times.push(await seconds(read));
    floorPeaks.push((await peakBytes(() => unpackedAndParsed(zip))) / 1e6);
    peaks.push((await peakBytes(read)) / 1e6);
  }
  const about = {
    size: `${connections} connections, ${messages} messages`,
    beside: "unpacking and parsing",
  } as const;
  return [
    benchRow({ ...about, what: "reading an archive", unit: "s" }, times, floors),
    benchRow({ ...about, what: "most memory over idle", unit: "MB" }, peaks, floorPeaks),
  ];
}

/** All rows. */
export async function archiveBench(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const times of [1, 10, 100]) rows.push(...(await archiveOf(300 * times, 5_000 * times)));
  return rows;
}
