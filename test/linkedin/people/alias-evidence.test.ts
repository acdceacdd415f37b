import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import {
  aliasesGivenBy,
  aliasesInOneAddress,
  aliasesTogether,
  contradicts,
  hoverTriggerAliases,
} from "../../../src/linkedin/people/alias-evidence.ts";
import { peopleOnPage } from "../../../src/linkedin/people/people-on-page.ts";
import { pageOf } from "../../../src/linkedin/address/urls.ts";
import { expected, pageToRead } from "../fixture-page.ts";

const MIRA = "ACoAAAMira00000000000000000000000000001";
const { document } = new JSDOM("<body></body>").window;

const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...inside: readonly Node[]
): Element => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
};

const GIVEN: ReadonlyArray<readonly [string, Readonly<Record<string, string>>, readonly string[]]> =
  [
    ["div", { componentkey: `SearchResults${MIRA}` }, [`member:${MIRA}`]],
    [
      "section",
      { componentkey: `com.linkedin.sdui.profile.card.ref${MIRA}Topcard` },
      [`member:${MIRA}`],
    ],
    [
      "section",
      { componentkey: "com.linkedin.sdui.profile.card.refmira-lindqvistTopcard" },
      ["slug:mira-lindqvist"],
    ],
    ["section", { componentkey: `com.linkedin.sdui.profile.card.ref${MIRA}Activity` }, []],
    ["div", { componentkey: "ConnectionCard_12-zo%C3%AB-sample-0002" }, ["slug:zoë-sample-0002"]],
    [
      "div",
      { componentkey: "ConnectionCardProfileImage_3-mira-lindqvist" },
      ["slug:mira-lindqvist"],
    ],
    [
      "div",
      { componentkey: "ProfileVerificationTriggerRef-mira-lindqvist" },
      ["slug:mira-lindqvist"],
    ],
    [
      "div",
      { componentkey: "ConnectButtonstate:invitation:urn:li:member:4711_connect" },
      ["number:4711"],
    ],
    [
      "div",
      { componentkey: "ConnectButtonstate:invitation:urn:li:member:4711_pending" },
      ["number:4711"],
    ],
    [
      "div",
      { componentkey: "FollowButtonurn:li:fsd_followingState:urn:li:member:4711_follow" },
      ["number:4711"],
    ],
    ["div", { componentkey: "auto-component-ACoX" }, []],
    ["div", { "data-chameleon-result-urn": "urn:li:member:4711" }, ["number:4711"]],
    ["div", { "data-chameleon-result-urn": "urn:li:member:headless" }, []],
    ["section", { "data-member-id": "4711" }, ["number:4711"]],
    ["a", { href: `/messaging/compose/?recipient=${MIRA}` }, [`member:${MIRA}`]],
    [
      "a",
      { href: "/preload/search-custom-invite/?vanityName=mira-lindqvist" },
      ["slug:mira-lindqvist"],
    ],
    [
      "a",
      { href: `/search/results/people/?facetConnectionOf=[%22${MIRA}%22]` },
      [`member:${MIRA}`],
    ],
    ["a", { href: "/jobs/" }, []],
  ];

for (const [name, attributes, aliases] of GIVEN) {
  test(`${JSON.stringify(attributes)} on ${name} gives ${JSON.stringify(aliases)}`, () => {
    expect(aliasesGivenBy(element(name, attributes))).toEqual(aliases);
  });
}

test("a hover card's trigger inside a link gives the link's member", () => {
  const link = element(
    "a",
    {},
    element("span", { "data-entity-hovercard-id": `urn:li:fs_miniProfile:${MIRA}` }),
  );
  expect(hoverTriggerAliases(link)).toEqual([`member:${MIRA}`]);
});

test("evidence adds kinds of alias a person lacks, and none that is doubtful", () => {
  expect(aliasesTogether(["slug:a"], ["member:ACoAAx", "number:1"])).toEqual([
    "member:ACoAAx",
    "number:1",
    "slug:a",
  ]);
  expect(aliasesTogether(["slug:a"], ["slug:b", "member:ACoAAx", "member:ACoAAy"])).toEqual([
    "slug:a",
  ]);
  expect(contradicts(["slug:a"], ["member:ACoAAx"])).toBe(false);
  expect(contradicts(["slug:a"], ["slug:a", "slug:b"])).toBe(true);
});

test("an id that two cards of one page would share is learnt by neither", () => {
  const compose = (): Element =>
    element("a", { href: `/messaging/compose/?recipient=${MIRA}` }, document.createTextNode("x"));
  const card = (slug: string): Element =>
    element(
      "li",
      {},
      element("a", { href: `/in/${slug}/` }, document.createTextNode(`Name of ${slug}`)),
      compose(),
    );
  const page = pageOf("https://www.linkedin.com/mynetwork/invite-connect/connections/");
  const aliases = peopleOnPage(element("ul", {}, card("one"), card("two")), page).map(
    (person) => person.aliases,
  );
  expect(aliases).toEqual([["slug:one"], ["slug:two"]]);
  const alone = peopleOnPage(element("ul", {}, card("one")), page).map((person) => person.aliases);
  expect(alone).toEqual([[`member:${MIRA}`, "slug:one"]]);
});

test("aliases of one address are told from those of one card", () => {
  const slug = "slug:mira-lindqvist" as const;
  const member = `member:${MIRA}` as const;
  const together = [member, "number:4711", slug] as const;
  expect(aliasesInOneAddress([[slug, member]], together)).toEqual([member, slug]);
  expect(aliasesInOneAddress([[slug], [member], ["number:4711"]], together)).toEqual([]);
  // Pairs that share an alias are joined; what the person does not have is left out.
  expect(
    aliasesInOneAddress(
      [
        [slug, member],
        [member, "number:4711"],
        [slug, "member:ACoAAAElse00000000000000000000000000002"],
      ],
      together,
    ),
  ).toEqual([...together]);
});

test("people say which of their aliases one address of the site held", () => {
  const of = (fixture: string, name: string): readonly string[] | undefined =>
    peopleOnPage(pageToRead(fixture, "nested links kept"), pageOf(expected(fixture).url)).find(
      (person) => person.name === name,
    )?.inOneAddress;
  expect(of("people-search-ember-2025", "Mira Lindqvist")).toEqual([
    `member:${MIRA}`,
    "slug:mira-lindqvist",
  ]);
  // Two elements of one card.
  expect(of("people-search-sdui-2026", "Mira Lindqvist")).toBeUndefined();
  expect(of("profile-bar-link-sdui-2026-03", "Oda Testmann")).toBeUndefined();
});
