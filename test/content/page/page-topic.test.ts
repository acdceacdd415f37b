// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.linkedin.com/" }
import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { pageTopic } from "../../../src/content/page/page-topic.ts";
import type { Viewer } from "../../../src/protocol/site-questions.ts";

const SAM: Viewer = { aliases: ["slug:sam-example"], name: "Sam Example" };
let member: Viewer | undefined;
const topic = () => pageTopic(document, { member: () => member });

const go = (path: string) => history.pushState(null, "", path);
const heading = (words: string) => {
  const main = document.createElement("main");
  main.append(Object.assign(document.createElement("h1"), { textContent: words }));
  document.body.replaceChildren(main);
};

beforeEach(() => {
  member = undefined;
  heading("");
});

test("a profile is about the person in its address, on every part of it; the member's own is about nobody", () => {
  member = SAM;
  go("/in/alex-example/");
  const about = topic();
  expect(about()).toEqual({ viewer: SAM, alias: "slug:alex-example" });
  go("/in/alex-example/recent-activity/all/");
  expect(about()).toEqual({ viewer: SAM, alias: "slug:alex-example" });
  go("/in/sam-example/");
  expect(about()).toEqual({ viewer: SAM });
  go("/feed/");
  expect(about()).toEqual({ viewer: SAM });
});

test.each(["/sales/home", "/sales/lead/ACwAAAExample,NAME_SEARCH,x", "/talent/hire/1/discover"])(
  "%s is a page of another product, which is not read",
  (path) => {
    member = SAM;
    go(path);
    expect(topic()()).toEqual({ notRead: true });
    go("/feed/");
    expect(topic()()).toEqual({ viewer: SAM });
  },
);

test.each([
  ["company-home-ember-2025", "/company/harbour-kites/", "Harbour Kites"],
  ["company-posts-ember-2025", "/company/1001/posts/", "Tin Whistle"],
  ["company-posts-sdui-2026", "/company/tin-whistle/posts/", "Tin Whistle"],
  ["school-people-ember-2025", "/school/harbour-college/people/", "Harbour College"],
])("the page of %s is about the company its heading names", (name, path, company) => {
  const file = readFileSync(`test/fixtures/pages/company/${name}.xhtml`, "utf8");
  const page = new DOMParser().parseFromString(file, "application/xhtml+xml");
  document.body.replaceChildren(
    ...[...page.body.childNodes].map((node) => document.importNode(node, true)),
  );
  go(path);
  expect(topic()()).toEqual({ company });
});

test("the heading of the page before names no company while the new page is still being drawn", () => {
  go("/in/alex-example/");
  heading("Alex Example");
  const about = topic();
  about();
  go("/company/1001/");
  expect(about()).toEqual({});
  heading("Tin Whistle");
  expect(about()).toEqual({ company: "Tin Whistle" });
  go("/company/1001/people/");
  expect(about()).toEqual({ company: "Tin Whistle" });
  go("/company/1002/");
  expect(about()).toEqual({});
});

test("a page that was drawn before its address changed is known by what the address says", () => {
  go("/feed/");
  const about = topic();
  about();
  heading("Tin  Whistle");
  go("/company/tin-whistle/");
  expect(about()).toEqual({ company: "Tin Whistle" });
});

test("no other page is about a company, whatever its heading says", () => {
  heading("An evening of lights");
  for (const path of ["/events/1001/", "/company/", "/jobs/view/1/"]) {
    go(path);
    expect(topic()()).toEqual({});
  }
});
