// @vitest-environment jsdom
import "../../words/extension-of-the-tests.ts";
import { expect, test } from "vitest";
import { PersonTimeline } from "../../../src/dashboard/person/person-timeline.tsx";
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";
import { drawn, found } from "../../components/drawn.ts";

const NOW = new Date(2026, 8, 1).getTime();

/** A message of a day. */
function message(year: number, month: number, day: number): Interaction {
  const at = new Date(year, month, day, 12).getTime();
  return { kind: "message", direction: "in", from: at, to: at, sources: ["page"] };
}

const label = (...interactions: readonly Interaction[]): string | null =>
  found(drawn(<PersonTimeline interactions={interactions} now={NOW} />), "svg").ariaLabel;

test("the picture says in how many months there was contact, not in how many bars' months", () => {
  // Bars are weeks from Monday, and the first of October was a Wednesday.
  expect(label(message(2025, 9, 1), message(2025, 9, 20))).toBe(
    "Contact in 1 month between October 2025 and September 2026",
  );
  // Bars are years.
  expect(label(message(2001, 2, 1), message(2001, 5, 1), message(2002, 5, 1))).toBe(
    "Contact in 3 months between March 2001 and September 2026",
  );
});
