import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { slices } from "../../../src/content/page/slices.ts";

const post = (name: string): string =>
  `<article><div><a href="/in/${name}/">${name}</a></div><p><a href="/feed/">more</a></p></article>`;

const posts = (count: number, of: string): string =>
  Array.from({ length: count }, (_, index) => post(`${of}-${index}`)).join("");

const linksIn = (parts: readonly ParentNode[]): readonly (string | null)[] =>
  parts.flatMap((part) =>
    [...part.querySelectorAll('a[href*="/in/"]')].map(({ textContent }) => textContent),
  );

const { document } = new JSDOM(
  `<main><section>${posts(300, "a")}</section><section>${posts(20, "b")}</section></main><aside></aside>`,
).window;

test("a long page is cut so that every link is in one piece, in page order, and no piece holds many", () => {
  const cut = slices([document]);
  expect(linksIn(cut)).toEqual(linksIn([document]));
  for (const piece of cut) expect(linksIn([piece]).length).toBeLessThanOrEqual(60);
});

test("what is small stays whole, whatever comes with it", () => {
  const [large, small] = document.querySelectorAll("section");
  const cut = slices([small!, large!]);
  expect(cut[0]).toBe(small);
  expect(cut).toHaveLength(301);
  expect(slices([document.querySelector("aside")!])).toHaveLength(1);
});

test("parts are cut by their own links, not by those around them", () => {
  const articles = [...document.querySelectorAll("article")].slice(0, 70);
  expect(slices(articles)).toEqual(articles);
});
