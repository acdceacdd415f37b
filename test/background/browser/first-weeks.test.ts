/** The first weeks with a clock that is moved: what stands on the toolbar icon each day, and what the browser is asked to notify of. */
import { extension } from "../../words/extension-of-the-tests.ts";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { network } from "../../../practice/network/network.ts";
import { sampleHistory } from "../../../practice/sample-history.ts";
import type { JsonObject } from "../../../src/domain/records/exported-history.ts";
import { lineOf, stagedLine } from "../../../src/exchange/record-lines.ts";
import { stagedRestore } from "../../../src/exchange/restore-history.ts";
import type { Week } from "../../../src/domain/week/week.ts";
import type { Settings } from "../../../src/settings/settings.ts";
import { answerOf, ask, beginAnew } from "../started-background.ts";

interface Notification {
  readonly id: string;
  readonly message: string;
}

let icon = "";
let notified: Notification[] = [];
let alarmAt: number | undefined;
/** Whether the browser allows notifications. */
let isAllowed = true;

Object.assign(extension, {
  action: { setBadgeText: async ({ text }: { readonly text: string }) => void (icon = text) },
  permissions: { ...extension.permissions, contains: async () => isAllowed },
  notifications: {
    create: async (id: string, { message }: { readonly message: string }) => {
      notified.push({ id, message });
    },
  },
  alarms: {
    ...Object(Object(extension)["alarms"]),
    create: (_name: string, { when }: { readonly when: number }) => void (alarmAt = when),
  },
});

beforeAll(() => vi.useFakeTimers({ toFake: ["Date"] }));
afterAll(() => vi.useRealTimers());

/** A moment of December 2026 by the clock on the wall; the 7th is a Monday. */
const december = (day: number, hours: number, minutes = 0): number =>
  new Date(2026, 11, day, hours, minutes).getTime();

/** The clock shows this moment, and the background looks at what there is, as it does when its alarm rings. */
async function at(day: number, hours: number, minutes = 0): Promise<readonly Notification[]> {
  vi.setSystemTime(december(day, hours, minutes));
  const before = notified.length;
  const { setup = {} } = (await answerOf(ask("settings"))) as Settings;
  await answerOf(ask("changeSettings", { setup }));
  return notified.slice(before);
}

beforeEach(async () => {
  [notified, isAllowed] = [[], true];
  vi.setSystemTime(december(1, 10));
  await beginAnew();
});

const requested = (): Promise<unknown> =>
  answerOf(ask("changeSettings", { setup: { requestedAt: Date.now() } }));

test("an archive that was asked for is waited for on the icon, and reminded of once on each of three days", async () => {
  await requested();
  expect([icon, notified]).toEqual(["…", []]);
  expect(alarmAt).toBe(december(1, 16));
  expect(await at(2, 9)).toEqual([]);
  expect(await at(2, 10, 1)).toMatchObject([{ id: "archive" }]);
  expect(icon).toBe("ZIP");
  expect(await at(2, 18)).toEqual([]);
  expect(await at(3, 10, 1)).toHaveLength(1);
  expect(await at(4, 10, 1)).toHaveLength(1);
  expect(await at(5, 10, 1)).toEqual([]);
  expect(icon).toBe("");
});

test("where the browser allows no notification, the icon alone says it", async () => {
  isAllowed = false;
  await requested();
  expect(await at(2, 11)).toEqual([]);
  expect(icon).toBe("ZIP");
});

/** An archive comes in that covers this kind of interaction up to now. */
async function imported(id: string, kind: string): Promise<void> {
  const now = Date.now();
  const coverage = [{ from: now - 1e10, to: now, kinds: [kind] }];
  const head = { id, at: now, madeAt: now, coverage, circles: [], files: [] };
  const { history } = (await answerOf(ask("beginImport", { head, history: undefined }))) as {
    readonly history: string;
  };
  const part = { part: 0, subjects: [], bodies: [], links: [] };
  await answerOf(ask("stageImport", { history, id, part }));
  const staged = { history, id, parts: 1, owner: { aliases: ["slug:me-example"] }, named: [] };
  const { revision } = (await answerOf(ask("previewImport", staged))) as {
    readonly revision: number;
  };
  await answerOf(ask("commitImport", { ...staged, revision }));
}

test("once an archive with messages is in nobody waits any more, and the weekly call is asked about, once", async () => {
  await requested();
  // The small archive often comes first.
  await imported("00000000-0000-4000-8000-000000000016", "connected");
  expect(icon).toBe("…");
  await imported("00000000-0000-4000-8000-000000000017", "message");
  expect(icon).toBe("");
  expect(await answerOf(ask("settings"))).toMatchObject({ setup: { asksForCall: true } });
  expect(await answerOf(ask("settings"))).not.toHaveProperty("setup.requestedAt");
  await answerOf(ask("changeSettings", { setup: { asksForCall: false } }));
  await imported("00000000-0000-4000-8000-000000000018", "message");
  expect(await answerOf(ask("settings"))).toMatchObject({ setup: { asksForCall: false } });
});

test("a first import that is on disk stays in the list whatever fails after it", async () => {
  const { create } = Object(extension)["alarms"] as { readonly create: () => void };
  await requested();
  Object.assign(Object(extension)["alarms"], {
    create: () => {
      throw new Error("No alarms");
    },
  });
  vi.spyOn(console, "error").mockImplementation(() => {});
  await expect(imported("00000000-0000-4000-8000-000000000019", "connected")).rejects.toThrow(
    "No alarms",
  );
  Object.assign(Object(extension)["alarms"], { create });
  vi.restoreAllMocks();
  expect(await answerOf(ask("histories"))).toHaveLength(1);
  expect(await answerOf(ask("importTargets"))).toHaveLength(1);
});

/** A history of invented people comes in. */
async function restored(): Promise<string> {
  const now = Date.now();
  const { text } = await sampleHistory(network({ seed: 7, people: 80, years: 5, now }), now);
  const asked = (question: string) => (about: unknown) => answerOf(ask(question, about));
  const staged = await stagedRestore(
    {
      beginRestore: asked("beginRestore"),
      stageRestore: asked("stageRestore"),
      previewRestore: asked("previewRestore"),
      cancelRestore: asked("cancelRestore"),
    } as Parameters<typeof stagedRestore>[0],
    new Blob([text]),
    () => {},
    new AbortController().signal,
  );
  if ("problem" in staged) throw new Error(staged.problem.code);
  const { revision } = staged.preview;
  await answerOf(ask("commitRestore", { id: staged.id, revision }));
  const { history } = (await answerOf(ask("overview"))) as { readonly history: string };
  return history;
}

const wanted = (parts: object): Promise<unknown> =>
  answerOf(ask("changeSettings", { preferences: { perWeek: 4, toolbarNumber: true, ...parts } }));

test("the user is called on Mondays at nine, the icon shows whom the week still asks to write to, and the next week begins anew", async () => {
  vi.setSystemTime(december(3, 12));
  const history = await restored();
  await wanted({ callOn: 1 });
  // It is Thursday: the call of this week is past.
  expect([icon, notified]).toEqual(["4", []]);
  expect(await at(7, 8, 59)).toEqual([]);
  expect(alarmAt).toBe(december(7, 9));
  const [call, ...more] = await at(7, 9, 1);
  expect([call, more]).toEqual([{ id: "week", message: "Your week: 4 names to write to." }, []]);
  expect(await at(7, 20)).toEqual([]);
  const { reconnect } = (await answerOf(ask("week"))) as Week;
  await answerOf(ask("markDone", { id: reconnect[0]?.id, done: true }, history));
  expect(icon).toBe("3");
  expect(await at(9, 9)).toEqual([]);
  expect(await at(14, 9)).toMatchObject([{ id: "week" }]);
  expect(icon).toBe("4");
});

test("a call that was missed comes when the browser is open again, and none comes twice when the clock is put back", async () => {
  vi.setSystemTime(december(3, 12));
  await restored();
  await wanted({ callOn: 1, callAtMinutes: 540 });
  expect(await at(9, 7)).toMatchObject([{ id: "week" }]);
  expect(await at(9, 7, 5)).toEqual([]);
  expect(await at(7, 9)).toEqual([]);
  expect(await at(10, 9)).toEqual([]);
  expect(await at(14, 9)).toMatchObject([{ id: "week" }]);
});

test("names stand in a notification only where the user wants that, and never two come on one day", async () => {
  vi.setSystemTime(december(3, 12));
  await restored();
  await wanted({ callOn: 1, callNames: true, notifyAtMinutes: 480 });
  const { reconnect } = (await answerOf(ask("week"))) as Week;
  const [call, ...more] = await at(7, 9);
  expect(more).toEqual([]);
  const { reconnect: now } = (await answerOf(ask("week"))) as Week;
  expect(now.some(({ name }) => call?.message.includes(name))).toBe(true);
  expect(reconnect.length).toBeGreaterThan(0);
  expect(await at(7, 23)).toEqual([]);
});

test("while names are hidden a notification names nobody, also where the user wants names", async () => {
  vi.setSystemTime(december(3, 12));
  await restored();
  await wanted({ callOn: 1, callNames: true });
  await answerOf(ask("changeSettings", { hidden: true }));
  expect(await at(7, 9)).toEqual([{ id: "week", message: "Your week: 4 names to write to." }]);
});

test("a daily reminder that is due before the weekly call leaves the day's notification to it", async () => {
  vi.setSystemTime(december(3, 12));
  const history = await restored();
  await wanted({ callOn: 1, notifyAtMinutes: 480 });
  const { reconnect } = (await answerOf(ask("week"))) as Week;
  const id = reconnect[0]?.id;
  const reminders = { r1: december(6, 7) };
  await answerOf(ask("choose", { id, made: { reminders } }, history));
  expect(await at(6, 8, 1)).toMatchObject([{ id: "reminders" }]);
  expect(await at(7, 8, 1)).toEqual([]);
  expect(alarmAt).toBe(december(7, 9));
  expect(await at(7, 9)).toMatchObject([{ id: "week" }]);
  expect(await at(8, 0, 1)).toEqual([]);
  expect(await at(8, 8, 1)).toMatchObject([{ id: "reminders" }]);
});

/** A backup of the history shown comes in that holds nothing but preferences. */
async function preferencesRestored(history: string, preferences: JsonObject): Promise<void> {
  const head = await answerOf(ask("exportHead", undefined, history));
  const { id } = (await answerOf(ask("beginRestore", head))) as { readonly id: string };
  const record = stagedLine(lineOf({ kind: "settings", settings: { preferences } }));
  await answerOf(ask("stageRestore", { id, part: 0, records: [record] }));
  const { revision } = (await answerOf(ask("previewRestore", { id }))) as {
    readonly revision: number;
  };
  await answerOf(ask("commitRestore", { id, revision }));
}

test("the call of a backup counts from the next one on, and so does the earlier one when that is undone", async () => {
  vi.setSystemTime(december(3, 12));
  const history = await restored();
  // Fridays.
  await wanted({ callOn: 5 });
  expect(await at(4, 9)).toMatchObject([{ id: "week" }]);
  vi.setSystemTime(december(10, 12));
  const before = notified.length;
  // Wednesdays, and it is Thursday.
  await preferencesRestored(history, { perWeek: 4, toolbarNumber: true, callOn: 3 });
  expect(await answerOf(ask("settings"))).toMatchObject({ preferences: { callOn: 3 } });
  vi.setSystemTime(december(11, 12));
  expect(await answerOf(ask("undoRestore", undefined, history))).toBe(true);
  expect(await answerOf(ask("settings"))).toMatchObject({ preferences: { callOn: 5 } });
  expect(notified.slice(before)).toEqual([]);
  expect(await at(18, 9)).toMatchObject([{ id: "week" }]);
});
