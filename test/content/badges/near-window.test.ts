// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { nearWindow, type NearWindow } from "../../../src/content/badges/near-window.ts";

type Callback = (entries: readonly Partial<IntersectionObserverEntry>[]) => void;

let told: (readonly string[])[] = [];
let report: Callback;
let end: AbortController;
let near: NearWindow;

const named = (id: string): Element => {
  const element = document.createElement("b");
  element.id = id;
  return element;
};

/** The browser says that these came near, so far (CSS pixels) below the upper edge of the window. */
const come = (top: number, ...ids: readonly string[]): void =>
  report(
    ids.map((id) => {
      const target = named(id);
      near.watch(target);
      const boundingClientRect = {
        width: 50,
        height: 20,
        top,
        bottom: top + 20,
      } as DOMRectReadOnly;
      return { target, isIntersecting: true, boundingClientRect };
    }),
  );

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("innerHeight", 900);
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(callback: Callback) {
        report = callback;
      }
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
  told = [];
  end = new AbortController();
  near = nearWindow((anchors) => told.push(anchors.map(({ id }) => id)), end.signal);
});

afterEach(() => {
  end.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("names below the window are told together, a moment later and once", () => {
  come(1000, "ada", "ben");
  come(1100, "cyd");
  expect(told).toEqual([]);
  vi.runAllTimers();
  expect(told).toEqual([["ada", "ben", "cyd"]]);
});

test.each([
  { where: "at the upper edge", top: -10 },
  { where: "at the lower edge", top: 899 },
])("a name in the window, $where, waits for nothing, and takes along who waits", ({ top }) => {
  come(1000, "ada");
  come(top, "ben");
  expect(told).toEqual([["ada", "ben"]]);
  vi.runAllTimers();
  expect(told).toHaveLength(1);
});

test("a name above the window is not in it", () => {
  come(-20, "ada");
  expect(told).toEqual([]);
});

test("nobody is told after the end", () => {
  come(1000, "ada");
  end.abort();
  vi.runAllTimers();
  expect(told).toEqual([]);
});
