/**
 * Schemas that several kinds of messages and files have in common. What does not fit is refused before anything is read from
 * it.
 */
import {
  array,
  check,
  custom,
  exactOptional,
  integer,
  literal,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  picklist,
  pipe,
  readonly,
  regex,
  strictObject,
  string,
} from "valibot";
import {
  DIRECTIONS,
  INTERACTION_KINDS,
  type SourceId,
} from "../domain/interactions/interaction.ts";
import type { Alias } from "../domain/person/person.ts";

/** The last moment a date can hold (ms), by the ECMAScript standard. */
const LAST_MOMENT = 8.64e15;

/** A moment: whole ms since the epoch. */
export const moment = pipe(number(), integer(), minValue(-LAST_MOMENT), maxValue(LAST_MOMENT));

/** An alias of any family. Its exact grammar belongs to the site's addresses; here only what would harm is refused. */
export const alias = custom<Alias>(
  (value) =>
    typeof value === "string" &&
    value.length <= 300 &&
    /^(?:slug:[^\s/?#]+|member:[\w-]+|number:\d+)$/u.test(value),
);

const source = custom<SourceId>(
  (value) =>
    value === "page" ||
    value === "hand" ||
    (typeof value === "string" && /^archive:[\w-]{1,80}$/.test(value)),
);

const reference = pipe(string(), maxLength(500));

const interactionFields = {
  kind: picklist(INTERACTION_KINDS),
  direction: picklist(DIRECTIONS),
  from: moment,
  to: moment,
  ref: exactOptional(reference),
  groupSize: exactOptional(pipe(number(), integer(), minValue(2))),
  withNote: exactOptional(literal(true)),
  sources: pipe(array(source), minLength(1), readonly()),
};

/** The user's own words about an interaction. */
export const ownWords = pipe(string(), maxLength(500));

/** An {@link Interaction} as a page shows one: without words, whosever. */
export const interaction = pipe(
  strictObject(interactionFields),
  check(({ from, to }) => from <= to),
  readonly(),
);

/** The text of an id or a place in a list. */
export const identifier = pipe(string(), regex(/^[\w-]{1,64}$/));
