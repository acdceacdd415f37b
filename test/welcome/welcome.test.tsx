// @vitest-environment jsdom
import { answerWith, storedValues } from "../words/extension-of-the-tests.ts";
import { beforeEach, expect, test } from "vitest";
import { Welcome } from "../../src/welcome/welcome.tsx";
import { drawn, found, settled } from "../components/drawn.ts";

const NOW = Date.UTC(2026, 10, 30);
const EMPTY = { people: 0, interactions: 0, stale: [], staleCount: 0, coverage: { archives: [] } };

async function welcome(): Promise<HTMLElement> {
  const place = drawn(<Welcome now={NOW} />);
  await settled();
  return place;
}

beforeEach(() => {
  storedValues.clear();
  answerWith({ overview: () => EMPTY });
});

test("nothing is stored before a choice", async () => {
  await welcome();
  expect([...storedValues]).toEqual([]);
});

test("at most 120 words stand before the first button", async () => {
  const place = await welcome();
  const before = document.createRange();
  before.setStart(place, 0);
  before.setEndBefore(found(place, "button"));
  // The first button is the main way to begin.
  expect(found(place, "button").getAttribute("value")).toBe("badges");
  const words = [...before.cloneContents().querySelectorAll("h1, h2, p, span, bdi")]
    .filter((one) => one.children.length === 0)
    .flatMap(({ textContent }) => textContent?.trim().split(/\s+/) ?? []);
  expect(words.length).toBeGreaterThan(30);
  expect(words.length).toBeLessThanOrEqual(120);
});

test("what the terms say stands beside the choice, and what is read, drawn and kept is one click away", async () => {
  const place = await welcome();
  expect(found(place, ".begin .risk").textContent).toContain("user agreement forbids");
  expect(found(place, ".begin").querySelectorAll(":scope > .choices button")).toHaveLength(2);
  expect(found(place, "details button").getAttribute("value")).toBe("popup");
  const promises = [...place.querySelectorAll(".promises > div")];
  expect(promises.map((one) => one.querySelector("h2")?.textContent)).toEqual([
    "Reads only pages you open.",
    "Draws a small light. Changes nothing.",
    "Keeps everything in this browser.",
  ]);
  for (const one of promises) expect(one.querySelector("details")?.textContent).toContain("ested");
});

test.each(["badges", "popup", "archive"])(
  "choosing %s keeps the choice and shows the next step",
  async (mode) => {
    const place = await welcome();
    expect(place.querySelector(".after")).toBeNull();
    found(place, `button[name=mode][value=${mode}]`).click();
    await settled();
    expect([...storedValues]).toEqual([["mode", mode]]);
    expect(found(place, "[aria-pressed=true]").getAttribute("value")).toBe(mode);
    expect(found(place, ".after").textContent).toContain("choose otherwise");
    expect(found(place, ".setup [aria-current=step] h3").textContent).toContain("Ask LinkedIn");
  },
);

test("a choice made before is shown and can be changed", async () => {
  storedValues.set("mode", "badges");
  const place = await welcome();
  expect(found(place, "[aria-pressed=true]").getAttribute("value")).toBe("badges");
  found(place, "button[value=archive]").click();
  await settled();
  expect(storedValues.get("mode")).toBe("archive");
});
