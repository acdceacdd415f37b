// @vitest-environment jsdom
import { extension, storedValues } from "../words/extension-of-the-tests.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { HIDDEN } from "../../src/components/kept-settings.ts";
import { kept, watch } from "../../src/components/kept-values.ts";
import { deleteView, savedViews, saveView } from "../../src/dashboard/people/views/saved-views.ts";
import { keepView, viewKept } from "../../src/dashboard/people/views/people-views.ts";
import type { PersonId } from "../../src/domain/person/person.ts";
import { type Change, tellChange } from "../../src/protocol/changes.ts";
import { asSettings, type ChangedSettings, withChanged } from "../../src/settings/settings.ts";
import { changeSetup } from "../../src/setup/change-setup.ts";
import { keepTemplate } from "../../src/week/tone.ts";
import { begin, begun, forget } from "../../src/week/written.ts";
import { differing } from "../settings/differing.ts";
import { settled } from "./drawn.ts";

const { sendMessage } = extension.runtime;
let leaving = new AbortController();

beforeEach(() => storedValues.clear());

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

/** Acts that change settings and are no control of the settings. */
const ACTS: readonly (readonly [string, () => Promise<void>, string])[] = [
  ["own words", () => keepTemplate("brief", "Hi"), ".preferences.openers.brief"],
  ["no own words", () => keepTemplate("formal", " "), ".preferences.openers.formal"],
  ["a first step", () => changeSetup({ asksForCall: true }), ".setup.asksForCall"],
  ["the steps put away", () => changeSetup({ isPutAway: true }), ".setup.isPutAway"],
];

const FIRST = { preferences: { perWeek: 4, openers: { formal: "Dear" } } };
const ELSEWHERE: ChangedSettings = {
  preferences: { perWeek: 5, openers: { warm: "Ahoy" } },
  setup: { requestedAt: 1 },
  badgesIn: { feed: false },
};

test.each(ACTS)(
  "%s: what another window chooses in the same moment is kept, too",
  async (_name, act, own) => {
    for (const [key, value] of Object.entries(FIRST)) storedValues.set(key, value);
    extension.runtime.sendMessage = async (message) => {
      if (message.ask === "changeSettings")
        await sendMessage({ ask: "changeSettings", about: ELSEWHERE });
      return sendMessage(message);
    };
    await act();
    const elsewhere = withChanged(asSettings(FIRST), ELSEWHERE);
    const now = asSettings(Object.fromEntries(storedValues));
    expect(differing(now, elsewhere)).toEqual([own]);
  },
);

const view = (id: string) => ({ history: "history-1", id, name: id, view: {} });
const message = (id: string) => ({ history: "history-1", id: id as PersonId, at: 1 });

test("of what two windows add to a list in the same moment each is kept, and what they take away is gone", async () => {
  await Promise.all(["a", "b", "c"].map((id) => saveView(view(id))));
  expect((await savedViews()).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  await Promise.all([deleteView(view("a")), saveView(view("d")), deleteView(view("c"))]);
  expect((await savedViews()).map(({ id }) => id)).toEqual(["b", "d"]);

  await Promise.all(["a", "b"].map((id) => begin(message(id))));
  await Promise.all([forget(message("a")), begin(message("c"))]);
  expect((await begun()).map(({ id }) => id)).toEqual(["b", "c"]);

  const views = [{ sort: "name" }, { sort: "band" }, { sort: "name" }];
  const ids = await Promise.all(views.map(keepView));
  expect(ids[0]).toBe(ids[2]);
  expect(await Promise.all(ids.map(viewKept))).toEqual(views);
  expect(await kept("peopleViews")).toHaveLength(2);
});
