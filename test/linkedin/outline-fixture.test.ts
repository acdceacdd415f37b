import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { pageStructure } from "../../src/linkedin/surfaces/page-structure.ts";
import { peopleOnPage } from "../../src/linkedin/people/people-on-page.ts";
import { pageOf } from "../../src/linkedin/address/urls.ts";
import { expected, pageToRead } from "./fixture-page.ts";
import { invented, outlineFixture } from "./outline-fixture.ts";

/** Whom the reader finds in the fixture of a report. */
function found(report: string): {
  readonly read: readonly string[];
  readonly due: readonly string[];
} {
  const { xhtml, expected: due } = outlineFixture(report);
  const { document } = new JSDOM(xhtml, { contentType: "application/xhtml+xml" }).window;
  const people = peopleOnPage(document, pageOf(due.url));
  return {
    read: people.map(({ name, aliases }) => `${name} ${aliases.join(" ")}`),
    due: due.people.map(({ name, aliases }) => `${name} ${aliases.join(" ")}`),
  };
}

for (const [fixture, surface] of [
  ["invitations-sent-sdui-2026-04", "invitations"],
  ["people-search-flat-sdui-2026-06", "people-search"],
] as const) {
  test(`${fixture}: the fixture of its outline has the same shape, with invented people`, () => {
    const document = pageToRead(fixture, "nested links kept");
    const outline = pageStructure(document.body);
    for (const { name } of expected(fixture).people) expect(outline).not.toContain(name);
    const { read, due } = found(`${surface}\n${outline}`);
    expect(read.length).toBeGreaterThan(0);
    expect(due).toEqual(expect.arrayContaining([...read]));
  });
}

test("the fixture of a shape the reader does not know fails: it expects whom the outline names", () => {
  const { read, due } = found(
    ["invitations", "main", " div", "  i [href=/in/1]", "  p «name-1»", "  p «text-12» ×2"].join(
      "\n",
    ),
  );
  expect(read).toEqual([]);
  expect(due).toEqual(["Alma Birch slug:alma-birch"]);
});

test("what is no outline is refused", () => {
  expect(() => outlineFixture("feed\n<div>")).toThrow("No line of an outline: <div>");
});

test("numbers stand for different people", () => {
  const slugs = Array.from({ length: 200 }, (_, index) => invented(index + 1).slug);
  expect(new Set(slugs).size).toBe(200);
});
