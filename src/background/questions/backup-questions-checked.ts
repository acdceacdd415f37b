/**
 * The arguments of the questions about backups, as they have to be.
 */
import { boolean, integer, minValue, number, pipe, strictObject, string, uuid } from "valibot";
import { moment } from "../../exchange/value-schemas.ts";

export const notedBackup = strictObject({
  at: moment,
  revision: pipe(number(), integer(), minValue(0)),
});

export const askedRound = strictObject({ now: boolean() });

/** The random id of a folder on its way. */
export const sentFolder = strictObject({ id: pipe(string(), uuid()) });
