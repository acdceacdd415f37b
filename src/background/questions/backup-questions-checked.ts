/**
 * The arguments of the questions about backups, as they have to be.
 */
import {
  array,
  boolean,
  exactOptional,
  integer,
  maxLength,
  minValue,
  number,
  pipe,
  regex,
  strictObject,
  string,
  uuid,
} from "valibot";
import { moment } from "../../exchange/value-schemas.ts";

export const notedBackup = strictObject({
  at: moment,
  revision: pipe(number(), integer(), minValue(0)),
});

export const askedRound = strictObject({ now: boolean() });

/** The random id of a folder on its way. */
export const sentFolder = strictObject({ id: pipe(string(), uuid()) });

const sentKey = strictObject({
  file: pipe(string(), maxLength(3000), regex(/^[A-Za-z\d+/]+$/)),
  scalar: pipe(string(), regex(/^[A-Za-z\d+/]{43}$/)),
  isKept: boolean(),
});

/** A folder on its way, and the key that its files are to be sealed with. */
export const chosenFolder = strictObject({
  ...sentFolder.entries,
  key: exactOptional(sentKey),
});

export const sealedFolder = strictObject({ key: sentKey });

export const openedFolder = strictObject({ keys: pipe(array(sentKey), maxLength(64)) });

export const copyTakenOut = strictObject({ copy: pipe(string(), regex(/^[\da-f]{8}$/)) });
