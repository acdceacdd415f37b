// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchDay } from "../../../src/components/pieces/day-watch.ts";
import { useFollowed, useToday } from "../../../src/components/use-followed.ts";
import { askFromPage } from "../../../src/protocol/transport.ts";
import { tellChange } from "../../../src/protocol/changes.ts";
import { drawn } from "../drawn.ts";

const EVENING = new Date(2026, 10, 28, 23, 30).getTime();
const MINUTE = 60_000;
const at = (now: number): string => new Date(now).toString();

let gone = new AbortController();

beforeEach(() => {
  gone = new AbortController();
  vi.useFakeTimers({ now: EVENING });
});
afterEach(() => {
  gone.abort();
  vi.useRealTimers();
});

test("another day begins at midnight, once, and again the next midnight", () => {
  const days: number[] = [];
  watchDay(document, (now) => days.push(now), gone.signal);
  vi.advanceTimersByTime(29 * MINUTE);
  expect(days).toEqual([]);
  vi.advanceTimersByTime(2 * MINUTE);
  expect(days.map(at)).toEqual([at(new Date(2026, 10, 29).getTime())]);
  vi.advanceTimersByTime(24 * 60 * MINUTE);
  expect(days).toHaveLength(2);
  gone.abort();
  vi.advanceTimersByTime(48 * 60 * MINUTE);
  expect(days).toHaveLength(2);
});

test("a machine that slept over midnight shows the new day as soon as the page is looked at", () => {
  const days: number[] = [];
  watchDay(document, (now) => days.push(now), gone.signal);
  // No timer runs while a machine sleeps.
  vi.setSystemTime(EVENING + 9 * 60 * MINUTE);
  expect(days).toEqual([]);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(days).toEqual([EVENING + 9 * 60 * MINUTE]);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(days).toHaveLength(1);
});

test("a machine that slept while the page is looked at shows the new day within minutes", () => {
  const days: number[] = [];
  watchDay(document, (now) => days.push(now), gone.signal);
  vi.setSystemTime(EVENING + 9 * 60 * MINUTE);
  vi.advanceTimersByTime(5 * MINUTE);
  expect(days).toHaveLength(1);
});

test.each(["click", "keydown"])(
  "a machine that slept while the page is looked at shows the new day before the first %s of the user does anything",
  (act) => {
    const seen: string[] = [];
    watchDay(document, () => seen.push("new day"), gone.signal);
    const button = document.body.appendChild(document.createElement("button"));
    button.addEventListener(act, () => seen.push(act));
    vi.setSystemTime(EVENING + 9 * 60 * MINUTE);
    button.dispatchEvent(new Event(act, { bubbles: true }));
    expect(seen).toEqual(["new day", act]);
  },
);

test("a page that is hidden has no timer, and shows the new day when it is looked at", () => {
  const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  const days: number[] = [];
  watchDay(document, (now) => days.push(now), gone.signal);
  expect(vi.getTimerCount()).toBe(0);
  vi.setSystemTime(EVENING + 60 * MINUTE);
  hidden.mockRestore();
  document.dispatchEvent(new Event("visibilitychange"));
  expect(days).toEqual([EVENING + 60 * MINUTE]);
  expect(vi.getTimerCount()).toBe(1);
});

function Day({ onNewDay }: { readonly onNewDay: () => void }) {
  return <p>{new Date(useToday(EVENING, onNewDay)).getDate()}</p>;
}

test("a view that stays open over midnight is of today, and asks anew", async () => {
  const asked = vi.fn<() => void>();
  const place = drawn(<Day onNewDay={asked} />);
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect([place.textContent, asked.mock.calls.length]).toEqual(["28", 0]);
  await vi.advanceTimersByTimeAsync(31 * MINUTE);
  expect([place.textContent, asked.mock.calls.length]).toEqual(["29", 1]);
});

const askCount = () => askFromPage.erasedCount();

function Count() {
  const [answer] = useFollowed(askCount);
  return <p>{answer.state === "answered" ? answer.answer : ""}</p>;
}

test("what is followed is asked for again once after a burst of changes of a history, and not for a setting", async () => {
  vi.useRealTimers();
  let count = 0;
  answerWith({ erasedCount: () => (count += 1) });
  const place = drawn(<Count />);
  await vi.waitFor(() => expect(place.textContent).toBe("1"));
  tellChange({ of: "settings" });
  for (const revision of [1, 2, 3]) tellChange({ of: "history", name: "history-1", revision });
  await vi.waitFor(() => expect(place.textContent).toBe("2"));
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(place.textContent).toBe("2");
  tellChange({ of: "histories" });
  await vi.waitFor(() => expect(place.textContent).toBe("3"));
});
