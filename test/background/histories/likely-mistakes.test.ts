/** A history that a page made somebody else begin: offered for joining or removal, while the member's own is there. */
import "../../words/extension-of-the-tests.ts";
import { beforeEach, expect, test, vi } from "vitest";
import type { HeldHistory, Overview } from "../../../src/protocol/views.ts";
import { answerOf, ask, beginAnew, history, other, SITE, viewer } from "../started-background.ts";

const MEMBER = { ...SITE, tab: { id: 1, cookieStoreId: "firefox-container-1" } };

beforeEach(async () => {
  await beginAnew();
  vi.spyOn(console, "error").mockImplementation(() => {});
});

let id = 0;
const visit = (who: typeof other, slug: string) =>
  answerOf(
    ask(
      "record",
      {
        viewer: who,
        sightings: [
          {
            id: `v${(id += 1)}`,
            sighting: {
              what: "visit",
              person: { aliases: [`slug:${slug}`], name: slug, at: Date.UTC(2026, 4, 1 + id) },
            },
          },
        ],
      },
      undefined,
      MEMBER,
    ),
  );
const proved = (who: typeof other, ...kinds: readonly string[]) =>
  answerOf(ask("signedIn", { ...who, kinds }, undefined, MEMBER));
const held = async () => (await answerOf(ask("heldHistories"))) as readonly HeldHistory[];
const mistakes = async () =>
  (await held()).flatMap(({ isMistake, owner }) => (isMistake ? owner.name : []));
const isSaid = async () => ((await answerOf(ask("overview"))) as Overview).hasMistake === true;

test("few visits under an owner whom only the bar named are offered, and joining ends it", async () => {
  const sam = await history(viewer, "alex-example", "Alex Example");
  await proved(other, "menu");
  await visit(other, "bea-example");
  expect(await mistakes()).toEqual([other.name]);
  expect(await isSaid()).toBe(true);
  const from = (await held()).find(({ isMistake }) => isMistake)!.name;
  await answerOf(ask("joinHistories", { from, into: sam.name }));
  expect(await mistakes()).toEqual([]);
  expect(await isSaid()).toBe(false);
});

test("alone in the browser, a new user's own history is no mistake", async () => {
  await proved(other, "menu");
  await visit(other, "bea-example");
  expect(await mistakes()).toEqual([]);
});

test.each([
  ["another kind of proof", (): Promise<unknown> => proved(other, "mailbox")],
  [
    "a fourth visit",
    async (): Promise<void> => {
      for (const slug of ["cy", "dee", "eve"]) await visit(other, slug);
    },
  ],
  [
    "a note",
    async (): Promise<void> => {
      const { name } = (await held()).find(({ isMistake }) => isMistake)!;
      await answerOf(ask("showHistory", { name }));
      const { rows } = (await answerOf(
        ask("people", {
          text: "bea",
          late: false,
          bands: [],
          twoWay: false,
          order: "name",
          start: 0,
          atMost: 10,
        }),
      )) as { readonly rows: readonly { readonly id: string }[] };
      const made = { notes: { n1: "Sails." } };
      await answerOf(ask("choose", { id: rows[0]?.id, made }, name));
    },
  ],
  [
    "an interaction",
    async (): Promise<void> => {
      await answerOf(
        ask(
          "record",
          {
            viewer: other,
            sightings: [
              {
                id: "i1",
                sighting: {
                  what: "interaction",
                  person: { aliases: ["slug:bea-example"], name: "Bea", at: 1 },
                  interaction: {
                    kind: "message",
                    direction: "in",
                    from: 1,
                    to: 1,
                    sources: ["page"],
                  },
                },
              },
            ],
          },
          undefined,
          MEMBER,
        ),
      );
    },
  ],
] as const)("%s makes it the member's own", async (_, make) => {
  await history(viewer, "alex-example", "Alex Example");
  await proved(other, "menu");
  await visit(other, "bea-example");
  expect(await mistakes()).toEqual([other.name]);
  await make();
  expect(await mistakes()).toEqual([]);
});

test("what named the owner is known after the list of histories was lost", async () => {
  await history(viewer, "alex-example", "Alex Example");
  await proved(other, "menu");
  await visit(other, "bea-example");
  await new Promise((resolve) => {
    indexedDB.deleteDatabase("tielight").addEventListener("success", resolve);
  });
  vi.resetModules();
  await import("../../../src/background/index.ts");
  expect(await mistakes()).toEqual([other.name]);
});
