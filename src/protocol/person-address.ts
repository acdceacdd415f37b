/**
 * The address of everything about one person: the popup's page with that person's card open.
 */
import type { PersonId } from "../domain/person/person.ts";

/** The popup's page inside the extension. */
export const POPUP = "src/popup/index.html";

const MARK = "#person=";

/** The address inside the extension. */
export const personAddress = (id: PersonId): string => `${POPUP}${MARK}${encodeURIComponent(id)}`;

/** The person an address's part after `#` names, if it names one. Whether there is such a person, the background says. */
export function personInHash(hash: string): PersonId | undefined {
  if (!hash.startsWith(MARK)) return undefined;
  try {
    return decodeURIComponent(hash.slice(MARK.length)) as PersonId;
  } catch {
    return undefined;
  }
}
