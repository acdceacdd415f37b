import type { Condition, DaysRange } from "../../domain/directory/people-table.ts";
import { NEVER, type NetworkMap } from "../../domain/network/network-map.ts";
import { durationText } from "../../words/moments.ts";
import { numberText, text } from "../../words/text.ts";
import { NumbersTable } from "./numbers-table.tsx";

/** Longer than any tie (days). */
const ENDLESS = 100_000;

/** Where the ages and silences of the table end, in days: months and years as people say them. */
const AGES: readonly DaysRange[] = [
  [0, 365],
  [366, 1095],
  [1096, 1826],
  [1827, 3652],
  [3653, ENDLESS],
];
const SILENCES: readonly (DaysRange | "never")[] = [
  [0, 60],
  [61, 182],
  [183, 365],
  [366, 1095],
  [1096, ENDLESS],
  "never",
];

function rangeText([from, to]: DaysRange): string {
  if (from === 0) return text("networkUpTo", { to: durationText(to + 1) });
  if (to === ENDLESS) return text("networkOver", { from: durationText(from) });
  return text("networkFromTo", { from: durationText(from), to: durationText(to + 1) });
}

const silenceText = (range: DaysRange | "never"): string =>
  range === "never" ? text("networkMapNever") : rangeText(range);

const isWithin = (days: number, [from, to]: DaysRange): boolean => days >= from && days <= to;

/** How many people are in each cell of the table, a row for each silence. */
export function mapCounts({ ageDays, silentDays }: NetworkMap): readonly (readonly number[])[] {
  const counts = SILENCES.map(() => AGES.map(() => 0));
  for (const [place, age] of ageDays.entries()) {
    const silent = silentDays[place] ?? NEVER;
    const row = SILENCES.findIndex((range) =>
      range === "never" ? silent === NEVER : silent !== NEVER && isWithin(silent, range),
    );
    const column = AGES.findIndex((range) => isWithin(age, range));
    const cells = counts[row];
    if (cells !== undefined) cells[column] = (cells[column] ?? 0) + 1;
  }
  return counts;
}

interface MapTableProps {
  readonly map: NetworkMap;
  readonly onPeople: (conditions: readonly Condition[]) => void;
}

/** The map as numbers: what a rectangle does with the mouse, a cell does without. */
export function MapTable({ map, onPeople }: MapTableProps) {
  const counts = mapCounts(map);
  return (
    <NumbersTable
      caption={text("networkMap")}
      columns={AGES.map(rangeText)}
      rows={SILENCES.map((silence, row) => ({
        key: String(silence),
        heading: silenceText(silence),
        cells: AGES.map((age, column) => {
          const count = counts[row]?.[column] ?? 0;
          if (count === 0) return numberText(0);
          return (
            <button
              key={String(age)}
              type="button"
              class="link"
              aria-label={text("networkMapCell", {
                count,
                age: rangeText(age),
                silence: silenceText(silence),
              })}
              onClick={() =>
                onPeople([
                  { of: "tie-age", is: age },
                  { of: "silence", is: silence },
                ])
              }
            >
              {numberText(count)}
            </button>
          );
        }),
      }))}
    />
  );
}
