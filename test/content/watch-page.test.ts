// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.linkedin.com/" }
/**
 * What the script does on a page while it may: read, remember, draw, and follow what changes.
 */
import { answerWith } from "../words/extension-of-the-tests.ts";
import { badges, glimpse, NearWhenSaid, STYLES } from "./badges/page-of-badges.ts";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Alias } from "../../src/domain/person/person.ts";
import { Refusal } from "../../src/protocol/transport.ts";
import type { PersonSeen } from "../../src/domain/interactions/sighting.ts";
import type { ObservedSighting, Viewer } from "../../src/protocol/site-questions.ts";
import { type Watched, watchPage } from "../../src/content/watch-page.ts";
import expected from "../fixtures/pages/network/connections-sdui-2025.json";

const CONNECTIONS = readFileSync("test/fixtures/pages/network/connections-sdui-2025.xhtml", "utf8");
const ROWS = readFileSync(
  "test/fixtures/pages/messaging/message-list-window-ember-2026-04.xhtml",
  "utf8",
);
const SAM: Viewer = { aliases: ["slug:sam-example"], name: "Sam Example" };
const names = expected.people.map(({ name }) => name);

let certain: Viewer | undefined;
let compact = "3 mo";
let recorded: { readonly viewer: Viewer; readonly sightings: readonly ObservedSighting[] }[] = [];
let isRecording = true;
let refuses = false;
let asked = 0;
let hidden = false;
let ended = new AbortController();

const signedIn = vi.fn<(viewer: Viewer) => Viewer>((viewer) => viewer);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 29, 12) });
  vi.stubGlobal("requestIdleCallback", (call: IdleRequestCallback) =>
    setTimeout(() => call({ didTimeout: false, timeRemaining: () => 10 }), 5),
  );
  vi.spyOn(document, "hidden", "get").mockImplementation(() => hidden);
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  [certain, compact, recorded, isRecording, asked, hidden] = [SAM, "3 mo", [], true, 0, false];
  refuses = false;
  ended = new AbortController();
  signedIn.mockClear();
  answerWith({
    styles: () => STYLES,
    certainViewer: () => certain,
    reportReading: () => undefined,
    signedIn: (about) => signedIn(about as Viewer),
    peopleNamed(about) {
      const { names: asked } = about as { readonly names: readonly string[] };
      return asked.map((name) => ({ name, alias: `slug:${name.toLowerCase().replace(" ", "-")}` }));
    },
    glimpses(about) {
      asked += 1;
      const { people } = about as { readonly people: readonly PersonSeen[] };
      return people.map(({ name, aliases: [alias] }) => ({
        ...glimpse(alias as Alias, compact),
        label: `${name} ${compact}`,
      }));
    },
    record(about) {
      if (refuses) throw new Refusal("full");
      const parcel = about as (typeof recorded)[number];
      recorded.push(parcel);
      return isRecording ? parcel.sightings.map(({ id }) => id) : [];
    },
  });
});

afterEach(() => {
  ended.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function open(draw = true): Promise<Watched> {
  history.pushState(null, "", expected.url);
  const page = new DOMParser().parseFromString(CONNECTIONS, "application/xhtml+xml");
  document.documentElement.lang = "en";
  document.title = page.title;
  document.body.replaceChildren(
    ...[...page.body.childNodes].map((node) => document.importNode(node, true)),
  );
  document.body.dataset["rehydrated"] = "true";
  const watched = watchPage(
    document,
    { draw, showRails: false, noBadgesIn: [], opensBeside: false },
    ended.signal,
  );
  await vi.advanceTimersByTimeAsync(300);
  return watched;
}

async function near(): Promise<void> {
  NearWhenSaid.near();
  await vi.advanceTimersByTimeAsync(200);
}

const labels = (words: string) => names.map((name) => `${name} ${words}`);
const who = () =>
  recorded.flatMap(({ sightings }) => sightings.map(({ sighting }) => sighting.person.name));

test("everybody on the page is remembered once for the member signed in, and has a badge once near", async () => {
  await open();
  expect(badges()).toEqual([]);
  await near();
  expect(badges()).toEqual(labels("3 mo"));
  expect(new Set(who())).toEqual(new Set(names));
  expect(recorded.every(({ viewer }) => viewer.aliases === SAM.aliases)).toBe(true);
  const before = recorded.length;
  document.querySelector("main")?.append(document.createElement("p"));
  await vi.advanceTimersByTimeAsync(1000);
  expect(recorded).toHaveLength(before);
});

test("while it is not certain who is signed in nothing is remembered; what was read before is, once it is", async () => {
  certain = undefined;
  await open();
  await near();
  expect(recorded).toEqual([]);
  const bar = new DOMParser().parseFromString(
    `<div data-testid="primary-nav"><a href="/in/sam-example/"><img alt="">Sam Example</a></div>`,
    "text/html",
  );
  document.body.prepend(...bar.body.childNodes);
  await vi.advanceTimersByTimeAsync(2000);
  expect(signedIn).toHaveBeenCalledOnce();
  expect(new Set(who())).toEqual(new Set(names));
});

test("the member is neither remembered nor has a badge, also where the page drew one before it was known who that is", async () => {
  certain = undefined;
  await open();
  await near();
  expect(badges()).toHaveLength(3);
  const bar = new DOMParser().parseFromString(
    `<div data-testid="primary-nav"><a href="/in/otto-brandt/"><img alt="">Otto Brandt</a></div>`,
    "text/html",
  );
  document.body.prepend(...bar.body.childNodes);
  await vi.advanceTimersByTimeAsync(2000);
  expect(badges()).toHaveLength(2);
  expect(badges().join()).not.toContain("Otto");
  expect(who()).not.toContain("Otto Brandt");
});

test("without badges the page is read all the same, and nothing is asked about anybody", async () => {
  await open(false);
  await near();
  expect([asked, badges()]).toEqual([0, []]);
  expect(new Set(who())).toEqual(new Set(names));
});

test("what did not arrive is sent again half a minute later, until it has", async () => {
  isRecording = false;
  await open();
  const first = recorded.length;
  expect(first).toBeGreaterThan(0);
  isRecording = true;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(recorded.slice(first)).toEqual(recorded.slice(0, first));
  await vi.advanceTimersByTimeAsync(120_000);
  expect(recorded).toHaveLength(2 * first);
});

test("rows of conversations have badges also where what was observed beside them is refused", async () => {
  refuses = true;
  await open();
  const list = new DOMParser().parseFromString(ROWS, "application/xhtml+xml");
  document.body.append(...list.body.childNodes);
  await vi.advanceTimersByTimeAsync(300);
  await near();
  expect(recorded).toEqual([]);
  const rows = ["Oda Testmann 3 mo", "Ivo Sampleton 3 mo", "Third Testperson 3 mo"];
  expect(badges()).toEqual([...labels("3 mo"), ...rows]);
});

test("badges follow a change of the history; in a tab that nobody sees, when it is looked at", async () => {
  const watched = await open();
  await near();
  compact = "today";
  watched.refresh();
  await near();
  expect(badges()).toEqual(labels("today"));

  hidden = true;
  compact = "1 d";
  const before = asked;
  watched.refresh();
  await near();
  expect([asked, badges()]).toEqual([before, labels("today")]);
  hidden = false;
  document.dispatchEvent(new Event("visibilitychange"));
  await near();
  expect(badges()).toEqual(labels("1 d"));
  document.dispatchEvent(new Event("visibilitychange"));
  await near();
  expect(asked).toBe(before + 1);
});

test("badges of a page that stays open over midnight are of today", async () => {
  vi.setSystemTime(new Date(2026, 10, 29, 23, 58).getTime());
  await open();
  await near();
  compact = "yesterday";
  await vi.advanceTimersByTimeAsync(3 * 60_000);
  await near();
  expect(badges()).toEqual(labels("yesterday"));
});

test("a badge goes in the same moment as the name under it", async () => {
  await open();
  await near();
  const link = [...document.querySelectorAll("a")].find(
    ({ textContent }) => textContent === names[0],
  );
  link?.replaceChildren("Somebody Else");
  // Observers run before anything is painted.
  await Promise.resolve();
  expect(badges()).toEqual(labels("3 mo").slice(1));
});

test("at the end nothing is drawn, asked or sent any more", async () => {
  const watched = await open();
  await near();
  ended.abort();
  expect(badges()).toEqual([]);
  const before = [asked, recorded.length];
  watched.refresh();
  document.querySelector("main")?.append(document.createElement("p"));
  await vi.advanceTimersByTimeAsync(120_000);
  expect([asked, recorded.length]).toEqual(before);
});
