/**
 * Somebody a page shows, and where.
 */
import type { Alias } from "../domain/person.ts";
import type { CardTexts } from "./card-texts.ts";
import type { Surface } from "./surfaces.ts";

export interface PersonOnPage extends CardTexts {
  /** Every alias learnt in this card, sorted; at least one. */
  readonly aliases: readonly Alias[];
  readonly name: string;
  /** Where the name stands; a badge goes inside it at the end, or right behind it. */
  readonly anchor: Element;
  readonly placement: "append" | "after";
  /** Profiles have room for the full badge, everything else for the compact one. */
  readonly form: "full" | "compact";
  readonly surface: Surface;
  /** They handed the post on without a word of their own: it is not theirs. */
  readonly isReposter?: true;
  /** Only of whom a profile is about; see `shownCompany`. */
  readonly company?: string;
}
