import fc from "fast-check";
import { expect, test } from "vitest";
import { messageLink, profileLink } from "../../src/components/profile-link.ts";
import { slugAlias } from "../../src/linkedin/aliases.ts";
import { profileUrl } from "../../src/linkedin/urls.ts";

test("whatever an alias holds, a link leads to one profile of the site or there is none", () => {
  fc.assert(
    fc.property(fc.constantFrom("slug", "member"), fc.string({ unit: "binary" }), (kind, rest) => {
      const link = profileLink(`${kind === "slug" ? "slug" : "member"}:${rest}`);
      if (link === undefined) return;
      const url = new URL(link);
      expect(url.origin).toBe("https://www.linkedin.com");
      expect(url.pathname.split("/").length).toBe(4);
      expect(url.pathname.startsWith("/in/")).toBe(true);
      expect(url.search + url.hash).toBe("");
    }),
    { numRuns: 1000 },
  );
});

test("every slug the reader of addresses takes has the same link here", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), (slug) => {
      const alias = slugAlias(slug);
      fc.pre(alias !== undefined);
      expect([undefined, profileUrl(alias)]).toContain(profileLink(alias));
    }),
    { numRuns: 1000 },
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
