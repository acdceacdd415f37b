/**
 * The forms of everything that comes from outside the background: from a page's process, or from a file. What does not have
 * its form is refused before anything is read from it.
 */
import {
  array,
  boolean,
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
  optional,
  picklist,
  pipe,
  readonly,
  regex,
  strictObject,
  string,
  tuple,
  union,
  variant,
} from "valibot";
import { DIRECTIONS, INTERACTION_KINDS, type SourceId } from "../domain/interaction.ts";
import type { Alias } from "../domain/person.ts";

/** The last moment a date can hold (ms), by the ECMAScript standard. */
const LAST_MOMENT = 8.64e15;

/** A moment: whole ms since the epoch. */
export const moment = pipe(number(), integer(), minValue(-LAST_MOMENT), maxValue(LAST_MOMENT));

/** No name, headline, note or reference is longer; nothing on the site comes near. */
const words = pipe(string(), maxLength(10_000));

/** An alias of any family. Its exact grammar belongs to the site's addresses; here only what would harm is refused. */
export const alias = custom<Alias>(
  (value) =>
    typeof value === "string" &&
    value.length <= 300 &&
    /^(?:slug:[^\s/?#]+|member:[\w-]+|number:\d+)$/u.test(value),
);

const aliases = pipe(array(alias), minLength(1), maxLength(50), readonly());

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

/** An {@link Interaction} of an export, with the owner's words where they wrote some. */
const exportedInteraction = pipe(
  strictObject({ ...interactionFields, words: exactOptional(ownWords) }),
  check(({ from, to }) => from <= to),
  readonly(),
);

/** A {@link PersonSeen}. */
export const personSeen = pipe(
  strictObject({
    aliases,
    name: exactOptional(words),
    headline: exactOptional(words),
    company: exactOptional(words),
    title: exactOptional(words),
    at: moment,
  }),
  readonly(),
);

/** A {@link Sighting}. */
export const sighting = variant("what", [
  strictObject({ what: literal("person"), person: personSeen }),
  strictObject({ what: literal("interaction"), person: personSeen, interaction }),
  strictObject({ what: literal("visit"), person: personSeen }),
  strictObject({
    what: literal("takenBack"),
    person: personSeen,
    kind: picklist(INTERACTION_KINDS),
    direction: picklist(DIRECTIONS),
    ref: exactOptional(reference),
  }),
  strictObject({ what: literal("author"), person: personSeen, subject: reference }),
]);

/** A {@link Viewer}, or none. */
export const viewer = optional(
  pipe(strictObject({ aliases, name: exactOptional(words) }), readonly()),
);

const dated = <T extends Parameters<typeof exactOptional>[0]>(value: T) =>
  exactOptional(pipe(strictObject({ value, at: moment }), readonly()));

/** A choice that can be taken back: then the value is absent. */
const datedOrCleared = <T extends Parameters<typeof exactOptional>[0]>(value: T) =>
  exactOptional(pipe(strictObject({ value: optional(value), at: moment }), readonly()));

const wholeDays = pipe(number(), minValue(1), maxValue(36_500));

/** {@link Choices} about a person. */
export const choices = pipe(
  strictObject({
    name: datedOrCleared(words),
    company: datedOrCleared(words),
    title: datedOrCleared(words),
    note: dated(words),
    tags: dated(pipe(array(words), maxLength(200), readonly())),
    howMet: dated(words),
    muted: dated(boolean()),
    snoozedUntil: dated(moment),
    cadenceDays: datedOrCleared(wholeDays),
    inTouchElsewhere: datedOrCleared(union([literal(true), moment])),
    remindAt: datedOrCleared(moment),
    neverTrack: dated(boolean()),
    suggestedAt: dated(moment),
    suggestionDone: datedOrCleared(literal(true)),
  }),
  readonly(),
);

/** A {@link CareerSighting}. */
export const careerSighting = pipe(
  strictObject({
    company: exactOptional(words),
    title: exactOptional(words),
    headline: exactOptional(words),
    at: moment,
    until: moment,
  }),
  readonly(),
);

/** An {@link ExportedPerson}. */
export const exportedPerson = pipe(
  strictObject({
    aliases,
    name: pipe(strictObject({ value: words, at: moment }), readonly()),
    career: pipe(array(careerSighting), readonly()),
    choices,
    interactions: pipe(array(exportedInteraction), readonly()),
    deleted: pipe(array(words), readonly()),
    visits: pipe(array(moment), readonly()),
  }),
  readonly(),
);

/** An {@link ImportedCircle}. */
export const circle = pipe(
  strictObject({
    kind: picklist(["company", "school", "followed"]),
    name: words,
    title: exactOptional(words),
    from: exactOptional(moment),
    to: exactOptional(moment),
  }),
  readonly(),
);

/** An {@link ExportHead}. */
export const exportHead = pipe(
  strictObject({
    format: literal("tielight-history"),
    version: literal(1),
    exportedAt: moment,
    owner: pipe(strictObject({ aliases, name: exactOptional(words) }), readonly()),
    coverage: pipe(
      strictObject({
        watchingSince: exactOptional(moment),
        watchedUntil: exactOptional(moment),
        archives: pipe(
          array(
            pipe(
              strictObject({
                from: moment,
                to: moment,
                kinds: pipe(array(picklist(INTERACTION_KINDS)), readonly()),
              }),
              readonly(),
            ),
          ),
          readonly(),
        ),
      }),
      readonly(),
    ),
    apart: exactOptional(pipe(array(pipe(tuple([aliases, aliases]), readonly())), readonly())),
    circles: exactOptional(pipe(array(circle), readonly())),
    erased: exactOptional(
      pipe(
        strictObject({
          salts: pipe(array(pipe(string(), regex(/^[0-9a-f]{32}$/))), maxLength(20), readonly()),
          people: pipe(number(), integer(), minValue(0)),
          hashes: pipe(array(pipe(string(), regex(/^[0-9a-f]{64}$/))), readonly()),
        }),
        readonly(),
      ),
    ),
  }),
  readonly(),
);

/** The text of an id or a place in a list. */
export const identifier = pipe(string(), regex(/^[\w-]{1,64}$/));
