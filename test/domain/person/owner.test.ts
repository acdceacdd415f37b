import { expect, test } from "vitest";
import { compared, looksLikeMistake, mayFollow } from "../../../src/domain/person/owner.ts";
import type { Alias } from "../../../src/domain/person/person.ts";

const NORA: Alias = "slug:nora-field";
const NORA_ID: Alias = "member:ACoAAANora00000000000000000000000000009";
const OTTO: Alias = "slug:otto-brandt";

test("aliases are compared by family", () => {
  expect(compared([NORA, NORA_ID], [NORA])).toBe("same");
  expect(compared([NORA], [OTTO])).toBe("different");
  expect(compared([NORA], [NORA_ID])).toBe("incomparable");
  expect(compared([], [NORA])).toBe("incomparable");
});

test("somebody else than the known member is followed on agreeing kinds of proof only", () => {
  expect(mayFollow([NORA], [OTTO], [])).toBe(false);
  expect(mayFollow([NORA], [OTTO], ["menu", "menu"])).toBe(false);
  expect(mayFollow([NORA], [OTTO], ["menu", "mailbox"])).toBe(true);
});

test("the known member, and anybody where nobody is known, is followed on one", () => {
  expect(mayFollow([NORA, NORA_ID], [NORA], ["menu"])).toBe(true);
  expect(mayFollow([NORA], [NORA_ID], ["mailbox"])).toBe(true);
  expect(mayFollow([], [OTTO], ["menu"])).toBe(true);
});

const MISTAKE = { visits: 3, others: 0, ownerKinds: ["menu"] };

test("a history of few visits whose owner only the bar named looks like a mistake", () => {
  expect(looksLikeMistake(MISTAKE)).toBe(true);
  expect(looksLikeMistake({ ...MISTAKE, visits: 0 })).toBe(true);
});

test.each([
  { ...MISTAKE, visits: 4 },
  { ...MISTAKE, others: 1 },
  { ...MISTAKE, ownerKinds: ["menu", "mailbox"] },
  { ...MISTAKE, ownerKinds: ["edit-links", "no-tie"] },
  { ...MISTAKE, ownerKinds: [] },
])("any other does not: %j", (made) => {
  expect(looksLikeMistake(made)).toBe(false);
});
