/**
 * The arguments of the questions of an import as they have to be.
 */
import { integer, maxValue, minValue, number, optional, pipe, strictObject } from "valibot";
import {
  historyName,
  importHead,
  importId,
  importOwner,
  importPart,
  namedAnswers,
} from "../../exchange/import-schemas.ts";

const parts = pipe(number(), integer(), minValue(0), maxValue(100_000));
const revision = pipe(number(), integer(), minValue(0));

const staged = {
  history: historyName,
  id: importId,
  parts,
  owner: importOwner,
  named: namedAnswers,
};

export const begunImport = strictObject({ head: importHead, history: optional(historyName) });
export const stagedImport = strictObject({ history: historyName, id: importId, part: importPart });
export const previewedImport = strictObject(staged);
export const committedImport = strictObject({ ...staged, revision });
export const namedImport = strictObject({ id: importId });
export const cancelledImport = strictObject({ history: historyName, id: importId });
