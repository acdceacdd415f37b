// @vitest-environment jsdom
import { answerWith, extension, storedValues } from "../words/extension-of-the-tests.ts";
import { beforeEach, expect, test, vi } from "vitest";
import type { Overview } from "../../src/protocol/views.ts";
import type { PeopleAsked } from "../../src/domain/directory/directory.ts";
import type { SuggestedRow, Week } from "../../src/domain/week/week.ts";
import type { PersonId } from "../../src/domain/person/person.ts";
import { Popup } from "../../src/popup/popup.tsx";
import { alex, coverage, now } from "../components/invented-person.ts";
import { drawn, found, settled } from "../components/drawn.ts";

const facts = alex();

function suggestion(id: string, name: string, parts: Partial<SuggestedRow> = {}): SuggestedRow {
  return {
    id: id as PersonId,
    alias: `slug:${id}`,
    aliases: [`slug:${id}`, "member:ACoAAExample"],
    name,
    tie: facts.tie,
    reasons: [{ code: "wrote-last", at: now - 92 * 86_400_000 }],
    lens: [],
    ...parts,
  };
}

const overview: Overview = {
  owner: undefined,
  people: 312,
  interactions: 4210,
  stale: [],
  staleCount: 2,
  coverage,
};

const week: Week = {
  reconnect: [
    suggestion("alex", "Alex Example"),
    suggestion("bea", "Bea Example", { done: "noticed" }),
  ],
  neverTalked: [],
  due: [],
  doneThisWeek: 1,
};

/** What the popup told the background, in order. */
let told: readonly (readonly [string, unknown])[] = [];

/** Whether every search finds nobody. */
let nobody = false;

async function popup(
  parts: Partial<Week> = {},
  about: Partial<Overview> = {},
): Promise<HTMLElement> {
  const hear = (question: string) => (about: unknown) => {
    told = [...told, [question, about]];
  };
  answerWith({
    overview: () => ({ ...overview, ...about }),
    week: () => ({ ...week, ...parts }),
    choose: hear("choose"),
    markDone: hear("markDone"),
    people: (asked) => {
      hear("people")(asked);
      if (nobody) return { rows: [], count: 0 };
      return { rows: [suggestion("alex", "Alex Example")], count: 1 };
    },
  });
  const place = drawn(<Popup now={now} />);
  await settled();
  return place;
}

const button = (place: ParentNode, words: string): HTMLButtonElement => {
  const one = [...place.querySelectorAll("button")].find((each) => each.textContent === words);
  if (!one) throw new Error(`No button "${words}"`);
  return one;
};

beforeEach(() => {
  storedValues.clear();
  storedValues.set("mode", "badges");
  told = [];
  nobody = false;
});

test("a suggestion is done with one click and undone with another", async () => {
  const place = await popup();
  button(place, "Done").click();
  await settled();
  expect(place.textContent).toContain("Not suggested again for 90 days");
  expect(document.activeElement?.textContent).toBe("Undo");
  button(place, "Undo").click();
  await settled();
  expect(told).toEqual([
    ["markDone", { id: "alex", done: true }],
    ["markDone", { id: "alex", done: false }],
  ]);
  expect(document.activeElement).toBe(button(place, "Done"));
});

test("the focus is never lost between a suggestion and what became of it", async () => {
  const place = await popup();
  const focused: (string | null | undefined)[] = [];
  const watch = new MutationObserver(() => focused.push(document.activeElement?.textContent));
  watch.observe(place, { childList: true, subtree: true });
  button(place, "Done").focus();
  button(place, "Done").click();
  await settled();
  button(place, "Undo").click();
  await settled();
  watch.disconnect();
  // While an act is under way the button that was pressed has the focus still.
  expect(focused.filter((words, at) => words !== focused[at - 1])).toEqual([
    "Done",
    "Undo",
    "Done",
  ]);
});

test("a suggestion that was ticked off by itself says so and has nothing to undo", async () => {
  const place = await popup({ reconnect: [suggestion("bea", "Bea Example", { done: "noticed" })] });
  expect(place.textContent).toContain("You were in touch with");
  expect(place.querySelector(".outcome button")).toBeNull();
});

test("not now puts somebody off to the day chosen, and undo takes it back", async () => {
  const place = await popup();
  button(place, "Not now").click();
  await settled();
  button(place, "1 month").click();
  await settled();
  const until = new Date(2026, 5, 20).getTime();
  expect(told[0]).toMatchObject([
    "choose",
    { id: "alex", made: { choices: { snoozedUntil: { value: until } } } },
  ]);
  button(place, "Undo").click();
  await settled();
  expect(told[1]).toEqual(["choose", { id: "alex", made: { choices: { snoozedUntil: {} } } }]);
});

test("never is kept, and can be undone", async () => {
  const place = await popup();
  button(place, "Not now").click();
  await settled();
  button(place, "Never suggest").click();
  await settled();
  button(place, "Undo").click();
  await settled();
  expect(told).toMatchObject([
    ["choose", { made: { choices: { muted: { value: true } } } }],
    ["choose", { made: { choices: { muted: {} } } }],
  ]);
});

test("an opener can be changed before it is copied, and its tone chosen", async () => {
  const place = await popup();
  button(place, "Write").click();
  await settled();
  const words = found<HTMLTextAreaElement>(place, "textarea");
  expect(words.value).toContain("Hi Alex, it has been 3 months.");
  const formal = [...place.querySelectorAll<HTMLInputElement>(".tones input")].at(-1);
  formal?.click();
  await settled();
  expect(words.value).toContain("Dear Alex");
  const link = found<HTMLAnchorElement>(place, ".unfolded a");
  expect(link.href).toBe("https://www.linkedin.com/messaging/compose/?recipient=ACoAAExample");
});

test("a talk that is noticed while the popup is open ticks the suggestion off", async () => {
  const place = await popup();
  expect(button(place, "Done")).toBeTruthy();
  answerWith({
    overview: () => overview,
    week: () => ({ ...week, reconnect: [suggestion("alex", "Alex Example", { done: "noticed" })] }),
  });
  storedValues.clear();
  await extension.storage.local.set({ "witness-history": { people: 312, interactions: 4211 } });
  await vi.waitFor(() => expect(place.querySelector(".actions")).toBeNull());
  expect(found(place, ".outcome").textContent).toMatch(/You were in touch with .Alex Example/u);
});

test("who was put off stays in place with the way back when the lists come anew without them", async () => {
  const bea = suggestion("bea", "Bea Example");
  const place = await popup({ reconnect: [suggestion("alex", "Alex Example"), bea] });
  const items = () => [...place.querySelectorAll(".people > li")].map((one) => one.textContent);
  button(place, "Not now").click();
  await settled();
  button(place, "1 month").click();
  await settled();
  answerWith({
    overview: () => overview,
    week: () => ({ ...week, reconnect: [bea], doneThisWeek: 2 }),
    choose: (about) => void (told = [...told, ["choose", about]]),
  });
  await extension.storage.local.set({
    preferences: { perWeek: 4, toolbarNumber: false, weeklyGoal: 3 },
    "witness-history": { people: 312, interactions: 4211 },
  });
  await vi.waitFor(() => expect(found(place, ".goal").textContent).toContain("2 of 3"));
  expect(items()).toHaveLength(2);
  expect(items()[0]).toContain("not before");
  expect(document.activeElement?.textContent).toBe("Undo");
  button(place, "Undo").click();
  await settled();
  expect(items()[0]).toContain("Alex Example");
  expect(document.activeElement).toBe(button(place, "Done"));
});

test("the weekly goal is off until it is set, then shown with its progress", async () => {
  const place = await popup();
  expect(place.querySelector(".goal")).toBeNull();
  storedValues.set("preferences", { perWeek: 4, toolbarNumber: false, weeklyGoal: 3 });
  expect(found(await popup(), ".goal").textContent).toContain("1 of 3 reconnections this week");
});

test("reminders that are due come first", async () => {
  const due = [
    {
      ...suggestion("cem", "Cem Example"),
      dueBy: "date" as const,
      dueAt: now - 86_400_000,
      reminder: "r1",
      chosen: {},
    },
  ];
  const place = await popup({ due });
  expect(found(place, ".person-name").textContent).toBe("Cem Example");
  expect(place.textContent).toContain("You wanted to be reminded on May 19.");
});

test("a reminder is done or put off, and each can be undone", async () => {
  const dueAt = now - 86_400_000;
  const due = [
    {
      ...suggestion("cem", "Cem Example"),
      dueBy: "date" as const,
      dueAt,
      reminder: "r1",
      chosen: {},
    },
  ];
  const place = await popup({ due });
  const list = () => found(place, ".people");
  button(list(), "Done").click();
  await settled();
  expect(list().textContent).toContain("reminder done");
  expect(document.activeElement?.textContent).toBe("Undo");
  button(list(), "Undo").click();
  await settled();
  expect(document.activeElement?.textContent).toBe("Done");
  button(list(), "Not now").click();
  await settled();
  expect(list().textContent).not.toContain("Never");
  button(list(), "1 week").click();
  await settled();
  expect(told).toEqual([
    ["choose", { id: "cem", made: { reminders: { r1: null } } }],
    ["choose", { id: "cem", made: { reminders: { r1: dueAt } } }],
    ["choose", { id: "cem", made: { reminders: { r1: new Date(2026, 4, 27).getTime() } } }],
  ]);
});

test("whoever is due by a rhythm of the user's own begins it anew, and is not listed twice when suggested", async () => {
  const dueAt = now - 86_400_000;
  const by = (id: string, name: string) => ({
    ...suggestion(id, name),
    dueBy: "cadence" as const,
    dueAt,
    chosen: {},
  });
  const place = await popup({ due: [by("cem", "Cem Example"), by("alex", "Alex Example")] });
  const names = [...place.querySelectorAll(".person-name")].map((one) => one.textContent);
  expect(names).toEqual(["Cem Example", "Alex Example"]);
  expect(place.textContent).toContain("Due by the rhythm you chose, since May 19.");
  button(place, "In touch elsewhere").click();
  await settled();
  button(found(place, ".people"), "Undo").click();
  await settled();
  expect(told).toMatchObject([
    [
      "choose",
      { id: "cem", made: { choices: { inTouchElsewhere: { value: expect.any(Number) } } } },
    ],
    ["choose", { id: "cem", made: { choices: { inTouchElsewhere: {} } } }],
  ]);
});

test("taking back what was done about somebody due brings back exactly what was chosen before", async () => {
  const [since, until] = [now - 100 * 86_400_000, now - 5 * 86_400_000];
  const cem = {
    ...suggestion("cem", "Cem Example"),
    dueBy: "cadence" as const,
    dueAt: until,
    chosen: { inTouchElsewhere: since, snoozedUntil: until },
  };
  const place = await popup({ due: [cem] });
  const list = () => found(place, ".people");
  button(list(), "In touch elsewhere").click();
  await settled();
  button(list(), "Undo").click();
  await settled();
  button(list(), "Not now").click();
  await settled();
  button(list(), "1 week").click();
  await settled();
  button(list(), "Undo").click();
  await settled();
  const choices = told.map(([, about]) => (about as { made: { choices: unknown } }).made.choices);
  expect([choices[1], choices[3]]).toMatchObject([
    { inTouchElsewhere: { value: since } },
    { snoozedUntil: { value: until } },
  ]);
});

test("who was put off last of all keeps the way back when every list has become empty", async () => {
  const place = await popup({ reconnect: [suggestion("alex", "Alex Example")] });
  button(place, "Not now").click();
  await settled();
  button(place, "1 month").click();
  await settled();
  let asked = 0;
  answerWith({
    overview: () => overview,
    week: () => {
      asked += 1;
      return { reconnect: [], neverTalked: [], due: [], doneThisWeek: 0 };
    },
    choose: (about) => void (told = [...told, ["choose", about]]),
  });
  await extension.storage.local.set({ "witness-history": { people: 312, interactions: 4212 } });
  await vi.waitFor(() => expect(asked).toBeGreaterThan(0));
  await settled();
  button(place, "Undo").click();
  await settled();
  expect(found(place, ".person-name").textContent).toBe("Alex Example");
});

test.each([
  ["about-others", [["Alex Example"]]],
  ["of-another-day", [["Stale 0", "Stale 1"], ["Alex Example"]]],
] as const)("lists that are %s are shown as %j", async (outdated, expected) => {
  const stale = [0, 1].map((at) => suggestion(`s${at}`, `Stale ${at}`));
  let isRenewed = false;
  answerWith({
    overview: () => (isRenewed ? overview : { ...overview, stale, staleCount: 2, outdated }),
    week: () => ({
      ...week,
      reconnect: isRenewed ? [suggestion("alex", "Alex Example")] : [],
      ...(!isRenewed && { outdated }),
    }),
    renewLists: () => void (isRenewed = true),
  });
  const place = drawn(<Popup now={now} />);
  const seen: (readonly (string | null)[])[] = [];
  const look = () => {
    const names = [...place.querySelectorAll(".person-name")].map((one) => one.textContent);
    if (names.length > 0 && seen.at(-1)?.join() !== names.join()) seen.push(names);
  };
  const watch = new MutationObserver(look);
  watch.observe(place, { childList: true, subtree: true });
  await settled();
  watch.disconnect();
  expect(seen).toEqual(expected);
});

test("lists that cannot be made anew are shown as they are", async () => {
  const stale = [suggestion("s", "Stale")];
  answerWith({
    overview: () => ({ ...overview, stale, staleCount: 1, outdated: "about-others" }),
    week: () => ({ ...week, reconnect: [] }),
  });
  const place = drawn(<Popup now={now} />);
  await settled();
  expect(found(place, ".person-name").textContent).toBe("Stale");
});

test("tabs are reached with the arrow keys", async () => {
  const place = await popup();
  const press = (key: string) =>
    found(place, "[aria-selected=true]").dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true }),
    );
  press("ArrowRight");
  await settled();
  expect(document.activeElement?.id).toBe("tab-people");
  press("End");
  await settled();
  expect(found(place, "[role=tabpanel]").id).toBe("panel-balance");
  press("ArrowRight");
  await settled();
  expect(document.activeElement?.id).toBe("tab-week");
});

test("going stale leads to all of the late, and from a search that finds nobody a button leads back to everybody", async () => {
  const stale = Array.from({ length: 3 }, (_, at) => suggestion(`s${at}`, `Stale ${at}`));
  const place = await popup({}, { stale, staleCount: 57 });
  button(place, "Show all 57").click();
  await settled();
  expect(told.at(-1)).toMatchObject(["people", { late: true, order: "overdue" }]);
  expect(found(place, ".filters summary").textContent).toBe("Filters: 1 on");
  expect(found<HTMLDetailsElement>(place, ".filters").open).toBe(true);
  nobody = true;
  const field = found<HTMLInputElement>(place, "input[type=search]");
  field.value = "zzz";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
  expect(found(place, ".empty h2").textContent).toBe("Nobody fits");
  nobody = false;
  button(place, "Show everybody").click();
  await settled();
  expect(told.at(-1)).toMatchObject(["people", { text: "", late: false }]);
  expect(document.activeElement).toBe(field);
});

test("while everybody is looked through in a window in front, and when it is come back to, the background is kept ready", async () => {
  const place = await popup();
  let kept = 0;
  answerWith({
    overview: () => overview,
    week: () => week,
    people: () => ({ rows: [], count: 0 }),
    renewLists: () => void (kept += 1),
  });
  /** How often the background is asked when this happens. Pages of the tests before may still be there. */
  const askedBy = async (happens: () => unknown): Promise<number> => {
    kept = 0;
    happens();
    await settled();
    return kept;
  };
  const comeBack = () => window.dispatchEvent(new FocusEvent("focus"));
  const before = await askedBy(comeBack);
  const intervals = vi.spyOn(globalThis, "setInterval");
  found(place, "#tab-people").click();
  await settled();
  const [again] = intervals.mock.calls.find(([, time]) => time === 20_000) ?? [];
  intervals.mockRestore();
  const inFront = vi.spyOn(document, "hasFocus").mockReturnValue(false);
  expect(await askedBy(() => again?.())).toBe(0);
  inFront.mockReturnValue(true);
  expect(await askedBy(() => again?.())).toBe(1);
  inFront.mockRestore();
  expect(await askedBy(comeBack)).toBe(before + 1);
  found(place, "#tab-week").click();
  await settled();
  expect(await askedBy(comeBack)).toBe(before);
});

test("every keystroke of a search asks for the people that fit", async () => {
  const place = await popup();
  found(place, "#tab-people").click();
  await settled();
  const field = found<HTMLInputElement>(place, "input[type=search]");
  for (const words of ["a", "al"]) {
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await settled();
  }
  const searched = told.map(([, about]) => (about as PeopleAsked).text);
  expect(searched).toEqual(["", "a", "al"]);
  expect(found(place, ".person-name").textContent).toBe("Alex Example");
  expect(found(place, ".person").getAttribute("aria-setsize")).toBe("1");
});
