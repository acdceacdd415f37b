/** What is observed in a tab before any page of it says who is signed in: the first member's that is proved there, else asked, never lost. */
import { extension } from "../../words/extension-of-the-tests.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dropOldUnclaimed } from "../../../src/background/histories/unclaimed.ts";
import type { Overview } from "../../../src/protocol/views.ts";
import {
  keepEntry,
  openOwn,
  type OutboxEntry,
} from "../../../src/storage/database/own-database.ts";
import {
  answerOf,
  ask,
  beginAnew,
  history,
  other,
  seen,
  SITE,
  viewer,
} from "../started-background.ts";

const TAB = { ...SITE, tab: { id: 7 } };
const NEXT = { ...SITE, tab: { id: 8 } };
/** Tabs that are open. */
let open = new Set<number>();

beforeEach(async () => {
  open = new Set([7, 8]);
  Object.assign(extension.tabs, {
    get: async (id: number) => {
      if (!open.has(id)) throw new Error(`No tab with id: ${id}`);
      return { id };
    },
  });
  await beginAnew();
});
afterEach(() => vi.restoreAllMocks());

const overview = async () => (await answerOf(ask("overview"))) as Overview;
const observe = (sightings: readonly object[], tab: unknown = TAB) =>
  answerOf(ask("record", { sightings }, undefined, tab));
const signIn = (who: typeof viewer, tab: unknown = TAB) =>
  answerOf(ask("signedIn", { ...who, kinds: ["edit-links", "no-tie"] }, undefined, tab));
const peopleOf = async (who: typeof viewer): Promise<number | undefined> =>
  (
    (await answerOf(ask("heldHistories"))) as readonly {
      readonly owner: { readonly name?: string };
      readonly people?: number;
    }[]
  ).find(({ owner }) => owner.name === who.name)?.people;

/** A comment of one under what another wrote, as it is if the member is one of the two. */
function comment(member: string, about: string, direction: "in" | "out") {
  const { id, sighting } = seen(about, about);
  const interaction = { ...sighting.interaction, kind: "comment", direction };
  return { id, of: [`slug:${member}`], sighting: { ...sighting, interaction } };
}

test("it is acknowledged, waits without a history, and is that of the first member proved in its tab", async () => {
  expect(await observe([seen("alex-example", "Alex")])).toHaveLength(1);
  expect(await answerOf(ask("histories"))).toEqual([]);
  // Somebody else is proved in another tab.
  await signIn(other, NEXT);
  await answerOf(
    ask("record", { viewer: other, sightings: [seen("bea", "Bea")] }, undefined, NEXT),
  );
  expect(await peopleOf(other)).toBe(1);
  expect((await overview()).unclaimed).toBeUndefined();
  await signIn(viewer);
  await vi.waitFor(async () => expect(await peopleOf(viewer)).toBe(1));
  expect(await peopleOf(other)).toBe(1);
});

test("of what passed between two people it is the side of the member, and nothing of anybody else or the member alone", async () => {
  await observe([
    comment("sam-example", "alex-example", "out"),
    comment("alex-example", "sam-example", "in"),
    comment("bea-example", "cy-example", "out"),
    seen("sam-example", "Sam Example"),
  ]);
  await signIn(viewer);
  await vi.waitFor(async () => expect(await peopleOf(viewer)).toBe(1));
  const text = JSON.stringify(
    await answerOf(ask("exportPeople", { atMost: 100, interactions: true })),
  );
  expect(text).toContain("slug:alex-example");
  for (const nobody of ["bea-example", "cy-example"]) expect(text).not.toContain(nobody);
});

test.each([
  [
    "somebody signs out",
    (): Promise<unknown> => answerOf(ask("signedOut", undefined, undefined, TAB)),
  ],
  [
    "the tab is closed",
    async (): Promise<unknown> => {
      open.delete(7);
      return undefined;
    },
  ],
] as const)(
  "after %s the user is asked whose it is, and can give it to an account",
  async (_, end) => {
    const kim = await history(other, "bea-example", "Bea Example");
    await observe([seen("alex-example", "Alex"), seen("cy-example", "Cy")]);
    await end();
    await signIn(viewer, NEXT);
    expect((await overview()).unclaimed).toBe(2);
    expect(await ask("settleUnclaimed", { name: "history-none" })).toMatchObject({
      refused: "no-history",
    });
    await answerOf(ask("settleUnclaimed", { name: kim.name }));
    expect(await peopleOf(other)).toBe(3);
    expect((await overview()).unclaimed).toBeUndefined();
  },
);

test("it is thrown away when the user says so", async () => {
  await history(other, "bea-example", "Bea Example");
  await observe([seen("alex-example", "Alex")]);
  open.clear();
  expect((await overview()).unclaimed).toBe(1);
  await answerOf(ask("settleUnclaimed", {}));
  expect((await overview()).unclaimed).toBeUndefined();
  expect(await peopleOf(other)).toBe(1);
});

test("a tab of an earlier run of the browser is not the one that has its number now", async () => {
  await history(other, "bea-example", "Bea Example");
  await observe([seen("alex-example", "Alex")]);
  await extension.storage.session.remove();
  await (extension.storage.session as unknown as { clear: () => Promise<void> }).clear();
  vi.resetModules();
  await import("../../../src/background/index.ts");
  await signIn(other);
  expect((await overview()).unclaimed).toBe(1);
  expect(await peopleOf(other)).toBe(1);
});

test("in a container it is given to nobody who signs in outside of it", async () => {
  const work = { ...SITE, tab: { id: 8, cookieStoreId: "firefox-container-1" } };
  await observe([seen("alex-example", "Alex")], work);
  await answerOf(ask("signedOut", undefined, undefined, TAB));
  await signIn(viewer);
  expect(await answerOf(ask("histories"))).toEqual([]);
  await signIn(other, work);
  await vi.waitFor(async () => expect(await peopleOf(other)).toBe(1));
});

const waiting = async (): Promise<string> => {
  const own = await openOwn();
  const entries = await own.getAll("outbox");
  own.close();
  return JSON.stringify(entries);
};

test("after a deletion is done nothing of the person waits there either", async () => {
  const { name, id } = await history(other, "alex-example", "Alex Example");
  const named = seen("nobody", "Alex  Example");
  const mutual = seen("dee-example", "Dee");
  await observe([
    seen("alex-example", "Alex"),
    seen("bea-example", "Bea"),
    comment("alex-example", "cy-example", "out"),
    comment("cy-example", "alex-example", "out"),
    comment("cy-example", "eve-example", "out"),
    {
      ...named,
      sighting: {
        ...named.sighting,
        what: "named",
        person: { ...named.sighting.person, aliases: [] },
      },
    },
    {
      ...mutual,
      sighting: {
        ...mutual.sighting,
        person: { ...mutual.sighting.person, mutual: { named: ["slug:alex-example", "slug:fay"] } },
      },
    },
  ]);
  expect(await waiting()).toContain("alex-example");
  const own = await openOwn();
  const theirs = { viewer, sightings: [seen("alex-example", "Al").sighting] } as OutboxEntry;
  await keepEntry(own, theirs, 1e6, Date.now());
  const deletion = await answerOf(ask("deletePeople", { ids: [id] }, name));
  // As long as it can be undone, what waits stays.
  expect(await waiting()).toContain("bea-example");
  await answerOf(ask("finishDeletion", { id: (deletion as { id: string }).id }, name));
  // What another member observed is not touched.
  expect((await own.getAll("outbox")).filter((one) => one.viewer !== undefined)).toEqual([theirs]);
  for (const key of await own.getAllKeys("outbox"))
    if ((await own.get("outbox", key))?.viewer !== undefined) await own.delete("outbox", key);
  own.close();
  const text = await waiting();
  for (const gone of ["alex-example", "Alex"]) expect(text).not.toContain(gone);
  for (const left of ["bea-example", "dee-example", "eve-example", "slug:fay"])
    expect(text).toContain(left);
});

test("what nobody claimed for 30 days goes; what a known member observed waits on", async () => {
  const own = await openOwn();
  const entry = (slug: string) => ({ sightings: [seen(slug, slug).sighting] }) as OutboxEntry;
  const day = 86_400_000;
  const now = Date.UTC(2026, 10, 30);
  await keepEntry(own, entry("old"), 1e6, now - 31 * day);
  await keepEntry(own, { ...entry("theirs"), viewer: { aliases: [] } }, 1e6, now - 31 * day);
  await keepEntry(own, entry("young"), 1e6, now - 29 * day);
  own.close();
  await dropOldUnclaimed(now);
  const text = await waiting();
  expect(text).not.toContain("slug:old");
  for (const left of ["slug:theirs", "slug:young"]) expect(text).toContain(left);
});
