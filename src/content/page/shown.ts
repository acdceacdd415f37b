import type { PersonOnPage } from "../../linkedin/people/person-on-page.ts";
import type { Proof } from "./proof.ts";

/** Somebody as read from the page, and what the place looked like at that moment. */
export interface Shown {
  readonly person: PersonOnPage;
  readonly proof: Proof;
}
