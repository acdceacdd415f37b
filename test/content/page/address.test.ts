// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { shownAddress, watchAddress } from "../../../src/content/page/address.ts";

let changes: string[] = [];
let end = new AbortController();

function turn(hidden: boolean): void {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}

beforeEach(() => {
  vi.useFakeTimers();
  turn(false);
  history.replaceState(null, "", "/in/alex/");
  changes = [];
  end = new AbortController();
  watchAddress(document, () => void changes.push(shownAddress(document)), end.signal);
});

afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

test("an address the page changes without a word is noticed within a third of a second, and once", () => {
  history.pushState(null, "", "/in/bea/");
  vi.advanceTimersByTime(300);
  vi.advanceTimersByTime(5000);
  expect(changes).toEqual([`${location.origin}/in/bea/`]);
});

test("nothing is compared in a hidden tab, and at once when it is shown", () => {
  turn(true);
  history.pushState(null, "", "/in/bea/");
  vi.advanceTimersByTime(60_000);
  expect(changes).toEqual([]);
  turn(false);
  expect(changes).toEqual([`${location.origin}/in/bea/`]);
});

test("nothing is noticed after the end", () => {
  end.abort();
  history.pushState(null, "", "/in/bea/");
  turn(false);
  vi.advanceTimersByTime(5000);
  expect(changes).toEqual([]);
});
