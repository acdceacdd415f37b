// @vitest-environment jsdom
import "../../words/extension-of-the-tests.ts";
import { expect, test } from "vitest";
import { months, TimelinePicture } from "../../../src/components/pictures/timeline-picture.tsx";
import type {
  Direction,
  Interaction,
  InteractionKind,
} from "../../../src/domain/interactions/interaction.ts";
import { drawn, found } from "../drawn.ts";

const on = (
  year: number,
  month: number,
  direction: Direction,
  kind: InteractionKind = "message",
): Interaction => {
  const at = new Date(year, month - 1, 10).getTime();
  return { kind, direction, from: at, to: at, sources: ["page"] };
};

test("interactions are counted by month and by who did them, connecting as none", () => {
  const counted = months([
    on(2024, 5, "in"),
    on(2024, 3, "out"),
    on(2024, 5, "both"),
    on(2023, 1, "both", "connected"),
  ]);
  expect(counted.map(({ theirs, ours }) => [theirs, ours])).toEqual([
    [0, 1],
    [2, 1],
  ]);
});

test("the picture says in words what it shows", () => {
  const interactions = [on(2024, 5, "in"), on(2020, 3, "out")];
  const place = drawn(
    <TimelinePicture interactions={interactions} now={new Date(2026, 0, 1).getTime()} />,
  );
  expect(found(place, "svg").getAttribute("aria-label")).toBe(
    "Contact in 2 months between March 2020 and May 2024",
  );
  expect(place.textContent).toContain("2020");
  expect(
    [...place.querySelectorAll("path")].map((path) => path.getAttribute("d")).join(" "),
  ).not.toContain("NaN");
});

test("the ends of the line are years, and months where it lies within one year", () => {
  const ends = (...interactions: readonly Interaction[]) => {
    const place = drawn(
      <TimelinePicture interactions={interactions} now={new Date(2026, 11, 1).getTime()} />,
    );
    const [from, , to] = [...place.querySelectorAll("figcaption span")];
    return [from?.textContent, to?.textContent];
  };
  expect(ends(on(2025, 12, "in"), on(2026, 3, "out"))).toEqual(["2025", "2026"]);
  expect(ends(on(2026, 7, "in"), on(2026, 9, "out"))).toEqual(["July 2026", "December 2026"]);
});

test("a tie of a single month is no picture", () => {
  expect(
    drawn(<TimelinePicture interactions={[on(2024, 5, "in")]} now={Date.now()} />).children.length,
  ).toBe(0);
});
