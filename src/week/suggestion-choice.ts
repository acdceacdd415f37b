import type { PersonId } from "../domain/person/person.ts";
import { askFromPage } from "../protocol/transport.ts";

/** What the user wants to become of a suggestion. */
export type SuggestionChoice =
  | { readonly what: "done" }
  /** Not before this moment (ms). */
  | { readonly what: "later"; readonly until: number }
  | { readonly what: "never" };

/** Stores the choice. */
export async function carryOut(id: PersonId, choice: SuggestionChoice): Promise<void> {
  if (choice.what === "done") await askFromPage.markDone({ id, done: true });
  else if (choice.what === "never")
    await askFromPage.choose({ id, made: { choices: { muted: { value: true } } } });
  else
    await askFromPage.choose({ id, made: { choices: { snoozedUntil: { value: choice.until } } } });
}

/** Makes it as it was before the choice. A suggested person was neither muted nor put off, or would not have been suggested. */
export async function takeBack(id: PersonId, choice: SuggestionChoice): Promise<void> {
  if (choice.what === "done") await askFromPage.markDone({ id, done: false });
  else if (choice.what === "never")
    await askFromPage.choose({ id, made: { choices: { muted: {} } } });
  else await askFromPage.choose({ id, made: { choices: { snoozedUntil: {} } } });
}
