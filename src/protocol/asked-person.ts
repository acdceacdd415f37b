/**
 * Whom the popup is to open on: the background notes it for the moment until the popup asks. It lies in `storage.session`, which no
 * page of the site can read and which ends with the browser.
 */
import { browser } from "../browser.ts";
import type { PersonId } from "../domain/person/person.ts";

const ASKED = "askedPerson";

/** A note this old (ms) was for a popup that never came. */
const HOLDS_MS = 10_000;

interface AskedPerson {
  readonly id: PersonId;
  /** When it was made (ms). */
  readonly at: number;
}

/** Notes that the popup that opens next is about this person. */
export async function askForPerson(id: PersonId, now: number): Promise<void> {
  const note: AskedPerson = { id, at: now };
  await browser.storage.session.set({ [ASKED]: note });
}

/** The person a popup that opens now is about, if there is one. Each note is for one popup. */
export async function askedPerson(now: number): Promise<PersonId | undefined> {
  const note = (await browser.storage.session.get(ASKED))[ASKED] as AskedPerson | undefined;
  if (note === undefined) return undefined;
  await browser.storage.session.remove(ASKED);
  return Math.abs(now - note.at) < HOLDS_MS ? note.id : undefined;
}
