/**
 * The arguments of the questions of an import as they have to be.
 */
import { integer, maxValue, minValue, number, optional, pipe, strictObject } from "valibot";
import { identifier } from "../exchange/forms.ts";
import {
  historyName,
  importHead,
  importId,
  importOwner,
  importPart,
  subject,
} from "../exchange/import-forms.ts";

const atMost = pipe(number(), integer(), minValue(1), maxValue(10_000));
const parts = pipe(number(), integer(), minValue(0), maxValue(100_000));

export const peopleForImport = strictObject({
  history: historyName,
  after: optional(identifier),
  atMost,
});
export const waitingOfImport = strictObject({
  history: historyName,
  after: optional(subject),
  atMost,
});
export const begunImport = strictObject({ head: importHead, history: optional(historyName) });
export const stagedImport = strictObject({ history: historyName, id: importId, part: importPart });
export const committedImport = strictObject({
  history: historyName,
  id: importId,
  parts,
  owner: importOwner,
});
export const namedImport = strictObject({ id: importId });
export const cancelledImport = strictObject({ history: historyName, id: importId });
