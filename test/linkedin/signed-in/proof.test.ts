import { expect, test } from "vitest";
import type { Alias } from "../../../src/domain/person/person.ts";
import {
  kindsThatAgree,
  viewerAfter,
  viewerOf,
  type ViewerProof,
} from "../../../src/linkedin/signed-in/proof.ts";

const NORA: Alias = "slug:nora-field";
const NORA_ID: Alias = "member:ACoAAANora00000000000000000000000000009";
const OTTO: Alias = "slug:otto-brandt";

const card = (alias: Alias, certain = true): ViewerProof => ({
  kinds: ["feed-card"],
  aliases: [alias],
  certain,
});
const menu = (alias: Alias): ViewerProof => ({ kinds: ["menu"], aliases: [alias], certain: true });
const mailbox: ViewerProof = { kinds: ["mailbox"], aliases: [NORA_ID], certain: true };
const ownProfile = (...aliases: readonly Alias[]): ViewerProof => ({
  kinds: ["edit-links", "no-tie"],
  aliases,
  certain: true,
});

test("proofs of one page that name different people prove nobody", () => {
  expect(viewerOf([card(NORA), menu(OTTO)])).toBeUndefined();
  expect(viewerOf([card(NORA, false), menu(OTTO)])).toBeUndefined();
  expect(viewerOf([mailbox, { ...mailbox, aliases: ["member:ACoAAAOther"] }])).toBeUndefined();
});

test("proofs that name one viewer by ids of different families are united, and hints add nothing to what is certain", () => {
  expect(viewerOf([card(NORA), mailbox])).toEqual({ aliases: [NORA_ID, NORA], certain: true });
  expect(viewerOf([card(NORA, false), mailbox])).toEqual({ aliases: [NORA_ID], certain: true });
  expect(viewerOf([card(NORA, false)])).toEqual({ aliases: [NORA], certain: false });
});

test("the kinds that agree are those of one alias, of somebody new where there is one", () => {
  expect(kindsThatAgree([card(NORA), mailbox], [NORA])).toEqual(["mailbox"]);
  expect(kindsThatAgree([card(OTTO), menu(OTTO), mailbox], [NORA_ID])).toEqual([
    "feed-card",
    "menu",
  ]);
  expect(kindsThatAgree([card(NORA)], [NORA])).toEqual(["feed-card"]);
  expect(kindsThatAgree([card(OTTO, false)], [NORA])).toEqual([]);
});

test("where nobody is known, one certain proof is enough, and the known member needs no second one", () => {
  expect(viewerAfter([], [card(NORA)])).toMatchObject({ aliases: [NORA], certain: true });
  expect(viewerAfter([NORA], [card(NORA)])).toMatchObject({ aliases: [NORA] });
  expect(viewerAfter([NORA], [mailbox])).toMatchObject({ aliases: [NORA_ID] });
  expect(viewerAfter([NORA], [])).toBeUndefined();
});

test("another member than the known one needs agreeing proofs of different kinds", () => {
  expect(viewerAfter([NORA], [card(OTTO)])).toBe("unproved");
  expect(viewerAfter([NORA], [menu(OTTO)])).toBe("unproved");
  expect(viewerAfter([NORA], [menu(OTTO), menu(OTTO)])).toBe("unproved");
  expect(viewerAfter([NORA], [card(OTTO), menu(OTTO)])).toMatchObject({ aliases: [OTTO] });
  expect(viewerAfter([NORA], [ownProfile(OTTO)])).toMatchObject({ aliases: [OTTO] });
});

test("two proofs that share no alias do not agree: one of them may be of the known member", () => {
  expect(viewerAfter([NORA], [card(OTTO), mailbox])).toBe("unproved");
});

test("a member who changed the address is the same member where another alias says so", () => {
  expect(viewerAfter([NORA, NORA_ID], [ownProfile("slug:nora-meadow", NORA_ID)])).toMatchObject({
    aliases: [NORA_ID, "slug:nora-meadow"],
  });
});

test("contradicting proofs decide nothing, however many kinds one side has", () => {
  expect(viewerAfter([], [ownProfile(NORA), menu(OTTO)])).toBe("unproved");
});
