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
  expect([open(place), place.querySelectorAll("details").length]).toEqual([0, 5]);
  window.dispatchEvent(new Event("beforeprint"));
  await settled();
  expect(open(place)).toBe(5);
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
    return [...place.querySelectorAll("details")].map((one) => one.querySelectorAll("li").length);
  };
  expect(await search("DORMANT stopped")).toEqual([1]);
  expect(open(place)).toBe(1);
  expect(found(place, "[role=status]").textContent).toBe("1 chapter found.");
  expect(await search("privacy")).toHaveLength(1);
  expect(await search("no such words")).toEqual([]);
  expect(place.textContent).toContain("Nothing in the guide");
});

test("every chapter says something, and no sentence stands twice", () => {
  const chapters = guideChapters();
  const lines = chapters.flatMap((one) => one.lines);
  expect(new Set(lines).size).toBe(lines.length);
  for (const { title, lines: own } of chapters) {
    expect(own.length).toBeGreaterThan(2);
    expect(foundChapters(chapters, title).some((one) => one.lines.length === own.length)).toBe(
      true,
    );
  }
});
