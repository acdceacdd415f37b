// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type LeftOvers, leftOvers } from "../../../src/content/observations/left-over.ts";
import type { PersonOnPage } from "../../../src/linkedin/people/people-on-page.ts";

const shown = (name: string, ...aliases: readonly string[]): PersonOnPage =>
  ({ aliases, name, size: "full", anchor: { name } }) as unknown as PersonOnPage;

const alex = shown("Alex Example", "slug:alex");
const namesake = shown("Alex Example", "slug:alex-2");
const bea = shown("Bea Example", "slug:alex-2");

let again: unknown[] = [];
let end = new AbortController();
let leftOver: LeftOvers;
const isLeftOver = (person: PersonOnPage): boolean => leftOver.has(person);

/** The page has one heading, of these pieces of text. */
function head(...pieces: readonly string[]): void {
  const heading = document.createElement("h2");
  heading.append(...pieces);
  document.body.replaceChildren(heading);
}

beforeEach(() => {
  vi.useFakeTimers();
  again = [];
  end = new AbortController();
  leftOver = leftOvers((anchor) => void again.push(anchor), end.signal);
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

test("a heading of a profile that was never drawn whole is not believed under the next address either, until it changes", () => {
  head(" Bea\n Example", " 1st");
  leftOver.moved(document, "slug:bea");
  expect(isLeftOver(bea)).toBe(true);
  expect(isLeftOver(shown("Cyd Example", "slug:alex-2"))).toBe(false);
});

test("the address of the same person may change before anything was read, as from a member id to a name", () => {
  head("Bea Example");
  leftOver.moved(document, "member:ACoAAABea");
  expect(isLeftOver(shown("Bea Example", "slug:bea"))).toBe(true);
  expect(isLeftOver(shown("Bea Example", "member:ACoAAABea", "slug:bea"))).toBe(false);
});

test("who goes on and back before the next profile is drawn whole does not see its name on the profile before", () => {
  head("Bea Example");
  leftOver.moved(document, "slug:bea");
  expect(isLeftOver(shown("Bea Example", "slug:alex"))).toBe(true);
  expect(isLeftOver(alex)).toBe(false);
});
