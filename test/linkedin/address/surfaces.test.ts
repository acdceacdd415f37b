import { expect, test } from "vitest";
import { sitePath, type SitePath } from "../../../src/linkedin/address/site-path.ts";
import * as surfaces from "../../../src/linkedin/address/surfaces.ts";

interface Rule {
  readonly name: string;
  readonly matches: (path: SitePath) => boolean;
  readonly examples: readonly string[];
}

const RULES: readonly Rule[] = [
  {
    name: "isOtherProduct",
    matches: surfaces.isOtherProduct,
    examples: surfaces.otherProductExamples,
  },
  { name: "isProfile", matches: surfaces.isProfile, examples: surfaces.profileExamples },
  {
    name: "isPeopleSearch",
    matches: surfaces.isPeopleSearch,
    examples: surfaces.peopleSearchExamples,
  },
  { name: "isSearch", matches: surfaces.isSearch, examples: surfaces.searchExamples },
  {
    name: "isConnections",
    matches: surfaces.isConnections,
    examples: surfaces.connectionsExamples,
  },
  { name: "isFollowers", matches: surfaces.isFollowers, examples: surfaces.followersExamples },
  {
    name: "isInvitations",
    matches: surfaces.isInvitations,
    examples: surfaces.invitationsExamples,
  },
  { name: "isPost", matches: surfaces.isPost, examples: surfaces.postExamples },
  { name: "isFeed", matches: surfaces.isFeed, examples: surfaces.feedExamples },
  { name: "isMessaging", matches: surfaces.isMessaging, examples: surfaces.messagingExamples },
  {
    name: "isCompanyPeople",
    matches: surfaces.isCompanyPeople,
    examples: surfaces.companyPeopleExamples,
  },
  { name: "isSignedOut", matches: surfaces.isSignedOut, examples: surfaces.signedOutExamples },
  { name: "otherExamples", matches: () => false, examples: surfaces.otherExamples },
];

const accepts = (rule: Rule, url: string): boolean => {
  const path = sitePath(url);
  return path !== undefined && rule.matches(path);
};

test("every rule of the file is crossed here", () => {
  const predicates = Object.keys(surfaces).filter((name) => name.startsWith("is"));
  expect(RULES.map(({ name }) => name).filter((name) => name.startsWith("is"))).toEqual(predicates);
});

for (const rule of RULES) {
  for (const owner of RULES) {
    const verb =
      rule === owner ? "accepts its own examples" : `refuses the examples of ${owner.name}`;
    test(`${rule.name} ${verb}`, () => {
      const expected = rule === owner && rule.name !== "otherExamples";
      for (const url of owner.examples) {
        expect(
          accepts(rule, url),
          `Is ${url} a page for ${rule.name}, for ${owner.name}, or for a new rule?`,
        ).toBe(expected);
      }
    });
  }
}

test("an address of another site is no page of this one", () => {
  expect(surfaces.surface(sitePath("https://example.org/feed/"))).toBe("other");
});
