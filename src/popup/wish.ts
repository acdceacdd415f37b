import type { PersonId } from "../domain/person.ts";
import { askFromPage } from "../messages.ts";

/** What the user wants to become of a suggestion. */
export type Wish =
  | { readonly what: "done" }
  /** Not before this moment (ms). */
  | { readonly what: "later"; readonly until: number }
  | { readonly what: "never" };

/** Keeps the wish. */
export async function carryOut(id: PersonId, wish: Wish, now: number): Promise<void> {
  if (wish.what === "done") await askFromPage.markDone({ id, done: true });
  else if (wish.what === "never")
    await askFromPage.choose({ id, choices: { muted: { value: true, at: now } } });
  else await askFromPage.choose({ id, choices: { snoozedUntil: { value: wish.until, at: now } } });
}

/** Makes it as it was before the wish. A suggested person was neither muted nor put off, or would not have been suggested. */
export async function takeBack(id: PersonId, wish: Wish, now: number): Promise<void> {
  if (wish.what === "done") await askFromPage.markDone({ id, done: false });
  else if (wish.what === "never")
    await askFromPage.choose({ id, choices: { muted: { value: false, at: now } } });
  // Not until now, but until long ago: the week's lists look at it as of the moment they were made.
  else await askFromPage.choose({ id, choices: { snoozedUntil: { value: 0, at: now } } });
}
