import type { Alias } from "../domain/person/person.ts";
import type { SuggestionReason } from "../domain/suggestions/reasons.ts";
import type { Band } from "../domain/tie/band.ts";
import { DAY_MS } from "../domain/time/day.ts";
import type { Glimpse } from "../protocol/site-questions.ts";
import { nameInSentence } from "../words/name-text.ts";
import { reasonText } from "../words/reason-words.ts";
import { text, textDirection } from "../words/text.ts";
import { bandText, lastFactText } from "../words/tie-words.ts";

/** An invented person with what a badge and its glance card say. */
export interface InventedGlimpse {
  readonly name: string;
  readonly glimpse: Glimpse;
}

interface Invented {
  readonly name: string;
  readonly band: Band;
  /** Days since the last message, and who wrote it. */
  readonly days: number;
  readonly direction: "in" | "out";
  /** How often the two talked, in days. */
  readonly gapDays: number;
}

const PEOPLE: readonly Invented[] = [
  { name: "Grace Bellamy", band: "close", days: 4, direction: "in", gapDays: 9 },
  { name: "Emeka Falk", band: "fading", days: 153, direction: "in", gapDays: 61 },
  { name: "Camille Greve", band: "dormant", days: 1200, direction: "out", gapDays: 35 },
  { name: "Wiktor Sand", band: "acquaintance", days: 700, direction: "out", gapDays: 180 },
];

/** Four invented people, in the words the background would find for them. */
export function inventedGlimpses(now: number): readonly InventedGlimpse[] {
  return PEOPLE.map(({ name, band, days, direction, gapDays }) => {
    const at = now - days * DAY_MS;
    const seen = { kind: "message", direction, from: at, to: at, source: "page" } as const;
    const words = lastFactText({ code: "last", seen }, now);
    const rhythm: SuggestionReason = { code: "rhythm", gapDays, since: { from: at, to: at } };
    const bandName = bandText(band);
    const glimpse: Glimpse = {
      alias: `slug:${name.toLowerCase().replace(" ", "-")}` as Alias,
      band,
      full: words,
      compact: words,
      bandName,
      label: text("badgeLabel", { name: nameInSentence(name), band: bandName, contact: words }),
      glance: [words, reasonText(rhythm, now)],
      textDirection: textDirection(),
    };
    return { name, glimpse };
  });
}

/** Everything that badges and cards say and that stands nowhere else: what a spying script is after. */
export function secretsOf(people: readonly InventedGlimpse[], shown: string): readonly string[] {
  const words = people.flatMap(({ glimpse }) => [
    glimpse.bandName,
    glimpse.full,
    ...glimpse.glance,
    glimpse.label,
  ]);
  return [...new Set(words)].filter((secret) => !shown.includes(secret));
}
