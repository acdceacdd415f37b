// @vitest-environment jsdom
import { extension } from "../../words/extension-of-the-tests.ts";
import { useLayoutEffect, useState } from "preact/hooks";
import { beforeEach, expect, test } from "vitest";
import { ActNotice } from "../../../src/components/acts/act-notice.tsx";
import { useChosen } from "../../../src/components/acts/use-chosen.ts";
import { askFromPage } from "../../../src/protocol/transport.ts";
import { drawn, found, settled } from "../drawn.ts";

/** Every act that waits for the test, in the order in which the acts began. */
let acts: {
  readonly value: string;
  readonly end: (outcome?: Error | "not-kept") => Promise<void>;
}[] = [];
let setRead: ((value: string) => void) | undefined;

/** The page reads this as kept from now on. */
async function reads(value: string): Promise<void> {
  setRead?.(value);
  await settled();
}

beforeEach(() => {
  acts = [];
});

/** Ends when the test says so. */
const keep = (value: string) =>
  new Promise<void | "not-kept">((resolve, reject) => {
    acts.push({
      value,
      end: async (outcome) => {
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
        await settled();
      },
    });
  });

function Looks() {
  const [kept, setKept] = useState("system");
  const { shown, choose, act } = useChosen(kept);
  useLayoutEffect(() => {
    setRead = setKept;
  }, []);
  return (
    <>
      {["system", "light", "dark"].map((one) => (
        <input
          key={one}
          type="radio"
          name="look"
          value={one}
          checked={one === shown}
          onChange={() => choose(one, () => keep(one))}
        />
      ))}
      <ActNotice act={act} />
    </>
  );
}

const chosen = (place: ParentNode): string => found<HTMLInputElement>(place, ":checked").value;

async function choose(place: ParentNode, value: string): Promise<void> {
  found(place, `[value=${value}]`).click();
  await settled();
}

test("a choice is shown while it is kept, and until what is kept was read again", async () => {
  const place = drawn(<Looks />);
  await choose(place, "light");
  expect(chosen(place)).toBe("light");
  await acts[0]?.end();
  expect(chosen(place)).toBe("light");
  await reads("light");
  expect(chosen(place)).toBe("light");
});

test("each of several quick choices is an act, also back to what is still read as kept", async () => {
  const place = drawn(<Looks />);
  await choose(place, "light");
  await choose(place, "system");
  expect(chosen(place)).toBe("system");
  await acts[0]?.end();
  await reads("light");
  expect(chosen(place)).toBe("system");
  await acts[1]?.end();
  expect(chosen(place)).toBe("system");
  await reads("system");
  expect(chosen(place)).toBe("system");
  expect(acts.map(({ value }) => value)).toEqual(["light", "system"]);
});

test("what could not be kept is not shown any more, and shown again while it is tried again", async () => {
  const place = drawn(<Looks />);
  await choose(place, "light");
  await acts[0]?.end(new Error("full"));
  expect(chosen(place)).toBe("system");
  found(place, "[role=alert] button").click();
  await settled();
  expect(chosen(place)).toBe("light");
  await acts[1]?.end();
  await reads("light");
  expect(chosen(place)).toBe("light");
});

test("a failure of an earlier choice does not take back a later one", async () => {
  const place = drawn(<Looks />);
  await choose(place, "light");
  await choose(place, "dark");
  await acts[0]?.end(new Error("full"));
  expect(chosen(place)).toBe("dark");
  await acts[1]?.end();
  expect(chosen(place)).toBe("dark");
});

test("a choice that the user did not want after all is not shown any more", async () => {
  const place = drawn(<Looks />);
  await choose(place, "light");
  await acts[0]?.end("not-kept");
  expect(chosen(place)).toBe("system");
});

test.each(["before", "after"])(
  "a change from elsewhere is shown where the own choice was read as kept %s its act ended",
  async (when) => {
    const place = drawn(<Looks />);
    await choose(place, "light");
    if (when === "before") await reads("light");
    await acts[0]?.end();
    if (when === "after") await reads("light");
    await reads("dark");
    expect(chosen(place)).toBe("dark");
    await reads("system");
    expect(chosen(place)).toBe("system");
  },
);

test("a change from elsewhere that comes instead of the own choice is shown", async () => {
  const place = drawn(<Looks />);
  await choose(place, "light");
  await acts[0]?.end();
  await reads("dark");
  expect(chosen(place)).toBe("dark");
  await reads("system");
  expect(chosen(place)).toBe("system");
});

test("what was asked before a choice was kept, and is answered after it, is not taken for a change from elsewhere", async () => {
  const place = drawn(<Looks />);
  await choose(place, "light");
  await choose(place, "system");
  await acts[0]?.end();
  const { sendMessage } = extension.runtime;
  let answer: (() => void) | undefined;
  extension.runtime.sendMessage = () =>
    new Promise((resolve) => {
      answer = () => resolve({ answered: true, answer: "light" });
    });
  const reading = askFromPage.settings().then(() => setRead?.("light"));
  extension.runtime.sendMessage = sendMessage;
  await acts[1]?.end();
  answer?.();
  await reading;
  await settled();
  expect(chosen(place)).toBe("system");
  await reads("system");
  await reads("light");
  expect(chosen(place)).toBe("light");
});
