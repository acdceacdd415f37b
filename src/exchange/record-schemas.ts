/**
 * The forms of records in a file, one record a line, and on their way into the history. The JSON Schema in `docs/formats` is made from
 * these definitions.
 */
import {
  array,
  boolean,
  check,
  exactOptional,
  type GenericSchema,
  guard,
  integer,
  literal,
  maxLength,
  maxValue,
  minValue,
  null_,
  number,
  picklist,
  pipe,
  record,
  regex,
  strictObject,
  string,
  union,
  variant,
} from "valibot";
import type {
  ExportHead,
  JsonObject,
  JsonValue,
  RecordLine,
} from "../domain/records/exported-history.ts";
import type { Fact, PackedInteractions } from "../domain/interactions/interaction-columns.ts";
import { KNOWS } from "../domain/person/person.ts";
import { LINK_EVIDENCE } from "../domain/records/link.ts";
import type { PairEnd } from "../domain/records/register.ts";
import { HISTORY, isAlias } from "../domain/records/subject.ts";
import { moment } from "./value-schemas.ts";
import {
  ALIAS,
  alias,
  circles,
  count,
  fact,
  files,
  name,
  owner,
  person,
  post,
  register,
  registers,
  replica,
  rule,
  sentMessage,
  source,
  spans,
  time,
  words,
} from "./part-schemas.ts";

/** Who and when, as every statement and link has it. */
const said = { source, replica, version: count };

const choices = strictObject({
  name: exactOptional(register(words)),
  company: exactOptional(register(words)),
  title: exactOptional(register(words)),
  howMet: exactOptional(register(words)),
  muted: exactOptional(register(boolean())),
  snoozedUntil: exactOptional(register(moment)),
  cadenceDays: exactOptional(register(pipe(number(), minValue(0), maxValue(1_000_000)))),
  inTouchElsewhere: exactOptional(register(moment)),
  knows: exactOptional(register(picklist(KNOWS))),
  neverTrack: exactOptional(register(boolean())),
  deceased: exactOptional(register(boolean())),
});

const sightingOfWork = strictObject({
  company: exactOptional(words),
  title: exactOptional(words),
  headline: exactOptional(words),
  at: moment,
  until: moment,
});

const weeks = array(
  strictObject({
    week: pipe(number(), integer()),
    at: moment,
    rows: array(
      strictObject({
        person,
        list: picklist(["reconnect", "hello"]),
        shownAt: exactOptional(moment),
        done: exactOptional(register(boolean())),
      }),
    ),
  }),
);

const importLine = strictObject({
  kind: literal("import"),
  id: pipe(string(), regex(/^[\w-]{1,80}$/)),
  replica,
  at: moment,
  madeAt: moment,
  doneAt: moment,
  owner: exactOptional(owner),
  coverage: spans,
  circles,
  files,
  outcome: strictObject({
    peopleNew: count,
    peopleKnown: count,
    interactionsNew: count,
    interactionsKnown: count,
    waiting: count,
    erased: count,
  }),
});

const keyLine = strictObject({
  kind: literal("key"),
  key: pipe(string(), regex(/^[\w-]{22,200}$/)),
});

const linkLine = pipe(
  strictObject({
    kind: literal("link"),
    a: alias,
    b: alias,
    ...said,
    evidence: picklist(LINK_EVIDENCE),
    firstAt: moment,
  }),
  check(({ a, b }) => a < b, "a sorts before b"),
);

const mark = /^[\w-]{1,100}$/;
const pairEnd = pipe(
  string(),
  maxLength(300),
  regex(new RegExp(String.raw`^(?:${ALIAS}|erased:[\w-]{1,100})$`)),
  guard((end: string): end is PairEnd => isAlias(end) || end.startsWith("erased:")),
);

const word = variant("kind", [
  pipe(
    strictObject({
      kind: literal("pair"),
      a: pairEnd,
      b: pairEnd,
      value: picklist(["same", "different", "nothing"]),
      before: exactOptional(literal("different")),
    }),
    check(({ a, b }) => a < b, "a sorts before b"),
  ),
  strictObject({ kind: literal("withdrawn"), import: source, value: boolean() }),
  strictObject({ kind: literal("erased"), mark: pipe(string(), regex(mark)), value: boolean() }),
  strictObject({
    kind: literal("named"),
    name,
    value: union([alias, picklist(["somebody-else", "nothing"])]),
  }),
  strictObject({ kind: literal("author"), post, value: union([alias, literal("nothing")]) }),
  strictObject({ kind: literal("clock"), of: replica, to: moment, value: moment }),
]);

const registerLine = strictObject({ kind: literal("register"), word, replica, time });

/** Values of JSON so many levels deep; what is deeper is refused. */
function jsonSchema(levels: number): GenericSchema<unknown, JsonValue> {
  const flat = [words, number(), boolean(), null_()] as const;
  if (levels === 0) return union(flat);
  const inner = jsonSchema(levels - 1);
  return union([...flat, array(inner), settingsOf(inner)]);
}

function settingsOf(inner: GenericSchema<unknown, JsonValue>): GenericSchema<unknown, JsonObject> {
  return record(pipe(string(), regex(/^[\w-]{1,100}$/)), inner);
}

const settingsLine = strictObject({
  kind: literal("settings"),
  settings: settingsOf(jsonSchema(3)),
});

/** The form of a record with interactions in this form. */
function recordSchema<Facts>(
  facts: GenericSchema<unknown, Facts>,
): GenericSchema<unknown, RecordLine<Facts>> {
  const statement = { kind: literal("statement"), ...said };
  return variant("kind", [
    importLine,
    keyLine,
    linkLine,
    registerLine,
    settingsLine,
    variant("subject", [
      strictObject({
        ...statement,
        subject: person,
        body: strictObject({
          names: exactOptional(array(strictObject({ value: words, at: moment }))),
          career: exactOptional(array(sightingOfWork)),
          facts: exactOptional(facts),
          undone: exactOptional(array(words)),
          visits: exactOptional(array(moment)),
          mutual: exactOptional(
            array(strictObject({ at: moment, count: exactOptional(count), named: array(alias) })),
          ),
          notes: registers(words),
          tags: registers(boolean()),
          reminders: registers(moment),
          sent: registers(sentMessage),
          removed: registers(boolean()),
          choices: exactOptional(choices),
        }),
      }),
      strictObject({
        ...statement,
        subject: post,
        body: strictObject({
          authors: exactOptional(
            array(
              strictObject({
                alias: exactOptional(alias),
                name: exactOptional(words),
                days: array(pipe(number(), integer())),
              }),
            ),
          ),
          facts: exactOptional(facts),
        }),
      }),
      strictObject({
        ...statement,
        subject: literal(HISTORY),
        body: strictObject({
          owner: exactOptional(owner),
          watched: exactOptional(strictObject({ since: moment, until: exactOptional(moment) })),
          spans: exactOptional(spans),
          circles: exactOptional(circles),
          files: exactOptional(files),
          imported: exactOptional(strictObject({ at: moment, madeAt: moment, doneAt: moment })),
          weeks: exactOptional(weeks),
          rules: registers(rule),
        }),
      }),
    ]),
  ]);
}

const packedFacts = strictObject({
  count,
  rows: pipe(string(), regex(/^[\w-]*$/)),
  refs: array(words),
  words: exactOptional(record(pipe(string(), regex(/^\d+$/)), words)),
});

/** A line of a file with a record: interactions are plain objects. */
export const recordLine: GenericSchema<unknown, RecordLine<readonly Fact[]>> = recordSchema(
  array(fact),
);

/** A record as the history page stages it: interactions are packed. */
export const stagedRecord: GenericSchema<
  unknown,
  RecordLine<PackedInteractions>
> = recordSchema<PackedInteractions>(packedFacts);

/** The first line of a file. */
export const headLine: GenericSchema<unknown, ExportHead> = strictObject({
  format: literal("tielight-history"),
  version: literal(1),
  exportedAt: moment,
  owner,
});

/** The last line of a file. */
export const endLine = strictObject({
  format: literal("tielight-history-end"),
  /** How many lines with records stand between the first and the last. */
  records: count,
  /** CRC-32 of every byte before this line. */
  crc32: pipe(string(), regex(/^[\da-f]{8}$/)),
});
