/**
 * The arguments of the questions about rules as they have to be.
 */
import {
  check,
  literal,
  maxLength,
  maxValue,
  minLength,
  minValue,
  nullable,
  number,
  picklist,
  pipe,
  readonly,
  record,
  strictObject,
  string,
  trim,
  variant,
} from "valibot";
import { KNOWS, MOST_CADENCE_DAYS } from "../../domain/person/person.ts";
import { identifier } from "../../exchange/value-schemas.ts";

const about = pipe(
  strictObject({
    of: picklist(["company", "tag"]),
    name: pipe(string(), trim(), minLength(1), maxLength(200)),
  }),
  readonly(),
);

const rule = pipe(
  strictObject({
    about,
    says: variant("what", [
      strictObject({ what: literal("never") }),
      strictObject({
        what: literal("cadence"),
        days: pipe(number(), minValue(1), maxValue(MOST_CADENCE_DAYS)),
      }),
      strictObject({ what: literal("knows"), how: picklist(KNOWS) }),
    ]),
  }),
  readonly(),
);

export const askedReach = about;
export const changedRules = strictObject({
  rules: pipe(
    record(identifier, nullable(rule)),
    check((rules) => Object.keys(rules).length <= 200, "too many"),
    readonly(),
  ),
});
