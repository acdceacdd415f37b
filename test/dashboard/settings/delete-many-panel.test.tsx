// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { beforeEach, expect, test } from "vitest";
import { DeleteManyPanel } from "../../../src/dashboard/settings/delete-many-panel.tsx";
import { drawn, found, settled } from "../../components/drawn.ts";

let told: (readonly [string, unknown])[] = [];
let names: readonly string[] = [];

beforeEach(() => {
  told = [];
  names = ["Ada Example", "Bo Example"];
  answerWith({
    tableChoices: () => ({ companies: ["Fathom"], tags: ["team"] }),
    peopleToDelete: (about) => {
      told.push(["peopleToDelete", about]);
      return { ids: names.map((_, place) => `p${place}`), names };
    },
    deletePeople: (about) => {
      told.push(["deletePeople", about]);
      return { id: "d", count: names.length };
    },
  });
});

async function panel(of: string, is?: string): Promise<HTMLElement> {
  const place = drawn(<DeleteManyPanel />);
  await settled();
  const by = found<HTMLSelectElement>(place, "[name=delete-by]");
  // Nothing is chosen beforehand.
  expect(by.value).toBe("");
  expect(place.querySelector("[name=delete-look]")).toBeNull();
  by.value = of;
  by.dispatchEvent(new Event("change", { bubbles: true }));
  await settled();
  if (is !== undefined) {
    const field = found<HTMLInputElement>(place, "[name=delete-is]");
    field.value = is;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await settled();
  }
  found<HTMLFormElement>(place, "form").requestSubmit();
  await settled();
  return place;
}

test.each([
  ["tag", "team", { of: "tag", is: "team" }],
  ["company", "Fathom", { of: "company", is: "Fathom" }],
  ["quiet", undefined, { of: "quiet", years: 5 }],
] as const)("by %s: who it is stands there before anybody is deleted", async (of, is, asked) => {
  const place = await panel(of, is);
  expect(told).toEqual([["peopleToDelete", asked]]);
  const preview = found(place, "[role=alert]");
  expect(preview.textContent).toContain("These are 2 people:");
  expect([...preview.querySelectorAll("li")].map(({ textContent }) => textContent)).toEqual([
    "\u2068Ada Example\u2069",
    "\u2068Bo Example\u2069",
  ]);
  found(place, "[name=delete-many-yes]").click();
  await settled();
  expect(told.slice(1)).toEqual([["deletePeople", { ids: ["p0", "p1"] }]]);
  expect(place.querySelector("[role=alert]")).toBeNull();
});

test("where it is nobody, there is nothing to press", async () => {
  names = [];
  const place = await panel("tag", "team");
  expect(place.textContent).toContain("That is nobody.");
  expect(place.querySelector("[name=delete-many-yes]")).toBeNull();
});

test("another choice takes the preview away", async () => {
  const place = await panel("tag", "team");
  const by = found<HTMLSelectElement>(place, "[name=delete-by]");
  by.value = "quiet";
  by.dispatchEvent(new Event("change", { bubbles: true }));
  await settled();
  expect(place.querySelector("[role=alert]")).toBeNull();
});

test("an answer that comes late is not shown under another choice", async () => {
  let answer: ((people: unknown) => void) | undefined;
  answerWith({
    tableChoices: () => ({ companies: [], tags: ["team", "clients"] }),
    peopleToDelete: (about) =>
      (about as { is: string }).is === "team"
        ? new Promise((resolve) => {
            answer = resolve;
          })
        : { ids: ["c"], names: ["Cem Example"] },
  });
  const place = await panel("tag", "team");
  const field = found<HTMLInputElement>(place, "[name=delete-is]");
  field.value = "clients";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
  answer?.({ ids: ["a"], names: ["Ada Example"] });
  await settled();
  expect(place.textContent).not.toContain("Ada Example");
  found<HTMLFormElement>(place, "form").requestSubmit();
  await settled();
  expect(place.textContent).toContain("Cem Example");
});

test("who cancels is back at the button that showed it", async () => {
  const place = await panel("quiet");
  const cancel = [...place.querySelectorAll("button")].find((one) => one.textContent === "Cancel");
  cancel?.focus();
  cancel?.click();
  await settled();
  expect(place.querySelector("[role=alert]")).toBeNull();
  expect(document.activeElement).toBe(found(place, "[name=delete-look]"));
});

test("of many, some are named and the others counted", async () => {
  names = Array.from({ length: 230 }, (_, place) => `Person ${place}`);
  const place = await panel("quiet");
  expect(place.querySelectorAll("li")).toHaveLength(200);
  expect(place.textContent).toContain("And 30 more.");
});
