// @vitest-environment jsdom
import { answerWith, storedValues } from "../../words/extension-of-the-tests.ts";
import { beforeEach, expect, test } from "vitest";
import { NetworkSection } from "../../../src/dashboard/network/network-section.tsx";
import { monthOf } from "../../../src/domain/interactions/messages-by-month.ts";
import type { NetworkMap } from "../../../src/domain/network/network-map.ts";
import type { NetworkSeen } from "../../../src/domain/network/network.ts";
import type { WarmGroup } from "../../../src/domain/network/warm-groups.ts";
import type { PersonId } from "../../../src/domain/person/person.ts";
import type { Band } from "../../../src/domain/tie/band.ts";
import { drawn, found, settled } from "../../components/drawn.ts";

const NOW = Date.UTC(2026, 5, 1);

const counts = (some: Partial<Record<Band, number>> = {}): Record<Band, number> => ({
  close: 0,
  "in-touch": 0,
  fading: 0,
  dormant: 0,
  acquaintance: 0,
  "not-talked": 0,
  unknown: 0,
  ...some,
});

const group = (
  of: WarmGroup["of"],
  key: string,
  some: Partial<Record<Band, number>>,
  name?: string,
): WarmGroup => ({
  of,
  key,
  ...(name !== undefined && { name }),
  sample: "x" as PersonId,
  people: Object.values(some).reduce((sum, one) => sum + one, 0),
  counts: counts(some),
});

const network: NetworkSeen = {
  at: NOW,
  people: 30,
  counts: counts({ close: 20, fading: 3, dormant: 7 }),
  circle: 20,
  meaning: { code: "going-quiet", circle: 20, overdue: 21 },
  overdue: 21,
  undated: 2,
  years: [
    { at: Date.UTC(2025, 0, 1) - 1, people: 8, counts: counts({ close: 8 }) },
    { at: Date.UTC(2026, 0, 1) - 1, people: 12, counts: counts({ close: 9, fading: 3 }) },
  ],
  spread: { known: 20, companies: 14, top: 5 },
  companies: [
    group("company", "tin whistle", { close: 3, dormant: 2 }, "Tin Whistle"),
    group("company", "alone", { close: 1 }, "Alone"),
  ],
  fields: [group("field", "design", { close: 2, unknown: 1 })],
  pastCompanies: [],
  slipping: [group("company", "acme", { close: 1, fading: 2, acquaintance: 9 }, "Acme")],
  months: [{ month: monthOf(NOW), in: 12, out: 8 }],
  knownUntil: NOW,
};

const map: NetworkMap = {
  ids: ["ada", "bo", "cy"] as readonly string[] as readonly PersonId[],
  ageDays: [100, 800, 5000],
  silentDays: [10, 400, -1],
  bands: "035",
};

const EMPTY: NetworkSeen = {
  at: NOW,
  people: 0,
  counts: counts(),
  circle: 0,
  meaning: { code: "too-little", talkedWith: 0, need: 10 },
  overdue: 0,
  undated: 0,
  years: [],
  companies: [],
  fields: [],
  pastCompanies: [],
  slipping: [],
  months: [],
  knownUntil: NOW,
};

beforeEach(() => {
  storedValues.clear();
  location.hash = "#network";
});

async function section(seen: NetworkSeen = network, everybody = map): Promise<HTMLElement> {
  answerWith({ network: () => seen, networkMap: () => everybody });
  const place = drawn(<NetworkSection now={NOW} />);
  await settled();
  return place;
}

const press = async (element: Element): Promise<void> => {
  element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  await settled();
};

const open = async (place: HTMLElement, name: string): Promise<HTMLElement> => {
  const details = found<HTMLDetailsElement>(place, `.picture-${name} details`);
  details.open = true;
  details.dispatchEvent(new Event("toggle"));
  await settled();
  return details;
};

/** The conditions of the view that the address names. */
function conditions(): unknown {
  const [, id] = location.hash.split("/");
  const views = storedValues.get("peopleViews") as readonly (readonly [string, object])[];
  const view = views.find(([one]) => one === id)?.[1] as { readonly conditions: unknown };
  return view.conditions;
}

test("the balance is said in whole people and companies, and leads to the people it is about", async () => {
  const place = await section();
  expect(found(place, ".balance-lead").textContent).toContain(
    "Your close contacts work at 14 companies. 25% of them are at three.",
  );
  await press(found(place, "[name=balance-step]"));
  expect(conditions()).toEqual([{ of: "overdue" }]);
});

test("a band, a company, a field and a circle that slips each lead to their people", async () => {
  const place = await section();
  const leadsTo = async (selector: string) => {
    await press(found(place, selector));
    return conditions();
  };
  expect(await leadsTo(".picture-bands button.band-fading")).toEqual([
    { of: "band", is: "fading" },
  ]);
  expect(await leadsTo(".picture-years path.chart-layer.band-close")).toEqual([
    { of: "band", is: "close" },
  ]);
  expect(await leadsTo(".picture-companies a")).toEqual([{ of: "company", is: "Tin Whistle" }]);
  expect(await leadsTo(".picture-fields a")).toEqual([{ of: "field", is: "design" }]);
  expect(await leadsTo(".picture-slipping a")).toEqual([
    { of: "company", is: "Acme" },
    ...["close", "in-touch", "fading", "dormant"].map((is) => ({ of: "band", is })),
  ]);
  expect(found(place, ".picture-slipping").textContent).toContain("1 of 3 still warm");
  expect(place.querySelectorAll(".picture-companies a")).toHaveLength(1);
});

test("behind each picture stands a table with the same numbers", async () => {
  const place = await section();
  const cells = (root: ParentNode, selector: string) =>
    [...root.querySelectorAll(selector)].map((one) => one.textContent);
  const years = await open(place, "years");
  expect(cells(years, "thead th")).toEqual(["2024", "2025", "Today"]);
  expect(cells(years, "tbody tr:last-child td")).toEqual(["8", "9", "20"]);
  const months = await open(place, "months");
  expect(cells(months, "tbody tr > *")).toEqual(["June 2026", "12", "8"]);
  const companies = await open(place, "companies");
  expect(cells(companies, "tbody tr:first-child > *").slice(0, 3)).toEqual([
    "Tin Whistle",
    "3",
    "2",
  ]);
});

test("the table of the map counts everybody on it, and each number leads to these people", async () => {
  const place = await section();
  const table = await open(place, "map");
  const buttons = [...table.querySelectorAll("button")];
  expect(buttons.map((one) => one.getAttribute("aria-label"))).toEqual([
    "1 person. Known: at most 12 months. Silent: at most 2 months.",
    "1 person. Known: 12 months to 3 years. Silent: 12 months to 3 years.",
    "1 person. Known: over 10 years. Silent: No talk.",
  ]);
  const [, second] = buttons;
  if (second) await press(second);
  expect(conditions()).toEqual([
    { of: "tie-age", is: [366, 1095] },
    { of: "silence", is: [366, 1095] },
  ]);
  expect(found(place, ".picture-map").textContent).toContain("2 people are not on the map");
});

test("an empty network claims nothing", async () => {
  const place = await section(EMPTY, { ids: [], ageDays: [], silentDays: [], bands: "" });
  expect(place.querySelector("svg.chart")).toBeNull();
  expect(place.querySelector("canvas")).toBeNull();
  expect(place.textContent).toContain("You have talked with 0 people so far");
  expect(found(place, ".picture-months").textContent).toContain("No messages are known yet.");
});

test("while the numbers are waited for, each picture has its room", async () => {
  answerWith({ network: () => new Promise(() => {}), networkMap: () => new Promise(() => {}) });
  const place = drawn(<NetworkSection now={NOW} />);
  await settled();
  expect(place.querySelectorAll(".picture-waiting").length).toBeGreaterThanOrEqual(8);
  expect(found(place, ".pictures").getAttribute("aria-busy")).toBe("true");
});

test("a question that is refused is said, and what is known stays", async () => {
  answerWith({ network: () => network });
  const place = drawn(<NetworkSection now={NOW} />);
  await settled();
  expect(found(place, "[role=alert]").textContent).not.toBe("");
  expect(place.querySelector(".picture-years svg.chart")).not.toBeNull();
});
