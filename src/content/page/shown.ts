import type { PersonOnPage } from "../../linkedin/people/person-on-page.ts";
import type { Proof } from "./proof.ts";

/** Somebody as read from the page, and what the place looked like at that moment. */
export interface ShownPerson {
  readonly person: PersonOnPage;
  readonly proof: Proof;
}
