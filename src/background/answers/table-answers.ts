/**
 * What the full page is answered about many people.
 */
import { parse } from "valibot";
import type { TableQuestions } from "../../protocol/table-questions.ts";
import { seenChanges } from "../../storage/answers/changes.ts";
import {
  peopleTable,
  tableChoices,
  tableIds,
  tableRows,
} from "../../storage/answers/people-table.ts";
import { chooseMany, takeBackMany } from "../../storage/records/by-hand.ts";
import { forgetMany } from "../../storage/records/forget.ts";
import { personWithHandle } from "../../storage/view/people.ts";
import { dropErased } from "../histories/unclaimed.ts";
import { reading, writing } from "./answers.ts";
import {
  askedChanges,
  askedTable,
  askedTableIds,
  askedTableRows,
  chosenForMany,
  takenBackForMany,
} from "../questions/table-questions-checked.ts";

/** Answers that write nothing. */
export const tableReads = reading<
  Pick<TableQuestions, "peopleTable" | "tableIds" | "tableRows" | "tableChoices" | "changes">
>({
  peopleTable: (about, { database }) => peopleTable(database, parse(askedTable, about), Date.now()),
  tableIds: (about, { database }) => tableIds(database, parse(askedTableIds, about), Date.now()),
  tableRows: (about, { database }) =>
    tableRows(database, parse(askedTableRows, about).ids, Date.now()),
  tableChoices: (_about, { database }) => tableChoices(database, Date.now()),
  changes: (about, { database }) => seenChanges(database, parse(askedChanges, about), Date.now()),
});

/** Acts on a selection. */
export const tableWrites = writing<
  Pick<TableQuestions, "chooseMany" | "takeBackMany" | "eraseMany">
>({
  chooseMany(about, { database }) {
    const { ids, made } = parse(chosenForMany, about);
    return chooseMany(database, ids, made, Date.now());
  },
  takeBackMany(about, { database }) {
    const { made, back } = parse(takenBackForMany, about);
    return takeBackMany(database, made, back, Date.now());
  },
  async eraseMany(about, { name, database }) {
    const { ids } = parse(askedTableRows, about);
    const found = await Promise.all(ids.map((id) => personWithHandle(database, id)));
    const erased = await forgetMany(database, ids, Date.now());
    await dropErased(
      name,
      found.filter((person) => person !== undefined),
    );
    return erased;
  },
});
