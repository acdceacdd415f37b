import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { leftOvers } from "../../../src/content/observations/left-over.ts";
import type { PersonOnPage } from "../../../src/linkedin/people/people-on-page.ts";

const shown = (name: string, ...aliases: readonly string[]): PersonOnPage =>
  ({ aliases, name, size: "full", anchor: { name } }) as unknown as PersonOnPage;

const alex = shown("Alex Example", "slug:alex");
const namesake = shown("Alex Example", "slug:alex-2");
const bea = shown("Bea Example", "slug:alex-2");

let again: unknown[] = [];
let end = new AbortController();
let isLeftOver: (person: PersonOnPage) => boolean;

beforeEach(() => {
  vi.useFakeTimers();
  again = [];
  end = new AbortController();
  isLeftOver = leftOvers((anchor) => void again.push(anchor), end.signal);
  expect(isLeftOver(alex)).toBe(false);
});

afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

test("a name that stays under a new address is not believed, until the page was quiet for five seconds", () => {
  expect(isLeftOver(namesake)).toBe(true);
  vi.advanceTimersByTime(4999);
  expect(again).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(again).toEqual([namesake.anchor]);
  expect(isLeftOver(namesake)).toBe(false);
});

test("a profile that goes on changing is waited for anew", () => {
  for (let change = 0; change < 5; change += 1) {
    expect(isLeftOver(namesake)).toBe(true);
    vi.advanceTimersByTime(4500);
  }
  expect(again).toEqual([]);
  vi.advanceTimersByTime(500);
  expect(isLeftOver(namesake)).toBe(false);
});

test("a heading that was late is believed at once when it comes, and so is the person before", () => {
  expect(isLeftOver(namesake)).toBe(true);
  expect(isLeftOver(alex)).toBe(false);
  expect(isLeftOver(namesake)).toBe(true);
  expect(isLeftOver(bea)).toBe(false);
  expect(isLeftOver(shown("Bea Example", "member:ACoAAABea", "slug:alex-2"))).toBe(false);
});

test("what was learnt of a person meanwhile counts as a change, and people in lists are never held back", () => {
  expect(isLeftOver(namesake)).toBe(true);
  vi.advanceTimersByTime(6000);
  expect(isLeftOver(shown("Alex Example", "number:2", "slug:alex-2"))).toBe(true);
  expect(isLeftOver({ ...namesake, size: "compact" })).toBe(false);
});

test("nothing is read again after the end", () => {
  expect(isLeftOver(namesake)).toBe(true);
  end.abort();
  vi.advanceTimersByTime(10_000);
  expect(again).toEqual([]);
});
