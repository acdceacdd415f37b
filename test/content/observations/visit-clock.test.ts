// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { visitClock, type VisitClock } from "../../../src/content/observations/visit-clock.ts";
import type { PersonOnPage } from "../../../src/linkedin/people/people-on-page.ts";

const alex = { aliases: ["slug:alex"], name: "Alex Example" } as unknown as PersonOnPage;
const alexAgain = { ...alex, aliases: ["member:ACoAAAlex", "slug:alex"] } as PersonOnPage;
const bea = { aliases: ["slug:bea"], name: "Bea Example" } as unknown as PersonOnPage;

let visits: string[] = [];
let end = new AbortController();
let clock: VisitClock;

function turn(state: DocumentVisibilityState): void {
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}

beforeEach(() => {
  vi.useFakeTimers();
  visits = [];
  end = new AbortController();
  turn("visible");
  clock = visitClock(document, ({ name }) => void visits.push(name), end.signal);
});

afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

test("a profile counts as visited after three seconds, and once however long it stays", () => {
  clock.shows(alex);
  vi.advanceTimersByTime(2999);
  expect(visits).toEqual([]);
  vi.advanceTimersByTime(60_000);
  expect(visits).toEqual(["Alex Example"]);
});

test("what arrives later of the same profile does not start the clock again", () => {
  clock.shows(alex);
  vi.advanceTimersByTime(2000);
  clock.shows(alexAgain);
  vi.advanceTimersByTime(1000);
  expect(visits).toHaveLength(1);
});

test("somebody else's profile starts it again, and nobody's stops it", () => {
  clock.shows(alex);
  vi.advanceTimersByTime(2900);
  clock.shows(bea);
  vi.advanceTimersByTime(2900);
  clock.shows(undefined);
  vi.advanceTimersByTime(60_000);
  expect(visits).toEqual([]);
});

test("a tab in the background is not looked at: coming back begins anew", () => {
  clock.shows(alex);
  vi.advanceTimersByTime(2900);
  turn("hidden");
  vi.advanceTimersByTime(60_000);
  turn("visible");
  vi.advanceTimersByTime(2900);
  expect(visits).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(visits).toEqual(["Alex Example"]);
});

test("nothing counts after the script's end", () => {
  clock.shows(alex);
  end.abort();
  vi.advanceTimersByTime(60_000);
  expect(visits).toEqual([]);
});
