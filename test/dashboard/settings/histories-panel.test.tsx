// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { expect, test } from "vitest";
import type { HeldHistory } from "../../../src/protocol/views.ts";
import { HistoriesPanel } from "../../../src/dashboard/settings/histories-panel.tsx";
import { drawn, found, settled } from "../../components/drawn.ts";

const sam: HeldHistory = {
  name: "history-1",
  owner: { name: "Sam Example" },
  shown: true,
  signedIn: true,
  people: 312,
  interactions: 4210,
};
const kim: HeldHistory = {
  name: "history-2",
  owner: { name: "Kim Example" },
  shown: false,
  signedIn: false,
  people: 1,
  interactions: 7,
};

let told: (readonly [string, unknown])[] = [];
let changes = 0;

function panel(...held: readonly HeldHistory[]): HTMLElement {
  told = [];
  changes = 0;
  const note = (ask: string, answer?: unknown) => (about: unknown) => {
    told.push([ask, about]);
    return answer;
  };
  answerWith({
    showHistory: note("showHistory"),
    removeHistory: note("removeHistory"),
    joinHistories: note("joinHistories", { people: 313, interactions: 4217 }),
    eraseEverything: note("eraseEverything"),
  });
  return drawn(
    <HistoriesPanel
      histories={{ state: "answered", answer: held }}
      onChange={() => (changes += 1)}
    />,
  );
}

const pressIn = async (place: Element, selector: string): Promise<void> => {
  found(place, selector).click();
  await settled();
};
const entry = (place: Element, name: string): HTMLElement => found(place, `[data-history=${name}]`);

test("each history is listed with its owner and how much it holds, and another one can be shown", async () => {
  const place = panel(sam, kim);
  expect(entry(place, "history-1").textContent).toContain("\u2068Sam Example\u2069 (signed in)");
  expect(entry(place, "history-1").textContent).toContain("312 people · 4,210 interactions");
  expect(entry(place, "history-1").querySelector("[name=show-history]")).toBeNull();
  await pressIn(entry(place, "history-2"), "[name=show-history]");
  expect(told).toEqual([["showHistory", { name: "history-2" }]]);
  expect(changes).toBe(1);
});

test("a history is removed only after a question that says in numbers what goes", async () => {
  const place = panel(sam, kim);
  await pressIn(entry(place, "history-2"), "[name=remove-history]");
  expect(told).toEqual([]);
  const question = found(entry(place, "history-2"), "[role=alert]").textContent;
  expect(question).toContain("Kim Example");
  expect(question).toContain("1 person · 7 interactions");
  await pressIn(entry(place, "history-2"), "[name=sure]");
  expect(told).toEqual([["removeHistory", { name: "history-2" }]]);
  expect(found(place, "[role=status]").textContent).toContain("is removed");
});

test("a history is added to another one after a question, and the sum is said", async () => {
  const place = panel(sam, kim);
  await pressIn(entry(place, "history-2"), "[name=join-history]");
  await pressIn(entry(place, "history-2"), "[name=sure]");
  expect(told).toEqual([["joinHistories", { from: "history-2", into: "history-1" }]]);
  expect(found(place, "[role=status]").textContent).toContain("313 people · 4,217 interactions");
});

test("everything is erased only after a question, which can be left", async () => {
  const place = panel(sam, kim);
  await pressIn(place, "[name=erase-everything]");
  expect(found(place, "[role=alert]").textContent).toContain(
    "312 people · 4,210 interactions + 1 person · 7 interactions",
  );
  const [, cancel] = [...found(place, "[role=alert]").querySelectorAll("button")];
  cancel?.click();
  await settled();
  expect(told).toEqual([]);
  await pressIn(place, "[name=erase-everything]");
  await pressIn(place, "[name=sure]");
  expect(told).toEqual([["eraseEverything", undefined]]);
  expect(found(place, "[role=status]").textContent).toContain("Everything is erased.");
});

test("a refused removal says so and keeps the question", async () => {
  const place = panel(kim);
  answerWith({});
  await pressIn(entry(place, "history-2"), "[name=remove-history]");
  await pressIn(entry(place, "history-2"), "[name=sure]");
  expect(entry(place, "history-2").querySelectorAll("[role=alert]").length).toBeGreaterThan(1);
  expect(changes).toBe(0);
});
