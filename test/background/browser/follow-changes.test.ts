import { extension } from "../../words/extension-of-the-tests.ts";
import { beforeEach, expect, test } from "vitest";
import { HISTORY_CHANGED, PERMISSION_CHANGED } from "../../../src/protocol/transport.ts";
import { answerOf, ask, beginAnew, history, seen, SITE, viewer } from "../started-background.ts";

const TABS = [1, 2];
let told: { readonly tab: number; readonly tell: string }[] = [];

Object.assign(extension.tabs, {
  query: async () => TABS.map((id) => ({ id })),
  sendMessage: async (tab: number, { tell }: { readonly tell: string }) => {
    told.push({ tab, tell });
  },
});

/** Longer than a burst. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 400));
/** What each tab was told, the first time. */
const toldTo = (tell: string): readonly number[] =>
  told.filter((one) => one.tell === tell).map(({ tab }) => tab);

beforeEach(async () => {
  await beginAnew();
  await quiet();
  told = [];
});

test("every tab of the site hears of what our pages change about a person, once for each burst", async () => {
  const { name, id } = await history(viewer, "alex-example", "Alex Example");
  await quiet();
  told = [];
  for (const made of [
    { notes: { n1: "Sails." } },
    { tags: { sailing: true } },
    { choices: { inTouchElsewhere: { value: 1 } } },
  ])
    await answerOf(ask("choose", { id, made }, name));
  await quiet();
  expect([...new Set(toldTo(HISTORY_CHANGED))]).toEqual(TABS);
  expect(toldTo(HISTORY_CHANGED).length).toBeLessThanOrEqual(3 * TABS.length);
  told = [];
  await answerOf(ask("deletePeople", { ids: [id] }, name));
  await quiet();
  expect(toldTo(HISTORY_CHANGED)).toEqual(TABS);
  expect(toldTo(PERMISSION_CHANGED)).toEqual([]);
});

test("what a page of the site observed reaches the other tabs; what was known already reaches nobody", async () => {
  await history(viewer, "alex-example", "Alex Example");
  await quiet();
  told = [];
  const sightings = [seen("bea-example", "Bea Example")];
  await answerOf(ask("record", { viewer, sightings }, undefined, SITE));
  await quiet();
  expect(toldTo(HISTORY_CHANGED)).toEqual(TABS);
  told = [];
  await answerOf(ask("record", { viewer, sightings }, undefined, SITE));
  await quiet();
  expect(told).toEqual([]);
});

test.each([
  ["badges are hidden", () => ask("changeSettings", { hidden: true })],
  ["everything is erased", () => ask("eraseEverything")],
] as const)("tabs hear how far the script may go after %s", async (_what, act) => {
  await answerOf(act());
  await quiet();
  expect(toldTo(PERMISSION_CHANGED)).toEqual(TABS);
});

test("tabs that are open follow settings that came back with a backup", async () => {
  const owner = { aliases: viewer.aliases, name: viewer.name };
  const head = { format: "tielight-history", version: 1, exportedAt: 1, owner };
  const { id } = (await answerOf(ask("beginRestore", head))) as { readonly id: string };
  const settings = { showRails: true };
  const records = [{ kind: "settings", settings }];
  await answerOf(ask("stageRestore", { id, part: 0, records }));
  const { revision } = (await answerOf(ask("previewRestore", { id }))) as {
    readonly revision: number;
  };
  await answerOf(ask("commitRestore", { id, revision }));
  await quiet();
  expect(await answerOf(ask("permission", undefined, undefined, SITE))).toMatchObject({
    showRails: true,
  });
  expect(toldTo(PERMISSION_CHANGED)).toEqual(TABS);
  expect(toldTo(HISTORY_CHANGED)).toEqual(TABS);
});
