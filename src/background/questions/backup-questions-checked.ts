/**
 * The arguments of the questions about backups, as they have to be.
 */
import { integer, minValue, number, pipe, strictObject, string, uuid } from "valibot";
import { moment } from "../../exchange/value-schemas.ts";

export const notedBackup = strictObject({
  at: moment,
  revision: pipe(number(), integer(), minValue(0)),
});

/** The random id of a folder on its way. */
export const sentFolder = strictObject({ id: pipe(string(), uuid()) });
