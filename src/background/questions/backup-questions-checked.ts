/**
 * The arguments of the questions about backups, as they have to be.
 */
import { integer, minValue, number, pipe, strictObject } from "valibot";
import { moment } from "../../exchange/value-schemas.ts";

export const notedBackup = strictObject({
  at: moment,
  revision: pipe(number(), integer(), minValue(0)),
});
