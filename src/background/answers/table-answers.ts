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
import { undoDeletion } from "../../storage/records/deletion.ts";
import { peopleToDelete } from "../../storage/answers/people-to-delete.ts";
import { deletePeople, finishDeletionOf } from "../histories/deletions.ts";
import { reading, writing } from "./answers.ts";
import {
  askedChanges,
  askedDeletion,
  askedTable,
  askedTableIds,
  askedTableRows,
  chosenForMany,
  deletedPeople,
  namedDeletion,
  takenBackForMany,
} from "../questions/table-questions-checked.ts";

/** Answers that write nothing. */
export const tableReads = reading<
  Pick<
    TableQuestions,
    "peopleTable" | "tableIds" | "tableRows" | "tableChoices" | "changes" | "peopleToDelete"
  >
>({
  peopleTable: (about, { database }) => peopleTable(database, parse(askedTable, about), Date.now()),
  tableIds: (about, { database }) => tableIds(database, parse(askedTableIds, about), Date.now()),
  tableRows: (about, { database }) =>
    tableRows(database, parse(askedTableRows, about).ids, Date.now()),
  tableChoices: (_about, { database }) => tableChoices(database, Date.now()),
  peopleToDelete: (about, { database }) =>
    peopleToDelete(database, parse(askedDeletion, about), Date.now()),
  changes: (about, { database }) => seenChanges(database, parse(askedChanges, about), Date.now()),
});

/** Acts on a selection. */
export const tableWrites = writing<
  Pick<
    TableQuestions,
    "chooseMany" | "takeBackMany" | "deletePeople" | "undoDeletion" | "finishDeletion"
  >
>({
  chooseMany(about, { database }) {
    const { ids, made } = parse(chosenForMany, about);
    return chooseMany(database, ids, made, Date.now());
  },
  takeBackMany(about, { database }) {
    const { made, back } = parse(takenBackForMany, about);
    return takeBackMany(database, made, back, Date.now());
  },
  async deletePeople(about, history) {
    const { id, people } = await deletePeople(history, parse(deletedPeople, about).ids, Date.now());
    return { id, count: people.length };
  },
  undoDeletion(about, { database }) {
    return undoDeletion(database, parse(namedDeletion, about).id, Date.now());
  },
  finishDeletion(about, history) {
    return finishDeletionOf(history, parse(namedDeletion, about).id);
  },
});
