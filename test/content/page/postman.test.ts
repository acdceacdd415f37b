import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { postman } from "../../../src/content/page/postman.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Deliveries of something that arrives when it is sent for the time with this number. */
function delivering(arrivesAt: number, signal: AbortSignal) {
  const failures: unknown[] = [];
  let sent = 0;
  const send = async (): Promise<void> => {
    sent += 1;
    await Promise.resolve();
    if (sent < arrivesAt) throw new Error("Not heard");
  };
  const deliver = postman(
    { isWaiting: () => sent < arrivesAt, sendAgain: send },
    (delivery) => void delivery.catch((error: unknown) => failures.push(error)),
    signal,
  );
  return { deliver: () => deliver(send()), failures, sent: () => sent };
}

test("what arrives sets no timer", async () => {
  const post = delivering(1, new AbortController().signal);
  post.deliver();
  await vi.advanceTimersByTimeAsync(0);
  expect(post.sent()).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});

test("what does not arrive is sent again every 30 seconds until it does, and then nothing runs", async () => {
  const post = delivering(3, new AbortController().signal);
  post.deliver();
  await vi.advanceTimersByTimeAsync(29_999);
  expect(post.sent()).toBe(1);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(post.sent()).toBe(2);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(post.sent()).toBe(3);
  expect(post.failures).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
});

test("nothing is sent again after the end", async () => {
  const end = new AbortController();
  const post = delivering(9, end.signal);
  post.deliver();
  await vi.advanceTimersByTimeAsync(1000);
  end.abort();
  await vi.advanceTimersByTimeAsync(100_000);
  expect(post.sent()).toBe(1);
});
