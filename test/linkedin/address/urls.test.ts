import fc from "fast-check";
import { expect, test } from "vitest";
import {
  aliasesFromUrl,
  aliasFromUrl,
  connectionsOf,
  pageOf,
  profilePart,
  profileUrl,
} from "../../../src/linkedin/address/urls.ts";
import { isCanonical, slugAlias } from "../../../src/linkedin/address/aliases.ts";
import { runs } from "../../effort.ts";

const MEMBER = "ACoAAAExample0000000000000000000000000A";
const OTHER_MEMBER = "ACoAAAExample0000000000000000000000000B";

const SAME_PERSON: ReadonlyArray<readonly [string, string]> = [
  ["/in/alex-example/", "slug:alex-example"],
  ["/in/alex-example", "slug:alex-example"],
  ["/in/Alex-Example", "slug:alex-example"],
  ["https://www.linkedin.com/in/alex-example/", "slug:alex-example"],
  ["http://www.linkedin.com/in/alex-example", "slug:alex-example"],
  ["//www.linkedin.com/in/alex-example", "slug:alex-example"],
  ["www.linkedin.com/in/alex-example", "slug:alex-example"],
  ["linkedin.com/in/alex-example", "slug:alex-example"],
  ["WWW.LinkedIn.com/in/alex-example", "slug:alex-example"],
  ["https://de.linkedin.com/in/alex-example?originalSubdomain=de", "slug:alex-example"],
  ["https://m.linkedin.com/in/alex-example", "slug:alex-example"],
  ["https://touch.linkedin.com/in/alex-example", "slug:alex-example"],
  ["https://www.linkedin.com/mwlite/in/alex-example", "slug:alex-example"],
  ["https://www.linkedin.com/mwlite/profile/in/alex-example", "slug:alex-example"],
  ["/in/alex-example/en", "slug:alex-example"],
  ["/in/alex-example/pt-br/", "slug:alex-example"],
  ["/in/alex-example?trk=people-guest", "slug:alex-example"],
  ["/in/alex-example/#experience", "slug:alex-example"],
  ["/in/alex-example/overlay/contact-info/", "slug:alex-example"],
  ["/in/alex-example/recent-activity/all/", "slug:alex-example"],
  ["/in/zo%C3%AB-sample-0002", "slug:zoë-sample-0002"],
  ["/in/zoë-sample-0002", "slug:zoë-sample-0002"],
  ["/in/zoe%CC%88-sample-0002", "slug:zoë-sample-0002"],
  ["/in/ZO%C3%8B-sample-0002", "slug:zoë-sample-0002"],
  ["/in/%D0%B8%D0%B2%D0%B0%D0%BD-%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80", "slug:иван-пример"],
  ["/in/%E8%8A%B1%E5%AD%90-12345", "slug:花子-12345"],
  ["/in/alex-%F0%9F%9A%80-1", "slug:alex-🚀-1"],
  ["/in/alex-example-phd%2C-mba", "slug:alex-example-phd,-mba"],
  ["/in/edition-books", "slug:edition-books"],
  ["/in/acosta-example", "slug:acosta-example"],
  ["/in/ACosta-Example", "slug:acosta-example"],
  [`/in/${MEMBER}`, `member:${MEMBER}`],
  [`https://www.linkedin.com/in/${MEMBER}/`, `member:${MEMBER}`],
];

const NOBODY: readonly string[] = [
  "",
  "#",
  "/in/",
  "/in/me/",
  "/in/ME",
  "/in/me/edit/intro/",
  "/in/..",
  "/in/%2e%2e/",
  "/in/%2F",
  "/in/a%2Fb",
  "/in/zo%25C3%25AB",
  "/in/100%25",
  "/in/%E0%A4%A",
  "/in/%E9",
  "/in/a%00b",
  "/in/a%20b",
  "/in/%E2%80%AEalex",
  "/in/%E2%80%8B",
  "/in/---",
  "/in/a%22onclick",
  "/in/%3Cimg%3E",
  "/company/alex-example/",
  "/sales/lead/ACwAAAExample0000000000000000000000000A,NAME_SEARCH,x",
  "/in/ACwAAAExample0000000000000000000000000A",
  "https://lnkd.in/in/alex-example",
  "https://lnkd.in/abc",
  "https://www.linkedin.com.example.org/in/alex-example",
  "https://example.org/in/alex-example",
  "https://notlinkedin.com/in/alex-example",
  "https://www.linkedin.com@example.org/in/alex-example",
  "https://someone@www.linkedin.com/in/alex-example",
  "https://learning.linkedin.com/in/alex-example",
  "javascript:alert(1)//www.linkedin.com/in/alex-example",
  "data:text/html,/in/alex-example",
  "mailto:alex@linkedin.com",
  "/search/results/people/?q=/in/alex-example",
  `/in/${"a".repeat(201)}`,
];

for (const [href, alias] of SAME_PERSON) {
  test(`the address ${href} leads to ${alias}`, () => {
    expect(aliasFromUrl(href)).toBe(alias);
  });
}

for (const href of NOBODY) {
  test(`the address ${JSON.stringify(href.slice(0, 60))} leads to nobody`, () => {
    expect(aliasFromUrl(href)).toBeUndefined();
    expect(aliasesFromUrl(href)).toEqual([]);
  });
}

test("a relative address on another site leads to nobody", () => {
  expect(aliasFromUrl("/in/alex-example", "https://example.org/")).toBeUndefined();
});

test("a link teaches the slug and the member id it carries together", () => {
  const both = ["slug:alex-example", `member:${MEMBER}`];
  for (const kind of ["fs_miniProfile", "fsd_profile"]) {
    expect(
      aliasesFromUrl(`/in/alex-example?miniProfileUrn=urn%3Ali%3A${kind}%3A${MEMBER}`),
    ).toEqual(both);
  }
});

test("a link that names two different member ids teaches nothing but its path", () => {
  expect(
    aliasesFromUrl(`/in/${MEMBER}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${OTHER_MEMBER}`),
  ).toEqual([`member:${MEMBER}`]);
});

test("a compose link names its single recipient, and nobody when there are two", () => {
  const compose = "/messaging/compose/?";
  expect(
    aliasesFromUrl(`${compose}recipient=${MEMBER}&recipients=urn%3Ali%3Afsd_profile%3A${MEMBER}`),
  ).toEqual([`member:${MEMBER}`]);
  expect(
    aliasesFromUrl(`${compose}profileUrn=urn%3Ali%3Afsd_profile%3A${MEMBER}&interop=msgOverlay`),
  ).toEqual([`member:${MEMBER}`]);
  expect(aliasesFromUrl(`${compose}recipients=List(${MEMBER},${OTHER_MEMBER})`)).toEqual([]);
});

test("an invitation link names its target", () => {
  expect(aliasesFromUrl("/preload/custom-invite/?vanityName=alex-example")).toEqual([
    "slug:alex-example",
  ]);
  expect(aliasesFromUrl("/preload/search-custom-invite/?vanityName=zo%C3%AB-sample")).toEqual([
    "slug:zoë-sample",
  ]);
  expect(aliasesFromUrl("/preload/?vanityName=alex-example")).toEqual([]);
});

test("a search of somebody's connections names that somebody", () => {
  const search = "/search/results/people/?";
  expect(connectionsOf(`${search}connectionOf=[%22${MEMBER}%22]&network=["F","S"]`)).toBe(
    `member:${MEMBER}`,
  );
  expect(connectionsOf(`${search}facetConnectionOf=${MEMBER}&origin=X`)).toBe(`member:${MEMBER}`);
  expect(connectionsOf(`${search}connectionOf=["${MEMBER}","${OTHER_MEMBER}"]`)).toBeUndefined();
  expect(connectionsOf(`${search}keywords=${MEMBER}`)).toBeUndefined();
});

test("the part of a profile is what follows the person and the language", () => {
  expect(profilePart("/in/alex-example/")).toBeUndefined();
  expect(profilePart("/in/alex-example/en")).toBeUndefined();
  expect(profilePart("/in/alex-example/overlay/contact-info/")).toBe("overlay");
  expect(profilePart("/in/alex-example/de/details/skills/")).toBe("details");
});

test("a page knows its person, its conversation or its post", () => {
  expect(pageOf("https://www.linkedin.com/in/Alex-Example/en")).toEqual({
    surface: "profile",
    alias: "slug:alex-example",
  });
  expect(pageOf("https://www.linkedin.com/in/alex-example/recent-activity/all/")).toEqual({
    surface: "profile",
    alias: "slug:alex-example",
    part: "recent-activity",
  });
  const id = "2-MDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAxXzEwMA==";
  for (const written of [id, encodeURIComponent(id)]) {
    expect(pageOf(`https://www.linkedin.com/messaging/thread/${written}/`)).toEqual({
      surface: "messaging",
      conversation: id,
    });
  }
  expect(pageOf("https://www.linkedin.com/messaging/thread/new/")).toEqual({
    surface: "messaging",
  });
  expect(
    pageOf("https://www.linkedin.com/feed/update/urn:li:activity:7200000000000000001/"),
  ).toEqual({
    surface: "post",
    post: "7200000000000000001",
  });
  expect(
    pageOf("https://www.linkedin.com/posts/alex-example_word-activity-7200000000000000001-AbCd"),
  ).toEqual({
    surface: "post",
    post: "7200000000000000001",
  });
  expect(pageOf("about:blank")).toEqual({ surface: "other" });
});

test("addresses are built from canonical aliases only", () => {
  expect(profileUrl("slug:zoë-sample-0002")).toBe(
    "https://www.linkedin.com/in/zo%C3%AB-sample-0002/",
  );
  expect(profileUrl(`member:${MEMBER}`)).toBe(`https://www.linkedin.com/in/${MEMBER}/`);
  expect(profileUrl("number:12345")).toBeUndefined();
  expect(profileUrl("slug:../login")).toBeUndefined();
  expect(profileUrl("slug:Alex")).toBeUndefined();
  expect(profileUrl("slug:me")).toBeUndefined();
  expect(profileUrl("member:alex")).toBeUndefined();
});

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string(),
  fc.constantFrom(
    "%",
    "%25",
    "..",
    "me",
    "İstanbul",
    "ſ",
    "ǅ",
    "\u200D",
    "\uD800",
    "ÅÅ",
    "\u1FEF",
    "a\u1FEFb",
    "\u212A",
  ),
);

test("an alias read from any address survives being written as an address and read again", () => {
  fc.assert(
    fc.property(
      anyText,
      fc.constantFrom("", "/", "/en", "/overlay/contact-info/", "?trk=x", "#x"),
      (text, tail) => {
        const alias = aliasFromUrl(`/in/${text}${tail}`);
        if (alias === undefined) return;
        expect(isCanonical(alias)).toBe(true);
        const url = profileUrl(alias);
        expect(url).toBeDefined();
        expect(aliasFromUrl(url ?? "")).toBe(alias);
        expect(new URL(url ?? "").pathname.split("/")).toHaveLength(4);
      },
    ),
    { numRuns: runs(2000) },
  );
});

test("percent-encoding, normal form and letter case never make two people of one slug", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const alias = slugAlias(text);
      if (alias === undefined || alias.startsWith("member:")) return;
      const slug = alias.slice("slug:".length);
      for (const variant of [
        slug,
        slug.normalize("NFD"),
        encodeURIComponent(slug),
        encodeURIComponent(text),
      ]) {
        expect(aliasFromUrl(`https://www.linkedin.com/in/${variant}/`)).toBe(alias);
      }
    }),
    { numRuns: runs(2000) },
  );
});

test("no text, whatever it holds, makes reading an address throw or leave the site", () => {
  const staysOnSite = (before: string, after: string): boolean =>
    [before, before + after, `/in/${before}/in/${after}`, `https://${before}/in/${after}`].every(
      (href) => {
        const alias = aliasFromUrl(href);
        aliasesFromUrl(href);
        pageOf(href);
        connectionsOf(href);
        const url = alias === undefined ? undefined : profileUrl(alias);
        return alias === undefined || /^https:\/\/www\.linkedin\.com\/in\/[^/]+\/$/.test(url ?? "");
      },
    );
  expect(() =>
    fc.assert(fc.property(anyText, anyText, staysOnSite), { numRuns: runs(2000) }),
  ).not.toThrow();
});
