/** Whom the user meets anyway, as far as anything tells: superiors by the user's own company, family by the user's own word. */
import { expect, test } from "vitest";
import { ruledPerson } from "../../../src/domain/directory/ruled-person.ts";
import type { Choices } from "../../../src/domain/person/person.ts";
import type { KeptRule, RuleAbout } from "../../../src/domain/records/rule.ts";
import { choicesInForce } from "../../../src/domain/person/ruled.ts";
import { ownCompanies } from "../../../src/domain/suggestions/own-companies.ts";
import { SUGGESTION_DEFAULTS, suggestions } from "../../../src/domain/suggestions/suggestions.ts";
import { NOW } from "../interactions/arbitrary-interactions.ts";
import { chats, connected, daysAgo, ranked, shown } from "../interactions/facts.ts";

const OWN = ownCompanies([{ kind: "company", name: "Nordlicht Werke", from: daysAgo(1500) }]);

const never = (about: RuleAbout): KeptRule => ({
  id: `${about.of} ${about.name}`,
  at: NOW,
  about,
  says: { what: "never" },
});

/** Two of this kind, one never talked with and one who fell silent: both would be suggested if nothing spoke against it. */
function suggested(
  company: string,
  title: string,
  choices: Choices = {},
  rules: readonly KeptRule[] = [],
): readonly string[] {
  const career = [shown(900, 1, { company, title })];
  const more = {
    career,
    choices: choicesInForce({
      choices,
      ruled: ruledPerson({ career, choices }, rules) ?? {},
    }),
    mutual: 9,
  };
  const { reconnect, neverTalked } = suggestions(
    [ranked("new", [connected(700)], more), ranked("silent", chats(10, 30, 200), more)],
    { ...SUGGESTION_DEFAULTS, ownCompanies: OWN },
    NOW,
  );
  return [...reconnect, ...neverTalked].map(({ id }) => id);
}

const BOTH = ["silent", "new"];

test("superiors are met at work: whatever their rank, and however the company is written", () => {
  expect(suggested("Elsewhere AG", "Chief Executive Officer")).toEqual(BOTH);
  for (const title of ["Chief Executive Officer", "Head of Engineering", "Vorstand", "Engineer"])
    for (const company of ["Nordlicht Werke", "NORDLICHT WERKE GmbH", "Nordlicht Werke AG"])
      expect(suggested(company, title)).toEqual([]);
});

test("a superior whose company goes by another name is left alone by a rule for that company", () => {
  const rules = [never({ of: "company", name: "Polarstern Holding" })];
  expect(suggested("Polarstern Holding", "Managing director")).toEqual(BOTH);
  expect(suggested("Polarstern", "Managing director", {}, rules)).toEqual([]);
  expect(suggested("Elsewhere AG", "Managing director", {}, rules)).toEqual(BOTH);
});

test("nothing tells who is family: a tag with a rule does, or the choice about the one person", () => {
  const rules = [never({ of: "tag", name: "Family" })];
  const tagged: Choices = { tags: ["family"] };
  expect(suggested("Elsewhere AG", "Teacher", tagged)).toEqual(BOTH);
  expect(suggested("Elsewhere AG", "Teacher", tagged, rules)).toEqual([]);
  expect(suggested("Elsewhere AG", "Teacher", {}, rules)).toEqual(BOTH);
  expect(suggested("Elsewhere AG", "Teacher", { muted: { value: true, at: NOW } })).toEqual([]);
  // Who is in touch at home is not said to have never talked.
  expect(
    suggested("Elsewhere AG", "Teacher", { inTouchElsewhere: { value: NOW, at: NOW } }),
  ).toEqual([]);
});
