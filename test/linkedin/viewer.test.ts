import { expect, test } from "vitest";
import { pageOf } from "../../src/linkedin/urls.ts";
import { viewerOnPage } from "../../src/linkedin/viewer.ts";
import { expected, FIXTURES, fixturePage, pageToRead } from "./fixture-page.ts";

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
