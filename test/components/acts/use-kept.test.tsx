// @vitest-environment jsdom
import "../../words/extension-of-the-tests.ts";
import { expect, test } from "vitest";
import { useKept } from "../../../src/components/acts/use-kept.ts";
import { drawn, settled } from "../drawn.ts";

/** What is kept: answered when the test says so, and with a change that the test tells. */
function aKept() {
  let resolve: (value: string) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<string>((...answers) => {
    [resolve, reject] = answers;
  });
  let told: (value: string) => void = () => {};
  const read = () => promise;
  const watch = (listener: (value: string) => void): void => {
    told = listener;
  };
  function Shown({ known }: { readonly known?: string }) {
    return <p>{useKept<string>(read, watch, known)}</p>;
  }
  return { Shown, reading: { resolve, reject }, change: (value: string) => told(value) };
}

test.each([undefined, "early"])(
  "where %s is known, it is shown until it was read",
  async (known) => {
    const { Shown, reading } = aKept();
    const place = drawn(<Shown {...(known !== undefined && { known })} />);
    await settled();
    expect(place.textContent).toBe(known ?? "unread");
    reading.resolve("read");
    await settled();
    expect(place.textContent).toBe("read");
  },
);

test.each([undefined, "early"])(
  "where %s is known, a change counts for more than an answer that comes later",
  async (known) => {
    const { Shown, reading, change } = aKept();
    const place = drawn(<Shown {...(known !== undefined && { known })} />);
    await settled();
    change("changed");
    reading.resolve("read");
    await settled();
    expect(place.textContent).toBe("changed");
  },
);

test("what cannot be read stays as it was known", async () => {
  const { Shown, reading } = aKept();
  const place = drawn(<Shown known="early" />);
  await settled();
  reading.reject(new Error("nothing"));
  await settled();
  expect(place.textContent).toBe("early");
});
