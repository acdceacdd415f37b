/**
 * What a weak tie is good for, in words.
 */
import type { LensValue } from "../domain/suggestions/lens.ts";
import { nameInSentence } from "./name-text.ts";
import { newsText } from "./reason-words.ts";
import { text } from "./text.ts";

/** "Perspective", "Opportunity" or "News". */
export function lensText({ value }: LensValue): string {
  return text(`lens_${value}`);
}

/** Why, in a sentence. */
export function lensReason(value: LensValue): string {
  switch (value.because) {
    case "other-company":
      return text("lensOtherCompany", { company: nameInSentence(value.company) });
    case "other-field":
      return text("lensOtherField", { field: text(`field_${value.field}`) });
    case "other-circle":
      return text("lensOtherCircle");
    case "moderately-weak":
      return text("lensModeratelyWeak");
    case "between-circles":
      return text("lensBetweenCircles");
    case "former-colleague":
      return text("lensFormerColleague", {
        before: nameInSentence(value.before),
        after: nameInSentence(value.after),
      });
    case "changed-company":
      return newsText({ ...value, what: "company" });
    case "changed-field":
      return newsText({ ...value, what: "field" });
    case "changed-title":
      return newsText({ ...value, what: "title" });
    case "changed-headline":
      return newsText({ ...value, what: "headline" });
  }
}
