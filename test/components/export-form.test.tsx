// @vitest-environment jsdom
import { answerWith } from "../words/extension-of-the-tests.ts";
import { Blob as ReadableBlob } from "node:buffer";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { ExportScope } from "../../src/components/export/export-scope.ts";
import { ExportForm } from "../../src/components/export/export-form.tsx";
import type { PersonId } from "../../src/domain/person/person.ts";
import { invented, NOW } from "../exchange/people/exported.ts";
import { drawn, found, settled } from "./drawn.ts";

const ADA = invented({
  id: "ada",
  name: "Ada Example",
  choices: {
    tags: ["boats"],
    notes: [{ id: "n", text: "likes tea", at: 1 }],
    reminders: [{ id: "r", at: NOW }],
  },
});
const BEN = invented({ id: "ben", name: "Ben Example" });
const CEM = invented({ id: "cem", name: "Cem Example" });
const ALL = [ADA, BEN, CEM];

const SCOPES: readonly [ExportScope, ...ExportScope[]] = [
  {
    of: "view",
    view: { text: "e", conditions: [{ of: "tag", is: "x" }], by: "last", descending: true },
  },
  { of: "selected", ids: ["cem" as PersonId] },
  { of: "everybody" },
];

let offered: { readonly name: string; readonly text: string }[] = [];
let waiting: Promise<void>[] = [];
const onFile = (name: string, content: Blob): void => {
  waiting.push(content.text().then((text) => void offered.push({ name, text })));
};
const files = async () => {
  await Promise.all(waiting);
  return offered;
};

beforeAll(() => vi.stubGlobal("Blob", ReadableBlob));
afterAll(() => vi.unstubAllGlobals());
beforeEach(() => {
  [offered, waiting] = [[], []];
  answerWith({
    tableIds: (about) =>
      (about as { readonly text: string }).text === "" ? ["ada", "ben", "cem"] : ["ben", "ada"],
    exportChosen: (about) =>
      (about as { readonly ids: readonly string[] }).ids.flatMap(
        (id) => ALL.find((one) => one.id === id) ?? [],
      ),
    exportPeople: () => ({ people: ALL }),
  });
});

/** Waits for the module that the page loads when it is wanted. */
async function shown(): Promise<HTMLElement> {
  await import("../../src/exchange/people-file.ts");
  const place = drawn(<ExportForm scopes={SCOPES} onFile={onFile} />);
  await settled();
  return place;
}

const choose = async (place: ParentNode, of: number, kind: string, own = true): Promise<void> => {
  place.querySelectorAll<HTMLInputElement>("[name=export-of]")[of]?.click();
  const list = found<HTMLSelectElement>(place, "[name=export-kind]");
  list.value = kind;
  list.dispatchEvent(new Event("change", { bubbles: true }));
  const box = found<HTMLInputElement>(place, "[name=export-own]");
  if (box.checked !== own) box.click();
  await settled();
};

const save = async (place: ParentNode): Promise<void> => {
  found<HTMLButtonElement>(place, "[name=export-save]").click();
  await settled();
  await settled();
};

test("the preview says how many people there are and shows the first lines, of the view in its order", async () => {
  const place = await shown();
  expect(found(place, ".export-preview").textContent).toContain("2 people");
  const lines = (found(place, "pre").textContent ?? "").split("\n");
  expect(lines.map((line) => line.split(",")[0])).toEqual(["name", "Ben Example", "Ada Example"]);
  await choose(place, 1, "vcard-4");
  expect(found(place, ".export-preview").textContent).toContain("1 person");
  expect(found(place, "pre").textContent).toContain("FN:Cem Example");
  await choose(place, 2, "people-csv", false);
  expect(found(place, ".export-preview").textContent).toContain("3 people");
  expect(found(place, "pre").textContent).not.toMatch(/tags|boats|tea/);
});

test("what is saved is what was chosen", async () => {
  const place = await shown();
  await save(place);
  await choose(place, 1, "vcard-3", false);
  await save(place);
  await choose(place, 2, "people-csv");
  await save(place);
  const [view, selected, everybody] = await files();
  expect(view?.name).toMatch(/^tielight-people-\d{4}-\d\d-\d\d\.csv$/);
  expect(view?.text).toContain("likes tea");
  expect(view?.text).not.toContain("Cem");
  expect(selected?.name).toMatch(/^tielight-contacts-.*\.vcf$/);
  expect(selected?.text.match(/FN:.*/g)).toEqual(["FN:Cem Example"]);
  expect(everybody?.text.split("\r\n")).toHaveLength(5);
  expect(place.textContent).toContain("3 people exported.");
});

test("a calendar says how many reminders it has, and an empty one is not offered", async () => {
  const place = await shown();
  await choose(place, 0, "calendar");
  expect(found(place, ".export-preview").textContent).toContain("1 reminder");
  expect(found<HTMLButtonElement>(place, "[name=export-save]").disabled).toBe(false);
  await choose(place, 1, "calendar");
  expect(found(place, ".export-preview").textContent).toContain("no reminder or rhythm");
  expect(found<HTMLButtonElement>(place, "[name=export-save]").disabled).toBe(true);
});

test("cancelled, no file comes and nothing says that it failed", async () => {
  const place = await shown();
  let answer = (): void => undefined;
  const slow = new Promise((resolve) => {
    answer = () => resolve([BEN]);
  });
  answerWith({ tableIds: () => ["ben"], exportChosen: () => slow });
  await save(place);
  expect(place.textContent).toContain("0 of 2 done");
  found<HTMLButtonElement>(place, "[name=export-cancel]").click();
  answer();
  await settled();
  expect(await files()).toEqual([]);
  expect(place.textContent).toContain("Cancelled. No file was written.");
  expect(place.querySelector(".notice")).toBeNull();
});
