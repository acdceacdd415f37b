/**
 * The arguments of every question as they have to be.
 */
import {
  array,
  custom,
  exactOptional,
  integer,
  maxLength,
  maxValue,
  minValue,
  number,
  optional,
  pipe,
  readonly,
  regex,
  strictObject,
  string,
} from "valibot";
import type { PersonId } from "../domain/person.ts";
import { alias, choices, exportedPerson, identifier, ownPage, personSeen, sighting, viewer } from "../exchange/forms.ts";

/** As many people as a page can show at once, and far fewer than a history holds: nobody reads a history out this way. */
const PEOPLE_AT_ONCE = 200;

const sightings = pipe(
  array(pipe(strictObject({ id: pipe(string(), maxLength(100)), sighting }), readonly())),
  maxLength(1000),
  readonly(),
);

const personId = custom<PersonId>((value) => typeof value === "string" && /^[\w-]{1,64}$/.test(value));
const count = pipe(number(), integer(), minValue(1), maxValue(10_000));

export const askedGlimpses = strictObject({
  people: pipe(array(personSeen), maxLength(PEOPLE_AT_ONCE), readonly()),
  viewer,
});
export const askedCard = strictObject({ alias, viewer });
export const noticed = strictObject({ viewer, sightings });
export const askedPage = ownPage;
export const askedPerson = strictObject({ id: personId, atMost: count });
export const chosen = strictObject({ id: personId, choices });
export const askedPart = strictObject({ after: optional(identifier), atMost: count });
export const restoredPeople = pipe(array(exportedPerson), maxLength(5000), readonly());
export const reading = strictObject({
  surface: pipe(string(), regex(/^[a-z-]{1,30}$/)),
  found: pipe(number(), integer(), minValue(0)),
  structure: exactOptional(pipe(string(), maxLength(50_000))),
});
