// @vitest-environment jsdom
/**
 * The script on the site after its extension was updated or removed: it says nothing, asks nothing, and leaves nothing on the page.
 */
import { answerWith, extension } from "../words/extension-of-the-tests.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

class NothingNear {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

const { runtime } = extension;
let end = new AbortController();
let warned: unknown[][] = [];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("IntersectionObserver", NothingNear);
  vi.stubGlobal("requestIdleCallback", (call: IdleRequestCallback) =>
    setTimeout(() => call({ didTimeout: false, timeRemaining: () => 10 }), 5),
  );
  Object.assign(window, {
    matchMedia: () => ({ addEventListener: () => undefined }),
  });
  warned = [];
  vi.spyOn(console, "warn").mockImplementation((...words) => void warned.push(words));
  answerWith({ certainViewer: () => undefined, reportReading: () => undefined });
  end = new AbortController();
});

afterEach(() => {
  end.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  Object.assign(extension, { runtime });
});

/** As a browser leaves the interface of an extension that is gone: without an id, and throwing. */
function leaveAlone(): { asked: number } {
  const calls = { asked: 0 };
  const gone = async (): Promise<never> => {
    calls.asked += 1;
    throw new Error("Extension context invalidated.");
  };
  Object.assign(extension, { runtime: { sendMessage: gone } });
  return calls;
}

test("a script that was left alone says nothing for an hour, whatever the page does", async () => {
  const { watchPage } = await import("../../src/content/watch-page.ts");
  watchPage(
    document,
    { draw: true, showRails: false, noBadgesIn: [], opensBeside: false },
    end.signal,
  );
  await vi.advanceTimersByTimeAsync(1000);
  const calls = leaveAlone();
  for (let minute = 0; minute < 60; minute += 1) {
    const link = document.createElement("a");
    link.href = "https://www.linkedin.com/in/alex-example/";
    link.textContent = "Alex Example";
    document.body.append(link);
    await vi.advanceTimersByTimeAsync(60_000);
  }
  expect(warned).toEqual([]);
  expect(calls.asked).toBeLessThanOrEqual(1);
});

test("in a tab where nothing happens no timer waits but for the end of the day", async () => {
  const { watchPage } = await import("../../src/content/watch-page.ts");
  Object.assign(window, { navigation: new EventTarget() });
  watchPage(
    document,
    { draw: true, showRails: false, noBadgesIn: [], opensBeside: false },
    end.signal,
  );
  await vi.advanceTimersByTimeAsync(20_000);
  // The one that waits for the end of the day.
  expect(vi.getTimerCount()).toBe(1);
  Object.assign(window, { navigation: undefined });
});

test("the person who comes back to a tab after the extension was removed ends the script", async () => {
  const { watchPage } = await import("../../src/content/watch-page.ts");
  const ended = vi.spyOn(AbortController.prototype, "abort");
  watchPage(
    document,
    { draw: true, showRails: false, noBadgesIn: [], opensBeside: false },
    end.signal,
  );
  await vi.advanceTimersByTimeAsync(1000);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(ended).not.toHaveBeenCalled();
  leaveAlone();
  document.dispatchEvent(new Event("visibilitychange"));
  expect(ended).toHaveBeenCalled();
});

test("a script whose extension lives says what went wrong", async () => {
  const { watchPage } = await import("../../src/content/watch-page.ts");
  answerWith({ reportReading: () => undefined });
  watchPage(
    document,
    { draw: true, showRails: false, noBadgesIn: [], opensBeside: false },
    end.signal,
  );
  await vi.advanceTimersByTimeAsync(1000);
  expect(warned.flat()).toContain("Tielight:");
});
