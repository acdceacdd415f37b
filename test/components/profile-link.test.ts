import fc from "fast-check";
import { expect, test } from "vitest";
import { messageLink, profileLink } from "../../src/components/profile-link.ts";
import { slugAlias } from "../../src/linkedin/address/aliases.ts";
import { profileUrl } from "../../src/linkedin/address/urls.ts";
import { runs } from "../effort.ts";

/** Any characters of the first plane, address syntax and controls among them. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."/\\?#%&=.:@<>^`| "),
    fc.nat(0xd7ff).map((code) => String.fromCodePoint(code)),
  ),
  maxLength: 12,
});

test("whatever an alias holds, a link leads to one profile of the site or there is none", () => {
  fc.assert(
    fc.property(fc.constantFrom("slug", "member"), anyText, (kind, rest) => {
      const link = profileLink(`${kind === "slug" ? "slug" : "member"}:${rest}`);
      if (link === undefined) return;
      const { origin, pathname, search, hash } = new URL(link);
      expect([origin, pathname.split("/").length, pathname.slice(0, 4), search + hash]).toEqual([
        "https://www.linkedin.com",
        4,
        "/in/",
        "",
      ]);
    }),
    { numRuns: runs(1000) },
  );
});

test("every slug the reader of addresses takes has the same link here", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), (slug) => {
      const alias = slugAlias(slug);
      fc.pre(alias !== undefined);
      expect([undefined, profileUrl(alias)]).toContain(profileLink(alias));
    }),
    { numRuns: runs(1000) },
  );
});

test("slugs of any script, member ids and nothing else have a link", () => {
  expect(profileLink("slug:alex-example")).toBe("https://www.linkedin.com/in/alex-example/");
  expect(profileLink("slug:søren-例")).toBe("https://www.linkedin.com/in/s%C3%B8ren-%E4%BE%8B/");
  expect(profileLink("member:ACoAAExample")).toBe("https://www.linkedin.com/in/ACoAAExample/");
  expect(profileLink("number:123")).toBeUndefined();
  expect(profileLink("slug:..")).toBeUndefined();
  expect(profileLink("slug:a/b")).toBeUndefined();
  expect(profileLink("slug:a?b")).toBeUndefined();
});

test("a message window is opened by member id only", () => {
  expect(messageLink(["number:1", "slug:alex"])).toBeUndefined();
  expect(messageLink(["member:ACoAAExample", "slug:alex"])).toBe(
    "https://www.linkedin.com/messaging/compose/?recipient=ACoAAExample",
  );
});
