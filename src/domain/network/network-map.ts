/**
 * The map of the network: how old each tie is, and how long the two have been silent, in columns of numbers.
 */
import type { PersonId } from "../person/person.ts";
import type { RowOfDay } from "../directory/directory.ts";
import { BANDS } from "../tie/band.ts";

/** Everybody on the map, a place in each column for each. Plain JSON, because that is how browsers hand it on. */
export interface NetworkMap {
  readonly ids: readonly PersonId[];
  /** Whole days since the tie began. */
  readonly ageDays: readonly number[];
  /** Whole days since the last exchange; {@link NEVER} where none is known. */
  readonly silentDays: readonly number[];
  /** A digit for each: the place of the band in `BANDS`. */
  readonly bands: string;
}

/** In place of a number of days: no exchange is known. */
export const NEVER = -1;

/** The columns of everybody whose tie has a beginning. */
export function networkMap(rows: readonly RowOfDay[]): NetworkMap {
  const ids: PersonId[] = [];
  const ages: number[] = [];
  const silences: number[] = [];
  let bands = "";
  for (const { id, ageDays, silentDays, band } of rows) {
    if (ageDays === undefined) continue;
    ids.push(id);
    ages.push(ageDays);
    silences.push(silentDays === Infinity ? NEVER : Math.floor(silentDays));
    bands += BANDS.indexOf(band);
  }
  return { ids, ageDays: ages, silentDays: silences, bands };
}
