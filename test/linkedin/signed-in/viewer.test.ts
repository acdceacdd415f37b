import { expect, test } from "vitest";
import { pageOf } from "../../../src/linkedin/address/urls.ts";
import { viewerOnPage } from "../../../src/linkedin/signed-in/viewer.ts";
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
