// @vitest-environment jsdom
import "../../words/extension-of-the-tests.ts";
import { useLayoutEffect } from "preact/hooks";
import { expect, test } from "vitest";
import { ActNotice } from "../../../src/components/acts/act-notice.tsx";
import { type Act, useAct } from "../../../src/components/acts/use-act.ts";
import { Refusal } from "../../../src/protocol/transport.ts";
import { drawn, found, settled } from "../drawn.ts";

let act: Act | undefined;

function Acting() {
  const own = useAct();
  useLayoutEffect(() => {
    act = own;
  });
  return <ActNotice act={own} done="It is done." />;
}

/** Work that ends when the test says so. */
function work() {
  let end: ((error?: Error) => void) | undefined;
  let times = 0;
  return {
    end: async (error?: Error) => {
      end?.(error);
      await settled();
    },
    times: () => times,
    do: () =>
      new Promise<void>((resolve, reject) => {
        times += 1;
        end = (error) => (error ? reject(error) : resolve());
      }),
  };
}

const words = (place: HTMLElement) => found(place, "[role=status]").textContent;

test("an act is under way, then done", async () => {
  const place = drawn(<Acting />);
  const one = work();
  expect(words(place)).toBe("");
  act?.run(one.do);
  await settled();
  expect(words(place)).toBe("One moment…");
  await one.end();
  expect(words(place)).toBe("It is done.");
});

test("an act that fails says why, and is done again on request; then the focus is on what became of it", async () => {
  const place = drawn(<Acting />);
  const one = work();
  act?.run(one.do);
  await settled();
  await one.end(new Refusal("unknown-person"));
  expect(found(place, "[role=alert]").textContent).toContain("no longer in your history");
  expect(place.textContent).not.toContain("It is done.");
  found(place, "[role=alert] button").click();
  await settled();
  expect(one.times()).toBe(2);
  expect(place.querySelector("[role=alert]")).toBeNull();
  await one.end();
  expect(words(place)).toBe("It is done.");
  expect(document.activeElement).toBe(found(place, "[role=status]"));
});

test("while it is under way the same act is not done a second time", async () => {
  drawn(<Acting />);
  const [one, two] = [work(), work()];
  act?.run(one.do);
  act?.run(two.do);
  await settled();
  await one.end();
  expect([one.times(), two.times()]).toEqual([1, 0]);
});

test("of several texts of one field each is stored in turn, and the latest says how it went", async () => {
  const place = drawn(<Acting />);
  const [one, two] = [work(), work()];
  act?.runLatest(one.do);
  act?.runLatest(two.do);
  await settled();
  expect([one.times(), two.times()]).toEqual([1, 0]);
  await one.end(new Error("gone"));
  expect([words(place), two.times()]).toEqual(["One moment…", 1]);
  await two.end();
  expect(words(place)).toBe("It is done.");
  expect(place.querySelector("[role=alert]")).toBeNull();
});
