import fc from "fast-check";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { pageStructure } from "../../../src/linkedin/surfaces/page-structure.ts";
import { runs } from "../../effort.ts";

const inPage = (body: string): string =>
  pageStructure(new JSDOM(`<body>${body}</body>`).window.document.body);

test("the outline shows elements, roles and the kind of links, indented", () => {
  expect(
    inPage('<main><ul role="list"><li><a href="/in/ada-example/">Ada Example</a></li></ul></main>'),
  ).toBe(["main", " ul [role=list]", "  li", "   a [href=/in/1] «name-1»"].join("\n"));
});

test("equal siblings stand once with their number", () => {
  expect(inPage("<p>a</p><p>b</p><p>c</p><b></b>")).toBe("p «text-1» ×3\nb");
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

test("people are numbered, and their names are told from other words by address and label", () => {
  expect(
    inPage(
      '<div><a href="/in/kite-1/"><img alt="Oda Testmann’s picture"></a><p>Oda Testmann</p><p>Keeper</p>' +
        '<a href="/in/kite-1/overlay/contact-info/">More</a><a href="/in/ivo-sampleton/" aria-label="Ivo">Ivo Sampleton</a></div>',
    ).split("\n"),
  ).toEqual([
    "div",
    " a [href=/in/1]",
    "  img [alt=«name-1»]",
    " p «name-1»",
    " p «text-6»",
    " a [href=/in/1/overlay] «text-4»",
    " a [href=/in/2 aria-label=«name-2»] «name-2»",
  ]);
});

test("of values that begin with words of the site only these words are shown", () => {
  expect(
    inPage(
      '<div componentkey="expandedCg0KAUFeedType_MAIN"><i data-urn="urn:li:activity:7300000000000000001"></i><b componentkey="secret"></b></div>',
    ).split("\n"),
  ).toEqual([
    "div [componentkey=expanded…FeedType_…]",
    " i [data-urn=urn:li:activity:…]",
    " b [componentkey]",
  ]);
});
