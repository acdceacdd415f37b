import type { PersonId } from "../domain/person/person.ts";
import { askFromPage } from "../protocol/transport.ts";

/** What the user wants to become of a suggestion. */
export type Wish =
  | { readonly what: "done" }
  /** Not before this moment (ms). */
  | { readonly what: "later"; readonly until: number }
  | { readonly what: "never" };

/** Stores the wish. */
export async function carryOut(id: PersonId, wish: Wish): Promise<void> {
  if (wish.what === "done") await askFromPage.markDone({ id, done: true });
  else if (wish.what === "never")
    await askFromPage.choose({ id, made: { choices: { muted: { value: true } } } });
  else await askFromPage.choose({ id, made: { choices: { snoozedUntil: { value: wish.until } } } });
}

/** Makes it as it was before the wish. A suggested person was neither muted nor put off, or would not have been suggested. */
export async function takeBack(id: PersonId, wish: Wish): Promise<void> {
  if (wish.what === "done") await askFromPage.markDone({ id, done: false });
  else if (wish.what === "never")
    await askFromPage.choose({ id, made: { choices: { muted: {} } } });
  else await askFromPage.choose({ id, made: { choices: { snoozedUntil: {} } } });
}
