// @vitest-environment jsdom
import { answerWith, storedValues } from "../words/extension-of-the-tests.ts";
import { beforeEach, expect, test, vi } from "vitest";
import type { ReadyRow } from "../../src/domain/directory/ready-row.ts";
import type { Overview, Trouble } from "../../src/protocol/views.ts";
import { Popup } from "../../src/popup/popup.tsx";
import { tellChange } from "../../src/protocol/changes.ts";
import { alex, coverage, now } from "../components/invented-person.ts";
import { drawn, found, settled } from "../components/drawn.ts";

const facts = alex();

const row = (name: string): ReadyRow => ({
  id: facts.id,
  alias: "slug:alex-example",
  name,
  headline: "Lighthouse keeper",
  tie: facts.tie,
  reasons: [{ code: "wrote-last", at: now - 92 * 86_400_000 }],
});

const overview = (parts: Partial<Overview>): Overview => ({
  owner: { name: "Sam Example" },
  people: 312,
  interactions: 4210,
  stale: [],
  staleCount: 0,
  coverage,
  ...parts,
});

async function popup(parts: Partial<Overview>): Promise<HTMLElement> {
  answerWith({ overview: () => overview(parts), personCard: () => facts });
  const place = drawn(<Popup now={now} />);
  await settled();
  return place;
}

beforeEach(() => {
  storedValues.clear();
  storedValues.set("mode", "badges");
});

test("people going stale are shown with one reason where nobody is suggested", async () => {
  const place = await popup({ stale: [row("Alex Example")], staleCount: 3 });
  const words = place.textContent ?? "";
  expect(words).toContain("3 people are overdue");
  expect(words).toContain("Lighthouse keeper");
  expect(words).toContain("You owe them a reply.");
  // One reason a row.
  expect(words).not.toContain("They wrote 3 months ago");
});

test("whose history it is and what it holds stand in the menu", async () => {
  const place = await popup({});
  found(place, "[name=menu]").click();
  await settled();
  const words = found(place, ".menu-foot").textContent;
  expect(words).toContain("312 people · 4,210 interactions");
  expect(words).toContain("Sam Example");
});

test("the menu pauses the reading where there is any, and says so at once", async () => {
  const place = await popup({});
  found(place, "[name=menu]").click();
  await settled();
  found(place, "[name=pauseHour]").click();
  await settled();
  const { since, until } = storedValues.get("pause") as { since: number; until: number };
  expect(until - since).toBe(3_600_000);
  expect(place.textContent).toContain("nothing is read until");
  found(place, "[name=menu]").click();
  await settled();
  expect(place.querySelector("[name=pauseHour]")).toBeNull();
});

test("a name opens the person's card", async () => {
  const place = await popup({ stale: [row("Alex Example")], staleCount: 1 });
  found(place, ".person-name").click();
  await settled();
  expect(found(place, "dialog h2").textContent).toBe("Alex Example");
  found(place, "dialog button").click();
  await settled();
  expect(place.querySelector("dialog")).toBeNull();
});

test("before the choice the only next step is to choose", async () => {
  storedValues.clear();
  const place = await popup({ people: 0 });
  expect(found<HTMLAnchorElement>(place, ".setup a").getAttribute("href")).toBe(
    "/src/welcome/index.html",
  );
});

test("an empty history says how it fills, by the mode chosen", async () => {
  const nothing = { people: 0, coverage: { archives: [] } };
  const browsing = (await popup(nothing)).textContent;
  storedValues.set("mode", "archive");
  const importing = (await popup(nothing)).textContent;
  expect(browsing).toContain("open a profile");
  expect(importing).not.toContain("open a profile");
  expect(importing).toContain("archive");
});

test("a history where nobody is late is not called empty", async () => {
  const place = await popup({});
  expect(place.textContent).toContain("Nobody is overdue");
  expect(found<HTMLInputElement>(place, "[name=search]").placeholder).toBe("Search 312 people");
});

const TROUBLES: readonly (readonly [Trouble, string])[] = [
  [{ code: "no-database" }, "private browsing"],
  [
    {
      code: "damaged",
      peopleBefore: 1204,
      peopleNow: 3,
      interactionsBefore: 9000,
      interactionsNow: 4,
    },
    "held 1,204 people, and now holds 3",
  ],
  [
    {
      code: "damaged",
      peopleBefore: 50,
      peopleNow: 50,
      interactionsBefore: 1609,
      interactionsNow: 1209,
    },
    "held 1,609 interactions, and now holds 1,209",
  ],
  [
    {
      code: "damaged",
      peopleBefore: 50,
      peopleNow: 50,
      interactionsBefore: 1609,
      interactionsNow: 1609,
    },
    "Part of your history is lost",
  ],
  [{ code: "unreadable", detail: "UnknownError" }, "UnknownError"],
  [{ code: "later-version" }, "later version of Tielight"],
  [{ code: "lost" }, "there may have been one"],
  [{ code: "full" }, "The disk is full"],
];

test.each(TROUBLES)(
  "the trouble %j is told instead of an empty history",
  async (trouble, words) => {
    const place = await popup({ people: 0, trouble });
    expect(found(place, "[role=alert]").textContent).toContain(words);
    expect(place.querySelector(".empty")).toBeNull();
  },
);

test.each([
  ["damaged", ["export-readable", "accept-damage", "start-anew"]],
  ["unreadable", ["export-readable", "start-anew"]],
  ["later-version", ["export-readable", "start-anew"]],
  ["lost", ["start-anew"]],
  ["full", []],
] as const)("from %s these ways lead on: %j", async (code, names) => {
  const trouble = { code, detail: "", peopleBefore: 2, peopleNow: 1 } as Trouble;
  const place = await popup({ people: 0, trouble });
  const notice = found(place, "[role=alert]");
  expect([...notice.querySelectorAll("button")].map(({ name }) => name)).toEqual(names);
  expect(notice.querySelector("a") !== null).toBe(names.length > 0);
});

test("starting anew is asked once more, and then the history is no trouble any more", async () => {
  const place = await popup({ people: 0, trouble: { code: "later-version" } });
  const started = vi.fn<() => void>();
  answerWith({ overview: () => overview({ people: 0 }), startAnew: started });
  found(place, "[name=start-anew]").click();
  await settled();
  expect(started).not.toHaveBeenCalled();
  found(place, "[name=start-anew-sure]").click();
  await settled();
  expect(started).toHaveBeenCalledOnce();
  expect(place.querySelector("[role=alert]")).toBeNull();
});

test("a disk that is full is said above the lists, which stay", async () => {
  const place = await popup({ isDiskFull: true, stale: [row("Alex Example")], staleCount: 1 });
  expect(found(place, "[role=alert]").textContent).toContain("The disk is full");
  expect(place.textContent).toContain("Lighthouse keeper");
});

test("a background that refuses is said, with a way to try again", async () => {
  answerWith({});
  const place = drawn(<Popup now={now} />);
  await settled();
  expect(found(place, "[role=alert]").textContent).toContain("overview");
  answerWith({ overview: () => overview({}) });
  found(place, "[role=alert] button").click();
  await settled();
  expect(place.querySelector("[role=alert]")).toBeNull();
});

test("the mode can be changed in the settings, and is kept", async () => {
  const place = await popup({});
  found(place, "[name=menu]").click();
  await settled();
  found(place, ".settings").click();
  await settled();
  const chosen = found<HTMLInputElement>(place, "input[name=mode]:checked");
  expect(chosen.value).toBe("badges");
  found(place, "input[name=mode][value=archive]").click();
  await settled();
  expect(storedValues.get("mode")).toBe("archive");
  expect(found<HTMLInputElement>(place, "input[name=mode]:checked").value).toBe("archive");
});

test("the look can be chosen, and chosen back", async () => {
  const place = await popup({});
  found(place, "[name=menu]").click();
  await settled();
  found(place, ".settings").click();
  await settled();
  found(place, "input[name=theme][value=dark]").click();
  await settled();
  expect([storedValues.get("theme"), document.documentElement.dataset["theme"]]).toEqual([
    "dark",
    "dark",
  ]);
  found(place, "input[name=theme][value=system]").click();
  await settled();
  expect([storedValues.has("theme"), document.documentElement.dataset["theme"]]).toEqual([
    false,
    undefined,
  ]);
});

test("when another account's history is shown instead, the card of the one before closes and its lists go", async () => {
  const place = await popup({ history: "history-a", stale: [row("Alex Example")], staleCount: 1 });
  found(place, ".person-name").click();
  await settled();
  expect(place.querySelector("dialog")).not.toBeNull();
  answerWith({
    overview: () => overview({ history: "history-b", stale: [row("Bea Example")], staleCount: 1 }),
    personCard: () => facts,
  });
  tellChange({ of: "history", name: "history-b", revision: 2 });
  await vi.waitFor(() => expect(place.querySelector("dialog")).toBeNull(), 10_000);
  expect(found(place, ".person-name").textContent).toBe("Bea Example");
});
