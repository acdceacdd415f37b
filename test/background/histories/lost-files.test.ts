/**
 * Files of the browser that are damaged, as measured: one that is broken keeps Firefox from listing any database, and in Chromium, where
 * all lie in the same files, nothing can be opened any more at all.
 */
import { extension, storedValues } from "../../words/extension-of-the-tests.ts";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Overview } from "../../../src/protocol/views.ts";
import type { Settings } from "../../../src/settings/settings.ts";
import { answerOf, ask, beginAnew, history, seen, SITE, viewer } from "../started-background.ts";

const broken = (): never => {
  throw new DOMException("Internal error opening backing store", "UnknownError");
};
const overview = async () => (await answerOf(ask("overview"))) as Overview;
const settings = async () => (await answerOf(ask("settings"))) as Settings;
const notice = (slug: string) =>
  answerOf(ask("record", { viewer, sightings: [seen(slug, slug)] }, undefined, SITE));
const signIn = () => answerOf(ask("signedIn", { ...viewer, kinds: ["menu"] }, undefined, SITE));

/** The background begins anew, as after a restart of the browser. */
async function restart(): Promise<void> {
  vi.resetModules();
  await import("../../../src/background/index.ts");
}

beforeEach(async () => {
  await beginAnew();
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await restart();
});

/** As in Firefox, whose `storage.local` the script on the site reaches. */
function asInFirefox(): void {
  const { setAccessLevel: _closing, ...local } = extension.storage.local as object & {
    readonly setAccessLevel?: unknown;
  };
  vi.spyOn(extension.storage, "local", "get").mockReturnValue(
    local as typeof extension.storage.local,
  );
}

test("where the browser can list no databases, histories are found by their remembered names", async () => {
  asInFirefox();
  await restart();
  await answerOf(ask("changeSettings", { mode: "badges" }));
  const { name } = await history(viewer, "alex-example", "Alex Example");
  // The list of histories is lost, too; and a page remembers a history that never was.
  await new Promise((resolve) => {
    indexedDB.deleteDatabase("tielight").onsuccess = resolve;
  });
  const forged = "history-00000000-0000-4000-8000-000000000000";
  await extension.storage.local.set({ held: [forged, name] });
  vi.spyOn(indexedDB, "databases").mockRejectedValue(new DOMException("", "UnknownError"));
  await restart();
  expect(await overview()).toMatchObject({
    history: name,
    people: 1,
    owner: { name: viewer.name },
  });
  expect((await answerOf(ask("histories"))) as readonly unknown[]).toHaveLength(1);
  vi.restoreAllMocks();
  expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(forged);
});

test("where Chromium lists nothing until a database is opened, a history is found by its witness, with its owner", async () => {
  await answerOf(ask("changeSettings", { mode: "badges" }));
  const { name } = await history(viewer, "alex-example", "Alex Example");
  await new Promise((resolve) => {
    indexedDB.deleteDatabase("tielight").onsuccess = resolve;
  });
  // Its file CURRENT is missing (measured in 156).
  vi.spyOn(indexedDB, "databases").mockResolvedValue([]);
  await restart();
  expect(await overview()).toMatchObject({
    history: name,
    people: 1,
    owner: { name: viewer.name },
  });
});

test("in Chrome the choice how far Tielight may go outlives the database that it lies in", async () => {
  await answerOf(ask("changeSettings", { mode: "popup", showRails: true }));
  vi.spyOn(indexedDB, "open").mockImplementation(broken);
  vi.spyOn(indexedDB, "databases").mockRejectedValue(new DOMException("", "UnknownError"));
  await restart();
  expect(await settings()).toMatchObject({ mode: "popup", showRails: true });
  vi.restoreAllMocks();
});

test("a database of what belongs to no history that cannot be opened is made anew, and the histories are there", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  const { open } = IDBFactory.prototype;
  let isBroken = true;
  vi.spyOn(indexedDB, "open").mockImplementation((...asked) =>
    asked[0] === "tielight" && isBroken ? broken() : open.apply(indexedDB, asked),
  );
  vi.spyOn(indexedDB, "deleteDatabase").mockImplementation((...asked) => {
    isBroken = false;
    return IDBFactory.prototype.deleteDatabase.apply(indexedDB, asked);
  });
  await restart();
  expect(await overview()).toMatchObject({ history: name, people: 1 });
  await answerOf(ask("changeSettings", { hidden: true }));
  expect(await settings()).toMatchObject({ mode: "badges", hidden: true });
});

/** From now on nothing can be opened in the usual place; another one is empty, and there. */
async function loseThePlace(): Promise<Map<string, IDBFactory>> {
  const places = new Map<string, IDBFactory>();
  vi.stubGlobal("navigator", {
    storageBuckets: {
      open: async (name: string) => {
        const place = places.get(name) ?? new IDBFactory();
        places.set(name, place);
        return { indexedDB: place };
      },
      delete: async (name: string) => places.delete(name),
    },
  });
  vi.spyOn(indexedDB, "open").mockImplementation(broken);
  vi.spyOn(indexedDB, "databases").mockRejectedValue(new DOMException("", "UnknownError"));
  vi.spyOn(indexedDB, "deleteDatabase").mockImplementation(broken);
  await restart();
  return places;
}

test("where nothing can be opened any more the user starts anew in another place, which is used from then on", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  const places = await loseThePlace();
  expect(await overview()).toMatchObject({ history: name, trouble: { code: "unreadable" } });
  expect(await settings()).toMatchObject({ mode: "badges" });
  expect(places.size).toBe(0);
  expect(
    await ask("record", { viewer, sightings: [seen("bea-example", "Bea")] }, undefined, SITE),
  ).toHaveProperty("refused");

  await answerOf(ask("startAnew", undefined, name));
  expect(places.size).toBe(1);
  expect((await overview()).trouble).toBeUndefined();
  await signIn();
  expect(await notice("bea-example")).toHaveLength(1);
  expect(await overview()).toMatchObject({ people: 1, owner: { name: viewer.name } });
  await restart();
  expect(await overview()).toMatchObject({ people: 1, owner: { name: viewer.name } });
  expect(await settings()).toMatchObject({ mode: "badges" });

  await answerOf(ask("eraseEverything"));
  await answerOf(ask("changeSettings", { mode: "badges" }));
  expect([...places.keys()]).toEqual([storedValues.get("place")]);
  expect((await overview()).people).toBe(0);
});

test("what was left behind in the usual place is erased, too, where it can be opened again", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  const places = await loseThePlace();
  await answerOf(ask("startAnew", undefined, name));
  await signIn();
  await notice("bea-example");
  // Another version of the browser reads the files again.
  vi.restoreAllMocks();
  await answerOf(ask("eraseEverything"));
  expect(places.size).toBe(0);
  expect(storedValues.has("place")).toBe(false);
  expect(await indexedDB.databases()).toEqual([]);
});

test("a backup is restored in another place, too", async () => {
  await history(viewer, "alex-example", "Alex Example");
  await loseThePlace();
  const head = {
    format: "tielight-history",
    version: 1,
    exportedAt: 1,
    owner: { aliases: viewer.aliases, name: viewer.name },
  };
  const { id } = (await answerOf(ask("beginRestore", head))) as { readonly id: string };
  await answerOf(ask("stageRestore", { id, part: 0, records: [] }));
  const { revision } = (await answerOf(ask("previewRestore", { id }))) as {
    readonly revision: number;
  };
  await answerOf(ask("commitRestore", { id, revision }));
  const now = await overview();
  expect([now.trouble, now.owner?.name]).toEqual([undefined, viewer.name]);
  expect(await notice("bea-example")).toHaveLength(1);
  expect((await overview()).people).toBe(1);
});

test("where one history alone cannot be opened, the place stays", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  const { open } = IDBFactory.prototype;
  vi.spyOn(indexedDB, "open").mockImplementation((...asked) =>
    asked[0] === name ? broken() : open.apply(indexedDB, asked),
  );
  vi.stubGlobal("navigator", { storageBuckets: { open: broken, delete: broken } });
  await restart();
  expect((await overview()).trouble).toMatchObject({ code: "unreadable" });
  await answerOf(ask("startAnew", undefined, name));
  expect(storedValues.has("place")).toBe(false);
  expect((await overview()).trouble).toBeUndefined();
});

test("where nothing can be opened because there is no room left, that is a full disk, and the place stays", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  const places = await loseThePlace();
  Object.assign(navigator, { storage: { estimate: async () => ({ quota: 5, usage: 5 }) } });
  expect(await overview()).toMatchObject({ history: name, trouble: { code: "full" } });
  expect(places.size).toBe(0);
  expect(storedValues.has("place")).toBe(false);
});
