// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { beforeEach, expect, test, vi } from "vitest";
import { Deletions, useDeletePeople } from "../../../src/components/pieces/deletions.tsx";
import type { PersonId } from "../../../src/domain/person/person.ts";
import { drawn, found, settled } from "../drawn.ts";

let told: (readonly [string, unknown])[] = [];
let isInTime = true;

beforeEach(() => {
  told = [];
  isInTime = true;
  answerWith({
    deletePeople: (about) => {
      told.push(["deletePeople", about]);
      return { id: `d${told.length}`, count: 2 };
    },
    undoDeletion: (about) => {
      told.push(["undoDeletion", about]);
      return isInTime;
    },
    finishDeletion: (about) => void told.push(["finishDeletion", about]),
  });
});

function Button() {
  const deletePeople = useDeletePeople();
  return (
    <button
      type="button"
      name="delete"
      onClick={() => {
        deletePeople(["a", "b"] as unknown as PersonId[]).catch(() => {});
      }}
    >
      Delete
    </button>
  );
}

async function page(): Promise<HTMLElement> {
  const place = drawn(
    <Deletions>
      <Button />
    </Deletions>,
  );
  await press(place, "delete");
  return place;
}

const press = async (place: ParentNode, name: string) => {
  found(place, `[name=${name}]`).click();
  await settled();
};

const leave = async () => {
  window.dispatchEvent(new Event("pagehide"));
  await settled();
};

test("who was deleted is said with the way back, which has the focus", async () => {
  const place = await page();
  expect(found(place, ".toast").textContent).toContain("2 people deleted.");
  expect(document.activeElement).toBe(found(place, "[name=deletion-undo]"));
  await press(place, "deletion-undo");
  expect(told.at(-1)).toEqual(["undoDeletion", { id: "d1" }]);
  expect(found(place, ".toasts").textContent).toBe("2 people are back.");
  await leave();
  expect(told).toHaveLength(2);
});

test("who leaves the page meant it, once", async () => {
  await page();
  await leave();
  await leave();
  expect(told.slice(1)).toEqual([["finishDeletion", { id: "d1" }]]);
});

test("an undo that comes too late says so", async () => {
  isInTime = false;
  const place = await page();
  await press(place, "deletion-undo");
  expect(found(place, ".toasts").textContent).toContain("It is too late to undo.");
});

test("after a minute it is done, and there is nothing left to press", async () => {
  const later: (() => void)[] = [];
  const real = globalThis.setTimeout;
  vi.spyOn(globalThis, "setTimeout").mockImplementation(((run: () => void, after?: number) =>
    after === 60_000 ? later.push(run) : real(run, after)) as typeof setTimeout);
  const place = await page();
  for (const run of later) run();
  await settled();
  vi.restoreAllMocks();
  expect(told.slice(1)).toEqual([["finishDeletion", { id: "d1" }]]);
  expect(place.querySelector(".toast")).toBeNull();
});

test("of two deletions the last one can be undone", async () => {
  const place = await page();
  await press(place, "delete");
  await press(place, "deletion-undo");
  expect(told.at(-1)).toEqual(["undoDeletion", { id: "d2" }]);
});
