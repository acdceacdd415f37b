// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { render } from "preact";
import { beforeEach, expect, test, vi } from "vitest";
import { Deletions } from "../../../src/components/pieces/deletions.tsx";
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
    deletePeople: hear("deletePeople", ({ ids: gone }: { ids: readonly string[] }) => ({
      id: `d${gone.length}`,
      count: gone.length,
    })),
    undoDeletion: hear("undoDeletion", () => true),
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

const selectionBar = (...selected: readonly string[]) => (
  <SelectionBar
    selection={new Set(ids(...selected))}
    onExport={nothing}
    onSelection={onSelection}
    onChange={nothing}
  />
);

const barOf = (...selected: readonly string[]) => (
  <Deletions>{selectionBar(...selected)}</Deletions>
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
  // The button that was pressed is gone.
  expect(document.activeElement).toBe(found(place, ".bulk-said"));
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

test("those selected are deleted after a look at how many, and can be brought back", async () => {
  const place = await bar("ada", "bo");
  await press(place, "act-delete");
  expect(found(place, "[name=bulk-yes]").textContent).toBe("Delete 2 people");
  expect(told).toEqual([]);
  await press(place, "bulk-yes");
  expect(onSelection).toHaveBeenCalledExactlyOnceWith(new Set());
  expect(told).toEqual([["deletePeople", { ids: ["ada", "bo"] }]]);
  expect(document.activeElement).toBe(found(place, "[name=deletion-undo]"));
  // With nobody selected and nothing to say there is no bar.
  render(<Deletions>{selectionBar()}</Deletions>, place);
  await settled();
  expect(place.querySelector(".selection-bar")).toBeNull();
  await press(place, "deletion-undo");
  expect(told.slice(1)).toEqual([["undoDeletion", { id: "d2" }]]);
});
