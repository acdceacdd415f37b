// @vitest-environment jsdom
import { answerWith } from "../words/extension-of-the-tests.ts";
import { expect, test } from "vitest";
import { BacktestPanel } from "../../src/dashboard/backtest-panel.tsx";
import { BalancePanel } from "../../src/dashboard/balance-panel.tsx";
import type { Balance, BalanceAt } from "../../src/domain/balance/balance.ts";
import type { Backtest } from "../../src/domain/backtest/backtest.ts";
import { drawn, found, settled } from "../components/drawn.ts";

const at = (year: number, strong: number, never: number): BalanceAt => ({
  at: new Date(year, 11, 31, 12).getTime(),
  people: strong + never,
  counts: {
    close: strong,
    "in-touch": 0,
    fading: 0,
    dormant: 0,
    acquaintance: 0,
    "not-talked": never,
    unknown: 0,
  },
  circle: strong,
});

const balance: Balance = {
  ...at(2026, 30, 70),
  companies: 3,
  fields: 2,
  years: [at(2024, 10, 0), { ...at(2025, 20, 60), companies: 2 }],
  meaning: { code: "balanced", circleShare: 0.3 },
};

const cells = (place: ParentNode, selector: string) =>
  [...place.querySelectorAll(selector)].map((one) => one.textContent);

async function panel(answer: Balance): Promise<HTMLElement> {
  answerWith({ balance: () => answer });
  const place = drawn(<BalancePanel />);
  await settled();
  return place;
}

test("the balance is a sentence, shares, a width, and the years in numbers beside the picture", async () => {
  const place = await panel(balance);
  expect(found(place, ".lead").textContent).toContain("Strong ties: 30%");
  expect(place.textContent).toContain("work at 3 companies, in 2 fields");
  expect(cells(place, ".numbers thead th")).toEqual(["2024", "2025", "Today"]);
  expect(cells(place, ".numbers tbody tr:nth-child(7) td")).toEqual(["10", "20", "30"]);
  expect(cells(place, ".numbers tbody tr:nth-child(8) td")).toEqual(["–", "2", "3"]);
  // What is drawn is hidden from those it says nothing to, and adds up to whole columns.
  const layers = [...place.querySelectorAll(".balance-year")].map(
    (column) => column.querySelectorAll("rect").length,
  );
  expect(layers).toEqual([1, 2, 2]);
  expect(found(place, ".columns").getAttribute("aria-hidden")).toBe("true");
});

test("without years and workplaces it says so instead of drawing nothing", async () => {
  const { companies: _companies, fields: _fields, ...rest } = balance;
  const place = await panel({ ...rest, years: [] });
  expect(place.textContent).toContain("The workplace of fewer than five people close to you");
  expect(place.querySelector(".balance-year")).toBeNull();
});

async function asked(answer: Backtest): Promise<HTMLElement> {
  answerWith({ backtest: () => answer });
  const place = drawn(<BacktestPanel />);
  expect(found(place, "[role=status]").textContent).toBe("");
  found(place, "button").click();
  await settled();
  return place;
}

test("the past is replayed only when asked, and every way of ranking stands with cases and interval", async () => {
  const row = (ranking: "tielight" | "days-since-last" | "message-count" | "chance") => ({
    ranking,
    auc: ranking === "tielight" ? 0.8 : 0.5,
    low: 0.45,
    high: 0.85,
    top: 10,
    topAgain: 6,
  });
  const place = await asked({
    cuts: [new Date(2025, 0, 3).getTime(), new Date(2025, 6, 3).getTime()],
    windowDays: 180,
    cases: 100,
    again: 30,
    rows: [row("tielight"), row("days-since-last"), row("message-count"), row("chance")],
  });
  expect(found(place, "[role=status]").textContent).toContain("you talked to 6 again");
  expect(place.querySelectorAll(".numbers tbody tr")).toHaveLength(4);
  expect(place.textContent).toContain("80% (45% to 85%)");
  expect(place.textContent).toContain("100 cases, of which 30 talked again");
});

test("too little history is said, with what would be enough", async () => {
  const place = await asked({ refused: "too-short", have: 40, need: 365 });
  expect(found(place, "[role=status]").textContent).toContain("covers 40 days so far. From 365");
  expect(place.querySelector("table")).toBeNull();
});
