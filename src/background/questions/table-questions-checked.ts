/**
 * The arguments of the questions about many people as they have to be.
 */
import {
  array,
  boolean,
  exactOptional,
  integer,
  literal,
  maxLength,
  maxValue,
  minValue,
  number,
  picklist,
  pipe,
  readonly,
  strictObject,
  string,
  tuple,
  union,
  uuid,
} from "valibot";
import { CHANGE_KINDS } from "../../domain/changes/seen-changes.ts";
import { FIELDS } from "../../domain/career/fields.ts";
import { COLUMNS, type SortColumn } from "../../domain/directory/people-table.ts";
import { BANDS } from "../../domain/tie/band.ts";
import { count, made, PEOPLE_AT_ONCE, personId, place, shortText } from "./questions-checked.ts";

const not = exactOptional(literal(true));

const wholeDays = pipe(number(), integer(), minValue(0));
const daysRange = pipe(tuple([wholeDays, wholeDays]), readonly());

const condition = union([
  strictObject({ of: literal("band"), is: picklist(BANDS), not }),
  strictObject({ of: literal("field"), is: picklist([...FIELDS, "unknown"]), not }),
  strictObject({ of: literal("company"), is: shortText, not }),
  strictObject({ of: literal("tag"), is: shortText, not }),
  strictObject({ of: literal("silent"), is: pipe(number(), minValue(0)), not }),
  strictObject({ of: literal("silence"), is: union([daysRange, literal("never")]), not }),
  strictObject({ of: literal("tie-age"), is: daysRange, not }),
  strictObject({ of: literal("past-company"), is: shortText, not }),
  strictObject({ of: picklist(["overdue", "two-way", "muted", "untracked"]), not }),
]);

const view = {
  text: shortText,
  conditions: pipe(array(condition), maxLength(100), readonly()),
  by: picklist(COLUMNS.filter((one): one is SortColumn => one !== "note")),
  descending: boolean(),
};

const ids = pipe(array(personId), maxLength(PEOPLE_AT_ONCE), readonly());

export const askedTable = strictObject({
  ...view,
  start: place,
  atMost: pipe(count, maxValue(PEOPLE_AT_ONCE)),
});
export const askedChanges = strictObject({
  kind: exactOptional(picklist(CHANGE_KINDS)),
  start: place,
  atMost: pipe(place, maxValue(PEOPLE_AT_ONCE)),
});
export const askedTableIds = strictObject(view);
export const askedTableRows = strictObject({ ids });
export const chosenForMany = strictObject({ ids, made });
export const takenBackForMany = strictObject({
  made,
  back: pipe(
    array(strictObject({ id: personId, before: made })),
    maxLength(PEOPLE_AT_ONCE),
    readonly(),
  ),
});

/** More people than any history has. */
const MOST_DELETED = 200_000;

export const askedDeletion = union([
  strictObject({ of: picklist(["tag", "company"]), is: shortText }),
  strictObject({
    of: literal("quiet"),
    years: pipe(number(), integer(), minValue(1), maxValue(50)),
  }),
]);
export const deletedPeople = strictObject({
  ids: pipe(array(personId), maxLength(MOST_DELETED), readonly()),
});
export const namedDeletion = strictObject({ id: pipe(string(), uuid()) });
