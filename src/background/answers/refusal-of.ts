import { Refusal } from "../../protocol/transport.ts";
import { HistoryMoved, ImportIncomplete } from "../../storage/imports/import-asked.ts";
import { UnknownPerson } from "../../storage/records/known-subjects.ts";
import { NoSuchSplit, SamePerson } from "../../storage/records/merge-people.ts";

/** The refusal that stands for an error, where our pages have words for it; `undefined` for any other error. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof UnknownPerson) return new Refusal("unknown-person");
  if (error instanceof NoSuchSplit) return new Refusal("no-such-alias");
  if (error instanceof SamePerson) return new Refusal("same-person");
  if (error instanceof ImportIncomplete) return new Refusal("import-incomplete");
  if (error instanceof HistoryMoved) return new Refusal("history-moved");
  if (error instanceof DOMException && error.name === "QuotaExceededError")
    return new Refusal("full");
  return undefined;
}
