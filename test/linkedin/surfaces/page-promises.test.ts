import { expect, test } from "vitest";
import { threadsOnPage } from "../../../src/linkedin/messaging/messaging.ts";
import {
  messagesWithoutSender,
  missingOf,
  pageHealth,
} from "../../../src/linkedin/surfaces/page-promises.ts";
import { peopleOnPage } from "../../../src/linkedin/people/people-on-page.ts";
import { pageOf } from "../../../src/linkedin/address/urls.ts";
import { expected, FIXTURES, fixturePage, pageToRead } from "../fixture-page.ts";

for (const fixture of FIXTURES) {
  const page = pageOf(expected(fixture).url);
  if (expected(fixture).people.length === 0) continue;
  test(`${fixture}: everybody the page promises is read`, () => {
    const document = pageToRead(fixture, "nested links kept");
    const { promised, read } = pageHealth(document, page, peopleOnPage(document, page));
    expect(read).toBe(promised);
  });
}

for (const fixture of [
  "people-search-ember-2025",
  "invitations-sent-sdui-2026-04",
  "pymk-sdui-2026",
]) {
  test(`${fixture}: a card with a picture and no name the reader knows is missed`, () => {
    const page = pageOf(expected(fixture).url);
    const document = fixturePage(fixture, "nested links kept");
    const found = peopleOnPage(document, page);
    const { promised } = pageHealth(document, page, found);
    const missed = pageHealth(document, page, found.slice(1));
    expect(promised).toBeGreaterThan(1);
    expect(missed).toEqual({ promised, read: promised - 1 });
  });
}

test("a heading that counts people over a page without any card promises somebody", () => {
  const document = fixturePage("people-search-ember-2025", "nested links kept");
  const page = pageOf(expected("people-search-ember-2025").url);
  for (const link of document.querySelectorAll('a[href*="/in/"]')) link.remove();
  expect(pageHealth(document, page, []).promised).toBe(0);
  const heading = document.createElementNS("http://www.w3.org/1999/xhtml", "h2");
  heading.textContent = "About 1,200 results";
  document.querySelector("main")?.prepend(heading);
  expect(pageHealth(document, page, [])).toEqual({ promised: 1, read: 0 });
});

test("a profile whose card is there and not understood is missed", () => {
  const name = "profile-bar-link-sdui-2026-03";
  const document = fixturePage(name, "nested links kept");
  const page = pageOf(expected(name).url);
  for (const heading of document.querySelectorAll("h2")) heading.textContent = "";
  expect(pageHealth(document, page, peopleOnPage(document, page))).toEqual({
    promised: 1,
    read: 0,
  });
});

test("messages whose sender is not known are counted", () => {
  const name = "messaging-ember-2026";
  const document = fixturePage(name, "nested links kept");
  const health = () =>
    messagesWithoutSender(
      threadsOnPage(document, pageOf(expected(name).url), { viewer: [], since: 0, now: 1 }),
    );
  expect(health()).toEqual({ promised: 3, read: 3 });
  for (const link of document.querySelectorAll("[data-event-urn] > a")) link.remove();
  for (const link of document.querySelectorAll('[data-event-urn] a[href*="/in/"]')) link.remove();
  expect(health()).toEqual({ promised: 3, read: 0 });
});

test("one card of ten without a name is no accident of the reader, three are", () => {
  expect(missingOf({ promised: 0, read: 0 })).toBe(0);
  expect(missingOf({ promised: 10, read: 9 })).toBe(0);
  expect(missingOf({ promised: 10, read: 7 })).toBe(3);
  expect(missingOf({ promised: 1, read: 0 })).toBe(1);
});
