import fc from "fast-check";
import { expect, test } from "vitest";
import { isAbout, ruledPerson } from "../../../src/domain/directory/ruled-person.ts";
import type { Choices } from "../../../src/domain/person/person.ts";
import { choicesInForce } from "../../../src/domain/person/ruled.ts";
import { rulesInForce } from "../../../src/domain/projection/rules-in-force.ts";
import {
  compareRules,
  type KeptRule,
  type Rule,
  type RuleAbout,
  type RuleWord,
} from "../../../src/domain/records/rule.ts";

const never: RuleWord = { what: "never" };
const every = (days: number): RuleWord => ({ what: "cadence", days });
const company = (name: string): RuleAbout => ({ of: "company", name });
const tag = (name: string): RuleAbout => ({ of: "tag", name });
const rule = (id: string, about: RuleAbout, says: RuleWord, at = 0): KeptRule => ({
  id,
  about,
  says,
  at,
});

const at = (...companies: readonly string[]) =>
  companies.map((name, place) => ({ company: name, at: place, until: place }));

const ruled = (
  rules: readonly KeptRule[],
  choices: Choices = {},
  career = at("Acme GmbH"),
): ReturnType<typeof ruledPerson> => ruledPerson({ career, choices }, rules.toSorted(compareRules));

test("a rule holds for everybody at the company now, however its name is written, and for nobody who left", () => {
  const rules = [rule("a", company("ACME"), never, 5)];
  expect(ruled(rules)).toEqual({ muted: { value: true, at: 5, rule: "a" } });
  expect(ruled(rules, {}, at("Old Works", "Acme, Inc."))).toHaveProperty("muted");
  expect(ruled(rules, {}, at("Acme", "Example Works"))).toBeUndefined();
  expect(ruled(rules, {}, [])).toBeUndefined();
});

test("who is at a company is what the user put right, where they did", () => {
  const choices: Choices = { company: { value: "Example Works", at: 9 } };
  expect(ruled([rule("a", company("Acme"), never)], choices)).toBeUndefined();
  expect(ruled([rule("a", company("Example Works"), never)], choices)).toHaveProperty("muted");
});

test("a rule about a tag holds whatever the case and the accents", () => {
  const rules = [rule("a", tag("Été"), every(10))];
  expect(ruled(rules, { tags: ["ete"] })).toEqual({
    cadenceDays: { value: 10, at: 0, rule: "a" },
  });
  expect(ruled(rules, { tags: ["summer"] })).toBeUndefined();
});

test("a company without a name that can be compared is about nobody", () => {
  expect(isAbout(company("..."))({ companyKey: undefined })).toBe(false);
});

test("of several rules one about a tag decides, then the one that was written last; each kind for itself", () => {
  const rules = [
    rule("old tag", tag("clients"), every(20), 1),
    rule("new company", company("Acme"), every(30), 9),
    rule("old company", company("Acme"), every(40), 2),
    rule("never", company("Acme"), never, 0),
    rule("knows", company("Acme"), { what: "knows", how: "well" }, 3),
  ];
  expect(ruled(rules, { tags: ["clients"] })).toEqual({
    cadenceDays: { value: 20, at: 1, rule: "old tag" },
    knows: { value: "well", at: 3, rule: "knows" },
    muted: { value: true, at: 0, rule: "never" },
  });
  expect(ruled(rules)?.cadenceDays?.rule).toBe("new company");
});

test("a choice about the person comes before every rule, also the choice to suggest them; one that was taken back does not", () => {
  const rules = [
    rule("a", company("Acme"), never),
    rule("b", company("Acme"), every(7)),
    rule("c", company("Acme"), { what: "knows", how: "well" }),
  ];
  const own: Choices = {
    muted: { value: false, at: 1 },
    cadenceDays: { value: 90, at: 1 },
    knows: { value: "not-at-all", at: 1 },
  };
  expect(ruled(rules, own)).toBeUndefined();
  expect(Object.keys(ruled(rules, { muted: { at: 2 }, cadenceDays: { at: 2 } }) ?? {})).toEqual([
    "muted",
    "cadenceDays",
    "knows",
  ]);
});

test("what holds is the choices with the rules, and the choices themselves stay as they are", () => {
  const choices: Choices = { tags: ["clients"], muted: { at: 3 } };
  const person = { choices, ruled: { muted: { value: true as const, at: 5, rule: "a" } } };
  expect(choicesInForce(person)).toMatchObject({ tags: ["clients"], muted: { value: true } });
  expect(person.choices).toEqual({ tags: ["clients"], muted: { at: 3 } });
  expect(choicesInForce({ choices })).toBe(choices);
});

const written = (value: Rule | undefined, ms: number, replica = "r1") => ({
  ...(value && { value }),
  time: [ms, 0, replica] as const,
});

test("the latest word on a rule holds, of whichever copy; without a value it is removed", () => {
  const one = { about: company("Acme"), says: never };
  const other = { about: company("Acme"), says: every(5) };
  const here = { rules: { a: written(one, 1), b: written(one, 5) } };
  const there = { rules: { a: written(other, 2, "r2"), b: written(undefined, 6, "r2") } };
  expect(rulesInForce([here, there], [])).toEqual([{ ...other, id: "a", at: 2 }]);
  expect(rulesInForce([there, {}, here], [])).toEqual(rulesInForce([here, there], []));
  // A clock that ran ahead says nothing later than what was noted after it was put right.
  const ahead = { rules: { a: written(one, 900, "fast") } };
  const corrections = [{ replica: "fast", from: 1, to: 1000 }];
  expect(rulesInForce([here, there, ahead], corrections)[0]?.says).toEqual(every(5));
});

test("the order of rules depends on the rules alone", () => {
  const anyRule = fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    at: fc.nat({ max: 3 }),
    about: fc.constantFrom(company("Acme"), tag("clients")),
    says: fc.constantFrom(never, every(3)),
  });
  const rules = fc.uniqueArray(anyRule, { selector: ({ id }) => id, maxLength: 6 });
  fc.assert(
    fc.property(rules, fc.func(fc.nat()), (all, mixed) => {
      const shuffled = all.toSorted((a, b) => mixed(a) - mixed(b));
      expect(shuffled.toSorted(compareRules)).toEqual(all.toSorted(compareRules));
    }),
  );
});
