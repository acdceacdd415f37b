import { expect, test } from "vitest";
import { careerNews } from "../../src/domain/career-news.ts";
import { shown } from "./facts.ts";

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
