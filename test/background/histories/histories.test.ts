import { storedValues } from "../../words/extension-of-the-tests.ts";
import { beforeEach, expect, test, vi } from "vitest";
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

beforeEach(async () => {
  await beginAnew();
  vi.spyOn(console, "error").mockImplementation(() => {});
});

/** Kinds of proof that agree, as a page that is forged may claim them. */
const KINDS = ["edit-links", "no-tie"];

const names = async (): Promise<readonly (string | undefined)[]> =>
  (await indexedDB.databases()).map(({ name }) => name);

const held = async (): Promise<unknown> =>
  ((await answerOf(ask("heldHistories"))) as readonly object[]).map((one) => ({
    ...one,
    name: undefined,
  }));

const listed = async (): Promise<readonly string[]> =>
  ((await answerOf(ask("histories"))) as readonly { readonly name: string }[]).map(
    ({ name }) => name,
  );

test("forty members whom a forged page says to be signed in have no history, and what is shown stays", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  for (let count = 0; count < 40; count += 1)
    await answerOf(
      ask("signedIn", { aliases: [`slug:forged-${count}`], kinds: KINDS }, undefined, SITE),
    );
  expect(await listed()).toEqual([name]);
  expect(await answerOf(ask("overview"))).toMatchObject({ history: name, people: 1 });
});

test("what forged members notice begins three histories a day and no more; the rest waits", async () => {
  for (let count = 0; count < 40; count += 1) {
    const forged = { aliases: [`slug:forged-${count}`] };
    const sightings = [seen("bea-example", "Bea Example")];
    await answerOf(ask("signedIn", { ...forged, kinds: KINDS }, undefined, SITE));
    expect(await answerOf(ask("record", { viewer: forged, sightings }, undefined, SITE))).toEqual(
      sightings.map(({ id }) => id),
    );
  }
  expect(await listed()).toHaveLength(3);
  expect((await names()).filter((one) => one?.startsWith("history-"))).toHaveLength(3);
});

test("what was observed by a member whom no page names waits, and is recorded once a page does", async () => {
  await history(viewer, "alex-example", "Alex Example");
  const sightings = [seen("bea-example", "Bea Example")];
  const known = { aliases: [...other.aliases] };
  await answerOf(ask("record", { viewer: known, sightings }, undefined, SITE));
  expect(await listed()).toHaveLength(1);
  await answerOf(ask("signedIn", { ...known, kinds: KINDS }, undefined, SITE));
  await vi.waitFor(async () =>
    expect(await held()).toMatchObject([
      { people: 1, interactions: 1 },
      { people: 1, interactions: 1, signedIn: true },
    ]),
  );
});

test("two histories of one account become one that holds what each held, and the other is gone", async () => {
  const into = await history(viewer, "alex-example", "Alex Example");
  const from = await history(other, "bea-example", "Bea Example");
  await answerOf(ask("choose", { id: from.id, made: { notes: { n1: "Sails." } } }, from.name));
  expect(await ask("joinHistories", { from: from.name, into: from.name })).toMatchObject({
    refused: "failed",
  });
  const both = await answerOf(ask("joinHistories", { from: from.name, into: into.name }));
  expect(both).toEqual({ people: 2, interactions: 2 });
  expect(await listed()).toEqual([into.name]);
  expect(await names()).not.toContain(from.name);
  let after: string | undefined;
  let exported = "";
  do {
    const part = await answerOf(
      ask("exportRecords", { after, atMost: 1000, erased: false }, into.name),
    );
    exported += JSON.stringify(part);
    after = (part as { readonly next?: string }).next;
  } while (after !== undefined);
  expect(exported).toContain("Sails.");
  // Both members are its owner from now on.
  for (const one of [viewer, other])
    expect(
      await answerOf(ask("signedIn", { ...one, kinds: KINDS }, undefined, SITE)),
    ).toMatchObject({
      aliases: ["slug:kim-example", "slug:sam-example"],
    });
});

test("saved views go where their history goes", async () => {
  const sam = await history(viewer, "alex-example", "Alex Example");
  const kim = await history(other, "bea-example", "Bea Example");
  const key = "savedViews";
  const view = (name: string) => ({ history: name, id: `of-${name}`, name: "Friends", view: {} });
  const saved = async () =>
    ((await answerOf(ask("keptValue", { key }))) as readonly { readonly history: string }[]).map(
      (one) => one.history,
    );
  await answerOf(ask("keepValue", { key, value: [view(sam.name), view(kim.name)] }));
  await answerOf(ask("joinHistories", { from: kim.name, into: sam.name }));
  expect(await saved()).toEqual([sam.name, sam.name]);
  await answerOf(ask("removeHistory", { name: sam.name }));
  expect(await saved()).toEqual([]);
});

test("one history is removed with its database and its witness, and the other stays", async () => {
  const sam = await history(viewer, "alex-example", "Alex Example");
  const kim = await history(other, "bea-example", "Bea Example");
  await answerOf(ask("removeHistory", { name: kim.name }));
  expect(await listed()).toEqual([sam.name]);
  expect(await names()).not.toContain(kim.name);
  expect([...storedValues.keys()].filter((key) => key.startsWith("witness-"))).toEqual([
    `witness-${sam.name}`,
  ]);
  expect(await answerOf(ask("overview"))).toMatchObject({ history: sam.name, people: 1 });
  // Asked again, it is gone; what never was is not.
  expect(await ask("removeHistory", { name: kim.name })).toMatchObject({ answered: true });
  expect(await ask("removeHistory", { name: "history-a" })).toMatchObject({
    refused: "no-history",
  });
});

test("after everything is erased no database and no value is left, and nothing is known", async () => {
  await history(viewer, "alex-example", "Alex Example");
  await answerOf(ask("reportReading", { surface: "feed", found: 3 }, undefined, SITE));
  await answerOf(ask("eraseEverything"));
  expect(await names()).toEqual([]);
  expect([...storedValues.keys()]).toEqual([]);
  expect(await answerOf(ask("overview"))).toMatchObject({ people: 0 });
  expect(await answerOf(ask("settings"))).not.toHaveProperty("mode");
  expect(await names()).toEqual([]);
});

test("a restore that nobody brings to its end leaves no database once another one begins", async () => {
  const head = {
    format: "tielight-history",
    version: 1,
    exportedAt: 1,
    owner: { aliases: ["slug:kim-example"], name: "Kim Example" },
  };
  const opened = async (): Promise<number> =>
    (await names()).filter((one) => one?.startsWith("history-")).length;
  await answerOf(ask("beginRestore", head));
  expect(await opened()).toBe(1);
  await answerOf(ask("beginRestore", head));
  expect(await opened()).toBe(1);
});
