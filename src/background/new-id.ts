import type { PersonId } from "../domain/person.ts";

/** An id for a person not met before. */
export const newId = (): PersonId => crypto.randomUUID() as PersonId;
