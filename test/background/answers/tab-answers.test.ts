import { extension } from "../../words/extension-of-the-tests.ts";
import { beforeEach, expect, test } from "vitest";
import { tellChange, watchChanges } from "../../../src/protocol/changes.ts";
import { WHAT_IS_SHOWN } from "../../../src/protocol/transport.ts";
import { answerOf, ask, beginAnew, history, other, SITE, viewer } from "../started-background.ts";

/** What the script says in each tab; a tab without one answers nobody. */
const said = new Map<number, unknown>();

Object.assign(extension.tabs, {
  get: async (id: number) => ({ id }),
  sendMessage: async (tab: number, message: unknown, to?: { readonly frameId?: number }) => {
    if (!said.has(tab)) throw new Error("Could not establish connection");
    const isAsked = JSON.stringify(message) === JSON.stringify({ tell: WHAT_IS_SHOWN });
    return isAsked && to?.frameId === 0 ? said.get(tab) : undefined;
  },
});

const topic = (tabId: number) => answerOf(ask("topic", { tabId }));

beforeEach(async () => {
  said.clear();
  await beginAnew();
});

test("a tab is about the person whose profile the script in it says, or about nobody known", async () => {
  const { id } = await history(viewer, "alex-example", "Alex Example");
  said.set(1, { viewer, alias: "slug:alex-example" });
  said.set(2, { viewer, alias: "slug:bea-example" });
  said.set(3, { viewer, company: "Tin Whistle" });
  said.set(4, { viewer });
  said.set(6, { notRead: true });
  expect(await Promise.all([1, 2, 3, 4, 5, 6].map(topic))).toEqual([
    { what: "person", id },
    { what: "nobody-known" },
    { what: "company", name: "Tin Whistle" },
    { what: "nothing" },
    { what: "nothing" },
    { what: "not-read" },
  ]);
});

test("what a page's process makes up is nothing", async () => {
  await history(viewer, "alex-example", "Alex Example");
  const made = [
    "slug:alex-example",
    { alias: "alex-example" },
    { company: "" },
    { company: "x".repeat(501) },
    { alias: "slug:alex-example", more: 1 },
  ];
  for (const [at, answer] of made.entries()) said.set(at, answer);
  for (const at of made.keys()) expect(await topic(at)).toEqual({ what: "nothing" });
});

test("a page of another member is about nothing in the history that is shown", async () => {
  const sam = await history(viewer, "alex-example", "Alex Example");
  await history(other, "bea-example", "Bea Example");
  await answerOf(ask("showHistory", { name: sam.name }));
  said.set(1, { viewer: other, alias: "slug:bea-example" });
  said.set(2, { viewer, alias: "slug:alex-example" });
  expect(await topic(1)).toEqual({ what: "nothing" });
  expect(await topic(2)).toMatchObject({ what: "person" });
});

test("a page that turned to somebody else is heard of by the panel, with the tab it is in", async () => {
  const heard: unknown[] = [];
  const gone = new AbortController();
  watchChanges((change) => heard.push(change), gone.signal);
  await answerOf(ask("turned", undefined, undefined, SITE));
  tellChange({ of: "value", key: "last" });
  while (!JSON.stringify(heard).includes("last")) await new Promise((go) => setTimeout(go, 5));
  gone.abort();
  expect(heard).toContainEqual({ of: "tab", tabId: 1 });
});

test("whom one knows at a company are those one is connected or was in touch with, by any spelling of its name", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  const at = Date.UTC(2026, 4, 2);
  const about = (what: string, slug: string, company: string) => ({
    id: slug,
    sighting: {
      what,
      person: { aliases: [`slug:${slug}`], name: `${slug} of the test`, company, at },
    },
  });
  const sightings = [
    about("visit", "alex-example", "Tin Whistle GmbH"),
    about("visit", "bea-example", "Tin Whistle"),
  ];
  await answerOf(ask("record", { viewer, sightings }, undefined, SITE));
  const there = async (known: boolean) => {
    const asked = { text: "", late: false, bands: [], twoWay: false, order: "strength", start: 0 };
    const found = await answerOf(
      ask("people", { ...asked, atMost: 10, company: "Tin Whistle", known }, name),
    );
    const { rows } = found as { readonly rows: readonly { readonly alias: string }[] };
    return rows.map(({ alias }) => alias);
  };
  expect(await there(false)).toEqual(["slug:alex-example", "slug:bea-example"]);
  expect(await there(true)).toEqual(["slug:alex-example"]);
});
