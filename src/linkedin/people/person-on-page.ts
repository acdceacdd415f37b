/**
 * Somebody a page shows, and where.
 */
import type { Alias } from "../../domain/person/person.ts";
import type { CardTexts } from "./card-texts.ts";
import type { MutualConnections } from "./mutual.ts";
import type { Surface } from "../address/surfaces.ts";

export interface PersonOnPage extends CardTexts {
  /** Every alias learnt in this card, sorted; at least one. */
  readonly aliases: readonly Alias[];
  /** Those of them, at least two, that the site wrote into one address. The others were only shown in one card with them. */
  readonly inOneAddress?: readonly Alias[];
  /** People that the viewer and this person both know, as far as the card states it. */
  readonly mutual?: MutualConnections;
  readonly name: string;
  /** Where the name stands; a badge goes inside it at the end, or right behind it. */
  readonly anchor: Element;
  readonly placement: "append" | "after";
  /** Profiles have room for the full badge, everything else for the compact one. */
  readonly size: "full" | "compact";
  readonly surface: Surface;
  /** They handed the post on without a word of their own: it is not theirs. */
  readonly isReposter?: true;
  /** Only for the person of a profile; see `shownCompany`. */
  readonly company?: string;
}
