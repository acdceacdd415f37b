import { expect, test } from "vitest";
import { candidate } from "../../src/domain/candidate.ts";
import { careerNews } from "../../src/domain/career-news.ts";
import { settled } from "../../src/domain/history.ts";
import type { Person, PersonId } from "../../src/domain/person.ts";
import { personFrom, unitedPerson } from "../../src/domain/person-union.ts";
import { suggestionReasons } from "../../src/domain/reasons.ts";
import type { PersonSeen } from "../../src/domain/sighting.ts";
import { tie } from "../../src/domain/tie.ts";
import { tieSummary } from "../../src/domain/tie-summary.ts";
import { NOW } from "./arbitrary-interactions.ts";
import { chat, daysAgo, shown } from "./facts.ts";

test("a change of company is news, another spelling of it is not", () => {
  const career = [
    shown(900, 400, { company: "Example GmbH" }),
    shown(300, 1, { company: "EXAMPLE" }),
  ];
  expect(careerNews(career)).toBeUndefined();
  const moved = [...career, shown(0.5, 0, { company: "Sample Ltd" })];
  expect(careerNews(moved)).toMatchObject({
    what: "company",
    before: "EXAMPLE",
    after: "Sample Ltd",
  });
});

test("two ways to say one thing at one time are no change", () => {
  const career = [
    shown(900, 1, { title: "Nurse", company: "Example" }),
    shown(800, 2, { title: "Head nurse", company: "Sample" }),
  ];
  expect(careerNews(career)).toBeUndefined();
});

test("a change of field is told from a change of title", () => {
  const from = shown(900, 400, { title: "Software engineer" });
  expect(careerNews([from, shown(300, 1, { title: "Product manager" })])).toMatchObject({
    what: "field",
    before: "Software engineer",
    after: "Product manager",
  });
  expect(careerNews([from, shown(300, 1, { title: "Senior software engineer" })])).toMatchObject({
    what: "title",
  });
});

test("a headline that only changed its wording is no news", () => {
  const career = [
    shown(900, 400, { headline: "Engineer who loves trains" }),
    shown(300, 1, { headline: "Engineer on the move" }),
  ];
  expect(careerNews(career)).toBeUndefined();
});

const seen = (days: number, what: Pick<PersonSeen, "company" | "title" | "headline">): Person =>
  personFrom({ aliases: ["slug:a"], name: "A", at: daysAgo(days), ...what }, "a" as PersonId);

test("another company on a profile than in the archive is news, with the day each was seen", () => {
  const archive = seen(200, { company: "Example Ltd", title: "Cooper" });
  const visits = [
    seen(100, { company: "Example", headline: "Cooper at Example" }),
    seen(10, { company: "Sample", headline: "Cooper at Sample" }),
    seen(5, { company: "Sample", headline: "Cooper at Sample" }),
  ];
  for (const order of [visits, visits.toReversed()]) {
    const person = [...order, archive].reduce(unitedPerson);
    const news = { before: "Example", after: "Sample", at: daysAgo(10) };
    expect(careerNews(person.career)).toEqual({ what: "company", ...news, since: daysAgo(100) });
    const known = candidate(person, tieSummary(settled(chat(150))));
    const around = { sameField: 1, othersAtCompany: 1 };
    const now = tie(known.summary, {}, NOW);
    expect(suggestionReasons(known, now, around)).toContainEqual({
      code: "changed-company",
      ...news,
    });
  }
});

test("a headline without a company changes nothing about the company", () => {
  const person = [
    seen(200, { company: "Example", title: "Cooper" }),
    seen(10, { headline: "On the move" }),
  ].reduce(unitedPerson);
  expect(careerNews(person.career)).toBeUndefined();
});
