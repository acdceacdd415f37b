// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { render } from "preact";
import { beforeEach, expect, test, vi } from "vitest";
import { SelectionBar } from "../../../src/dashboard/people/selection-bar.tsx";
import type { Selection } from "../../../src/dashboard/people/selection.ts";
import type { PersonId } from "../../../src/domain/person/person.ts";
import { Refusal } from "../../../src/protocol/transport.ts";
import { drawn, found, settled } from "../../components/drawn.ts";

let told: (readonly [string, unknown])[] = [];
let byName: readonly string[] = [];
let refused: string | undefined;
const onSelection = vi.fn<(selection: Selection) => void>();

const ids = (...names: readonly string[]) => names as readonly PersonId[];

beforeEach(() => {
  told = [];
  byName = [];
  refused = undefined;
  onSelection.mockClear();
  const hear =
    <T,>(question: string, answer: (about: never) => T) =>
    (about: unknown) => {
      told.push([question, about]);
      return answer(about as never);
    };
  answerWith({
    tableRows: (about) =>
      (about as { readonly ids: readonly string[] }).ids.map((id) => ({
        id,
        name: `${id} Example`,
        ...(!byName.includes(id) && { alias: `slug:${id}` }),
      })),
    mergePeople: hear("mergePeople", ({ id, other }: { id: string; other: string }) => {
      if (other === refused) throw new Refusal("unknown-person");
      return { a: `slug:${id}`, b: `slug:${other}` };
    }),
    undoMerge: hear("undoMerge", () => undefined),
    tableChoices: () => ({ companies: [], tags: ["client", "friend"] }),
    eraseMany: hear("eraseMany", ({ ids: gone }: { ids: readonly string[] }) => gone.length),
  });
});

test("tags that are there are offered where one is typed for many", async () => {
  const place = await bar("a", "b");
  found(place, "[name=act-tag]").click();
  await settled();
  const field = found<HTMLInputElement>(place, "[name=bulk-tag]");
  expect([...(field.list?.options ?? [])].map(({ value }) => value)).toEqual(["client", "friend"]);
});

const nothing = () => {};

const barOf = (...selected: readonly string[]) => (
  <SelectionBar
    selection={new Set(ids(...selected))}
    onExport={nothing}
    onSelection={onSelection}
    onChange={nothing}
  />
);

async function bar(...selected: readonly string[]): Promise<HTMLElement> {
  const place = drawn(barOf(...selected));
  await settled();
  return place;
}

const press = async (place: ParentNode, ...names: readonly string[]) => {
  for (const name of names) {
    found(place, `[name=${name}]`).click();
    await settled();
  }
};

test("who is to be one person is named first, and taken back as one", async () => {
  const place = await bar("ada", "bo", "cem");
  await press(place, "act-merge");
  expect(found(place, "form").textContent).toContain("ada Example");
  expect(found(place, "[name=bulk-yes]").textContent).toBe("Merge 3 into one");
  await press(place, "bulk-yes");
  expect(found(place, ".bulk-said").textContent).toContain("3 entries are one person now.");
  await press(place, "bulk-undo");
  expect(told).toEqual([
    ["mergePeople", { id: "ada", other: "bo" }],
    ["mergePeople", { id: "ada", other: "cem" }],
    ["undoMerge", { a: "slug:ada", b: "slug:cem" }],
    ["undoMerge", { a: "slug:ada", b: "slug:bo" }],
  ]);
});

test("where one of the merges fails, those before it are taken back", async () => {
  refused = "cem";
  const place = await bar("ada", "bo", "cem");
  await press(place, "act-merge", "bulk-yes");
  expect(told.at(-1)).toEqual(["undoMerge", { a: "slug:ada", b: "slug:bo" }]);
  expect(place.querySelector("[role=alert]")).not.toBeNull();
  expect(place.querySelector("[name=bulk-undo]")).toBeNull();
});

test("one alone, too many, and who is known by name alone are not merged", async () => {
  const isOff = async (place: ParentNode) => {
    await press(place, "act-merge");
    return found<HTMLButtonElement>(place, "[name=bulk-yes]").disabled;
  };
  expect(await isOff(await bar("ada"))).toBe(true);
  const many = Array.from({ length: 11 }, (_, place) => `p${place}`);
  expect(await isOff(await bar(...many))).toBe(true);
  byName = ["bo"];
  const place = await bar("ada", "bo");
  expect(await isOff(place)).toBe(true);
  expect(place.textContent).toContain("bo Example⁩ is known by name alone");
});

test("a deletion waits a moment in which nobody is deleted after an undo", async () => {
  const place = await bar("ada", "bo");
  await press(place, "act-delete");
  expect(found(place, "[name=bulk-yes]").textContent).toBe("Delete 2 people");
  await press(place, "bulk-yes");
  expect(onSelection).toHaveBeenCalledExactlyOnceWith(new Set());
  expect(found(place, ".bulk-said").textContent).toContain("2 people are deleted in a moment.");
  expect(document.activeElement).toBe(found(place, "[name=bulk-undo]"));
  await press(place, "bulk-undo");
  expect(document.activeElement).toBe(found(place, ".bulk-said"));
  expect(found(place, ".bulk-said").textContent).toContain("Nobody was deleted.");
  window.dispatchEvent(new Event("pagehide"));
  await settled();
  expect(told).toEqual([]);
});

test("who leaves the page before the moment is over meant the deletion", async () => {
  await press(await bar("ada", "bo"), "act-delete", "bulk-yes");
  window.dispatchEvent(new Event("pagehide"));
  await settled();
  expect(told).toEqual([["eraseMany", { ids: ["ada", "bo"] }]]);
});

/** Keeps what is to be done after the moment, until the test does it. */
function heldMoments() {
  const later: (() => void)[] = [];
  const real = globalThis.setTimeout;
  const waiting = vi
    .spyOn(globalThis, "setTimeout")
    .mockImplementation(((run: () => void, after?: number) =>
      after === 8000 ? later.push(run) : real(run, after)) as typeof setTimeout);
  return async () => {
    for (const run of later.splice(0)) run();
    await settled();
    waiting.mockRestore();
  };
}

test("after the moment the people are deleted, once", async () => {
  const pass = heldMoments();
  const place = await bar("ada", "bo");
  await press(place, "act-delete", "bulk-yes");
  await pass();
  expect(found(place, ".bulk-said").textContent).toBe("2 people deleted.");
  window.dispatchEvent(new Event("pagehide"));
  await settled();
  expect(told).toEqual([["eraseMany", { ids: ["ada", "bo"] }]]);
});

test("who deletes others within the moment deletes both", async () => {
  const pass = heldMoments();
  const place = await bar("ada");
  await press(place, "act-delete", "bulk-yes");
  render(barOf("bo", "cem"), place);
  await settled();
  await press(place, "act-delete", "bulk-yes");
  expect(told).toEqual([["eraseMany", { ids: ["ada"] }]]);
  expect(found(place, ".bulk-said").textContent).toContain("2 people are deleted in a moment.");
  await pass();
  expect(told.slice(1)).toEqual([["eraseMany", { ids: ["bo", "cem"] }]]);
});

test("people are deleted also where the moment ends during another act", async () => {
  let merged = () => {};
  const pass = heldMoments();
  const place = await bar("ada");
  await press(place, "act-delete", "bulk-yes");
  answerWith({
    mergePeople: () =>
      new Promise<void>((resolve) => {
        merged = resolve;
      }),
    eraseMany: (about) => void told.push(["eraseMany", about]),
    tableRows: () => [
      { id: "bo", name: "Bo Example", alias: "slug:bo" },
      { id: "cem", name: "Cem Example", alias: "slug:cem" },
    ],
  });
  render(barOf("bo", "cem"), place);
  await settled();
  await press(place, "act-merge", "bulk-yes");
  await pass();
  merged();
  await settled();
  expect(told).toEqual([["eraseMany", { ids: ["ada"] }]]);
});
