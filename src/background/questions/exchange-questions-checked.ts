/**
 * The arguments of the questions by which a history leaves and enters, as they have to be.
 */
import {
  array,
  boolean,
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
import { headLine } from "../../exchange/record-schemas.ts";
import { stagedRecordSchema } from "../../exchange/record-lines.ts";
import { PEOPLE_AT_ONCE, personId } from "./questions-checked.ts";

const after = optional(pipe(string(), maxLength(5000)));
const atMost = pipe(number(), integer(), minValue(1), maxValue(10_000));

/** The name of a history, a dot, and a UUID. */
const restoreId = pipe(string(), regex(/^history-[\da-f-]{36}\.[\da-f-]{36}$/));

export const askedRecordsPart = strictObject({
  after,
  atMost,
  erased: boolean(),
  readable: exactOptional(boolean()),
});
export const askedPeoplePart = strictObject({ after, atMost, interactions: boolean() });
export const askedChosenPeople = strictObject({
  ids: pipe(array(personId), maxLength(PEOPLE_AT_ONCE), readonly()),
  interactions: boolean(),
});
export const begunRestore = headLine;
export const stagedPart = strictObject({
  id: restoreId,
  part: pipe(number(), integer(), minValue(0), maxValue(1_000_000)),
  records: pipe(array(stagedRecordSchema), maxLength(10_000), readonly()),
});
export const namedRestore = strictObject({ id: restoreId });
export const committedRestore = strictObject({
  id: restoreId,
  revision: pipe(number(), integer(), minValue(0)),
});
