// @vitest-environment jsdom
import { answerWith, extension } from "../../words/extension-of-the-tests.ts";
import { beforeEach, expect, test } from "vitest";
import { changeGroups } from "../../../src/dashboard/changes/change-groups.ts";
import { ChangesSection } from "../../../src/dashboard/changes/changes-section.tsx";
import type { ChangeRow, ChangesAsked } from "../../../src/domain/changes/change-row.ts";
import type { ChangeFact } from "../../../src/domain/changes/seen-changes.ts";
import type { PersonId } from "../../../src/domain/person/person.ts";
import type { ContactSeen } from "../../../src/domain/tie/tie-state.ts";
import { alex, now } from "../../components/invented-person.ts";
import { drawn, found, settled } from "../../components/drawn.ts";

const { tie } = alex();
const DAY = 86_400_000;

const row = (id: string, daysBefore: number, fact: ChangeFact): ChangeRow => ({
  id: id as PersonId,
  alias: `slug:${id}`,
  aliases: [`slug:${id}`, "member:ACoAAExample"],
  name: `${id} Example`,
  tie,
  reasons: [],
  at: now - daysBefore * DAY,
  fact,
  ...(fact.kind === "work" && { news: fact.news }),
});

const seen = (daysBefore: number, direction: "in" | "out"): ContactSeen => ({
  kind: "invitation",
  direction,
  from: now - daysBefore * DAY,
  to: now - daysBefore * DAY,
  source: "page",
});

const ROWS: readonly ChangeRow[] = [
  row("ada", 1, { kind: "waiting", seen: { ...seen(1, "in"), kind: "message" } }),
  row("bo", 1, {
    kind: "work",
    news: {
      what: "company",
      before: "Old Works",
      after: "New Works",
      since: now - 40 * DAY,
      at: now - DAY,
    },
  }),
  row("cem", 30, { kind: "invitation", state: "open", seen: seen(30, "out") }),
  row("dee", 31, { kind: "woke", after: now - 900 * DAY, at: now - 31 * DAY }),
];

let opened: string[] = [];
let copied: string[] = [];
let asked: ChangesAsked[] = [];

beforeEach(() => {
  opened = [];
  copied = [];
  asked = [];
  Object.assign(extension.tabs, {
    create: async ({ url }: { url: string }) => void opened.push(url),
  });
  Object.assign(navigator, {
    clipboard: { writeText: async (words: string) => void copied.push(words) },
  });
});

async function section(rows = ROWS, within: readonly string[] = []): Promise<HTMLElement> {
  answerWith({
    changes: (about) => {
      const { kind, start, atMost } = about as ChangesAsked;
      asked.push(about as ChangesAsked);
      const fit = rows.filter(({ fact }) => kind === undefined || fact.kind === kind);
      const counts = { work: 0, waiting: 0, invitation: 0, woke: 0 };
      for (const { fact } of rows) counts[fact.kind] += 1;
      return { counts, rows: fit.slice(start, start + atMost) };
    },
  });
  const place = drawn(
    <ChangesSection place={{ section: "changes", within }} now={now} round={0} />,
  );
  await settled();
  return place;
}

const lines = (place: ParentNode) =>
  [...place.querySelectorAll(".change")].map((line) =>
    [...line.querySelectorAll("p, .button")].map((one) => one.textContent),
  );

test("each change says what it is, what shows it, and the one act that fits", async () => {
  const place = await section();
  expect(lines(place)).toEqual([
    ["ada Example", "They wrote yesterday; no answer seen.", "seen on a page", "Answer"],
    [
      "bo Example",
      "Now at ⁨New Works⁩, was at ⁨Old Works⁩.",
      expect.stringContaining("April 10"),
      "Write",
    ],
    [
      "cem Example",
      "You invited them 4 weeks ago; no answer seen.",
      "seen on a page",
      "See invitations",
    ],
    [
      "dee Example",
      "You talked again after 2 years.",
      "The talk before was on Dec 2, 2023.",
      "Write",
    ],
  ]);
  expect([...place.querySelectorAll("h2")].map((one) => one.textContent)).toEqual([
    "yesterday",
    "April 2026",
  ]);
});

test("an answer opens the conversation and copies nothing; writing copies the opener", async () => {
  const place = await section();
  found(place, "[name=answer]").click();
  await settled();
  expect(copied).toEqual([]);
  found(place, "[name=write]").click();
  await settled();
  expect(copied).toEqual([expect.stringContaining("New Works")]);
  expect(opened).toEqual(
    Array.from({ length: 2 }, () => expect.stringContaining("/messaging/compose/")),
  );
});

test("a kind in the address shows its changes alone", async () => {
  const place = await section(ROWS, ["woke"]);
  expect(lines(place).map(([name]) => name)).toEqual(["dee Example"]);
  expect(found(place, ".kinds [aria-current]").textContent).toBe("Talking again 1");
});

test("nothing new is said, with what would show up", async () => {
  expect((await section([])).textContent).toMatch(/^Nothing new/);
});

test("a long list comes in parts, asked for when they are wanted", async () => {
  const many = Array.from({ length: 250 }, (_, place) =>
    row(`p${place}`, 20 + place / 10, { kind: "woke", after: 0, at: now - 20 * DAY }),
  );
  const place = await section(many);
  expect(place.querySelectorAll(".change")).toHaveLength(100);
  found(place, "[name=more]").click();
  await settled();
  found(place, "[name=more]").click();
  await settled();
  expect(place.querySelectorAll(".change")).toHaveLength(250);
  expect(place.querySelector("[name=more]")).toBeNull();
  expect(Math.max(...asked.map(({ atMost }) => atMost))).toBe(100);
});

test("the days of the last week have groups of their own, and other changes stand by month", () => {
  const names = (days: readonly number[]) =>
    changeGroups(
      days.map((day) => row("x", day, { kind: "woke", after: 0, at: 0 })),
      now,
    ).map(({ name, rows }) => [name, rows.length]);
  expect(names([0, 0, 1, 6, 7, 10, 40])).toEqual([
    ["today", 2],
    ["yesterday", 1],
    ["6 days ago", 1],
    ["May 2026", 2],
    ["April 2026", 1],
  ]);
});
