/**
 * What bringing an archive costs in Chromium, as a ratio to what cannot be saved, at full size and ten times smaller. Needs
 * `npm run build` before. `npx tsx test/bench/import.bench.ts [connections] [messages]`
 */
import { pathToFileURL } from "node:url";
import type { BenchRow } from "./archive.bench.ts";
import { importInChromium } from "./import-in-chromium.ts";

/** Most memory (MB) over idle, and longest task (ms) of the page's main thread, that are allowed. */
const MEMORY_MB = 400;
const TASK_MS = 50;

/** One import of that size; budgets stand in place of a floor where there is none. */
async function importOf(
  connections: number,
  messages: number,
  extension?: string,
): Promise<readonly BenchRow[]> {
  const size = `${connections} connections, ${messages} messages`;
  const one = await importInChromium(connections, messages, extension);
  const measured = (one.readMs + one.writeMs) / 1000;
  const floor = (one.floorReadMs + one.floorWriteMs) / 1000;
  const row = (what: string, value: number, over: number): BenchRow => ({
    what: `${what}, ${size}`,
    measured: value,
    floor: over,
    ratio: value / over,
  });
  return [
    row("import (s), floor: unpack + parse + packed writes", measured, floor),
    row("of it reading (s)", one.readMs / 1000, one.floorReadMs / 1000),
    row("of it writing (s)", one.writeMs / 1000, one.floorWriteMs / 1000),
    row("the archive of the month after (s), beside the first", one.nextMs / 1000, measured),
    row("bytes of it (MB), beside the first", one.nextStoredBytes / 1e6, one.storedBytes / 1e6),
    row("undoing the later one (s), beside importing it", one.undoMs / 1000, one.nextMs / 1000),
    row("rows a second", one.rows / measured, one.rows / floor),
    row("most memory over idle (MB), beside the budget", one.peakBytes / 1e6, MEMORY_MB),
    row("longest task of the page (ms), beside the budget", one.longestTaskMs, TASK_MS),
  ];
}

/** A member of long standing, and before it somebody with a tenth of that, to show how the cost grows. */
export async function importBench(
  connections = 30_000,
  messages = 500_000,
  extension?: string,
): Promise<readonly BenchRow[]> {
  return [
    ...(await importOf(connections / 10, messages / 10, extension)),
    ...(await importOf(connections, messages, extension)),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [connections = 30_000, messages = 500_000] = process.argv.slice(2, 4).map(Number);
  const extension = process.argv[4];
  console.table(await importBench(connections, messages, extension));
}
