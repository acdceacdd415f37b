/**
 * The people of a page are read first, then its posts and comments, which ask for some of them again: what is read once must say what
 * is read anew.
 */
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { pageOf } from "../../../src/linkedin/address/urls.ts";
import { peopleOnPage } from "../../../src/linkedin/people/people-on-page.ts";
import { readOnce } from "../../../src/linkedin/people/read-once.ts";
import { commentsOnPage, postsOnPage } from "../../../src/linkedin/surfaces/post-facts.ts";
import { expected, FIXTURES, pageToRead, rootsOf } from "../fixture-page.ts";

describe.each([{ showRails: false }, { showRails: true }])(
  "with mentions and rails: $showRails",
  (options) => {
    test.each(FIXTURES)("%s: posts and comments have the authors read anew", (fixture) => {
      const page = pageOf(expected(fixture).url);
      for (const root of rootsOf(pageToRead(fixture, "nested links kept"))) {
        const once = readOnce();
        const people = peopleOnPage(root, page, { ...options, once });
        expect(people).toEqual(peopleOnPage(root, page, options));
        expect(postsOnPage(root, page, once)).toEqual(postsOnPage(root, page));
        expect(commentsOnPage(root, page, once)).toEqual(commentsOnPage(root, page));
        expect(peopleOnPage(root, page, { ...options, once })).toEqual(people);
      }
    });
  },
);

test("a link is read once", () => {
  const { window } = new JSDOM(
    '<li><a href="https://www.linkedin.com/in/alex-example">Alex Example</a></li>',
  );
  const [link] = window.document.getElementsByTagName("a");
  if (link === undefined) throw new Error("No link");
  const once = readOnce();
  expect(once.anchor(link)).toBe(once.anchor(link));
});

test("two people who share a block are read each from their own links", () => {
  const { window } = new JSDOM('<li><a href="/in/ada">Ada</a><a href="/in/ben">Ben</a></li>');
  const [block] = window.document.getElementsByTagName("li");
  if (block === undefined) throw new Error("No block");
  const once = readOnce();
  let read = 0;
  const cards = [...block.children].map((link) => ({
    key: "slug:ada" as const,
    block,
    anchors: [once.anchor(link)].filter((one) => one !== undefined),
  }));
  for (const card of [...cards, ...cards])
    once.people(card, [], "feed", () => {
      read += 1;
      return [];
    });
  expect(read).toBe(2);
});
