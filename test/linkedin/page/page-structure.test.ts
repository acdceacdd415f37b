import fc from "fast-check";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { pageStructure } from "../../../src/linkedin/page/page-structure.ts";
import { runs } from "../../effort.ts";

const inPage = (body: string): string =>
  pageStructure(new JSDOM(`<body>${body}</body>`).window.document.body);

test("the outline shows elements, roles and the kind of links, indented", () => {
  expect(
    inPage('<main><ul role="list"><li><a href="/in/ada-example/">Ada</a></li></ul></main>'),
  ).toBe(["main", " ul [role=list]", "  li", "   a [href=/in/…]"].join("\n"));
});

test("equal siblings stand once with their number", () => {
  expect(inPage("<p>a</p><p>b</p><p>c</p><b></b>")).toBe("p ×3\nb");
});

test("nothing anybody wrote gets into the report", () => {
  const secret = fc.stringMatching(/^[A-Z][a-z]{3,8}[0-9]{2}$/);
  fc.assert(
    fc.property(secret, (word) => {
      const report = inPage(
        `<div id="${word}" class="${word}" data-x="${word}" aria-label="${word}" title="${word}">` +
          `<a href="/in/${word}/">${word}</a><a href="https://example.org/${word}">x</a><img alt="${word}" src="data:,${word}">` +
          `<span data-view-name="${word}" role="${word}" data-testid="urn:${word}" data-${word}="1">${word}</span></div>`,
      );
      expect(report.toLowerCase()).not.toContain(word.toLowerCase());
    }),
    { numRuns: runs(60) },
  );
});

test("a huge page gives a report of bounded length", () => {
  expect(inPage("<i></i><b></b>".repeat(1000)).split("\n").length).toBeLessThanOrEqual(400);
});
