import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { isSignedOut } from "../../../src/linkedin/page/signed-out-page.ts";
import { FIXTURES, pageToRead } from "../fixture-page.ts";

const page = (body: string): Document =>
  new JSDOM(`<body>${body}</body>`, { url: "https://www.linkedin.com/in/alex-example" }).window
    .document;

const WAY_IN = '<a href="/login?session_redirect=x">Sign in</a>';

test("a public page offers to sign in", () => {
  expect(isSignedOut(page(`<nav>${WAY_IN}</nav><main>Alex Example</main>`))).toBe(true);
  const joined =
    '<header><a href="https://www.linkedin.com/signup/cold-join?x=1">Join</a></header>';
  expect(isSignedOut(page(joined))).toBe(true);
});

test("a member's page does not, whatever people link to in it", () => {
  const bar = '<header id="global-nav"><a href="/m/logout/">Sign out</a></header>';
  expect(isSignedOut(page(`${bar}<aside>${WAY_IN}</aside>`))).toBe(false);
  expect(isSignedOut(page(`<article>${WAY_IN}</article>`))).toBe(false);
  expect(isSignedOut(page('<nav><a href="https://example.org/login">x</a></nav>'))).toBe(false);
  expect(isSignedOut(page(""))).toBe(false);
});

test.each(FIXTURES)("%s is a member's page", (name) => {
  expect(isSignedOut(pageToRead(name, "links un-nested by saving"))).toBe(false);
});
