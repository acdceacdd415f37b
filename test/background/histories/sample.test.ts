/** Invented people are a history of their own, that is never exported, counted or joined. */
import { extension } from "../../words/extension-of-the-tests.ts";
import { beforeEach, expect, test, vi } from "vitest";
import { enrol, showHistory } from "../../../src/background/histories/histories.ts";
import type { KeptHistory, Overview } from "../../../src/protocol/views.ts";
import { SAMPLE_SIZE } from "../../../src/sample/sample-people.ts";
import { showSample } from "../../../src/sample/show-sample.ts";
import { answerOf, ask, beginAnew, history, seen, SITE, viewer } from "../started-background.ts";

const SAMPLE = "history-00000000-0000-4000-8000-000000000001";

beforeEach(async () => {
  await beginAnew();
  await enrol(SAMPLE, { aliases: [], name: "Sample" }, "sample");
  await showHistory(SAMPLE);
});

const overview = async () => (await answerOf(ask("overview"))) as Overview;

/** The questions of a page, put to the background. */
const asked = new Proxy({} as Parameters<typeof showSample>[0], {
  get: (_, question) => (about: unknown) => answerOf(ask(String(question), about)),
});

test("they come in with one click, beside the history of the member, and are gone with another", async () => {
  await answerOf(ask("removeHistory", { name: SAMPLE }));
  const { name } = await history(viewer, "alex-example", "Alex Example");
  await showSample(asked, Date.now());
  const { people, history: shown } = await overview();
  expect([people, shown === name]).toEqual([SAMPLE_SIZE, false]);
  const all = (await answerOf(ask("histories"))) as readonly KeptHistory[];
  expect(all.map(({ aside }) => aside)).toEqual([undefined, "sample"]);
  // Who is signed in stays signed in, and a second click makes no second ones.
  expect(await answerOf(ask("certainViewer", undefined, undefined, SITE))).toMatchObject(viewer);
  await answerOf(ask("showHistory", { name }));
  await showSample(asked, Date.now());
  expect((await overview()).history).toBe(shown);
  await answerOf(ask("removeHistory", { name: shown }));
  expect(await overview()).toMatchObject({ history: name, people: 1 });
});

test("trying them leaves a first import alone that is staged elsewhere, and one that fails leaves nothing", async () => {
  await answerOf(ask("removeHistory", { name: SAMPLE }));
  const id = "00000000-0000-4000-8000-000000000016";
  const head = { id, at: 1, madeAt: 1, coverage: [], circles: [], files: [] };
  const { history: own } = (await answerOf(ask("beginImport", { head }))) as {
    readonly history: string;
  };
  const part = { part: 0, subjects: [], bodies: [], links: [] };
  await answerOf(ask("stageImport", { history: own, id, part }));
  vi.spyOn(console, "error").mockImplementation(() => {});
  await expect(
    showSample(
      new Proxy(asked, {
        get: (_, question) => (about: object) =>
          answerOf(
            ask(String(question), question === "commitSample" ? { ...about, revision: 99 } : about),
          ),
      }),
      Date.now(),
    ),
  ).rejects.toThrow("history-moved");
  const histories = (await indexedDB.databases()).filter(({ name }) => name?.startsWith("history"));
  expect(histories.map(({ name }) => name)).toEqual([own]);
  await showSample(asked, Date.now());
  const staged = { history: own, id, parts: 1, owner: { aliases: ["slug:me-example"] }, named: [] };
  const { revision } = (await answerOf(ask("previewImport", staged))) as {
    readonly revision: number;
  };
  await answerOf(ask("commitImport", { ...staged, revision }));
  expect(await answerOf(ask("histories"))).toHaveLength(2);
});

test("they are shown when the user wants to see them, and until then a member's history is", async () => {
  expect((await overview()).history).toBe(SAMPLE);
  const { name } = await history(viewer, "alex-example", "Alex Example");
  expect(name).not.toBe(SAMPLE);
  await answerOf(ask("showHistory", { name: SAMPLE }));
  expect((await overview()).history).toBe(SAMPLE);
});

test("they are not exported, in no form", async () => {
  for (const [question, about] of [
    ["exportHead", undefined],
    ["exportRecords", { after: undefined, atMost: 10, erased: false }],
    ["exportPeople", { after: undefined, atMost: 10, interactions: false }],
    ["exportChosen", { ids: [], interactions: false }],
  ] as const)
    expect(await ask(question, about, SAMPLE)).toMatchObject({ refused: "sample-history" });
});

test("they are joined with no history, in neither direction", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  for (const about of [
    { from: SAMPLE, into: name },
    { from: name, into: SAMPLE },
  ])
    expect(await ask("joinHistories", about)).toMatchObject({ refused: "sample-history" });
  expect(((await answerOf(ask("histories"))) as readonly unknown[]).length).toBe(2);
});

test("nothing that a page shows, no archive and no backup goes to them, and they make nobody doubtful", async () => {
  expect(await answerOf(ask("importTargets"))).toEqual([]);
  await answerOf(ask("signedIn", { ...viewer, kinds: ["menu"] }, undefined, SITE));
  const sightings = [seen("alex-example", "Alex Example")];
  await answerOf(ask("record", { viewer, sightings }, undefined, SITE));
  const own = await overview();
  expect([own.history === SAMPLE, own.people]).toEqual([false, 1]);
  await answerOf(ask("showHistory", { name: SAMPLE }));
  expect((await overview()).people).toBe(0);
  // Badges on the site are of the member's history.
  const seenAs = { aliases: ["slug:alex-example"], name: "Alex Example", at: 1 };
  const glimpses = { people: [seenAs], viewer: undefined };
  expect(await answerOf(ask("glimpses", glimpses, undefined, SITE))).toHaveLength(1);
});

test("the number on the toolbar icon does not count them", async () => {
  const setBadgeText = vi.fn<(of: { readonly text: string }) => Promise<void>>(async () => {});
  const clear = vi.fn<() => Promise<boolean>>(async () => true);
  Object.assign(extension, {
    action: { setBadgeText },
    alarms: { ...Object(Object(extension)["alarms"]), clear },
  });
  await answerOf(ask("changeSettings", { preferences: { perWeek: 4, toolbarNumber: true } }));
  expect(setBadgeText.mock.calls.at(-1)).toEqual([{ text: "" }]);
  expect(clear).toHaveBeenCalledOnce();
});

test("what they are is known to their database too, so that a list that was lost changes nothing", async () => {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(SAMPLE);
    request.addEventListener("success", () => resolve(request.result));
  });
  const owner = await new Promise((resolve) => {
    const request = database.transaction("about").objectStore("about").get("owner");
    request.addEventListener("success", () => resolve(request.result));
  });
  database.close();
  expect(owner).toMatchObject({ aside: "sample" });
});
