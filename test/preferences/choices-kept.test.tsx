// @vitest-environment jsdom
/**
 * Every control whose value is kept by an act that takes time: what it shows while the background is slow, and where it refuses.
 */
import { answerWith, extension, storedValues } from "../words/extension-of-the-tests.ts";
import type { ComponentChild } from "preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { HIDDEN, OPENS_BESIDE, RAILS, STRANGERS } from "../../src/components/kept-settings.ts";
import { lastAnswer } from "../../src/components/acts/use-answer.ts";
import { WhoseHistory } from "../../src/components/whose-history.tsx";
import { PersonChoices } from "../../src/person/choices/person-choices.tsx";
import { KnowsChoice } from "../../src/person/choices/knows-choice.tsx";
import { PopupHead } from "../../src/popup/popup-head.tsx";
import { BadgePlacesChoice } from "../../src/preferences/badge-places-choice.tsx";
import { LanguageChoice } from "../../src/preferences/language-choice.tsx";
import { PreferenceChoice } from "../../src/preferences/preference-choice.tsx";
import { SiteChoices } from "../../src/preferences/site-choices.tsx";
import { SwitchChoice } from "../../src/preferences/switch-choice.tsx";
import { ThemeChoice } from "../../src/preferences/theme-choice.tsx";
import { type ShownSettings, useShownSettings } from "../../src/preferences/use-shown-settings.ts";
import { Refusal } from "../../src/protocol/transport.ts";
import { asSettings, type ChangedSettings, withChanged } from "../../src/settings/settings.ts";
import { WordsBox } from "../../src/week/words-box.tsx";
import { Welcome } from "../../src/welcome/welcome.tsx";
import { drawn, found, settled } from "../components/drawn.ts";
import { alex, now } from "../components/invented-person.ts";
import { differing } from "../settings/differing.ts";

type Draw = (shown: ShownSettings) => ComponentChild;

function WithSettings({ of }: { readonly of: Draw }) {
  const shown = lastAnswer(useShownSettings());
  return shown && <>{of(shown)}</>;
}

const withSettings = (of: Draw) => <WithSettings of={of} />;
const preferences = withSettings(({ kept }) => <PreferenceChoice wanted={kept.preferences} />);
const places = withSettings(({ kept }) => <BadgePlacesChoice without={kept.noBadgesIn} />);
const facts = alex();
const nothing = (): void => {};

interface Control {
  readonly name: string;
  readonly page: ComponentChild;
  /** The button, or the fields that show together what is chosen. */
  readonly fields: string;
  readonly chosen: string;
  /** What the act asks of the background; absent where the page keeps it in the browser's own storage. */
  readonly asks?: "changeSettings" | "keepValue" | "choose" | "showHistory";
}

const switched = (
  name: string,
  of: typeof RAILS,
  key: "showRails" | "showStrangers" | "opensBeside",
): Control => ({
  name: key,
  page: withSettings(({ kept }) => (
    <SwitchChoice of={of} isOn={kept[key]} name={name} label={name} />
  )),
  fields: `[name=${name}]`,
  chosen: "true",
  asks: "changeSettings",
});

const preferred = (name: string, chosen: string): Control => ({
  name,
  page: preferences,
  fields: `[name=${name}]`,
  chosen,
  asks: "changeSettings",
});

const CONTROLS: readonly Control[] = [
  {
    name: "the look",
    page: withSettings(({ look }) => <ThemeChoice chosen={look} />),
    fields: "[name=theme]",
    chosen: "light",
  },
  {
    name: "the mode",
    page: withSettings(({ kept }) => <SiteChoices kept={kept} />),
    fields: "[name=mode]",
    chosen: "popup",
    asks: "changeSettings",
  },
  {
    name: "the mode on the first page",
    page: <Welcome now={now} />,
    fields: "[name=mode]",
    chosen: "popup",
    asks: "changeSettings",
  },
  {
    name: "the language",
    page: withSettings(({ kept }) => <LanguageChoice chosen={kept.language} />),
    fields: "[name=language]",
    chosen: "de",
    asks: "changeSettings",
  },
  switched("rails", RAILS, "showRails"),
  switched("strangers", STRANGERS, "showStrangers"),
  switched("beside", OPENS_BESIDE, "opensBeside"),
  {
    name: "a place of badges",
    page: places,
    fields: "[name=badges-feed]",
    chosen: "false",
    asks: "changeSettings",
  },
  preferred("per-week", "5"),
  preferred("goal", "2"),
  preferred("first-day", "0"),
  preferred("toolbar-number", "false"),
  preferred("week-call", "false"),
  preferred("call-day", "3"),
  preferred("call-time", "11:15"),
  preferred("call-names", "true"),
  preferred("notify", "false"),
  preferred("notify-at", "07:30"),
  {
    name: "hidden names",
    page: (
      <PopupHead
        overview={undefined}
        now={now}
        words=""
        field={{ current: null }}
        onWords={nothing}
        onEnter={nothing}
        onAgain={nothing}
        onEverybody={nothing}
        onSettings={nothing}
      />
    ),
    fields: "[name=hide]",
    chosen: "true",
    asks: "changeSettings",
  },
  {
    name: "the tone",
    page: <WordsBox person={facts} now={now} onWrite={nothing} />,
    fields: ".segments input",
    chosen: "Formal",
    asks: "keepValue",
  },
  {
    name: "the rhythm of a person",
    page: <PersonChoices id={facts.id} choices={{}} rules={[]} now={now} onChange={nothing} />,
    fields: "[name=cadence]",
    chosen: "91",
    asks: "choose",
  },
  {
    name: "how well the user knows a person",
    page: <KnowsChoice id={facts.id} name="Alex" choices={{}} rules={[]} onChange={nothing} />,
    fields: "[name=knows]",
    chosen: "well",
    asks: "choose",
  },
  {
    name: "whose history is shown",
    page: <WhoseHistory onChange={nothing} />,
    fields: "[name=history]",
    chosen: "history-2",
    asks: "showHistory",
  },
];

type Field = HTMLInputElement | HTMLSelectElement | HTMLButtonElement;

/** What one of several fields stands for. */
const valueOf = (field: Field): string =>
  field.value === "on" ? (field.closest("label")?.textContent ?? "") : field.value;

/** What the fields of a control show as chosen. */
function shown(place: ParentNode, { fields }: Control): string | undefined {
  const all = [...place.querySelectorAll<Field>(fields)];
  const [first] = all;
  if (first?.type === "radio" || all.length > 1)
    return all
      .filter((one) => one.matches(":checked, [aria-pressed=true]"))
      .map(valueOf)
      .join();
  if (first instanceof HTMLInputElement && first.type === "checkbox") return String(first.checked);
  return first?.getAttribute("aria-pressed") ?? first?.value;
}

/** The user chooses what the control does not show. */
async function choose(place: ParentNode, { fields, chosen }: Control): Promise<void> {
  const all = [...place.querySelectorAll<Field>(fields)];
  const [first] = all;
  if (first === undefined) throw new Error(`Nothing matches ${fields}`);
  if (all.length > 1) all.find((one) => valueOf(one) === chosen)?.click();
  else if (first.type === "checkbox" || first instanceof HTMLButtonElement) first.click();
  else {
    first.value = chosen;
    first.dispatchEvent(new Event("change", { bubbles: true }));
  }
  await settled();
}

const { sendMessage } = extension.runtime;
const { local } = extension.storage;
const { set } = local;
const { permissions } = extension;

/** From now on an act of these pages goes this way before it is done. */
function before(way: () => Promise<void>): void {
  const acts: readonly string[] = CONTROLS.flatMap(({ asks }) => asks ?? []);
  extension.runtime.sendMessage = async (message) => {
    if (acts.includes(message.ask)) await way();
    return sendMessage(message);
  };
  local.set = async (values) => {
    await way();
    await set(values);
  };
}

/** From now on acts wait. Returns what ends the one that began first, and fails where there is none. */
function slow(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  before(() => new Promise((resolve) => waiting.push(resolve)));
  return async () => {
    expect(waiting).not.toEqual([]);
    waiting.shift()?.();
    await settled();
  };
}

async function page({ page: content }: Pick<Control, "page">): Promise<HTMLElement> {
  const place = drawn(content);
  await settled();
  return place;
}

const kept = () => asSettings(Object.fromEntries(storedValues));

function keepFirst(): void {
  storedValues.clear();
  storedValues.set("mode", "badges");
  storedValues.set("preferences", {
    perWeek: 4,
    toolbarNumber: true,
    callOn: 1,
    callAtMinutes: 600,
    notifyAtMinutes: 540,
  });
}

beforeEach(() => {
  keepFirst();
  extension.permissions = Object.assign({ request: async () => true }, permissions);
  answerWith({
    choose: nothing,
    showHistory: nothing,
    histories: () => [
      { name: "history-1", owner: { name: "Sam Example" }, shown: true, signedIn: true },
      { name: "history-2", owner: { name: "Kim Example" }, shown: false, signedIn: false },
    ],
  });
});

afterEach(() => {
  extension.runtime.sendMessage = sendMessage;
  local.set = set;
  extension.permissions = permissions;
});

test.each(CONTROLS)(
  "$name: what the user chose is shown while it is kept, and after",
  async (one) => {
    const place = await page(one);
    expect(shown(place, one)).not.toBe(one.chosen);
    const end = slow();
    await choose(place, one);
    expect(shown(place, one)).toBe(one.chosen);
    await end();
    if (place.querySelector(one.fields)) expect(shown(place, one)).toBe(one.chosen);
  },
);

test.each(CONTROLS)("$name: what could not be kept is not shown as if it were", async (one) => {
  const place = await page(one);
  const first = shown(place, one);
  before(() => Promise.reject(new Refusal("full")));
  await choose(place, one);
  expect(place.querySelector("[role=alert] button")).not.toBeNull();
  expect(shown(place, one)).toBe(first);
});

/** What another window chooses: none of it is as it was. */
const ELSEWHERE: ChangedSettings = {
  preferences: {
    perWeek: 3,
    weekStartsOn: 6,
    weeklyGoal: 3,
    toolbarNumber: false,
    notifyAtMinutes: 700,
    callOn: 2,
    callAtMinutes: 700,
    openers: { warm: "Ahoy" },
  },
  showRails: true,
  showStrangers: true,
  opensBeside: true,
  badgesIn: { search: false },
  language: "fr",
  setup: { requestedAt: 1, asksForCall: false },
};

/** What is kept after the user chose in a control, and another window chose something in the same moment. */
async function keptAfter(one: Control, elsewhere: ChangedSettings) {
  keepFirst();
  const place = await page(one);
  const end = slow();
  await choose(place, one);
  await sendMessage({ ask: "changeSettings", about: elsewhere });
  await end();
  extension.runtime.sendMessage = sendMessage;
  return kept();
}

test.each(CONTROLS.filter(({ asks }) => asks === "changeSettings"))(
  "$name: what another window chooses in the same moment is kept, too",
  async (one) => {
    const first = kept();
    const own = differing(await keptAfter(one, {}), first);
    expect(own).not.toEqual([]);
    const both = await keptAfter(one, ELSEWHERE);
    const lost = differing(both, withChanged(first, ELSEWHERE));
    expect(lost.filter((path) => !own.includes(path))).toEqual([]);
  },
);

test("what is switched off takes with it what hangs on it", async () => {
  const place = await page({ page: preferences });
  for (const name of ["week-call", "notify"]) {
    await choose(place, preferred(name, "false"));
    expect(shown(place, preferred(name, "false"))).toBe("false");
  }
  expect(kept().preferences).toEqual({ perWeek: 4, toolbarNumber: true });
});

test("a switch for what the browser does not permit goes back, and nothing is kept", async () => {
  storedValues.delete("preferences");
  Object.assign(extension.permissions, { request: async () => false });
  const place = await page({ page: preferences });
  for (const name of ["week-call", "notify"]) {
    await choose(place, preferred(name, "true"));
    expect(shown(place, preferred(name, "true"))).toBe("false");
  }
  expect(storedValues.has("preferences")).toBe(false);
});

test("of quick choices in several controls each is kept", async () => {
  const place = await page({ page: preferences });
  const end = slow();
  const quick = [
    preferred("per-week", "5"),
    preferred("goal", "2"),
    preferred("call-day", "3"),
    preferred("call-names", "true"),
    preferred("notify-at", "07:30"),
    preferred("per-week", "4"),
  ];
  for (const one of quick) await choose(place, one);
  for (const _one of quick) await end();
  for (const one of quick.slice(1)) expect(shown(place, one)).toBe(one.chosen);
  expect(kept().preferences).toEqual({
    perWeek: 4,
    weeklyGoal: 2,
    toolbarNumber: true,
    callOn: 3,
    callAtMinutes: 600,
    callNames: true,
    notifyAtMinutes: 450,
  });
});

test("of quick choices of places each is kept", async () => {
  const place = await page({ page: places });
  const end = slow();
  const quick = ["feed", "search", "lists", "search"];
  for (const one of quick) {
    found(place, `[name=badges-${one}]`).click();
    await settled();
  }
  for (const _one of quick) await end();
  expect([...place.querySelectorAll(":checked")].map((one) => one.getAttribute("name"))).toEqual([
    "badges-profile",
    "badges-search",
    "badges-messaging",
  ]);
  expect(kept().noBadgesIn.toSorted()).toEqual(["feed", "lists"]);
});

test("what another view chooses is shown", async () => {
  const place = await page({ page: preferences });
  await choose(place, preferred("goal", "2"));
  await HIDDEN.choose(true);
  await extension.runtime.sendMessage({
    ask: "changeSettings",
    about: { preferences: { ...kept().preferences, weeklyGoal: 5 } },
  });
  await settled();
  expect(shown(place, preferred("goal", "5"))).toBe("5");
});
