/**
 * Leads to people from elsewhere in the page.
 */
import type { Condition } from "../../domain/directory/people-table.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { hashOf } from "../frame/address.ts";
import { FIRST_VIEW } from "./views/people-view.ts";
import { keepView } from "./views/people-views.ts";

/** In the address where no view is named but a person is. */
export const NO_VIEW = "all";

/** Shows the people who fit. The view is kept first, because the address names it. */
export async function showPeople(conditions: readonly Condition[]): Promise<void> {
  const id = await keepView({ ...FIRST_VIEW, conditions });
  location.hash = hashOf({ section: "people", within: [id] });
}

/** Shows one person beside the table of everybody. */
export function showPerson(id: PersonId): void {
  location.hash = hashOf({ section: "people", within: [NO_VIEW, id] });
}
