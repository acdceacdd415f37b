/** Two members at once, each in a container of Firefox: what each tab shows and notices is of the member signed in there. */
import { beforeEach, expect, test, vi } from "vitest";
import { extension } from "../../words/extension-of-the-tests.ts";
import type { Overview } from "../../../src/protocol/views.ts";
import { answerOf, ask, beginAnew, other, seen, SITE, viewer } from "../started-background.ts";

const HOME = { ...SITE, tab: { id: 1, cookieStoreId: "firefox-default" } };
const WORK = { ...SITE, tab: { id: 2, cookieStoreId: "firefox-container-1" } };

beforeEach(async () => {
  await beginAnew();
  vi.spyOn(console, "error").mockImplementation(() => {});
});

const signIn = (who: typeof viewer, tab: unknown) =>
  answerOf(ask("signedIn", { ...who, kinds: ["menu"] }, undefined, tab));
const member = (tab: unknown) => answerOf(ask("certainViewer", undefined, undefined, tab));
const notice = (who: typeof viewer, slug: string, tab: unknown) =>
  answerOf(ask("record", { viewer: who, sightings: [seen(slug, slug)] }, undefined, tab));
/** Whether somebody has a badge in a tab that does not say who is signed in. */
const isKnown = async (slug: string, tab: unknown): Promise<boolean> => {
  const people = [{ aliases: [`slug:${slug}`], name: slug, at: 1 }];
  const found = await answerOf(ask("glimpses", { people, viewer: undefined }, undefined, tab));
  return (found as readonly unknown[]).length === 1;
};

test("each tab has the member signed in there, on one kind of proof, and neither changes the other", async () => {
  await signIn(viewer, HOME);
  expect(await member(WORK)).toBeUndefined();
  await signIn(other, WORK);
  expect(await member(HOME)).toMatchObject(viewer);
  expect(await member(WORK)).toMatchObject(other);
  // In one session somebody else still needs several kinds.
  expect(await signIn(other, HOME)).toBeUndefined();
  expect(await member(HOME)).toMatchObject(viewer);
});

test("what is observed goes to the member of the tab, and badges are of that history alone", async () => {
  await signIn(viewer, HOME);
  await notice(viewer, "alex-example", HOME);
  await signIn(other, WORK);
  await notice(other, "bea-example", WORK);
  await notice(viewer, "cy-example", HOME);
  const held = (await answerOf(ask("heldHistories"))) as readonly {
    readonly owner: { readonly name?: string };
    readonly people?: number;
    readonly signedIn: boolean;
  }[];
  expect(
    new Set(held.map(({ owner, people, signedIn }) => `${owner.name} ${people} ${signedIn}`)),
  ).toEqual(new Set(["Kim Example 1 true", "Sam Example 2 true"]));
  expect(await Promise.all([isKnown("alex-example", HOME), isKnown("alex-example", WORK)])).toEqual(
    [true, false],
  );
  expect(await Promise.all([isKnown("bea-example", HOME), isKnown("bea-example", WORK)])).toEqual([
    false,
    true,
  ]);
});

test("what one notices before it is certain who they are begins a history in their own session alone", async () => {
  await signIn(viewer, HOME);
  await notice(other, "bea-example", WORK);
  expect((await answerOf(ask("histories"))) as readonly unknown[]).toHaveLength(0);
  await signIn(other, WORK);
  await vi.waitFor(async () =>
    expect((await answerOf(ask("overview"))) as Overview).toMatchObject({
      people: 1,
      owner: { name: other.name },
    }),
  );
  expect(await member(HOME)).toMatchObject(viewer);
});

test("the toolbar popup opens on the history of the tab in front, and stays on the one that the user chooses then", async () => {
  await signIn(viewer, HOME);
  await notice(viewer, "alex-example", HOME);
  await signIn(other, WORK);
  await notice(other, "bea-example", WORK);
  const shownWith = async (tabs: readonly unknown[], named?: string) => {
    const query = vi.spyOn(extension.tabs, "query").mockResolvedValue(tabs);
    const { owner, history } = (await answerOf(ask("overview", undefined, named))) as Overview;
    query.mockRestore();
    return { name: owner?.name, history };
  };
  expect(await shownWith([HOME.tab])).toMatchObject({ name: viewer.name });
  const { name, history } = await shownWith([WORK.tab]);
  expect(name).toBe(other.name);
  // No page of the site is in front.
  expect(await shownWith([])).toMatchObject({ name: other.name });
  expect(await shownWith([HOME.tab], history)).toMatchObject({ name: other.name });
  expect(await shownWith([HOME.tab])).toMatchObject({ name: viewer.name });
});

test("somebody without a history who signs in in a container changes nothing about what our pages show", async () => {
  await signIn(viewer, HOME);
  await notice(viewer, "alex-example", HOME);
  await signIn(other, WORK);
  await notice(other, "bea-example", WORK);
  expect(await answerOf(ask("overview", undefined, "any"))).toMatchObject({
    owner: { name: viewer.name },
  });
  const third = { aliases: ["slug:jo-example"], name: "Jo Example" };
  await signIn(third, { ...SITE, tab: { id: 3, cookieStoreId: "firefox-container-2" } });
  expect(await answerOf(ask("overview", undefined, "any"))).toMatchObject({
    owner: { name: viewer.name },
  });
});

test("signing out in one container leaves the other signed in", async () => {
  await signIn(viewer, HOME);
  await signIn(other, WORK);
  await answerOf(ask("signedOut", undefined, undefined, WORK));
  expect(await member(WORK)).toBeUndefined();
  expect(await member(HOME)).toMatchObject(viewer);
});

test("a removed history is in use in no session", async () => {
  await signIn(viewer, HOME);
  await notice(viewer, "alex-example", HOME);
  await signIn(other, WORK);
  await notice(other, "bea-example", WORK);
  const histories = (await answerOf(ask("histories"))) as readonly {
    readonly name: string;
    readonly owner: { readonly name?: string };
  }[];
  const kim = histories.find(({ owner }) => owner.name === other.name);
  await answerOf(ask("removeHistory", { name: kim?.name }));
  expect(await member(WORK)).toBeUndefined();
  expect(await member(HOME)).toMatchObject(viewer);
});
