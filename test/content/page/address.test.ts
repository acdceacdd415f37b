// @vitest-environment jsdom
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
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

test("an address the page changes without a word is observed within a third of a second, and once", () => {
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

/** The browser announces changes of the address, as it does with the Navigation API. */
function announcing(view: object): EventTarget {
  const navigation = new EventTarget();
  Object.defineProperty(view, "navigation", { value: navigation, configurable: true });
  onTestFinished(() => void Reflect.deleteProperty(view, "navigation"));
  return navigation;
}

test("where the browser announces a change it is observed at once, and nothing polls", () => {
  end.abort();
  end = new AbortController();
  const navigation = announcing(window);
  watchAddress(document, () => void changes.push(shownAddress(document)), end.signal);
  expect(vi.getTimerCount()).toBe(0);
  history.pushState(null, "", "/in/bea/");
  navigation.dispatchEvent(new Event("currententrychange"));
  navigation.dispatchEvent(new Event("currententrychange"));
  expect(changes).toEqual([`${location.origin}/in/bea/`]);
  end.abort();
  history.pushState(null, "", "/in/cem/");
  navigation.dispatchEvent(new Event("currententrychange"));
  expect(changes).toHaveLength(1);
});

test("a frame of the site notices that the address around it is another one", () => {
  end.abort();
  end = new AbortController();
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const inside = frame.contentDocument;
  if (inside === null) throw new Error("The frame has no document");
  const navigation = announcing(inside.defaultView?.top ?? {});
  // In jsdom, a frame takes no signal of another window.
  for (const target of [inside, inside.defaultView])
    Object.assign(target ?? {}, { addEventListener: () => undefined });
  watchAddress(inside, () => void changes.push(shownAddress(inside)), end.signal);
  history.pushState(null, "", "/in/bea/");
  navigation.dispatchEvent(new Event("currententrychange"));
  expect(changes).toEqual([`${location.origin}/in/bea/`]);
  expect(vi.getTimerCount()).toBe(0);
  frame.remove();
});

test("nothing is observed after the end", () => {
  end.abort();
  history.pushState(null, "", "/in/bea/");
  turn(false);
  vi.advanceTimersByTime(5000);
  expect(changes).toEqual([]);
});
