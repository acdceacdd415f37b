/** The schemas of what the history page brings of an archive. */
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
  pipe,
  readonly,
  regex,
  strictObject,
  string,
  union,
} from "valibot";
import type { NameSubject } from "../domain/records/subject.ts";
import { alias, moment } from "./value-schemas.ts";
import { circles, files, spans } from "./part-schemas.ts";

/** The id of an import: a UUID. */
export const importId = pipe(string(), regex(/^[\da-f-]{36}$/));

const words = pipe(string(), maxLength(10_000));
const aliases = pipe(array(alias), minLength(1), maxLength(50), readonly());

/** Names and references are far shorter. */
const LONGEST_SUBJECT = 2000;

/** An alias, a name, a post or a comment under it. */
const subject = pipe(
  string(),
  maxLength(LONGEST_SUBJECT),
  regex(/^(?:slug|member|number):[^\s/?#]+$|^name:[^]+$|^post:\w+:[\d-]+(?:\/\d+)?$/u),
);

/** The subject of a name. */
const nameSubjectSchema = custom<NameSubject>(
  (value) =>
    typeof value === "string" && value.length <= LONGEST_SUBJECT && /^name:[^]+$/.test(value),
);

const rises = (texts: string[]): boolean =>
  texts.every((one, place) => place === 0 || (texts[place - 1] ?? "") < one);

/** An `ImportPart`. */
export const importPart = pipe(
  strictObject({
    part: pipe(number(), integer(), minValue(0), maxValue(100_000)),
    subjects: pipe(array(subject), maxLength(5000), check(rises), readonly()),
    bodies: pipe(array(pipe(string(), maxLength(20_000_000))), maxLength(5000), readonly()),
    links: pipe(
      array(
        pipe(
          strictObject({ a: alias, b: alias }),
          check(({ a, b }) => a < b),
          readonly(),
        ),
      ),
      maxLength(5000),
      readonly(),
    ),
  }),
  check(({ subjects, bodies }) => subjects.length === bodies.length),
  readonly(),
);

/** An `ImportHead` as the page sends it; its owner comes with the preview and the commit. */
export const importHead = pipe(
  strictObject({
    id: importId,
    at: moment,
    madeAt: moment,
    coverage: pipe(spans, maxLength(100), readonly()),
    circles: pipe(circles, maxLength(5000), readonly()),
    files: pipe(files, maxLength(1000), readonly()),
  }),
  readonly(),
);

/** An `ImportOwner`. */
export const importOwner = pipe(strictObject({ aliases, name: exactOptional(words) }), readonly());

/** The user's `NamedAnswer`s. */
export const namedAnswers = pipe(
  array(
    pipe(
      strictObject({ name: nameSubjectSchema, value: union([alias, literal("somebody-else")]) }),
      readonly(),
    ),
  ),
  maxLength(1000),
  readonly(),
);

/** The name of a history's database. */
export const historyName = pipe(string(), regex(/^history-[\da-f-]{36}$/));
