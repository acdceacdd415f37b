/**
 * What another extension writes beside somebody mentioned is nobody's name: in each kind of place that names people beside those whom a
 * card is about.
 */
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { peopleOnPage, type PersonOnPage } from "../../../src/linkedin/people/people-on-page.ts";
import { pageOf } from "../../../src/linkedin/address/urls.ts";

const SITE = "https://www.linkedin.com";
const SEARCH = `${SITE}/search/results/people/?keywords=kite`;

/** Where the name and the other extension's words stand. */
const LINES: Readonly<Record<string, string>> = {
  "behind the name": "<p><N/><C/> is a mutual connection</p>",
  "before the name": "<p><C/><N/> is a mutual connection</p>",
  "on both sides of the name": "<p><C/><N/><C/> and 3 other mutual connections</p>",
  "in the span that holds the line": "<div><span><N/><C/> likes this</span></div>",
  "in a span in the line": "<p><span><N/><span><C/></span></span> follows this company</p>",
  "where strong is around the link": "<p><strong><N/><C/></strong> is a mutual connection</p>",
  "in a line below": "<p><N/> is a mutual connection</p><p>Kitebook: <C/></p>",
};

/** Address, and what stands around the card. */
const PLACES: Readonly<Record<string, readonly [string, (card: string) => string]>> = {
  "on a hover card": [
    `${SITE}/jobs/`,
    (card) => `<div data-floating-ui-portal=""><div role="dialog">${card}</div></div>`,
  ],
  "in a row of a search": [SEARCH, (card) => `<div role="listitem">${card}</div>`],
  "in a post": [
    `${SITE}/feed/`,
    (card) => `<div data-testid="mainFeed"><div role="listitem">${card}</div></div>`,
  ],
  "in an invitation": [
    `${SITE}/mynetwork/invitation-manager/`,
    (card) => `<ul><li>${card}</li></ul>`,
  ],
};

const NAMES = [
  '<a href="/in/ada-quill/"><strong>Ada Quill</strong></a>',
  '<a href="/in/ada-quill/">Ada Quill</a>',
] as const;
const WORDS = ["CRM", "Note Ada", "2nd · commented"] as const;

const PERSON =
  '<a href="/in/ivo-sampleton/"><img alt="View Ivo Sampleton’s profile"/></a><a href="/in/ivo-sampleton/"><p>Ivo Sampleton</p></a>';

const { document } = new JSDOM("<main></main>").window;

function read(html: string, address: string): readonly PersonOnPage[] {
  document.body.replaceChildren(JSDOM.fragment(`<main>${html}</main>`));
  return peopleOnPage(document, pageOf(address), { showRails: true });
}

for (const [where, [address, around]] of Object.entries(PLACES)) {
  test.each(Object.entries(LINES))(
    `what another extension writes %s, ${where}, is nobody's name`,
    (_place, line) => {
      for (const words of WORDS) {
        for (const name of NAMES) {
          const added = `<span><a href="/in/ada-quill/">${words}</a><button>Note</button></span>`;
          const card = PERSON + line.replaceAll("<N/>", name).replaceAll("<C/>", added);
          const found = read(around(card), address);
          const shown = [...new Set(found.map((person) => person.name))];
          expect(shown, card).toEqual(["Ivo Sampleton", "Ada Quill"]);
          const mutual = found.flatMap((person) => person.mutual?.named ?? []);
          expect(mutual.map((person) => person.name)).not.toContain(words);
        }
      }
    },
  );
}

test("of two texts for somebody mentioned that nothing speaks for, none is a name", () => {
  const link = (text: string, more = ""): string => `<a href="/in/kite-lady/"${more}>${text}</a>`;
  const shown = (line: string): readonly string[] =>
    read(`<ul><li>${PERSON}<p>${line} is a mutual connection</p></li></ul>`, SEARCH).map(
      ({ name }) => name,
    );
  const name = link("<strong>Ada Quill</strong>");
  expect(shown(name)).toEqual(["Ivo Sampleton", "Ada Quill"]);
  expect(shown(`${name} ${link("CRM")}`)).toEqual(["Ivo Sampleton"]);
  expect(shown(`${link("CRM", ' target="_blank"')} ${name}`)).toEqual([
    "Ivo Sampleton",
    "Ada Quill",
  ]);
});

test("somebody mentioned twice by one name stays both times", () => {
  const line = `<p>${NAMES[1]} and Oda know each other; ${NAMES[1]} is a mutual connection</p>`;
  const found = read(`<ul><li>${PERSON}${line}</li></ul>`, SEARCH);
  expect(found.map(({ name }) => name)).toEqual(["Ivo Sampleton", "Ada Quill", "Ada Quill"]);
});
