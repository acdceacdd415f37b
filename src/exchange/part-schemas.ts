/**
 * The schemas of what records in files are made of. Limits are far above what Tielight stores, so that its own files are never refused.
 *
 * Only what JSON Schema has a word for is used here and in `record-schemas.ts`, and `check` and `guard` where that is not enough.
 */
import {
  array,
  check,
  exactOptional,
  type GenericSchema,
  guard,
  integer,
  literal,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  picklist,
  pipe,
  regex,
  strictObject,
  strictTuple,
  string,
  variant,
} from "valibot";
import {
  DIRECTIONS,
  INTERACTION_KINDS,
  type SourceId,
} from "../domain/interactions/interaction.ts";
import { REASON_KINDS } from "../domain/person/sent-message.ts";
import { KNOWS } from "../domain/person/person.ts";
import { isAlias, isName, isPost, type PersonSubject } from "../domain/records/subject.ts";
import { moment } from "./value-schemas.ts";

/** The longest text of one field, in characters. */
const LONGEST = 100_000;

/** Any text. */
export const words = pipe(string(), maxLength(LONGEST));
/** A whole number that is not negative. */
export const count = pipe(number(), integer(), minValue(0), maxValue(Number.MAX_SAFE_INTEGER));

/** How aliases are written, as a part of a regular expression. */
export const ALIAS = String.raw`slug:[^\s/?#]+|member:[\w-]+|number:\d+|(?:mail|phone|own):\S+`;

/** An alias of any kind. */
export const alias = pipe(
  string(),
  maxLength(300),
  regex(new RegExp(`^(?:${ALIAS})$`)),
  guard(isAlias),
);
/** The subject of a name. */
export const name = pipe(string(), maxLength(LONGEST), regex(/^name:/), guard(isName));
/** The subject of a post or comment. */
export const post = pipe(string(), maxLength(2000), regex(/^post:\S+$/), guard(isPost));
/** What a person is known by. */
export const person = pipe(
  string(),
  maxLength(LONGEST),
  regex(new RegExp(String.raw`^(?:${ALIAS}|name:[\s\S]*)$`)),
  guard((subject: string): subject is PersonSubject => isAlias(subject) || isName(subject)),
);
/** A source. */
export const source = pipe(
  string(),
  regex(/^(?:page|hand|archive:[\w-]{1,80})$/),
  guard((text: string): text is SourceId => /^(?:page|hand|archive:.+)$/.test(text)),
);
/** A replica. */
export const replica = pipe(string(), regex(/^[\w.:-]{1,100}$/));
/** A moment of a replica. */
export const time = strictTuple([moment, count, replica]);

/** A value that was chosen, or taken back where there is none. */
export const register = <Value>(value: GenericSchema<unknown, Value>) =>
  strictObject({ value: exactOptional(value), time });

/** Registers by key, or none. */
export const registers = <Value>(value: GenericSchema<unknown, Value>) =>
  exactOptional(array(strictObject({ key: words, value: exactOptional(value), time })));

/** The owner of a history or an archive. */
export const owner = strictObject({ aliases: array(alias), name: exactOptional(words) });

/** What archives cover. */
export const spans = array(
  strictObject({ from: moment, to: moment, kinds: array(picklist(INTERACTION_KINDS)) }),
);
/** Where the owner worked or studied, and what they follow. */
export const circles = array(
  strictObject({
    kind: picklist(["company", "school", "followed"]),
    name: words,
    title: exactOptional(words),
    from: exactOptional(moment),
    to: exactOptional(moment),
  }),
);
/** What became of the rows of the files of an import. */
export const files = array(
  strictObject({
    path: words,
    source: words,
    rows: count,
    used: count,
    merged: count,
    ambiguous: count,
    skipped: count,
  }),
);

/** An interaction without sources. */
export const fact = pipe(
  strictObject({
    kind: picklist(INTERACTION_KINDS),
    direction: picklist(DIRECTIONS),
    from: moment,
    to: moment,
    ref: exactOptional(pipe(string(), maxLength(2000))),
    groupSize: exactOptional(pipe(number(), integer(), minValue(2), maxValue(1_000_000))),
    withNote: exactOptional(literal(true)),
    words: exactOptional(words),
  }),
  check(({ from, to }) => from <= to, "from is not after to"),
);

/** Forms that the JSON Schema names instead of repeating them. */
export const NAMED_SCHEMAS = {
  moment,
  count,
  words,
  alias,
  person,
  post,
  source,
  replica,
  time,
  fact,
  owner,
  spans,
  circles,
  files,
};

/** A message to somebody who was suggested. */
export const sentMessage = strictObject({ at: moment, why: picklist(REASON_KINDS) });

/** What holds for everybody at a company or with a tag. */
export const rule = strictObject({
  about: strictObject({
    of: picklist(["company", "tag"]),
    name: pipe(string(), minLength(1), maxLength(200)),
  }),
  says: variant("what", [
    strictObject({ what: literal("never") }),
    strictObject({
      what: literal("cadence"),
      days: pipe(number(), minValue(0), maxValue(1_000_000)),
    }),
    strictObject({ what: literal("knows"), how: picklist(KNOWS) }),
  ]),
});
