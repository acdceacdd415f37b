/**
 * Kinds of shapes, each with its relatives: seen ones have a fixture of their own, these are what is likely to stand beside them.
 */
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { peopleOnPage } from "../../../src/linkedin/people/people-on-page.ts";
import { pageOf } from "../../../src/linkedin/address/urls.ts";

const SITE = "https://www.linkedin.com";
const FEED = `${SITE}/feed/`;
const SENT = `${SITE}/mynetwork/invitation-manager/sent/`;
const CONNECTIONS = `${SITE}/mynetwork/invite-connect/connections/`;
const COMPANY = `${SITE}/company/harbour-kites/`;
const SEARCH = `${SITE}/search/results/people/?keywords=kite`;
const MEMBER = "ACoAAExampleOtherOtherOtherOtherOtherO1";

const picture = (slug: string, alt: string): string =>
  `<a href="/in/${slug}/"><figure><img alt="${alt}"/></figure></a>`;
const actor = (slug: string, name: string): string =>
  `${picture(slug, `View ${name}’s profile`)}<a href="/in/${slug}/"><p><span aria-hidden="true">${name}</span></p></a>`;
const post = (head: string, foot = ""): string =>
  `<div data-testid="mainFeed"><div role="listitem">${head}${actor("ivo-sampleton", "Ivo Sampleton")}` +
  `<p><span data-testid="expandable-text-box">Kites.</span></p>${foot}</div></div>`;
const chip = (text: string, slug = "oda-testmann"): string =>
  `<div><a href="/in/${slug}/">${text}</a></div>`;
/** A post of somebody with one name, whose comments are counted in a link. */
const counted = (words: string, label: string): string =>
  '<main><div role="article" data-urn="urn:li:activity:7000000000000000000">' +
  '<a aria-label="박하은, graphic." href="/in/haeun-sample/"><span><img alt=""/></span></a>' +
  '<a aria-label="View: 박하은 • 1st" href="/in/haeun-sample/"><span><span aria-hidden="true">박하은</span></span></a>' +
  `<a aria-label="${label}" href="/feed/update/urn:li:activity:7000000000000000000/"><span aria-hidden="true">${words}</span></a>` +
  "</div></main>";
/** A row whose act is a link with a label of its own, beside what stands in the place of the name. */
const actOf = (label: string, name: string): string =>
  `<div role="listitem">${picture("oda-testmann", "Oda Testmann’s picture")}<div>${name}<p>Bridge keeper</p></div>` +
  `<div><a href="/messaging/compose/?recipient=${MEMBER}" aria-label="${label}"><span>Send message</span></a></div></div>`;
/** A row in which one link holds the name's own link and the headline. */
const nestedRow = (name: string): string =>
  `<div role="listitem">${picture("oda-testmann", "=1+1")}<div><a href="/in/oda-testmann/"><div><p>` +
  `<a href="/in/oda-testmann/">${name}</a></p><p>Editor at Plumtree Bank</p></div></a></div></div>`;
const list = (row: string): string => `<div data-testid="lazy-column">${row}</div>`;
const head = (inner: string): string =>
  `<section><h1>Harbour Kites</h1><div>${inner}</div></section>`;

/** Address, page, and the names to be found, in page order. */
const PAGES: Readonly<Record<string, readonly [string, string, readonly string[]]>> = {
  "a sentence with the name set off is about a post": [
    FEED,
    post('<a href="/in/ada-quill/"><p><strong>Ada Quill</strong> likes this</p></a>'),
    ["Ivo Sampleton"],
  ],
  "a whole line that is the link of a reposter": [
    FEED,
    post('<a href="/in/ada-quill/"><p><strong>Ada Quill</strong> reposted this</p></a>'),
    ["Ada Quill", "Ivo Sampleton"],
  ],
  "another extension's words beside somebody whom a sentence names": [
    FEED,
    post(
      '<div><a href="/in/ada-quill/"></a><span><a href="/in/ada-quill/">Follow up</a><button>2nd · Follow up</button></span>' +
        '<div><p><a href="/in/ada-quill/"><strong>Ada Quill</strong></a> likes this</p></div></div>',
    ),
    ["Ivo Sampleton"],
  ],
  "a row whose name is not there, with an act that its own label speaks for": [
    CONNECTIONS,
    list(actOf("Send message", "")),
    [],
  ],
  "the same where the label says to whom": [
    CONNECTIONS,
    list(actOf("Send message to Oda Testmann", "")),
    [],
  ],
  "a name without end in the place of the name": [
    CONNECTIONS,
    list(actOf("Send message", `<a href="/in/oda-testmann/">${"Oda Testmann ".repeat(8000)}</a>`)),
    [],
  ],
  "a headline behind a name without letters": [CONNECTIONS, list(nestedRow("=1+1")), []],
  "a headline behind a name without end": [CONNECTIONS, list(nestedRow("Oda ".repeat(8000))), []],
  "a headline behind a name": [CONNECTIONS, list(nestedRow("Oda Testmann")), ["Oda Testmann"]],
  "a name beside such an act": [
    CONNECTIONS,
    list(actOf("Send message", "<p>Oda Testmann</p>")),
    ["Oda Testmann"],
  ],
  "the number of comments is a link whose label goes on with the author's name, here of one word": [
    FEED,
    counted("1 comment", "1 comment on 박하은’s post"),
    ["박하은"],
  ],
  "the number of comments in Turkish": [
    FEED,
    counted("1 yorum", "박하은 adlı üyenin gönderisinde 1 yorum"),
    ["박하은"],
  ],
  "the number of comments in letters, in Arabic": [
    FEED,
    counted("تعليق واحد", "تعليق واحد على منشور 박하은"),
    ["박하은"],
  ],
  "a sentence with the name set off is about a company": [
    COMPANY,
    head(
      '<a href="/in/wendela-kay/"><img alt=""/><p><strong>Wendela Kay</strong> works here</p></a>',
    ),
    [],
  ],
  "a sentence about a company in French": [
    COMPANY,
    head(`<a href="/in/${MEMBER}"><img alt=""/><span>Wendela travaille ici</span></a>`),
    [],
  ],
  "a notification about somebody is not about a company": [
    `${SITE}/notifications/`,
    `<article>${picture("oda-testmann", "Oda Testmann")}<a href="/in/oda-testmann/"><p><strong>Oda Testmann</strong> viewed your profile</p></a></article>`,
    ["Oda Testmann"],
  ],
  "a slug with spaces": [
    FEED,
    post("", chip("oda testmann 00000001", "oda-testmann-00000001")),
    ["Ivo Sampleton"],
  ],
  "a slug with words": [
    FEED,
    post("", chip("oda-testmann-00000001 · Follow up", "oda-testmann-00000001")),
    ["Ivo Sampleton"],
  ],
  "a slug cut short": [
    FEED,
    post("", chip("oda-testma…", "oda-testmann-00000001")),
    ["Ivo Sampleton"],
  ],
  "an encoded slug": [
    FEED,
    post("", chip("%E5%B0%8F%E6%9E%97-7", "%E5%B0%8F%E6%9E%97-7")),
    ["Ivo Sampleton"],
  ],
  "another extension's word with its own picture": [
    FEED,
    post("", chip('<img alt="Kitebook"/>Kitebook')),
    ["Ivo Sampleton"],
  ],
  "another extension's sentence about somebody": [
    FEED,
    post("", chip("Add note to Oda")),
    ["Ivo Sampleton"],
  ],
  "another extension's act with a first name": [
    FEED,
    post("", chip("Message Oda")),
    ["Ivo Sampleton"],
  ],
  "an act whose label holds its own word": [
    SEARCH,
    list(
      '<div role="listitem"><a href="/in/oda-testmann/">Message</a><button aria-label="Message Oda">Message</button></div>',
    ),
    [],
  ],
  "another extension's link in a tab of its own": [
    SEARCH,
    list(
      `<div role="listitem">${picture("kite-lady", "")}<p><a href="/in/kite-lady/">Oda Testmann</a></p><a href="/in/kite-lady/" target="_blank">CRM</a></div>`,
    ),
    ["Oda Testmann"],
  ],
  "a shorter text that nothing speaks for may be an act": [
    SEARCH,
    list(
      `<div role="listitem">${picture("kite-lady", "")}<p><a href="/in/kite-lady/">Oda Testmann</a></p><a href="/in/kite-lady/">Follow</a></div>`,
    ),
    [],
  ],
  "another extension's word before a name in another writing": [
    SEARCH,
    list(
      `<div role="listitem">${picture("ivan-primer", "")}<a href="/in/ivan-primer/">Note (2)</a><p><a href="/in/ivan-primer/">Иван Пример</a></p></div>`,
    ),
    [],
  ],
  "another extension's word beside a name that a translator wrote": [
    SEARCH,
    list(
      `<div role="listitem">${picture("kite-lady", "")}<p><a href="/in/kite-lady/"><font>Oda Waldschloss</font></a></p><a href="/in/kite-lady/">Follow up</a></div>`,
    ),
    [],
  ],
  "a profile handed on, with the site it is from": [
    FEED,
    post(
      "",
      `<a href="${SITE}/in/oda-testmann"><figure><img alt="Oda Testmann - Keeper"/></figure><h3>Oda Testmann - Keeper</h3><p>linkedin.com</p></a>`,
    ),
    ["Ivo Sampleton"],
  ],
  "a name with particles, and one with letters after it": [
    SEARCH,
    list(
      '<div role="listitem"><a href="/in/oda-testmann/">Oda von der Testmann</a></div><div role="listitem"><a href="/in/jean-luc-7/">Jean-Luc Picardy</a></div>',
    ),
    ["Oda von der Testmann", "Jean-Luc Picardy"],
  ],
  "a name in small letters": [
    SEARCH,
    list('<div role="listitem"><a href="/in/danah-boydy/">danah boydy</a></div>'),
    ["danah boydy"],
  ],
  "rows without a role, whose links are pictures labelled on the link": [
    SENT,
    list(
      ["Oda Testmann", "Ivo Sampleton"]
        .map(
          (name, index) =>
            `<div><a href="/in/kite-${index}/" aria-label="${name}’s picture"><svg></svg></a><div><p>${name}</p></div></div>`,
        )
        .join("<hr/>"),
    ),
    ["Oda Testmann", "Ivo Sampleton"],
  ],
  "people recommended in the list of posts, names beside pictures": [
    FEED,
    post("").replace(
      "</div></div>",
      `</div><div><h2>Recommended for you</h2><div>${picture("oda-testmann", "Oda Testmann")}<p>Oda Testmann</p><button>Follow</button></div>` +
        `<div>${picture("ada-quill", "Ada Quill")}<p>Ada Quill</p><button>Follow</button></div></div></div>`,
    ),
    ["Ivo Sampleton", "Oda Testmann", "Ada Quill"],
  ],
};

for (const [what, [address, html, names]] of Object.entries(PAGES)) {
  test(`${what}: ${names.join(", ") || "nobody"}`, () => {
    const source = `<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Page</title></head><body><main>${html}</main></body></html>`;
    const { document } = new JSDOM(source, { contentType: "application/xhtml+xml" }).window;
    const found = peopleOnPage(document, pageOf(address)).map(({ name }) => name);
    expect(found).toEqual(names);
  });
}

test("a member id is nobody's name, also where everybody mentioned is asked for", () => {
  const source = `<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Page</title></head><body><main>${post("", chip(MEMBER, MEMBER))}</main></body></html>`;
  const { document } = new JSDOM(source, { contentType: "application/xhtml+xml" }).window;
  const found = peopleOnPage(document, pageOf(FEED), { showRails: true });
  expect(found.map(({ name }) => name)).toEqual(["Ivo Sampleton"]);
});

test("somebody mentioned in another's card, in a block of their own, gets no id of that card", () => {
  const card =
    '<li data-chameleon-result-urn="urn:li:member:1001"><div><a href="/in/oda-testmann/">Oda Testmann</a></div>' +
    '<div class="entity-result__insights"><div><a href="/in/ivo-sampleton/">Ivo Sampleton</a></div></div></li>';
  const { document } = new JSDOM(`<main><ul>${card}</ul></main>`).window;
  const found = peopleOnPage(document, pageOf(SEARCH), { showRails: true });
  expect(found.map(({ aliases }) => aliases.join(" "))).toEqual([
    "number:1001 slug:oda-testmann",
    "slug:ivo-sampleton",
  ]);
});
