// @vitest-environment jsdom
import { answerWith, extension, storedValues } from "../../words/extension-of-the-tests.ts";
import { render } from "preact";
import { beforeEach, expect, test, vi } from "vitest";
import { SettingsSection } from "../../../src/dashboard/settings/settings-section.tsx";
import type { PersonId } from "../../../src/domain/person/person.ts";
import { ShownHistory } from "../../../src/week/written.ts";
import { alex, now } from "../../components/invented-person.ts";
import { drawn, found, settled } from "../../components/drawn.ts";

/** What the section asks besides the settings. */
const READS = {
  rules: () => [],
  tableChoices: () => ({ companies: [], tags: [] }),
  personDetails: (about: unknown) => ({
    rules: (about as { readonly id: string }).id === "ruled" ? [{ says: { what: "never" } }] : [],
  }),
  people: () => ({ count: 0, rows: [] }),
  erasedCount: () => 0,
  heldHistories: () => [],
  readerReport: () => [],
};

async function settings(within: readonly string[] = []): Promise<HTMLElement> {
  const place = drawn(
    <SettingsSection place={{ section: "settings", within }} now={now} onChange={() => {}} />,
  );
  await settled();
  return place;
}

async function choose(place: ParentNode, name: string, value: string) {
  const field = found<HTMLSelectElement>(place, `[name=${name}]`);
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await settled();
}

const permit = (answer: boolean) => {
  const request = vi.fn<(asked: unknown) => Promise<boolean>>().mockResolvedValue(answer);
  Object.assign(extension, { permissions: { request } });
  return request;
};

beforeEach(() => {
  storedValues.clear();
  answerWith(READS);
  Object.assign(extension, {
    commands: {
      getAll: async () => [
        { name: "_execute_action", shortcut: "" },
        { name: "open-person", shortcut: "Alt+Shift+K" },
      ],
    },
  });
});

test("a rule begun and a choice of people to delete are gone when another history is shown", async () => {
  const of = (history: string) => (
    <ShownHistory.Provider value={history}>
      <SettingsSection place={{ section: "settings", within: [] }} now={now} onChange={() => {}} />
    </ShownHistory.Provider>
  );
  const place = drawn(of("history-1"));
  await settled();
  await choose(place, "delete-by", "quiet");
  found(place, "[name=rule-add]").click();
  await settled();
  render(of("history-2"), place);
  await settled();
  expect(found<HTMLSelectElement>(place, "[name=delete-by]").value).toBe("");
  expect(place.querySelector("[name=rule-name]")).toBeNull();
});

test("goal and number of suggestions are kept, and the goal can be dropped", async () => {
  const place = await settings();
  await choose(place, "per-week", "5");
  await choose(place, "goal", "2");
  expect(storedValues.get("preferences")).toEqual({
    perWeek: 5,
    toolbarNumber: false,
    weeklyGoal: 2,
  });
  await choose(place, "goal", "");
  expect(storedValues.get("preferences")).toEqual({ perWeek: 5, toolbarNumber: false });
});

test("the week begins on the day that the user chooses, and else on Monday", async () => {
  const place = await settings();
  const list = found<HTMLSelectElement>(place, "[name=first-day]");
  expect([...list.options].map(({ label }) => label).slice(0, 2)).toEqual(["Monday", "Tuesday"]);
  expect(list.value).toBe("1");
  await choose(place, "first-day", "0");
  expect(storedValues.get("preferences")).toMatchObject({ weekStartsOn: 0 });
  expect(found<HTMLSelectElement>(place, "[name=first-day]").value).toBe("0");
  await choose(place, "first-day", "1");
  expect(storedValues.get("preferences")).not.toHaveProperty("weekStartsOn");
});

test("notifications are asked for only when they are wanted, and a no is a no", async () => {
  const refused = permit(false);
  const place = await settings();
  expect(refused).not.toHaveBeenCalled();
  found(place, "[name=notify]").click();
  await settled();
  expect(refused).toHaveBeenCalledExactlyOnceWith({ permissions: ["notifications"] });
  expect(storedValues.has("preferences")).toBe(false);
  expect(found<HTMLInputElement>(place, "[name=notify]").checked).toBe(false);
});

test("the time of the daily notification is the user's", async () => {
  permit(true);
  const place = await settings();
  found(place, "[name=notify]").click();
  await settled();
  expect(found<HTMLInputElement>(place, "[name=notify-at]").value).toBe("09:00");
  await choose(place, "notify-at", "17:45");
  expect(storedValues.get("preferences")).toMatchObject({ notifyAtMinutes: 1065 });
  found(place, "[name=notify]").click();
  await settled();
  expect(storedValues.get("preferences")).not.toHaveProperty("notifyAtMinutes");
});

test("the weekly call has its day, its time, and names only where they are wanted", async () => {
  permit(true);
  const place = await settings();
  found(place, "[name=week-call]").click();
  await settled();
  expect(storedValues.get("preferences")).toMatchObject({ callOn: 1 });
  expect(found<HTMLInputElement>(place, "[name=call-time]").value).toBe("09:00");
  await choose(place, "call-day", "5");
  await choose(place, "call-time", "07:15");
  found(place, "[name=call-names]").click();
  await settled();
  const wanted = { callOn: 5, callAtMinutes: 435, callNames: true };
  expect(storedValues.get("preferences")).toMatchObject(wanted);
  found(place, "[name=week-call]").click();
  await settled();
  for (const key of Object.keys(wanted))
    expect(storedValues.get("preferences")).not.toHaveProperty(key);
});

const press = async (place: ParentNode, words: string) => {
  const one = [...place.querySelectorAll("button")].find((each) => each.textContent === words);
  if (!one) throw new Error(`No button "${words}"`);
  one.click();
  await settled();
};

test("whom the user keeps away is listed, each with the way back", async () => {
  const { tie } = alex();
  const told: unknown[] = [];
  const away = new Set(["untracked", "muted"]);
  answerWith({
    ...READS,
    people: (about: unknown) => {
      const { choice } = about as { readonly choice: string };
      const rows = away.has(choice)
        ? [{ id: choice as PersonId, alias: "slug:a", name: `Person ${choice}`, tie, reasons: [] }]
        : [];
      return { count: rows.length, rows };
    },
    choose: (about: unknown) => {
      told.push(about);
      away.delete((about as { readonly id: string }).id);
    },
  });
  const place = await settings();
  expect(place.textContent).toContain("Nothing more is recorded of 1 person");
  expect(place.textContent).toContain("Person muted");
  await press(place, "Record again");
  await press(place, "Suggest again");
  expect(told).toEqual([
    { id: "untracked", made: { choices: { neverTrack: {} } } },
    { id: "muted", made: { choices: { muted: {} } } },
  ]);
  expect(place.textContent).not.toContain("1 person");
  expect(place.querySelector(".chosen-people")).toBeNull();
});

test("somebody whom a rule keeps away is suggested again in spite of the rule", async () => {
  const { tie } = alex();
  const told: unknown[] = [];
  answerWith({
    ...READS,
    people: (about: unknown) =>
      (about as { readonly choice: string }).choice === "muted"
        ? {
            count: 1,
            rows: [
              { id: "ruled" as PersonId, alias: "slug:a", name: "Person ruled", tie, reasons: [] },
            ],
          }
        : { count: 0, rows: [] },
    choose: (about: unknown) => told.push(about),
  });
  await press(await settings(), "Suggest again");
  expect(told).toEqual([{ id: "ruled", made: { choices: { muted: { value: false } } } }]);
});

test("erasures are counted, and lifted only after a second word", async () => {
  let erased = 3;
  answerWith({
    ...READS,
    erasedCount: () => erased,
    liftErasures: () => {
      erased = 0;
    },
  });
  const place = await settings();
  expect(place.textContent).toContain("3 addresses of deleted people");
  await press(place, "Let them be met again…");
  await press(place, "Cancel");
  expect(erased).toBe(3);
  expect(document.activeElement?.textContent).toBe("Let them be met again…");
  await press(place, "Let them be met again…");
  await press(place, "Let them be met again");
  expect(erased).toBe(0);
  expect(place.textContent).toContain("0 addresses of deleted people");
  expect(document.activeElement?.textContent).toBe("From now on everybody may be met again.");
});

test("what is read is said for each kind of page, and where it fails of late; in archive mode nothing is", async () => {
  storedValues.set("mode", "badges");
  answerWith({
    ...READS,
    readerReport: () => [{ surface: "feed", since: now - 86_400_000, structure: "" }],
  });
  const read = async () => {
    const place = await settings();
    return [...place.querySelectorAll(".reads tbody tr")].map((row) => row.textContent ?? "");
  };
  const rows = await read();
  expect(rows).toHaveLength(10);
  expect(rows.find((row) => row.startsWith("Messages"))).toContain("Never what.");
  expect(rows.filter((row) => row.includes("May 19"))).toEqual([expect.stringMatching(/^Feed/)]);
  storedValues.set("mode", "archive");
  expect(await read()).toEqual([]);
});

test("keys are shown as the browser has them, and changed where the browser lets the user", async () => {
  const opened: string[] = [];
  Object.assign(extension.tabs, {
    create: async ({ url }: { url: string }) => {
      opened.push(url);
      return { id: 2 };
    },
  });
  const place = await settings();
  expect([...place.querySelectorAll(".shortcuts dd")].map((one) => one.textContent)).toEqual([
    "not set",
    "Alt+Shift+K",
    "not set",
  ]);
  found(place, "[name=change-shortcuts]").click();
  await settled();
  expect(opened).toEqual(["chrome://extensions/shortcuts"]);
  const openShortcutSettings = vi.fn<() => Promise<void>>().mockResolvedValue(undefined);
  Object.assign(extension, { commands: { getAll: async () => [], openShortcutSettings } });
  found(await settings(), "[name=change-shortcuts]").click();
  await settled();
  expect(openShortcutSettings).toHaveBeenCalledOnce();
});

test("every promise stands with how it is tested", async () => {
  const place = await settings();
  const terms = [...place.querySelectorAll(".promises-tested > div")];
  expect(terms.length).toBeGreaterThan(4);
  for (const term of terms) expect(term.querySelector("dd")?.textContent).not.toBe("");
});
