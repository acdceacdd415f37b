import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { pageOf } from "../../../src/linkedin/address/urls.ts";
import { viewerOnPage } from "./viewer-on-page.ts";
import { expected, FIXTURES, fixturePage, pageToRead } from "../fixture-page.ts";

const XHTML = "http://www.w3.org/1999/xhtml";

for (const fixture of FIXTURES) {
  test(`${fixture}: the viewer is known where the page says so, and nowhere else`, () => {
    const { url, viewer } = expected(fixture);
    expect(viewerOnPage(pageToRead(fixture, "nested links kept"), pageOf(url))).toEqual(viewer);
  });
}

const FEED = pageOf("https://www.linkedin.com/feed/");

test("before any post is there, nobody on the feed is taken for the viewer", () => {
  const document = fixturePage("feed-sdui-2026", "nested links kept");
  for (const post of document.querySelectorAll('[role="listitem"]')) post.remove();
  expect(viewerOnPage(document, FEED)).toBeUndefined();
});

test("a card of somebody other than the picture in the bar is not certain", () => {
  const document = fixturePage("feed-ember-2025", "nested links kept");
  document.querySelector(".global-nav__me-photo")?.setAttribute("alt", "Otto Brandt");
  expect(viewerOnPage(document, FEED)?.certain).toBe(false);
});

test("two sources that name different viewers name none", () => {
  const document = fixturePage("message-overlay-ember-2025", "nested links kept");
  const [first] = document.querySelectorAll("[data-event-urn]");
  const urn = first?.getAttribute("data-event-urn") ?? "";
  first?.setAttribute("data-event-urn", urn.replace("ACoAAANora", "ACoAAAElse"));
  expect(viewerOnPage(document, FEED)).toBeUndefined();
});

/** A bar on top with one link to an address, drawn as the newer layout draws its offers. */
function barWithLink(document: Document, href: string): void {
  const bar =
    document.querySelector('[data-testid="primary-nav"]') ??
    document.createElementNS(XHTML, "header");
  bar.setAttribute("data-testid", "primary-nav");
  const link = document.createElementNS(XHTML, "a");
  link.setAttribute("href", href);
  link.textContent = "Try it";
  bar.append(link);
  document.body.prepend(bar);
}

/** Addresses an action can have that is drawn as a link on the profile of a person. */
const OWN_ADDRESSES = [
  "https://www.linkedin.com/in/oda-testmann/",
  "https://www.linkedin.com/in/Oda-Testmann",
  "/in/oda-testmann/?trk=bar",
  "/in/oda-testmann/en",
  "/in/oda-testmann/overlay/contact-info/",
  "https://www.linkedin.com/in/ACoAAExampleOtherOtherOtherOtherOtherO1/",
];

for (const href of OWN_ADDRESSES) {
  test(`a link in the bar to the person shown proves nobody: ${href}`, () => {
    const name = "profile-portuguese-sdui-2026-07";
    const document = fixturePage(name, "nested links kept");
    barWithLink(document, href);
    expect(viewerOnPage(document, pageOf(expected(name).url))).toBeUndefined();
  });
}

for (const name of FIXTURES) {
  const { url, viewer } = expected(name);
  const page = pageOf(url);
  if (page.surface !== "profile") continue;
  test(`${name}: actions of the bar with the page's own address change nothing`, () => {
    const document = fixturePage(name, "nested links kept");
    barWithLink(document, url);
    expect(viewerOnPage(document, page)).toEqual(viewer);
  });
}

test("a link of the bar that was left over from a profile shown before proves nobody", () => {
  const name = "people-search-sdui-2026";
  const document = fixturePage(name, "nested links kept");
  const page = pageOf(expected(name).url);
  barWithLink(document, "https://www.linkedin.com/in/oda-testmann/");
  expect(viewerOnPage(document, page, new Set(["slug:oda-testmann"]))).toBeUndefined();
});

for (const name of FIXTURES) {
  const { url, viewer } = expected(name);
  if (pageOf(url).surface === "feed" || viewer !== undefined) continue;
  test(`${name}: drawn while the address is already the feed's, it names no viewer`, () => {
    const document = fixturePage(name, "nested links kept");
    const found = viewerOnPage(document, FEED);
    expect(found?.certain === true ? found : undefined).toBeUndefined();
  });
}

test("edit links to another profile than the one shown prove nobody", () => {
  const name = "profile-self-sdui-2026";
  const document = fixturePage(name, "nested links kept");
  const link = document.querySelector('a[href*="/edit/"]');
  link?.setAttribute("href", "/in/otto-brandt/edit/intro/");
  expect(viewerOnPage(document, pageOf(expected(name).url))).toBeUndefined();
});

test("a card that offers to edit it and to write to its person proves nobody", () => {
  const name = "profile-self-sdui-2026";
  const document = fixturePage(name, "nested links kept");
  const link = document.createElementNS(XHTML, "a");
  link.setAttribute(
    "href",
    "/messaging/compose/?recipient=ACoAAANora00000000000000000000000000009",
  );
  document.querySelector('a[href*="/edit/"]')?.after(link);
  expect(viewerOnPage(document, pageOf(expected(name).url))).toBeUndefined();
});

const FEED_LIST = '[data-testid="mainFeed"]';

/** A card of somebody on the feed of the newer layout, before another element. */
function cardBefore(document: Document, before: string, heading: boolean, button: boolean): void {
  const card = document.createElementNS(XHTML, "div");
  const make = (name: string, text = "", parent: Element = card): Element => {
    const made = document.createElementNS(XHTML, name);
    made.textContent = text;
    parent.append(made);
    return made;
  };
  if (heading) make("h2", "Recommended for you");
  const picture = make("a");
  picture.setAttribute("href", "/in/oda-testmann/");
  make("img", "", picture).setAttribute("alt", "Oda Testmann");
  const name = make("a");
  name.setAttribute("href", "/in/oda-testmann/");
  make("p", "Oda Testmann", name);
  if (button) make("button", "Follow");
  document.querySelector(before)?.before(card);
}

const certainOn = (document: Document, address = FEED): readonly string[] | undefined => {
  const found = viewerOnPage(document, address);
  return found?.certain === true ? found.aliases : undefined;
};

test("somebody recommended inside the list of posts is not the viewer, who is still known", () => {
  const document = fixturePage("feed-comments-sdui-2026-04", "nested links kept");
  cardBefore(document, `${FEED_LIST} > div`, true, true);
  expect(certainOn(document)).toEqual(["slug:nora-field"]);
  for (const link of document.querySelectorAll('a[href*="nora-field"]')) link.remove();
  expect(viewerOnPage(document, FEED)).toBeUndefined();
});

for (const [heading, button] of [
  [true, false],
  [false, true],
] as const) {
  test(`a suggestion before the feed ${heading ? "with a heading" : "with an act"} is not certain to be the viewer`, () => {
    const document = fixturePage("feed-comments-sdui-2026-04", "nested links kept");
    for (const link of document.querySelectorAll('a[href*="nora-field"]')) link.remove();
    cardBefore(document, FEED_LIST, heading, button);
    expect(certainOn(document)).toBeUndefined();
  });
}

test("a card with an act is the viewer's where the place to write a post leads to the same member", () => {
  const document = fixturePage("feed-sdui-2026", "nested links kept");
  document.querySelector(".left")?.append(document.createElementNS(XHTML, "button"));
  expect(certainOn(document)).toEqual(["slug:nora-field"]);
});

/** What can stand in the bar besides the menu. */
const IN_THE_BAR: Readonly<Record<string, string>> = {
  "an act of an unknown address": '<a href="/in/oda-testmann/"><span>Try it</span></a>',
  "a link of another extension":
    '<a href="/in/oda-testmann/" target="_blank"><img alt="Oda Testmann"/>Oda Testmann</a>',
  "a person found by the search":
    '<div role="listbox"><a role="option" href="/in/oda-testmann/"><img alt="Oda Testmann"/><p>Oda Testmann</p></a></div>',
  "a person the search remembers":
    '<form><ul><li><a href="/in/oda-testmann/"><img alt="Oda Testmann"/><p>Oda Testmann</p></a></li></ul></form>',
};

function barWith(html: string, photo = ""): Document {
  const document = fixturePage("people-search-sdui-2026", "nested links kept");
  const bar = document.createElementNS(XHTML, "div");
  bar.setAttribute(
    photo === "" ? "data-testid" : "id",
    photo === "" ? "primary-nav" : "global-nav",
  );
  const { DOMParser } = new JSDOM().window;
  bar.append(...new DOMParser().parseFromString(html + photo, "text/html").body.childNodes);
  document.body.prepend(bar);
  return document;
}

const SEARCH = pageOf(expected("people-search-sdui-2026").url);

for (const [what, html] of Object.entries(IN_THE_BAR)) {
  test(`${what} in the bar proves nobody`, () => {
    expect(certainOn(barWith(html), SEARCH)).toBeUndefined();
  });
}

const MENU =
  '<a href="/in/nora-field/"><img alt="Nora Field"/><p>Nora Field</p><p>Gardener</p></a>';

test("the menu of the bar proves its owner by the name it shows", () => {
  expect(certainOn(barWith(MENU), SEARCH)).toEqual(["slug:nora-field"]);
});

test("a menu with another name than that of the picture in the bar is not certain", () => {
  const photo = (name: string): string => `<img class="global-nav__me-photo" alt="${name}"/>`;
  expect(certainOn(barWith(MENU, photo("Nora Field")), SEARCH)).toEqual(["slug:nora-field"]);
  // The first picture of the bar counts: it is the viewer's own.
  const other = barWith(photo("Otto Brandt") + MENU, " ");
  expect(certainOn(other, SEARCH)).toBeUndefined();
});
