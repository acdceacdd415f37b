/** The forms of what the history page brings of an archive. */
import {
  array,
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
import { INTERACTION_KINDS, type SourceId } from "../domain/interaction.ts";
import { alias, careerSighting, circle, interaction, moment } from "./forms.ts";

/** The id of an import: a UUID. */
export const importId = pipe(string(), regex(/^[\da-f-]{36}$/));

const words = pipe(string(), maxLength(10_000));
const count = pipe(number(), integer(), minValue(0), maxValue(1e9));
const aliases = pipe(array(alias), minLength(1), maxLength(50), readonly());
const maybeAliases = pipe(array(alias), maxLength(50), readonly());

const importedBy = custom<SourceId>(
  (value) => typeof value === "string" && /^archive:[\da-f-]{36}(?:_[\da-f-]{36})?$/.test(value),
);

const packedInteractions = pipe(
  strictObject({
    count: pipe(number(), integer(), minValue(0), maxValue(1_000_000)),
    rows: pipe(string(), maxLength(20_000_000), regex(/^[\w-]*$/)),
    refs: pipe(array(pipe(string(), maxLength(500))), readonly()),
    sources: pipe(
      array(pipe(array(importedBy), minLength(1), maxLength(50), readonly())),
      readonly(),
    ),
  }),
  readonly(),
);

/** A post, a comment under it, or a name. */
export const subject = pipe(
  string(),
  maxLength(2000),
  regex(/^(?:\w+:[\d-]+(?:\/\d+)?|name:[^]+)$/),
);

const importedPerson = pipe(
  strictObject({
    aliases,
    name: pipe(strictObject({ value: words, at: moment }), readonly()),
    career: pipe(array(careerSighting), readonly()),
    under: exactOptional(pipe(array(subject), maxLength(5000), readonly())),
    interactions: packedInteractions,
  }),
  readonly(),
);

/** An `ImportPart`. */
export const importPart = pipe(
  strictObject({
    part: pipe(number(), integer(), minValue(0), maxValue(100_000)),
    people: pipe(array(importedPerson), maxLength(5000), readonly()),
    waiting: pipe(
      array(pipe(strictObject({ subject, interaction }), readonly())),
      maxLength(5000),
      readonly(),
    ),
    placed: pipe(
      array(
        pipe(
          strictObject({ subject, aliases: maybeAliases, told: exactOptional(literal(true)) }),
          readonly(),
        ),
      ),
      maxLength(5000),
      readonly(),
    ),
    own: pipe(array(subject), maxLength(5000), readonly()),
  }),
  readonly(),
);

const span = pipe(
  strictObject({
    from: moment,
    to: moment,
    kinds: pipe(array(picklist(INTERACTION_KINDS)), readonly()),
  }),
  readonly(),
);

const file = pipe(
  strictObject({
    path: words,
    source: words,
    rows: count,
    used: count,
    merged: count,
    ambiguous: count,
    skipped: count,
  }),
  readonly(),
);

/** An `ImportHead`. */
export const importHead = pipe(
  strictObject({
    id: importId,
    at: moment,
    madeAt: moment,
    coverage: pipe(array(span), maxLength(100), readonly()),
    circles: pipe(array(circle), maxLength(5000), readonly()),
    files: pipe(array(file), maxLength(1000), readonly()),
  }),
  readonly(),
);

/** An `ImportOwner`. */
export const importOwner = pipe(strictObject({ aliases, name: exactOptional(words) }), readonly());

/** The name of a history's database. */
export const historyName = pipe(string(), regex(/^history-[\da-f-]{36}$/));
