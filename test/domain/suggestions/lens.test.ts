import { expect, test } from "vitest";
import type { Candidate } from "../../../src/domain/suggestions/candidate.ts";
import { surroundings } from "../../../src/domain/suggestions/circle.ts";
import { lens } from "../../../src/domain/suggestions/lens.ts";
import { tie } from "../../../src/domain/tie/tie.ts";
import { NOW } from "../interactions/arbitrary-interactions.ts";
import { chats, connected, ranked, shown } from "../interactions/facts.ts";

const withTie = (person: Candidate) => ({ person, tie: tie(person.summary, {}, NOW) });

const values = (person: Candidate, others: readonly Candidate[]) => {
  const network = [person, ...others].map(withTie);
  return lens(withTie(person), surroundings(network)(person));
};

const soft = (company: string) => [shown(900, 1, { company, title: "Software developer" })];

const friends = ["bo", "cy", "di", "ed"].map((id) =>
  ranked(id, chats(40, 7, 1), { career: soft("Example Soft") }),
);

test("somebody in a field none of the strong ties work in offers perspective", () => {
  const nurse = ranked("ada", chats(5, 30, 200), {
    career: [shown(900, 1, { company: "Example Clinic", title: "Nurse" })],
  });
  expect(values(nurse, friends)).toContainEqual({
    value: "perspective",
    because: "other-field",
    field: "healthcare",
    share: 0,
  });
});

test("somebody in the same field at another company offers the view from there", () => {
  const coder = ranked("ada", chats(5, 30, 200), { career: soft("Example Games") });
  expect(values(coder, friends)).toContainEqual({
    value: "perspective",
    because: "other-company",
    company: "Example Games",
  });
});

test("a colleague of the strong ties offers no perspective", () => {
  const colleague = ranked("ada", chats(5, 30, 200), { career: soft("EXAMPLE SOFT Inc.") });
  expect(values(colleague, friends).map(({ value }) => value)).not.toContain("perspective");
});

test("somebody met where none of the strong ties were met is from another circle", () => {
  const choir = ranked("ada", chats(5, 30, 200), {
    choices: { howMet: { value: "the choir", at: NOW } },
  });
  expect(values(choir, friends)).toContainEqual({
    value: "perspective",
    because: "other-circle",
    howMet: "the choir",
  });
});

test("without a strong circle there is nothing to be different from", () => {
  const nurse = ranked("ada", chats(5, 30, 200), { career: soft("Example Clinic") });
  expect(values(nurse, []).map(({ value }) => value)).not.toContain("perspective");
});

test("a tie that is neither close nor cold offers opportunity", () => {
  const because = (person: Candidate) => values(person, friends).map((value) => value.because);
  expect(because(ranked("ada", chats(10, 30, 200)))).toContain("moderately-weak");
  expect(because(ranked("ada", chats(40, 7, 1)))).not.toContain("moderately-weak");
  expect(because(ranked("ada", [connected(500)]))).not.toContain("moderately-weak");
});

test("somebody with some mutual connections stands between circles, with very many in the middle of one", () => {
  const because = (mutual: number) =>
    values(ranked("ada", [connected(500)], { mutual }), friends).map((value) => value.because);
  expect(because(10)).toContain("between-circles");
  expect(because(0)).not.toContain("between-circles");
  expect(because(200)).not.toContain("between-circles");
});

test("a new company since the last talk is news, one from before it is not", () => {
  const career = [
    shown(900, 150, { company: "Example Soft", title: "Developer" }),
    shown(100, 1, { company: "Example Bank", title: "Developer" }),
  ];
  const talked = (last: number) => values(ranked("ada", chats(5, 30, last), { career }), friends);
  expect(talked(200)).toContainEqual({
    value: "news",
    because: "changed-company",
    before: "Example Soft",
    after: "Example Bank",
    at: career[1]?.at,
  });
  expect(talked(50).map(({ value }) => value)).not.toContain("news");
});
