// @vitest-environment jsdom
/**
 * Choices that follow one another faster than views are kept and addresses change.
 */
import { extension, storedValues } from "../../../words/extension-of-the-tests.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { useLayoutEffect, useState } from "preact/hooks";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FIRST_VIEW, type PeopleView } from "../../../../src/dashboard/people/views/people-view.ts";
import { viewKept } from "../../../../src/dashboard/people/views/people-views.ts";
import { usePeopleView } from "../../../../src/dashboard/people/views/use-people-view.ts";
import { settled } from "../../../components/drawn.ts";

const { sendMessage } = extension.runtime;
let change: ReturnType<typeof usePeopleView>[1] = () => {};
let address: readonly [id: string | undefined, go: (id: string) => void] = [undefined, () => {}];
/** Addresses that the browser has not told of yet, in their order. */
let untold: string[] = [];

function Words() {
  const [id, setId] = useState<string>();
  const [view, changeView] = usePeopleView(id, remember);
  useLayoutEffect(() => {
    change = changeView;
    address = [id, setId];
  }, [changeView, id]);
  return <p>{view?.text}</p>;
}

const remember = (id: string): void => void untold.push(id);
const saying = (text: string): PeopleView => ({ ...FIRST_VIEW, text });
const shown = (): string | null => document.body.textContent;

/** The browser tells of the next address. */
async function tell(): Promise<void> {
  const next = untold.shift();
  if (next !== undefined) await act(() => address[1](next));
  await settled();
}

beforeEach(async () => {
  storedValues.clear();
  untold = [];
  await act(() => render(<Words />, document.body));
  await settled();
});

afterEach(() => {
  extension.runtime.sendMessage = sendMessage;
  render(null, document.body);
});

test("the view chosen last is shown, though its address is told after that of the one before", async () => {
  await act(() => change(saying("one")));
  await act(() => change(saying("two")));
  await settled();
  expect(untold).toHaveLength(2);
  await tell();
  expect(shown()).toBe("two");
  await tell();
  expect(shown()).toBe("two");
});

test("the view chosen last has the address, though the one before it is slow to be kept", async () => {
  let isFirst = true;
  extension.runtime.sendMessage = async (message) => {
    const isSlow = isFirst && (message as { readonly ask: string }).ask === "keepValue";
    if (isSlow) {
      isFirst = false;
      await new Promise((go) => setTimeout(go, 30));
    }
    return sendMessage(message);
  };
  await act(() => change(saying("one")));
  await act(() => change(saying("two")));
  for (let told = 0; told < 2; told += 1) {
    while (untold.length === 0) await new Promise((go) => setTimeout(go, 5));
    await tell();
  }
  expect(await viewKept(address[0] ?? "")).toMatchObject({ text: "two" });
  expect(shown()).toBe("two");
});

test("the way back leads to the view before, also to one that was shown only for a moment", async () => {
  await act(() => change(saying("one")));
  await act(() => change(saying("two")));
  await settled();
  const [one = ""] = untold;
  await tell();
  await tell();
  await act(() => address[1](one));
  await settled();
  expect(shown()).toBe("one");
});
