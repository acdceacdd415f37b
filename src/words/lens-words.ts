/**
 * What a weak tie is good for, in words.
 */
import type { LensValue } from "../domain/lens.ts";
import { text, type TextKey } from "./text.ts";

const BECAUSE: Record<LensValue["because"], TextKey> = {
  "other-company": "lensOtherCompany",
  "other-field": "lensOtherField",
  "other-circle": "lensOtherCircle",
  "moderately-weak": "lensModeratelyWeak",
  "between-circles": "lensBetweenCircles",
  "former-colleague": "lensFormerColleague",
  "changed-company": "lensChangedCompany",
  "changed-field": "lensChangedField",
  "changed-title": "lensChangedTitle",
  "changed-headline": "lensChangedHeadline",
};

/** "Perspective", "Opportunity" or "News". */
export function lensText({ value }: LensValue): string {
  return text(`lens_${value}`);
}

/** Why, in a sentence. */
export function lensReason({ because }: LensValue): string {
  return text(BECAUSE[because]);
}
