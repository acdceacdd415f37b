/**
 * Everybody as of one day, in memory: read from the directory once, and from then on only what was written since.
 */
import type { Candidate } from "../../domain/suggestions/candidate.ts";
import { type Circles, circles } from "../../domain/suggestions/circle.ts";
import type { Coverage } from "../../domain/tie/coverage.ts";
import { dayOf } from "../../domain/time/day.ts";
import {
  inOrder,
  type PeopleOrder,
  rowOfDay,
  type RowOfDay,
} from "../../domain/directory/directory.ts";
import type { DirectoryRow, SearchedRow } from "../../domain/directory/directory-row.ts";
import {
  type ChangedShard,
  changedShard,
  rowWithChanges,
  searchedWithChanges,
} from "../../domain/directory/changed-shard.ts";
import { ownCompanies } from "../../domain/suggestions/own-companies.ts";
import { tieOfDay } from "../../domain/suggestions/tie-of-day.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { NOTHING_KNOWN, type Whole } from "../view/about.ts";
import {
  PACKED,
  SHARD_KEYS,
  shardKey,
  storedShard,
  sumOf,
  waitingRows,
  WRITTEN,
  type ShardWrites,
} from "../view/shards.ts";

/** See the file. It holds until something else is awaited. */
export interface Everybody {
  readonly coverage: Coverage;
  /** In no order. */
  readonly rows: readonly RowOfDay[];
  readonly around: Circles["around"];
  /** The ranking records of everybody, in no order. */
  readonly candidates: () => readonly Candidate[];
  /** All that is kept of the person with a handle. */
  readonly rowOf: (handle: string) => DirectoryRow | undefined;
  /** Everybody in an order. */
  readonly inOrder: (order: PeopleOrder) => readonly RowOfDay[];
  /** How many rows were changed in all. */
  readonly written: number;
  /** The revision of the history, see `storedRevision`. */
  readonly revision: number | undefined;
}

/** What is kept in memory. */
interface KeptDay {
  readonly day: number;
  /** Coverage and circles, as text. */
  readonly whole: string;
  readonly coverage: Coverage;
  readonly circles: Circles;
  readonly shards: Map<string, KeptShard>;
  orders: Map<PeopleOrder, readonly RowOfDay[]>;
  rows: readonly RowOfDay[] | undefined;
}

interface KeptShard extends ChangedShard {
  /** How many of its rows were changed, and how many had been when it was last packed. */
  readonly written: number;
  readonly packed: number;
  readonly rows: readonly RowOfDay[];
}

/** Shards of the directory that are not in memory as they are on the disk. */
async function readShards(database: HistoryDatabase, kept: KeptDay | undefined) {
  const transaction = database.transaction(["directory", "lists", "about"]);
  const directory = transaction.objectStore("directory");
  const about = transaction.objectStore("about");
  const lists = transaction.objectStore("lists");
  const [written = {}, packed = {}, whole = NOTHING_KNOWN, revision] = await Promise.all([
    lists.get(WRITTEN) as Promise<ShardWrites | undefined>,
    lists.get(PACKED) as Promise<ShardWrites | undefined>,
    about.get("whole") as Promise<Whole | undefined>,
    about.get("revision") as Promise<number | undefined>,
  ]);
  // One request each: that is several times faster than one request for all.
  const shards = await Promise.all(
    SHARD_KEYS.filter((key) => kept?.shards.get(key)?.written !== written[key]).map(async (key) => {
      const now = { written: written[key] ?? 0, packed: packed[key] ?? 0 };
      const before = kept?.shards.get(key);
      const [shard, later] = await Promise.all([
        before?.packed === now.packed ? before.shard : storedShard(directory, key),
        now.written === now.packed ? [] : waitingRows(directory, key),
      ]);
      return { key, ...now, ...changedShard(shard, later) };
    }),
  );
  return { written, whole, revision, shards };
}

/** Rows for the day; each person is counted in the circles on the way. Somebody who passed away is in none. */
function rowsOfDay(
  all: readonly SearchedRow[],
  { coverage, circles: { put } }: KeptDay,
  now: number,
): readonly RowOfDay[] {
  return all.map((searched) => {
    const { person } = searched;
    const tie = tieOfDay(person, coverage, now);
    if (!person.deceased) put({ person, tie });
    return rowOfDay(searched, tie, now);
  });
}

/** Takes a shard in, in place of what was known of it before: of one that was not written anew, only the rows beside it. */
function replace(kept: KeptDay, key: string, shard: Omit<KeptShard, "rows">, now: number): void {
  const before = kept.shards.get(key);
  const isSame = before !== undefined && before.shard === shard.shard;
  const isThere = ({ id }: RowOfDay): boolean =>
    isSame && !shard.later.has(id) && !before.later.has(id);
  const [there, gone] = partition(before?.rows ?? [], isThere);
  for (const { id } of gone) kept.circles.remove(id);
  const fresh = isSame ? [...shard.later.values()] : searchedWithChanges(shard);
  kept.shards.set(key, { ...shard, rows: [...there, ...rowsOfDay(fresh, kept, now)] });
}

function partition<T>(
  all: readonly T[],
  isFirst: (one: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  const [first, second]: [T[], T[]] = [[], []];
  for (const one of all) (isFirst(one) ? first : second).push(one);
  return [first, second];
}

function emptyDay(whole: Whole, day: number): KeptDay {
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
function renewed(before: KeptDay | undefined, whole: Whole, now: number): KeptDay {
  const day = emptyDay(whole, dayOf(now));
  if (before === undefined || (before.day === day.day && before.whole === day.whole))
    return before ?? day;
  for (const [key, shard] of before.shards) replace(day, key, shard, now);
  return day;
}

const inMemory = new WeakMap<object, KeptDay>();

async function current(database: HistoryDatabase, now: number): Promise<Everybody> {
  const before = inMemory.get(database);
  const { written, whole, revision, shards } = await readShards(database, before);
  const kept = renewed(before, whole, now);
  inMemory.set(database, kept);
  for (const { key, ...shard } of shards) replace(kept, key, shard, now);
  if (shards.length > 0 || kept.rows === undefined) {
    kept.orders = new Map();
    kept.rows = [...kept.shards.values()].flatMap(({ rows }) => rows);
  }
  const { rows, orders, shards: known } = kept;
  return {
    coverage: kept.coverage,
    rows,
    around: kept.circles.around,
    candidates: () =>
      [...known.values()].flatMap((shard) =>
        searchedWithChanges(shard).map(({ person }) => person),
      ),
    rowOf(handle) {
      const shard = known.get(shardKey(handle));
      return shard === undefined ? undefined : rowWithChanges(shard, handle);
    },
    inOrder(order) {
      const sorted = orders.get(order) ?? inOrder(rows, order, kept.circles.around);
      orders.set(order, sorted);
      return sorted;
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
