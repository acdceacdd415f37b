// @vitest-environment jsdom
import { extension } from "../words/extension-of-the-tests.ts";
import { afterEach, expect, test } from "vitest";
import { HIDDEN } from "../../src/components/kept-settings.ts";
import { watch } from "../../src/components/kept-values.ts";
import { type Change, tellChange } from "../../src/protocol/changes.ts";
import { settled } from "./drawn.ts";

const { sendMessage } = extension.runtime;
let leaving = new AbortController();

afterEach(() => {
  extension.runtime.sendMessage = sendMessage;
  leaving.abort();
  leaving = new AbortController();
});

interface Watched {
  readonly name: string;
  readonly change: Change;
  readonly watch: (listener: (value: unknown) => void) => void;
  readonly answer: (isOn: boolean) => unknown;
}

const WATCHED: readonly Watched[] = [
  {
    name: "a setting",
    change: { of: "settings" },
    watch: (listener) => HIDDEN.watch(listener, leaving.signal),
    answer: (isOn) => ({ hidden: isOn }),
  },
  {
    name: "a value of our pages",
    change: { of: "value", key: "tone" },
    watch: (listener) => watch("tone", listener, leaving.signal),
    answer: (isOn) => isOn,
  },
];

test.each(WATCHED)("$name: of two answers the one to the newer question counts", async (one) => {
  const answers: ((value: unknown) => void)[] = [];
  extension.runtime.sendMessage = () =>
    new Promise((resolve) => {
      answers.push((answer) => resolve({ answered: true, answer }));
    });
  const heard: unknown[] = [];
  one.watch((value) => heard.push(value));
  for (const _change of [1, 2]) {
    tellChange(one.change);
    await settled();
  }
  answers[1]?.(one.answer(false));
  await settled();
  answers[0]?.(one.answer(true));
  await settled();
  expect(heard).toEqual([false]);
});
