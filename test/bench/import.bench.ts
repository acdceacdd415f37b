/**
 * What bringing an archive costs in Chromium, as a ratio to what cannot be saved: at full size, a tenth and a hundredth of it. Needs
 * `npm run build` before.
 */
import { benchRow, type BenchRow, type Budget, designBudget, type Unit } from "./bench-row.ts";
import { importInChromium, type MeasuredImport } from "./import-in-chromium.ts";

/** The most memory over idle. */
const MEMORY_MB = 400;

interface Sized {
  readonly connections: number;
  readonly messages: number;
  /** A large import takes a minute, and its floor is measured before and after it: one run of it does. */
  readonly runs: number;
  readonly budget?: Budget;
}

const SIZES: readonly Sized[] = [
  { connections: 300, messages: 5_000, runs: 3 },
  { connections: 3_000, messages: 50_000, runs: 3, budget: designBudget(1.6) },
  { connections: 30_000, messages: 500_000, runs: 1, budget: designBudget(1.5) },
];

async function importsOf({
  connections,
  messages,
  runs,
  budget,
}: Sized): Promise<readonly BenchRow[]> {
  const all: MeasuredImport[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await importInChromium(connections, messages));
  const size = `${connections} connections, ${messages} messages`;
  const row = (
    what: string,
    unit: Unit,
    figure: (one: MeasuredImport) => number,
    beside: string,
    peer: (one: MeasuredImport) => number,
    most?: Budget,
  ): BenchRow => benchRow({ what, size, unit, beside }, all.map(figure), all.map(peer), most);
  const taken = (one: MeasuredImport): number => (one.readMs + one.writeMs) / 1000;
  const floor = (one: MeasuredImport): number => (one.floorReadMs + one.floorWriteMs) / 1000;
  return [
    row("import", "s", taken, "unpacking, parsing, packed writes", floor, budget),
    row(
      "reading in it",
      "s",
      (one) => one.readMs / 1000,
      "unpacking and parsing",
      (one) => one.floorReadMs / 1000,
    ),
    row(
      "writing in it",
      "s",
      (one) => one.writeMs / 1000,
      "packed writes",
      (one) => one.floorWriteMs / 1000,
    ),
    row("the archive of the month after", "s", (one) => one.nextMs / 1000, "the first", taken),
    row(
      "bytes of it",
      "MB",
      (one) => one.nextStoredBytes / 1e6,
      "the first",
      (one) => one.storedBytes / 1e6,
    ),
    row(
      "undoing the later one",
      "s",
      (one) => one.undoMs / 1000,
      "importing it",
      (one) => one.nextMs / 1000,
    ),
    row(
      "rows read and written",
      "rows a second",
      (one) => one.rows / taken(one),
      "the floor",
      (one) => one.rows / floor(one),
    ),
    row(
      "most memory over idle",
      "MB",
      (one) => one.peakBytes / 1e6,
      "the limit",
      () => MEMORY_MB,
      designBudget(1),
    ),
    row(
      "longest task of the page",
      "ms",
      (one) => one.longestTaskMs,
      "50 ms on a quiet machine",
      () => 50,
    ),
  ];
}

/** All rows. */
export async function importBench(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const size of SIZES) rows.push(...(await importsOf(size)));
  return rows;
}
