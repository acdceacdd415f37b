/**
 * The week: made once, then shown as things stand now.
 */
import { type Candidate, isLeftAlone } from "../suggestions/candidate.ts";
import type { CareerNews } from "../career/career-news.ts";
import type { Surroundings } from "../suggestions/circle.ts";
import type { Coverage } from "../tie/coverage.ts";
import type { DirectoryRow } from "../directory/directory-row.ts";
import { lens, type LensValue } from "../suggestions/lens.ts";
import type { Outdated } from "../directory/outdated.ts";
import type { Alias, PersonId } from "../person/person.ts";
import { readyRow, type ReadyRow } from "../directory/ready-row.ts";
import { suggestionReasons } from "../suggestions/reasons.ts";
import type { MadeWeek, WeekRow } from "../records/statement.ts";
import { talkedSince } from "../tie/talked-since.ts";
import { tieOfDay } from "../suggestions/tie-of-day.ts";

/** A person of the week's lists. */
export interface SuggestedRow extends ReadyRow {
  /** All of them: a link to the message window is made from the member id. */
  readonly aliases: readonly Alias[];
  readonly lens: readonly LensValue[];
  /** As shown. */
  readonly company?: string;
  readonly news?: CareerNews;
  /** When the two became connected (ms), where known. */
  readonly connected?: { readonly from: number; readonly to: number };
  /** Marked as done, or ticked off because an interaction was observed since the suggestion. */
  readonly done?: "by-hand" | "observed";
}

/** Somebody who has come due. */
export interface DueRow extends ReadyRow {
  /** By the date the user chose, or by the user's own cadence. */
  readonly dueBy: "date" | "cadence";
  /** Since when (ms). */
  readonly dueAt: number;
  /** The id of the date that came due, see `ReminderDate`; absent for a cadence. */
  readonly reminder?: string;
  /** What the user had chosen (ms) before anything is done about it here, so that it can be taken back. */
  readonly chosen: { readonly inTouchElsewhere?: number; readonly snoozedUntil?: number };
}

/** What the popup opens with. */
export interface Week {
  /** Which week it is, see `localWeek`. */
  readonly number: number;
  /** Those done this week stay. */
  readonly reconnect: readonly SuggestedRow[];
  readonly neverTalked: readonly SuggestedRow[];
  /** Longest due first. */
  readonly due: readonly DueRow[];
  /** Suggestions done since the week began. */
  readonly doneThisWeek: number;
  /** The lists do not hold any more: ask `renewLists`, then again. */
  readonly outdated?: Outdated;
}

/** The week as it is shown. */
export interface ShownWeek extends Pick<Week, "reconnect" | "neverTalked"> {
  /** Handles of rows of the week that are now shown for the first time. */
  readonly unnoted: readonly string[];
}

/** A person of the week, with what the rows that lead to this person say. */
interface PersonOfWeek {
  readonly row: DirectoryRow;
  readonly handle: string;
  readonly list: WeekRow["list"];
  shownAt: number | undefined;
  isDone: boolean;
}

/** By hand, or because something passed between the two since the suggestion. */
function doneOf({ row, shownAt, isDone }: PersonOfWeek): SuggestedRow["done"] {
  if (isDone) return "by-hand";
  if (shownAt === undefined) return undefined;
  const { inTouchElsewhereAt = -Infinity, summary } = row.person;
  if (inTouchElsewhereAt >= shownAt) return "by-hand";
  return talkedSince(summary, shownAt) ? "observed" : undefined;
}

/** The people of a week, each once and in the place of the first row that leads to them. */
function peopleOf(
  rows: readonly WeekRow[],
  rowOf: (handle: string) => DirectoryRow | undefined,
): readonly PersonOfWeek[] {
  const found = new Map<PersonId, PersonOfWeek>();
  for (const { handle, list, shownAt, done } of rows) {
    const row = rowOf(handle);
    if (row === undefined) continue;
    const isDone = done?.value === true;
    const known = found.get(row.person.id);
    if (known === undefined) found.set(row.person.id, { row, handle, list, shownAt, isDone });
    else {
      known.isDone ||= isDone;
      known.shownAt ??= shownAt;
    }
  }
  return [...found.values()];
}

/**
 * The rows of a week as they stand at `now`. Everybody keeps the place: done is ticked, a person who is to be left alone is hidden, two that
 * became one are shown as that one, and who is gone is left out.
 *
 * @param rowOf the person that a handle leads to
 * @param around what the rest of the network says of the person that the handle leads to
 */
export function shownWeek(
  { rows }: Pick<MadeWeek, "rows">,
  rowOf: (handle: string) => DirectoryRow | undefined,
  around: (handle: string, person: Candidate) => Surroundings,
  coverage: Coverage,
  now: number,
): ShownWeek {
  const visible = peopleOf(rows, rowOf).filter(({ row }) => !isLeftAlone(row.person, now));
  const rowsOf = (list: WeekRow["list"]) =>
    visible
      .filter((one) => one.list === list)
      .map((one): SuggestedRow => {
        const { person, aliases } = one.row;
        const known = { person, tie: tieOfDay(person, coverage, now) };
        const near = around(one.handle, person);
        const done = doneOf(one);
        const { company, news, summary } = person;
        return {
          ...readyRow(one.row, known.tie, suggestionReasons(person, known.tie, near)),
          aliases,
          lens: lens(known, near),
          ...(company !== undefined && { company }),
          ...(news && { news }),
          ...(summary.connected && { connected: summary.connected }),
          ...(done && { done }),
        };
      });
  return {
    reconnect: rowsOf("reconnect"),
    neverTalked: rowsOf("hello"),
    unnoted: visible.flatMap(({ handle, shownAt }) => (shownAt === undefined ? [handle] : [])),
  };
}
