// @vitest-environment jsdom
import "../words/extension-of-the-tests.ts";
import { expect, test } from "vitest";
import { Guide } from "../../src/welcome/guide.tsx";
import { foundChapters, guideChapters } from "../../src/welcome/guide-chapters.ts";
import { drawn, found, settled } from "../components/drawn.ts";

const open = (place: HTMLElement) => place.querySelectorAll("details[open]").length;

test("the guide is folded, and whole on paper", async () => {
  const place = drawn(<Guide />);
  await settled();
  expect([open(place), place.querySelectorAll("details").length]).toEqual([0, 7]);
  window.dispatchEvent(new Event("beforeprint"));
  await settled();
  expect(open(place)).toBe(7);
  window.dispatchEvent(new Event("afterprint"));
  await settled();
  expect(open(place)).toBe(0);
});

test("words find the sentences that hold all of them, unfolded, and a title finds its chapter", async () => {
  const place = drawn(<Guide />);
  await settled();
  const search = async (words: string) => {
    const field = found<HTMLInputElement>(place, "[name=guide-search]");
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await settled();
    return [...place.querySelectorAll("details")].map(
      (one) => one.querySelectorAll(":is(ul, ol):not(.request-boxes) > li").length,
    );
  };
  expect(await search("DORMANT stopped")).toEqual([1]);
  expect(open(place)).toBe(1);
  expect(found(place, "[role=status]").textContent).toBe("1 chapter found.");
  expect(await search("privacy")).toHaveLength(1);
  expect(await search("no such words")).toEqual([]);
  expect(place.textContent).toContain("Nothing in the guide");
});

test("the chapter about the archive draws the page to ask for it on, but not where words are searched in it", async () => {
  const place = drawn(<Guide />);
  await settled();
  expect(place.querySelectorAll(".request")).toHaveLength(1);
  expect(place.querySelectorAll("ol")).toHaveLength(2);
  expect(place.querySelectorAll(".with-light > svg")).toHaveLength(7);
  const field = found<HTMLInputElement>(place, "[name=guide-search]");
  field.value = "larger";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
  expect(place.querySelectorAll("li").length).toBeGreaterThan(0);
  expect(place.querySelectorAll(".request")).toHaveLength(0);
});

test("every chapter says something, and no sentence stands twice", () => {
  const chapters = guideChapters();
  const lines = chapters.flatMap((one) => one.lines.map(({ words }) => words));
  expect(new Set(lines).size).toBe(lines.length);
  for (const { title, lines: own } of chapters) {
    expect(own.length).toBeGreaterThan(2);
    expect(foundChapters(chapters, title).some((one) => one.lines.length === own.length)).toBe(
      true,
    );
  }
});
