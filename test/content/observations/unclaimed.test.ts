import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { unclaimed } from "../../../src/content/observations/unclaimed.ts";
import type { UnclaimedSighting } from "../../../src/content/page/outbox.ts";

const one = (slug: `slug:${string}`): UnclaimedSighting => ({
  sighting: { what: "visit", person: { aliases: [slug], at: 1 } },
});

let isUnknown = true;
let sent: UnclaimedSighting[][] = [];
beforeEach(() => {
  vi.useFakeTimers();
  [isUnknown, sent] = [true, []];
});
afterEach(() => vi.useRealTimers());
const begin = (signal = new AbortController().signal) =>
  unclaimed(
    () => isUnknown,
    (some) => sent.push([...some]),
    signal,
  );

test("what a page says before anybody is known is sent together once it had time to say who is signed in", () => {
  const early = begin();
  early.note([one("slug:a")]);
  vi.advanceTimersByTime(3000);
  early.note([one("slug:b")]);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(2000);
  expect(sent).toEqual([[one("slug:a"), one("slug:b")]]);
  vi.advanceTimersByTime(60_000);
  expect(sent).toHaveLength(1);
});

test("once it is known who is signed in nothing of it is sent: the page is read again", () => {
  const early = begin();
  early.note([one("slug:a")]);
  early.forget();
  vi.advanceTimersByTime(60_000);
  early.note([one("slug:b")]);
  isUnknown = false;
  vi.advanceTimersByTime(60_000);
  expect(sent).toEqual([]);
});

test("after its end nothing is sent", () => {
  const ended = new AbortController();
  begin(ended.signal).note([one("slug:a")]);
  ended.abort();
  vi.advanceTimersByTime(60_000);
  expect(sent).toEqual([]);
});
