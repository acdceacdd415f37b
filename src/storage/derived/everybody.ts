/**
 * Everybody as of one day, in memory: read from the directory once, and from then on only those shards that were written since.
 */
import { type Circles, circles } from "../../domain/circle.ts";
import type { Coverage } from "../../domain/coverage.ts";
import { dayOf } from "../../domain/day.ts";
import { inOrder, type PeopleOrder, rowOfDay, type RowOfDay } from "../../domain/directory.ts";
import { type DirectoryShard, rowsOf } from "../../domain/directory-shard.ts";
import { ownCompanies } from "../../domain/own-companies.ts";
import type { HistoryDatabase } from "../database.ts";
import { NOTHING_KNOWN, type Whole } from "../view/about.ts";
import { SHARD_KEYS, sumOf, WRITTEN, type Written } from "./shards.ts";

/** See the file. It holds until it is asked for again. */
export interface Everybody {
  readonly coverage: Coverage;
  /** In no order. */
  readonly rows: readonly RowOfDay[];
  readonly around: Circles["around"];
  /** Everybody in an order. */
  readonly inOrder: (order: PeopleOrder) => readonly RowOfDay[];
  /** How often shards were written in all. */
  readonly written: number;
  /** The revision of the history, see `storedRevision`. */
  readonly revision: number | undefined;
}

/** What is kept in memory. */
interface Kept {
  readonly day: number;
  /** Coverage and circles, as text. */
  readonly whole: string;
  readonly coverage: Coverage;
  readonly circles: Circles;
  readonly shards: Map<string, { readonly written: number; readonly rows: readonly RowOfDay[] }>;
  orders: Map<PeopleOrder, readonly RowOfDay[]>;
  rows: readonly RowOfDay[] | undefined;
}

/** Shards of the directory that are not in memory as they are on the disk. */
async function readShards(database: HistoryDatabase, kept: Kept | undefined) {
  const transaction = database.transaction(["directory", "lists", "about"]);
  const directory = transaction.objectStore("directory");
  const about = transaction.objectStore("about");
  const [written = {}, whole = NOTHING_KNOWN, revision] = await Promise.all([
    transaction.objectStore("lists").get(WRITTEN) as Promise<Written | undefined>,
    about.get("whole") as Promise<Whole | undefined>,
    about.get("revision") as Promise<number | undefined>,
  ]);
  // One request each: that is several times faster than one request for all.
  const shards = await Promise.all(
    SHARD_KEYS.filter((key) => kept?.shards.get(key)?.written !== written[key]).map(
      async (key) => ({
        key,
        written: written[key] ?? 0,
        shard: (await directory.get(key)) as DirectoryShard | undefined,
      }),
    ),
  );
  return { written, whole, revision, shards };
}

const isCounted = ({ person }: RowOfDay): boolean => !person.deceased;

/** Somebody who passed away is in no circle. */
function replace(kept: Kept, key: string, written: number, rows: readonly RowOfDay[]): void {
  for (const { person } of kept.shards.get(key)?.rows ?? []) kept.circles.remove(person.id);
  for (const row of rows) if (isCounted(row)) kept.circles.put(row);
  kept.shards.set(key, { written, rows });
}

function emptyDay(whole: Whole, day: number): Kept {
  return {
    day,
    whole: JSON.stringify([whole.coverage, whole.circles]),
    coverage: whole.coverage,
    circles: circles(ownCompanies(whole.circles)),
    shards: new Map(),
    orders: new Map(),
    rows: undefined,
  };
}

/** What is known on this day, from what was known before. */
function renewed(before: Kept | undefined, whole: Whole, now: number): Kept {
  const day = emptyDay(whole, dayOf(now));
  if (before === undefined || (before.day === day.day && before.whole === day.whole))
    return before ?? day;
  for (const [key, { written, rows }] of before.shards)
    replace(
      day,
      key,
      written,
      rows.map(({ row }) => rowOfDay(row, day.coverage, now)),
    );
  return day;
}

const inMemory = new WeakMap<object, Kept>();

async function current(database: HistoryDatabase, now: number): Promise<Everybody> {
  const before = inMemory.get(database);
  const { written, whole, revision, shards } = await readShards(database, before);
  const kept = renewed(before, whole, now);
  inMemory.set(database, kept);
  for (const { key, written: count, shard } of shards)
    replace(
      kept,
      key,
      count,
      (shard === undefined ? [] : rowsOf(shard)).map((row) => rowOfDay(row, kept.coverage, now)),
    );
  if (shards.length > 0 || kept.rows === undefined) {
    kept.orders = new Map();
    kept.rows = [...kept.shards.values()].flatMap(({ rows }) => rows);
  }
  const { rows, orders } = kept;
  return {
    coverage: kept.coverage,
    rows,
    around: kept.circles.around,
    inOrder(order) {
      const known = orders.get(order) ?? inOrder(rows, order, kept.circles.around);
      orders.set(order, known);
      return known;
    },
    written: sumOf(written),
    revision,
  };
}

// Two questions at once must not read everybody twice, nor follow the same change twice.
const turns = new WeakMap<object, Promise<Everybody>>();

/** Everybody on the day of `now`. What it answers holds until the next thing is awaited. */
export function everybody(database: HistoryDatabase, now: number): Promise<Everybody> {
  const ask = () => current(database, now);
  const before = turns.get(database);
  const next = before === undefined ? ask() : before.then(ask, ask);
  turns.set(database, next);
  return next;
}
