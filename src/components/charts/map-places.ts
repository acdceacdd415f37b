/**
 * Where everybody stands on the map of tie age and silence, and who stands inside a rectangle. Old ties stand at the end of a line, silent ones
 * further down, and those of whom no exchange is known on a strip of their own below.
 */
import type { DaysRange } from "../../domain/directory/people-table.ts";
import { NEVER, type NetworkMap } from "../../domain/network/network-map.ts";
import { rootScale, type Scale, wholeBetween } from "./scale.ts";

/** The map's field in pixels. */
export interface MapField {
  readonly width: number;
  readonly height: number;
  /** Where the field of points begins and ends; the strip has the rest. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly stripTop: number;
  readonly stripBottom: number;
  /** Old ties stand on the left. */
  readonly isRightToLeft: boolean;
}

/** A rectangle in pixels. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a rectangle says of the people inside. */
export interface MapSelection {
  readonly ageDays: DaysRange;
  /** Absent where the rectangle reaches nobody with an exchange. */
  readonly silentDays?: DaysRange;
  /** Those of whom no exchange is known are inside, too. */
  readonly never: boolean;
}

/** Everybody's place. */
export interface MapPlaces {
  readonly field: MapField;
  readonly x: Scale;
  readonly y: Scale;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** Room at the edges of the field, so that no point is cut (pixels). */
const EDGE = 6;

/** The largest number of days on either side of the map; at least a year, so that a new network is not drawn as an old one. */
const mostDays = ({ ageDays, silentDays }: NetworkMap): number => {
  let most = 366;
  for (const days of ageDays) if (days > most) most = days;
  for (const days of silentDays) if (days > most) most = days;
  return most;
};

/** Spreads numbers evenly between 0 and 1, neighbours far apart. */
const spreadOf = (place: number): number => (place * 0.618_033_988_75) % 1;

/** The places of everybody on a field. */
export function mapPlaces(map: NetworkMap, field: MapField): MapPlaces {
  const most = mostDays(map);
  const [begin, end] = [field.left + EDGE, field.right - EDGE];
  const x = field.isRightToLeft ? rootScale(most, end, begin) : rootScale(most, begin, end);
  const y = rootScale(most, field.top + EDGE, field.bottom - EDGE);
  const [stripTop, stripBottom] = [field.stripTop + EDGE, field.stripBottom - EDGE];
  const xs = new Float64Array(map.ids.length);
  const ys = new Float64Array(map.ids.length);
  for (let place = 0; place < map.ids.length; place += 1) {
    const silent = map.silentDays[place] ?? NEVER;
    xs[place] = x.at(map.ageDays[place] ?? 0);
    ys[place] =
      silent === NEVER ? stripTop + (stripBottom - stripTop) * spreadOf(place) : y.at(silent);
  }
  return { field, x, y, xs, ys };
}

const clamped = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** A rectangle as it is meant: the strip is inside whole or not at all, depending on whether its middle is. */
export function meantRectangle(drawn: Rectangle, field: MapField): Rectangle {
  const left = clamped(drawn.left, field.left, field.right);
  const right = clamped(drawn.right, field.left, field.right);
  const isStripInside = drawn.bottom >= (field.stripTop + field.stripBottom) / 2;
  if (drawn.top > field.bottom)
    return { left, right, top: field.stripTop, bottom: field.stripBottom };
  return {
    left,
    right,
    top: clamped(drawn.top, field.top, field.bottom),
    bottom: isStripInside ? field.stripBottom : clamped(drawn.bottom, field.top, field.bottom),
  };
}

/** What a rectangle, as it is meant, says of the people inside; `undefined` where nobody can be. */
export function selectionIn(
  { field, x, y }: MapPlaces,
  rectangle: Rectangle,
): MapSelection | undefined {
  const ageDays = wholeBetween(x, rectangle.left, rectangle.right);
  if (ageDays === undefined) return undefined;
  const never = rectangle.bottom > field.bottom;
  const silentDays =
    rectangle.top > field.bottom
      ? undefined
      : wholeBetween(y, rectangle.top, Math.min(rectangle.bottom, field.bottom));
  if (silentDays === undefined) return never ? { ageDays, never } : undefined;
  return { ageDays, silentDays, never };
}

/** The rectangle around everything that a selection means: it stays around the same people when the map becomes wider or narrower. */
export function rectangleOf(
  { field, x, y }: MapPlaces,
  { ageDays, silentDays, never }: MapSelection,
): Rectangle {
  const ends = ageDays.map((days) => clamped(x.at(days), field.left, field.right));
  const [top, bottom] = silentDays?.map((days) => clamped(y.at(days), field.top, field.bottom)) ?? [
    field.stripTop,
    field.stripBottom,
  ];
  return {
    left: Math.min(...ends),
    right: Math.max(...ends),
    top: top ?? field.top,
    bottom: never ? field.stripBottom : (bottom ?? field.bottom),
  };
}

const isWithin = (days: number, [from, to]: DaysRange): boolean => days >= from && days <= to;

/** The places in the columns of everybody who is meant. */
export function selectedPlaces(
  { ageDays, silentDays, ids }: NetworkMap,
  selection: MapSelection,
): readonly number[] {
  const found: number[] = [];
  for (let place = 0; place < ids.length; place += 1) {
    const silent = silentDays[place] ?? NEVER;
    const isSilentSo =
      silent === NEVER
        ? selection.never
        : selection.silentDays !== undefined && isWithin(silent, selection.silentDays);
    if (isSilentSo && isWithin(ageDays[place] ?? 0, selection.ageDays)) found.push(place);
  }
  return found;
}
