/**
 * Everything about one tie, for the card on a badge and in the popup.
 */
import { careerNews, type CareerNews } from "./career-news.ts";
import { circumstances } from "./circumstances.ts";
import { shownCareer, shownName } from "./corrected.ts";
import type { Coverage } from "./coverage.ts";
import { settled } from "./history.ts";
import type { Interaction } from "./interaction.ts";
import type { MergeMade } from "./merge.ts";
import type { Alias, CareerSighting, Choices, PersonId } from "./person.ts";
import type { PersonRecord } from "./person-record.ts";
import { strengthReason, type StrengthReason } from "./reasons.ts";
import { tie, type Tie } from "./tie.ts";

/** What the card shows. */
export interface PersonCard {
  readonly id: PersonId;
  readonly name: string;
  readonly tie: Tie;
  readonly reason: StrengthReason;
  readonly news?: CareerNews;
  /** When the two became connected (ms). */
  readonly connected?: { readonly from: number; readonly to: number };
  /** Newest first, at most as many as asked for. */
  readonly interactions: readonly Interaction[];
  /** How many there are in all. */
  readonly interactionCount: number;
  /** Moments (ms) the user looked at the profile, newest first, at most 20. */
  readonly visits: readonly number[];
  readonly coverage: Coverage;
}

/** What only our own pages show of a person: the user's words and wishes, every alias, and who the person is made of. */
export interface PersonDetails {
  /** The name last seen; the card shows the user's own where they put it right. */
  readonly seenName: string;
  readonly aliases: readonly Alias[];
  readonly choices: Choices;
  /** As seen, oldest first. */
  readonly career: readonly CareerSighting[];
  /** Merges that can be taken apart, latest first. */
  readonly merges: readonly MergeMade[];
  /** Keys of what the user deleted, for `restoreInteraction`. */
  readonly deleted: readonly string[];
}

/** How many visits a card shows. */
const VISITS = 20;

/**
 * The card of a person at `now`.
 *
 * @param facts everything ever seen of this person
 * @param deleted natural keys of what the user said was wrong
 * @param atMost how many interactions to show
 */
export function personCard(
  person: PersonRecord,
  facts: readonly Interaction[],
  deleted: readonly string[],
  coverage: Coverage,
  atMost: number,
  now: number,
): PersonCard {
  const interactions = settled(facts, deleted);
  const news = careerNews(shownCareer(person));
  const current = tie(person.summary, circumstances(person.choices, coverage), now);
  return {
    id: person.id,
    name: shownName(person),
    tie: current,
    reason: strengthReason(current),
    ...(news && { news }),
    ...(person.summary.connected && { connected: person.summary.connected }),
    interactions: interactions.slice(-atMost).reverse(),
    interactionCount: interactions.length,
    visits: person.visits.slice(-VISITS).reverse(),
    coverage,
  };
}
