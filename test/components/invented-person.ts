import type { Coverage } from "../../src/domain/tie/coverage.ts";
import type { Interaction } from "../../src/domain/interactions/interaction.ts";
import { personCard, type PersonCard } from "../../src/domain/directory/person-card.ts";
import type { PersonRecord } from "../../src/domain/directory/person-record.ts";
import { tieSummary } from "../../src/domain/tie/tie-summary.ts";
import type { PersonId } from "../../src/domain/person/person.ts";

const noon = (year: number, month: number, day: number) =>
  new Date(year, month - 1, day, 12).getTime();

/** The moment all tests of cards and lists happen at. */
export const now = noon(2026, 5, 20);

export const coverage: Coverage = {
  watchingSince: noon(2026, 1, 1),
  archives: [{ from: noon(2019, 1, 1), to: noon(2025, 12, 31), kinds: ["message"] }],
};

const PASSED: readonly Interaction[] = [
  {
    kind: "message",
    direction: "in",
    from: noon(2026, 2, 18),
    to: noon(2026, 2, 18),
    sources: ["page"],
  },
  {
    kind: "message",
    direction: "out",
    from: noon(2026, 2, 17),
    to: noon(2026, 2, 17),
    sources: ["page"],
  },
  {
    kind: "connected",
    direction: "both",
    from: noon(2019, 4, 2),
    to: noon(2019, 4, 2),
    sources: ["archive:1"],
  },
];

/** An invented person with these interactions. */
export function record(
  id: string,
  name: string,
  interactions: readonly Interaction[] = PASSED,
): PersonRecord {
  return {
    id: id as PersonId,
    subject: `slug:${id}`,
    aliases: [`slug:${id}`],
    name: { value: name, at: 0 },
    career: [],
    choices: {},
    summary: tieSummary(interactions),
  };
}

/** The card of Alex Example, who wrote last. */
export function alex(interactions: readonly Interaction[] = PASSED): PersonCard {
  return personCard(
    record("alex", "Alex Example", interactions),
    { interactions, removed: [], visits: [noon(2026, 3, 1)] },
    coverage,
    20,
    now,
  );
}
