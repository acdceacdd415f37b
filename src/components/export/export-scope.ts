/**
 * Whom an export is about.
 */
import type { TableView } from "../../domain/directory/people-table.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";

/** See the file. */
export type ExportScope =
  | { readonly of: "selected"; readonly ids: readonly PersonId[] }
  | { readonly of: "view"; readonly view: TableView }
  | { readonly of: "everybody" };

const EVERYBODY: TableView = { text: "", conditions: [], by: "name", descending: false };

/** The handles of the people, in the order they are shown in. */
export async function idsOf(scope: ExportScope): Promise<readonly PersonId[]> {
  if (scope.of === "selected") return scope.ids;
  const { text, conditions, by, descending } = scope.of === "view" ? scope.view : EVERYBODY;
  return askFromPage.tableIds({ text, conditions, by, descending });
}
