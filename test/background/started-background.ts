/**
 * The background, started with a stand-in for the browser, and what pages and the site ask it.
 */
import "fake-indexeddb/auto";
import { vi } from "vitest";
import { extension, storedValues } from "../words/extension-of-the-tests.ts";
import type { PersonId } from "../../src/domain/person/person.ts";
import type { Reply } from "../../src/protocol/transport.ts";

type Listener = (
  message: unknown,
  sender: unknown,
  respond: (reply: Reply | undefined) => void,
) => true;

let listener: Listener | undefined;

/** What the background answers to any message. */
export const heard = (message: unknown, sender: unknown): Promise<Reply | undefined> =>
  new Promise((resolve) => listener?.(message, sender, resolve));

const nothing = { addListener: () => {} };

const alarmListeners: ((alarm: { readonly name: string }) => void)[] = [];
const startListeners: (() => void)[] = [];

/** An alarm rings. */
export const ring = (name: string): void => {
  for (const hear of alarmListeners) hear({ name });
};

/** The browser is started anew. */
export const startBrowser = (): void => {
  for (const hear of startListeners) hear();
};

// What the background listens to when it begins.
Object.assign(extension, {
  runtime: {
    ...extension.runtime,
    getURL: (path: string) => `extension://tests/${path}`,
    onMessage: { addListener: (one: Listener) => (listener = one) },
    onStartup: { addListener: (one: () => void) => startListeners.push(one) },
    onInstalled: nothing,
  },
  alarms: {
    onAlarm: { addListener: (one: (typeof alarmListeners)[number]) => alarmListeners.push(one) },
    create: () => {},
    clear: async () => true,
    clearAll: async () => true,
  },
  action: { setBadgeText: async () => {} },
  tabs: { create: async () => ({}), query: async () => [] },
});
// As in Chrome, which can close them to the script on the site.
Object.assign(extension.storage.local, {
  setAccessLevel: async () => {},
  get: async (key: string | null) =>
    key === null
      ? Object.fromEntries(storedValues)
      : storedValues.has(key)
        ? { [key]: storedValues.get(key) }
        : {},
  clear: async () => storedValues.clear(),
});
const inSession = new Map<string, unknown>();
Object.assign(extension.storage.session, {
  setAccessLevel: async () => {},
  get: async (key: string) => (inSession.has(key) ? { [key]: inSession.get(key) } : {}),
  set: async (values: object) => {
    for (const [key, value] of Object.entries(values)) inSession.set(key, value);
  },
  remove: async (key: string) => void inSession.delete(key),
  clear: async () => inSession.clear(),
});

/** The browser is closed: what was in its memory alone is gone. */
export const closeBrowser = (): void => inSession.clear();

/** One of our own pages, as the browser names it. */
export const PAGE = { id: "tests", url: "extension://tests/src/popup/index.html" };
/** The script on the site, as the browser names it. */
export const SITE = { id: "tests", url: "https://www.linkedin.com/feed/", tab: { id: 1 } };

await import("../../src/background/index.ts");

/** The background ends, and another begins with what is on the disk. */
export async function restartBackground(): Promise<void> {
  vi.resetModules();
  await import("../../src/background/index.ts");
}

/** Asks, as a page of ours unless another sender is given. */
export async function ask(
  question: string,
  about?: unknown,
  history?: string,
  sender: unknown = PAGE,
): Promise<Reply> {
  const reply = await heard({ ask: question, about, history }, sender);
  if (reply === undefined) throw new Error("Nobody answers");
  return reply;
}

/** Nothing is kept but these settings, and the mode in which badges are drawn. */
export async function beginAnew(settings: object = {}): Promise<void> {
  await answerOf(ask("eraseEverything"));
  await answerOf(ask("changeSettings", { mode: "badges", ...settings }));
}

/** The answer; a refusal is an error. */
export const answerOf = async (reply: Promise<Reply>): Promise<unknown> => {
  const given = await reply;
  if ("refused" in given) throw new Error(`${given.refused}: ${given.detail}`);
  return given.answer;
};

/** Two members. */
export const viewer = { aliases: ["slug:sam-example"], name: "Sam Example" };
export const other = { aliases: ["slug:kim-example"], name: "Kim Example" };

let id = 0;
/** A message from somebody, as a page shows it. */
export const seen = (slug: string, name: string) => ({
  id: `s${(id += 1)}`,
  sighting: {
    what: "interaction",
    person: { aliases: [`slug:${slug}`], name, at: Date.UTC(2026, 4, 1) },
    interaction: {
      kind: "message",
      direction: "in",
      from: Date.UTC(2026, 3, 1 + id),
      to: Date.UTC(2026, 3, 1 + id),
      sources: ["page"],
    },
  },
});

/** Begins the history of a member with one person, and answers its name and the handle of the person. */
export async function history(
  of: typeof viewer,
  slug: string,
  name: string,
): Promise<{ readonly name: string; readonly id: PersonId }> {
  await answerOf(ask("signedIn", { ...of, kinds: ["edit-links", "no-tie"] }, undefined, SITE));
  await answerOf(ask("record", { viewer: of, sightings: [seen(slug, name)] }, undefined, SITE));
  const reply = await ask("overview");
  if (!("answered" in reply) || reply.history === undefined) throw new Error("No history");
  const found = (await answerOf(
    ask("people", {
      text: name,
      late: false,
      bands: [],
      twoWay: false,
      order: "name",
      start: 0,
      atMost: 10,
    }),
  )) as { readonly rows: readonly { readonly id: PersonId; readonly name: string }[] };
  // A search also finds others: Alex for Alexandra.
  const row = found.rows.find((one) => one.name === name);
  if (row === undefined) throw new Error("Nobody was recorded");
  return { name: reply.history, id: row.id };
}
