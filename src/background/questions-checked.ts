/**
 * The arguments of every question as they have to be.
 */
import {
  array,
  boolean,
  check,
  custom,
  exactOptional,
  integer,
  maxLength,
  maxValue,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  readonly,
  regex,
  strictObject,
  string,
} from "valibot";
import { BANDS } from "../domain/band.ts";
import { FIELDS } from "../domain/fields.ts";
import { DIRECTIONS } from "../domain/interaction.ts";
import type { PersonId } from "../domain/person.ts";
import {
  alias,
  choices,
  exportedPerson,
  identifier,
  moment,
  ownWords,
  personSeen,
  sighting,
  viewer,
} from "../exchange/forms.ts";

/** As many people as a page can show at once, and far fewer than a history holds: nobody reads a history out this way. */
const PEOPLE_AT_ONCE = 200;

const sightings = pipe(
  array(pipe(strictObject({ id: pipe(string(), maxLength(100)), sighting }), readonly())),
  maxLength(1000),
  readonly(),
);

const personId = custom<PersonId>(
  (value) => typeof value === "string" && /^[\w-]{1,64}$/.test(value),
);
const count = pipe(number(), integer(), minValue(1), maxValue(10_000));

export const askedGlimpses = strictObject({
  people: pipe(array(personSeen), maxLength(PEOPLE_AT_ONCE), readonly()),
  viewer,
});
export const askedNames = strictObject({
  names: pipe(array(pipe(string(), maxLength(500))), maxLength(PEOPLE_AT_ONCE), readonly()),
  viewer,
});
export const askedCard = strictObject({ alias, viewer });
export const noticed = strictObject({ viewer, sightings });
export const askedPerson = strictObject({ id: personId, atMost: count });
export const chosen = strictObject({ id: personId, choices });
export const askedPart = strictObject({ after: optional(identifier), atMost: count });
export const askedDetails = strictObject({ id: personId });
export const askedMerge = strictObject({ id: personId, other: personId });
export const askedTakeApart = strictObject({ id: personId, merge: pipe(string(), maxLength(200)) });
export const askedTracking = strictObject({ id: personId, on: boolean() });
export const namedInteraction = strictObject({
  id: personId,
  key: pipe(string(), maxLength(1000)),
});
export const writtenDown = strictObject({
  id: personId,
  interaction: pipe(
    strictObject({
      kind: picklist(["meeting", "call", "email", "other"]),
      direction: picklist(DIRECTIONS),
      from: moment,
      to: moment,
      words: exactOptional(ownWords),
    }),
    check(({ from, to }) => from <= to),
  ),
});
export const markedDone = strictObject({ id: personId, done: boolean() });
const place = pipe(number(), integer(), minValue(0));
const shortText = pipe(string(), maxLength(1000));
export const askedPeople = strictObject({
  text: shortText,
  late: boolean(),
  bands: pipe(array(picklist(BANDS)), readonly()),
  silentDays: exactOptional(pipe(number(), minValue(0))),
  field: exactOptional(picklist(FIELDS)),
  company: exactOptional(shortText),
  tag: exactOptional(shortText),
  connectedFrom: exactOptional(moment),
  connectedTo: exactOptional(moment),
  twoWay: boolean(),
  wish: exactOptional(picklist(["untracked", "muted"])),
  order: picklist(["worth", "overdue", "silence", "strength", "name"]),
  start: place,
  atMost: pipe(count, maxValue(PEOPLE_AT_ONCE)),
});
export const namedHistory = strictObject({ name: identifier });
export const restoredPeople = pipe(array(exportedPerson), maxLength(5000), readonly());
export const reading = strictObject({
  surface: pipe(string(), regex(/^[a-z-]{1,30}$/)),
  found: pipe(number(), integer(), minValue(0)),
  structure: exactOptional(pipe(string(), maxLength(50_000))),
});
