// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { render } from "preact";
import { beforeEach, expect, test, vi } from "vitest";
import { Deletions, useDeletePeople } from "../../../src/components/pieces/deletions.tsx";
import type { PersonId } from "../../../src/domain/person/person.ts";
import { useToast } from "../../../src/components/pieces/toast.tsx";
import { tellChange } from "../../../src/protocol/changes.ts";
import { Refusal } from "../../../src/protocol/transport.ts";
import { drawn, found, settled } from "../drawn.ts";

let told: (readonly [string, unknown])[] = [];
let isInTime = true;
let isRefused = false;

beforeEach(() => {
  told = [];
  isInTime = true;
  isRefused = false;
  answerWith({
    deletePeople: (about) => {
      told.push(["deletePeople", about]);
      return { id: `d${told.length}`, count: 2 };
    },
    undoDeletion: (about) => {
      told.push(["undoDeletion", about]);
      if (isRefused) throw new Refusal("busy");
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
  // The button is gone; what became of it is read next.
  expect(document.activeElement).toBe(found(place, ".toast-words"));
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

/** A page whose minute ends when it is said. */
async function pageInTime(): Promise<readonly [HTMLElement, () => Promise<void>]> {
  const later: (() => void)[] = [];
  const real = globalThis.setTimeout;
  vi.spyOn(globalThis, "setTimeout").mockImplementation(((run: () => void, after?: number) =>
    after === 60_000 ? later.push(run) : real(run, after)) as typeof setTimeout);
  const place = await page();
  return [
    place,
    async () => {
      for (const run of later) run();
      await settled();
      vi.restoreAllMocks();
    },
  ];
}

test("after a minute it is done, and there is nothing left to press", async () => {
  const [place, end] = await pageInTime();
  found(place, "[name=delete]").focus();
  await end();
  expect(told.slice(1)).toEqual([["finishDeletion", { id: "d1" }]]);
  expect(place.querySelector(".toast")).toBeNull();
  expect(document.activeElement).toBe(found(place, "[name=delete]"));
});

test("where Undo has the focus when the minute ends, it is read that it is too late", async () => {
  const [place, end] = await pageInTime();
  await end();
  expect(place.querySelector("[name=deletion-undo]")).toBeNull();
  expect(document.activeElement?.textContent).toContain("It is too late to undo.");
});

test("an undo that was refused is tried again, and neither time nor leaving carries the deletion out meanwhile", async () => {
  const [place, end] = await pageInTime();
  isRefused = true;
  await press(place, "deletion-undo");
  expect(found(place, ".toast .notice").textContent).toContain("Try again");
  await end();
  await leave();
  expect(told.map(([question]) => question)).toEqual(["deletePeople", "undoDeletion"]);
  isRefused = false;
  found(place, ".toast .notice button").click();
  await settled();
  expect(told.at(-1)).toEqual(["undoDeletion", { id: "d1" }]);
  expect(found(place, ".toasts").textContent).toBe("2 people are back.");
});

test("a deletion on another page ends this one", async () => {
  const place = await page();
  tellChange({ of: "deletion", id: "elsewhere" });
  await vi.waitFor(() => expect(place.querySelector("[name=deletion-undo]")).toBeNull());
});

test("what was deleted or said in one history is neither undone nor said in another", async () => {
  const shown = (history: string) => (
    <Deletions of={history}>
      <Button />
    </Deletions>
  );
  const place = drawn(shown("history-1"));
  await press(place, "delete");
  expect(place.querySelector("[name=deletion-undo]")).not.toBeNull();
  render(shown("history-2"), place);
  expect(place.querySelector(".toast")).toBeNull();
  // The answer to what was begun in the first comes when the second is shown.
  render(shown("history-1"), place);
  await settled();
  found(place, "[name=delete]").click();
  render(shown("history-2"), place);
  await settled();
  expect(told.filter(([question]) => question === "deletePeople")).toHaveLength(2);
  expect(place.querySelector(".toast")).toBeNull();
});

test("what else is said stands beside the way back, not over it", async () => {
  function Said() {
    const toast = useToast();
    return (
      <button
        type="button"
        name="say"
        onClick={() => toast({ words: "Said.", undo: async () => {} })}
      >
        Say
      </button>
    );
  }
  const place = drawn(
    <Deletions>
      <Button />
      <Said />
    </Deletions>,
  );
  await press(place, "delete");
  await press(place, "say");
  expect(place.querySelectorAll(".toasts")).toHaveLength(1);
  expect(
    [...place.querySelectorAll(".toasts > .toast .toast-words")].map((one) => one.textContent),
  ).toEqual(["2 people deleted.", "Said."]);
});

test("of two deletions the last one can be undone", async () => {
  const place = await page();
  await press(place, "delete");
  await press(place, "deletion-undo");
  expect(told.at(-1)).toEqual(["undoDeletion", { id: "d2" }]);
});
