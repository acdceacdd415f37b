// @vitest-environment jsdom
import { answerWith, extension, storedValues } from "../words/extension-of-the-tests.ts";
import { beforeEach, expect, test, vi } from "vitest";
import type { Overview } from "../../src/protocol/views.ts";
import type { PeopleAsked } from "../../src/domain/directory/directory.ts";
import type { ReplyCount } from "../../src/domain/suggestions/replies.ts";
import type { Interaction } from "../../src/domain/interactions/interaction.ts";
import type { Tie } from "../../src/domain/tie/tie.ts";
import type { SuggestedRow, Week } from "../../src/domain/week/week.ts";
import type { PersonId } from "../../src/domain/person/person.ts";
import { Popup } from "../../src/popup/popup.tsx";
import { tellChange, watchChanges } from "../../src/protocol/changes.ts";
import { Refusal } from "../../src/protocol/transport.ts";
import { alex, coverage, now } from "../components/invented-person.ts";
import { drawn, found, settled, settledFor } from "../components/drawn.ts";

const facts = alex();

const DAY = 86_400_000;

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
    suggestion("bea", "Bea Example", { done: "observed" }),
  ],
  neverTalked: [],
  due: [],
  number: 1,
  doneThisWeek: 1,
};

/** What the popup told the background, in order. */
let told: readonly (readonly [string, unknown])[] = [];

/** The card the background answers. */
let shownCard = facts;

/** Why the background refuses the card, where it does. */
let cardRefused: string | undefined;

/** Whether every search finds nobody. */
let nobody = false;

async function popup(
  parts: Partial<Week> = {},
  about: Partial<Overview> = {},
  at = now,
  counts: readonly ReplyCount[] = [],
): Promise<HTMLElement> {
  const hear = (question: string) => (about: unknown) => {
    told = [...told, [question, about]];
  };
  answerWith({
    overview: () => ({ ...overview, ...about }),
    week: () => ({ ...week, ...parts }),
    choose: hear("choose"),
    markDone: hear("markDone"),
    personCard: () => {
      if (cardRefused !== undefined) throw new Refusal(cardRefused);
      return shownCard;
    },
    replies: () => counts,
    changes: () => ({ rows: [], counts: { work: 2, waiting: 1, invitation: 0, woke: 0 } }),
    people: (asked) => {
      hear("people")(asked);
      if (nobody) return { rows: [], count: 0 };
      return { rows: [suggestion("alex", "Alex Example")], count: 1 };
    },
  });
  const place = drawn(<Popup now={at} />);
  await settled();
  return place;
}

/** The first button that says this, or has this name. */
const button = (place: ParentNode, words: string): HTMLButtonElement => {
  const one = [...place.querySelectorAll("button")].find(
    (each) => each.textContent === words || each.name === words,
  );
  if (!one) throw new Error(`No button "${words}"`);
  return one;
};

beforeEach(() => {
  storedValues.clear();
  storedValues.set("mode", "badges");
  told = [];
  nobody = false;
  shownCard = facts;
  cardRefused = undefined;
});

test("a suggestion is done with one click and undone with another", async () => {
  const place = await popup();
  button(place, "done").click();
  await settled();
  expect(found(place, ".outcome").textContent).toMatch(/Alex Example.: done/u);
  expect(document.activeElement?.textContent).toBe("Undo");
  button(place, "Undo").click();
  await settled();
  expect(told).toEqual([
    ["markDone", { id: "alex", done: true }],
    ["markDone", { id: "alex", done: false }],
  ]);
  expect(document.activeElement).toBe(button(place, "done"));
});

test("the focus is never lost between a suggestion and what became of it", async () => {
  const place = await popup();
  const focused: string[] = [];
  const watch = new MutationObserver(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLButtonElement)
      focused.push(activeElement.textContent || activeElement.name);
  });
  watch.observe(place, { childList: true, subtree: true });
  button(place, "done").focus();
  button(place, "done").click();
  await settled();
  button(place, "Undo").click();
  await settled();
  watch.disconnect();
  // While an act is under way the button that was pressed has the focus still.
  expect(focused.filter((words, at) => words !== focused[at - 1])).toEqual([
    "done",
    "Undo",
    "done",
  ]);
});

test("a suggestion that was ticked off by itself says so and has nothing to undo", async () => {
  const place = await popup({
    reconnect: [suggestion("bea", "Bea Example", { done: "observed" })],
  });
  expect(place.textContent).toContain("you were in touch");
  expect(place.querySelector(".outcome button")).toBeNull();
});

test("not now puts somebody off to the day chosen, and undo takes it back", async () => {
  const place = await popup();
  button(place, "more").click();
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
  button(place, "more").click();
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

test("write copies the words, opens the message window in one click, and asks at the next opening", async () => {
  const [clipboard, create] = [
    vi.fn<(words: string) => Promise<void>>(async () => {}),
    vi.spyOn(extension.tabs, "create"),
  ];
  Object.assign(navigator, { clipboard: { writeText: clipboard } });
  const place = await popup({}, { history: "history-1" });
  button(place, "write").click();
  await settled();
  expect(clipboard).toHaveBeenCalledExactlyOnceWith(
    expect.stringContaining("Hi Alex, it has been 3 months."),
  );
  expect(create).toHaveBeenCalledExactlyOnceWith({
    url: "https://www.linkedin.com/messaging/compose/?recipient=ACoAAExample",
  });
  create.mockRestore();
  expect(storedValues.get("written")).toMatchObject([
    { history: "history-1", id: "alex", why: "owed" },
  ]);
  const [{ at }] = storedValues.get("written") as [{ readonly at: number }];
  const again = await popup({}, { history: "history-1" });
  expect(found(again, ".sent-question").textContent).toMatch(/Sent to .Alex Example.\?/u);
  button(again, "sent").click();
  await settled();
  expect(told.map(([question]) => question)).toEqual(["choose", "markDone"]);
  expect(told[0]?.[1]).toMatchObject({ made: { sent: { [`sent-${at}`]: { at, why: "owed" } } } });
  expect(storedValues.get("written")).toEqual([]);
  expect(found(again, ".toast").textContent).toContain("if no reply comes");
  told = [];
  button(found(again, ".toast"), "Undo").click();
  await settled();
  expect(told.map(([question]) => question)).toEqual(["choose", "markDone"]);
  expect(told[0]?.[1]).toMatchObject({ made: { sent: { [`sent-${at}`]: null } } });
  expect(storedValues.get("written")).toMatchObject([{ id: "alex", why: "owed" }]);
});

test("a message that was observed ticks by itself, and one that was not sent is not asked about again", async () => {
  storedValues.set("written", [{ history: "history-1", id: "alex", at: now - 1000, why: "news" }]);
  const out = { kind: "message", direction: "out", from: now, to: now, source: "page" } as const;
  shownCard = { ...facts, tie: { ...facts.tie, lastExchange: out } };
  const place = await popup({}, { history: "history-1" });
  expect(place.querySelector(".sent-question")).toBeNull();
  // It counts from the moment the page told.
  const sent = { [`sent-${now - 1000}`]: { at: now, why: "news" } };
  expect(told.find(([question]) => question === "choose")?.[1]).toMatchObject({ made: { sent } });
  shownCard = facts;
  storedValues.set("written", [{ history: "history-1", id: "alex", at: now }]);
  const other = await popup({}, { history: "history-1" });
  button(other, "not-sent").click();
  await settled();
  expect(storedValues.get("written")).toEqual([]);
  expect(other.querySelector(".sent-question")).toBeNull();
});

test("a message that a page dates by the day counts from the first moment it can have left", async () => {
  const begun = now - 3 * DAY;
  storedValues.set("written", [{ history: "history-1", id: "alex", at: begun, why: "news" }]);
  const day = { from: now - 2 * DAY, to: now - DAY - 1 };
  const out = { kind: "message", direction: "out", source: "page", ...day } as const;
  shownCard = { ...facts, tie: { ...facts.tie, lastExchange: out } };
  await popup({}, { history: "history-1" });
  expect(told.find(([question]) => question === "choose")?.[1]).toMatchObject({
    made: { sent: { [`sent-${begun}`]: { at: day.from, why: "news" } } },
  });
});

test.each<readonly [string, Partial<NonNullable<Tie["lastExchange"]>>]>([
  ["a comment", { kind: "comment" }],
  ["a message to a group", { groupSize: 3 }],
  ["what the user noted by hand", { source: "hand" }],
  ["an e-mail", { kind: "email", source: "hand" }],
])("%s does not answer whether the message was sent", async (_what, other) => {
  storedValues.set("written", [{ history: "history-1", id: "alex", at: now - 1000, why: "news" }]);
  const out = { kind: "message", direction: "out", from: now, to: now, source: "page" } as const;
  shownCard = { ...facts, tie: { ...facts.tie, lastExchange: { ...out, ...other } } };
  const place = await popup({}, { history: "history-1" });
  expect(place.querySelector(".sent-question")).not.toBeNull();
  expect(told).toEqual([]);
});

test("a message that is said to be sent after the person has spoken is counted nowhere", async () => {
  const begun = now - 9 * DAY;
  const word = { kind: "message", direction: "in", sources: ["page"] } as const;
  const keptAfter = async (...interactions: readonly Interaction[]) => {
    told = [];
    storedValues.set("written", [{ history: "history-1", id: "alex", at: begun, why: "news" }]);
    shownCard = { ...facts, interactions };
    button(await popup({}, { history: "history-1" }), "sent").click();
    await settled();
    return told.find(([question]) => question === "choose")?.[1];
  };
  const [before, since] = [begun - DAY, begun + DAY];
  expect(await keptAfter({ ...word, from: since, to: since })).not.toHaveProperty("made.sent");
  // On the day itself it may have come after.
  expect(await keptAfter({ ...word, from: before, to: since })).not.toHaveProperty("made.sent");
  expect(await keptAfter({ ...word, from: before, to: before })).toHaveProperty("made.sent");
  expect(await keptAfter({ ...word, kind: "reaction", from: since, to: since })).toHaveProperty(
    "made.sent",
  );
});

test("whether a message was sent is asked at the next opening where the question was refused, and never about a person who is gone", async () => {
  const written = [{ history: "history-1", id: "alex", at: now, why: "news" }];
  const refused = async (code: string) => {
    storedValues.set("written", written);
    cardRefused = code;
    const place = await popup({}, { history: "history-1" });
    expect(place.querySelector(".sent-question")).toBeNull();
    return storedValues.get("written");
  };
  expect(await refused("full")).toEqual(written);
  expect(await refused("unknown-person")).toEqual([]);
});

test("a message to somebody who was not suggested is asked about, and counted nowhere", async () => {
  storedValues.set("written", [{ history: "history-1", id: "alex", at: now - 1000 }]);
  const place = await popup({}, { history: "history-1" });
  button(place, "sent").click();
  await settled();
  expect(told[0]?.[0]).toBe("choose");
  expect(told[0]?.[1]).not.toHaveProperty("made.sent");
});

test("which messages brought replies is said once a month, and not again when it was put away", async () => {
  const counts = [
    { why: "news" as const, sent: 9, replied: 5 },
    { why: "talked" as const, sent: 4, replied: 1 },
  ];
  const line =
    "News of their work: 5 of 9 first messages that you began with Write got an answer within 30 days.";
  const opened = (at: number, of = "history-1") => popup({}, { history: of }, at, counts);
  const place = await opened(now);
  expect(found(place, ".replies-line").textContent).toContain(line);
  // Opened again on the day, it is still there.
  const again = await opened(now);
  expect(found(again, ".replies-line").textContent).toContain(line);
  const away = button(again, "replies-away");
  expect(away.getAttribute("aria-label")).toMatch(/^OK: .*replies/u);
  away.focus();
  away.click();
  await settled();
  expect(again.querySelector(".replies-line")).toBeNull();
  expect(document.activeElement).toBe(found(again, "[name=search]"));
  for (const at of [now, now + DAY, now + 8 * DAY])
    expect((await opened(at)).querySelector(".replies-line")).toBeNull();
  // Of another history it was not said.
  expect(found(await opened(now, "history-2"), ".replies-line").textContent).toContain(line);
  expect((await opened(now)).querySelector(".replies-line")).toBeNull();
  expect(found(await opened(now + 31 * DAY), ".replies-line").textContent).toContain(line);
  expect((await opened(now + 32 * DAY)).querySelector(".replies-line")).toBeNull();
});

test("pages that were opened in two months never take turns in noting what was said", async () => {
  const counts = [{ why: "news" as const, sent: 9, replied: 5 }];
  const late = await popup({}, { history: "history-1" }, now + 40 * DAY, counts);
  expect(late.querySelector(".replies-line")).not.toBeNull();
  let kept = 0;
  const stop = new AbortController();
  watchChanges((change) => void (kept += change.of === "value" ? 1 : 0), stop.signal);
  // The first one stays open, as in another window.
  await popup({}, { history: "history-1" }, now, counts);
  await settledFor(500);
  stop.abort();
  expect(kept).toBe(1);
});

test("of few messages nothing is said", async () => {
  const counts = [{ why: "news" as const, sent: 4, replied: 4 }];
  const place = await popup({}, { history: "history-1" }, now, counts);
  expect(place.querySelector(".replies-line")).toBeNull();
  expect(storedValues.has("repliesSaid")).toBe(false);
});

test("a reminder that waits for a reply says so", async () => {
  const since = now - 20 * 86_400_000;
  const due = {
    ...suggestion("cem", "Cem Example"),
    dueBy: "date" as const,
    dueAt: now - 86_400_000,
    reminder: `no-reply-${since}-abc`,
    chosen: {},
  };
  const place = await popup({ due: [due] });
  expect(place.textContent).toContain("No reply seen since you wrote on April 30.");
});

test("the words can be changed before they are copied; what was changed in one tone is kept in the others", async () => {
  const place = await popup();
  button(place, "more").click();
  await settled();
  button(place, "Change the message…").click();
  await settled();
  const words = () => found<HTMLTextAreaElement>(place, "textarea");
  const tones = () => [...place.querySelectorAll<HTMLInputElement>(".segments input")];
  expect(words().value).toContain("Hi Alex, it has been 3 months.");
  words().value = "Hi Alex, my own words.";
  words().dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
  tones().at(-1)?.click();
  await settled();
  expect(words().value).toContain("Dear Alex");
  tones()[0]?.click();
  await settled();
  expect(words().value).toBe("Hi Alex, my own words.");
  expect(storedValues.get("tone")).toBe("warm");
});

test("a talk that is observed while the popup is open ticks the suggestion off", async () => {
  const place = await popup();
  expect(button(place, "done")).toBeTruthy();
  answerWith({
    overview: () => overview,
    week: () => ({
      ...week,
      reconnect: [suggestion("alex", "Alex Example", { done: "observed" })],
    }),
  });
  storedValues.clear();
  tellChange({ of: "history", name: "history-1", revision: 2 });
  await vi.waitFor(() => expect(place.querySelector(".actions")).toBeNull());
  expect(found(place, ".outcome").textContent).toMatch(/Alex Example.: you were in touch/u);
});

test("in the next week nothing of the week before is held, though the page stays open", async () => {
  const [alex, bea] = [suggestion("alex", "Alex Example"), suggestion("bea", "Bea Example")];
  const place = await popup({ reconnect: [alex] });
  button(place, "done").click();
  await settled();
  expect(found(place, ".outcome").textContent).toContain("Alex Example");
  answerWith({
    overview: () => overview,
    week: () => ({ ...week, number: week.number + 1, reconnect: [bea], doneThisWeek: 0 }),
  });
  tellChange({ of: "history", name: "history-1", revision: 2 });
  await vi.waitFor(() => expect(place.textContent).toContain("Bea Example"));
  expect(place.textContent).not.toContain("Alex Example");
  expect(found(place, ".week").textContent).toContain("0 of 1");
});

test("who was put off stays in place with the way back when the lists come anew without them", async () => {
  const bea = suggestion("bea", "Bea Example");
  const place = await popup({ reconnect: [suggestion("alex", "Alex Example"), bea] });
  const items = () => [...place.querySelectorAll(".people > li")].map((one) => one.textContent);
  button(place, "more").click();
  await settled();
  button(place, "1 month").click();
  await settled();
  answerWith({
    overview: () => overview,
    week: () => ({ ...week, reconnect: [bea], doneThisWeek: 2 }),
    choose: (about) => void (told = [...told, ["choose", about]]),
  });
  storedValues.set("preferences", { perWeek: 4, toolbarNumber: false, weeklyGoal: 3 });
  tellChange({ of: "settings" });
  tellChange({ of: "history", name: "history-1", revision: 2 });
  await vi.waitFor(() => expect(found(place, ".goal").textContent).toContain("0 of 3"));
  expect(items()).toHaveLength(2);
  expect(items()[0]).toContain("not before");
  expect(document.activeElement?.textContent).toBe("Undo");
  button(place, "Undo").click();
  await settled();
  expect(items()[0]).toContain("Alex Example");
  expect(document.activeElement).toBe(button(place, "done"));
});

test("a row in the middle that was acted on stays between its neighbours when the lists come anew", async () => {
  const [bea, cy] = [suggestion("bea", "Bea Example"), suggestion("cy", "Cy Example")];
  const place = await popup({
    reconnect: [suggestion("alex", "Alex Example"), bea, cy],
  });
  const items = () => [...place.querySelectorAll(".people > li")].map((one) => one.textContent);
  const [, second] = place.querySelectorAll<HTMLElement>(".people > li");
  button(second!, "more").click();
  await settled();
  button(place, "1 month").click();
  await settled();
  answerWith({
    overview: () => overview,
    week: () => ({ ...week, reconnect: [suggestion("alex", "Alex Example"), cy], doneThisWeek: 7 }),
  });
  tellChange({ of: "history", name: "history-1", revision: 2 });
  await new Promise((resolve) => setTimeout(resolve, 500));
  await settled();
  expect(items().map((text) => /Alex|Bea|Cy/.exec(text)?.[0])).toEqual(["Alex", "Bea", "Cy"]);
  expect(items()[1]).toContain("not before");
});

test("the week counts what is done at once, up to the number of suggestions or the goal that was set", async () => {
  const place = await popup();
  const goal = () => found(place, ".goal").textContent;
  expect(goal()).toBe("1 of 2");
  button(place, "done").click();
  await settled();
  expect(goal()).toBe("All written. See you next week.");
  expect(found(place, ".week-head").classList).toContain("full");
  button(place, "Undo").click();
  await settled();
  expect(goal()).toBe("1 of 2");
  storedValues.set("preferences", { perWeek: 4, toolbarNumber: false, weeklyGoal: 3 });
  expect(found(await popup(), ".goal").textContent).toBe("1 of 3");
  storedValues.set("preferences", { perWeek: 4, toolbarNumber: false, weeklyGoal: 1 });
  const done = [
    suggestion("a", "A Example", { done: "by-hand" }),
    suggestion("b", "B Example", { done: "observed" }),
  ];
  const open = await popup({ reconnect: [...done, suggestion("c", "C Example")] });
  expect(found(open, ".goal").textContent).toBe("1 of 1");
  expect(found(open, ".goal + span").textContent).toBe("+1");
  const full = await popup({ reconnect: done });
  expect(found(full, ".goal").textContent).toBe("All written. See you next week.");
  expect(found(full, ".goal + span").textContent).toBe("+1");
});

test("reminders that are due stand under the week", async () => {
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
  expect(found(place, ".due .person-name").textContent).toBe("Cem Example");
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
  const list = () => found(place, ".due .people");
  button(list(), "done").click();
  await settled();
  expect(list().textContent).toContain("reminder done");
  expect(document.activeElement?.textContent).toBe("Undo");
  button(list(), "Undo").click();
  await settled();
  expect((document.activeElement as HTMLButtonElement).name).toBe("done");
  button(list(), "more").click();
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

test("a person due by the user's own rhythm begins it anew, and is not listed twice when suggested", async () => {
  const dueAt = now - 86_400_000;
  const by = (id: string, name: string) => ({
    ...suggestion(id, name),
    dueBy: "cadence" as const,
    dueAt,
    chosen: {},
  });
  const place = await popup({ due: [by("cem", "Cem Example"), by("alex", "Alex Example")] });
  const names = [...place.querySelectorAll(".person-name")].map((one) => one.textContent);
  expect(names).toEqual(["Alex Example", "Cem Example"]);
  expect(place.textContent).toContain("Due by the rhythm you chose, since May 19.");
  button(found(place, ".due"), "done").click();
  await settled();
  button(found(place, ".due"), "Undo").click();
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
  const list = () => found(place, ".due .people");
  button(list(), "done").click();
  await settled();
  button(list(), "Undo").click();
  await settled();
  button(list(), "more").click();
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
  button(place, "more").click();
  await settled();
  button(place, "1 month").click();
  await settled();
  let asked = 0;
  answerWith({
    overview: () => overview,
    week: () => {
      asked += 1;
      return { number: 1, reconnect: [], neverTalked: [], due: [], doneThisWeek: 0 };
    },
    choose: (about) => void (told = [...told, ["choose", about]]),
  });
  tellChange({ of: "history", name: "history-1", revision: 2 });
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

test("from the search arrow keys lead through the rows, letters act on the row with the focus, and only one row is in the order of Tab", async () => {
  const cem = suggestion("cem", "Cem Example");
  const place = await popup({ reconnect: [suggestion("alex", "Alex Example"), cem] });
  const press = (key: string) =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
    );
  const focused = () => document.activeElement?.textContent;
  const search = found(place, "[name=search]");
  expect(document.activeElement).toBe(search);
  press("ArrowDown");
  expect(focused()).toBe("Alex Example");
  press("j");
  expect(focused()).toBe("Cem Example");
  const stops = [...place.querySelectorAll<HTMLElement>("[data-row] button")].filter(
    ({ tabIndex }) => tabIndex === 0,
  );
  expect(
    new Set(stops.map((one) => one.closest("li")?.querySelector(".person-name")?.textContent)),
  ).toEqual(new Set(["Cem Example"]));
  press("d");
  await settled();
  expect(told.at(-1)).toEqual(["markDone", { id: "cem", done: true }]);
  found(place, ".person-name").focus();
  press("s");
  await settled();
  expect(document.activeElement?.textContent).toBe("1 week");
  found(place, ".person-name").focus();
  press("ArrowUp");
  expect(document.activeElement).toBe(search);
  found(place, ".person-name").focus();
  press("/");
  expect(document.activeElement).toBe(search);
});

test("the foot leads to all who are overdue, and from a search that finds nobody a button leads back to everybody", async () => {
  const place = await popup({}, { staleCount: 57 });
  button(place, "57 overdue").click();
  await settled();
  expect(told.at(-1)).toMatchObject(["people", { late: true, order: "worth" }]);
  expect(button(place, "late").getAttribute("aria-pressed")).toBe("true");
  nobody = true;
  const field = found<HTMLInputElement>(place, "[name=search]");
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

test("Escape goes one step back and keeps the words that were typed, which an arrow key looks for again", async () => {
  const place = await popup();
  const field = found<HTMLInputElement>(place, "[name=search]");
  field.value = "al";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
  expect(place.querySelector(".week")).toBeNull();
  const escape = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
  field.dispatchEvent(escape);
  await settled();
  expect(escape.defaultPrevented).toBe(true);
  expect(place.querySelector(".week")).not.toBeNull();
  expect([field.value, field.selectionStart, field.selectionEnd]).toEqual(["al", 0, 2]);
  // From the week on Escape is the browser's: it closes the popup.
  const closing = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
  field.dispatchEvent(closing);
  expect(closing.defaultPrevented).toBe(false);
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
  await settled();
  expect(place.querySelector(".week")).toBeNull();
});

test("Enter in the search opens the first who fits the words as they are, also when it comes before the answer", async () => {
  const place = await popup();
  const field = found<HTMLInputElement>(place, "[name=search]");
  const type = (words: string) => {
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  type("a");
  await settled();
  type("al");
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  await settled();
  expect(found(place, "dialog h2").textContent).toBe("Alex Example");
});

test("people nobody talked with yet are one line until it is opened", async () => {
  const neverTalked = [suggestion("cem", "Cem Example"), suggestion("dan", "Dan Example")];
  const place = await popup({ neverTalked });
  expect(place.textContent).not.toContain("Cem Example");
  const line = button(place, "hello");
  expect(line.textContent).toContain("Say hello to 2 new ties");
  line.click();
  await settled();
  expect(line.ariaExpanded ?? line.getAttribute("aria-expanded")).toBe("true");
  expect(found(place, ".hello .person-name").textContent).toBe("Cem Example");
});

test("a note stands in the row in place of the headline", async () => {
  const row = suggestion("cem", "Cem Example", { headline: "Captain", note: "met at the fair" });
  const place = await popup({ reconnect: [row] });
  expect(found(place, ".person-about").textContent).toContain("met at the fair");
});

test("names are hidden everywhere by one switch", async () => {
  const place = await popup();
  button(place, "hide").click();
  await settled();
  expect(storedValues.get("hidden")).toBe(true);
  expect(button(place, "hide").getAttribute("aria-pressed")).toBe("true");
  button(place, "hide").click();
  await settled();
  expect(storedValues.get("hidden")).toBe(false);
});

test("while the popup is in front, and when it is come back to, the background is kept ready for a search", async () => {
  const intervals = vi.spyOn(globalThis, "setInterval");
  await popup();
  let kept = 0;
  answerWith({
    overview: () => overview,
    week: () => week,
    people: () => ({ rows: [], count: 0 }),
    renewLists: () => void (kept += 1),
  });
  const [again] = intervals.mock.calls.findLast(([, time]) => time === 20_000) ?? [];
  intervals.mockRestore();
  /** How often the background is asked when this happens. Pages of the tests before may still be there. */
  const askedBy = async (happens: () => unknown): Promise<number> => {
    kept = 0;
    happens();
    await settled();
    return kept;
  };
  const inFront = vi.spyOn(document, "hasFocus").mockReturnValue(false);
  expect(await askedBy(() => again?.())).toBe(0);
  inFront.mockReturnValue(true);
  expect(await askedBy(() => again?.())).toBe(1);
  inFront.mockRestore();
  expect(await askedBy(() => window.dispatchEvent(new FocusEvent("focus")))).toBeGreaterThanOrEqual(
    1,
  );
});

test("every keystroke of a search asks for the people that fit", async () => {
  const place = await popup();
  told = [];
  const field = found<HTMLInputElement>(place, "[name=search]");
  for (const words of ["a", "al"]) {
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await settled();
  }
  const searched = told.map(([, about]) => (about as PeopleAsked).text);
  expect(searched).toEqual(["a", "al"]);
  expect(found(place, ".person-name").textContent).toBe("Alex Example");
  expect(found(place, ".person").getAttribute("aria-setsize")).toBe("1");
});
