import { expect, test } from "vitest";
import { careerNews } from "../../../src/domain/career/career-news.ts";
import { shownCareer, shownName } from "../../../src/domain/person/corrected.ts";
import { workText } from "../../../src/domain/directory/ready-row.ts";

const career = [
  { company: "Old Example", title: "Clerk", at: 10, until: 20 },
  { headline: "Clerc at Exampel", at: 30, until: 90 },
];

test("the user's name for somebody stands before every one the site shows, however late", () => {
  const name = { value: "Al Exampel", at: 1000 };
  expect(shownName({ name, choices: { name: { value: "Alex Example", at: 5 } } })).toBe(
    "Alex Example",
  );
  expect(shownName({ name, choices: { name: { at: 6 } } })).toBe("Al Exampel");
  expect(shownName({ name, choices: {} })).toBe("Al Exampel");
});

test("a corrected company or title takes the place of the line the site shows", () => {
  const choices = { title: { value: "Clerk", at: 100 }, company: { value: "Example", at: 100 } };
  expect(workText(shownCareer({ career, choices }))).toBe("Clerk · Example");
  expect(shownCareer({ career, choices })[0]).toEqual(career[0]);
});

test("what was not corrected stays as it was last seen", () => {
  const choices = { company: { value: "Example", at: 100 } };
  expect(shownCareer({ career, choices }).at(-1)).toEqual({
    company: "Example",
    title: "Clerk",
    at: 30,
    until: 90,
  });
});

test("a wrong line that is shown again changes nothing, a new job does", () => {
  const choices = { title: { value: "Head of Light", at: 100 } };
  const again = [{ headline: "Clerc", at: 30, until: 500 }];
  expect(workText(shownCareer({ career: again, choices }))).toBe("Head of Light");
  const moved = [...again, { title: "Director", company: "Newer", at: 400, until: 500 }];
  expect(workText(shownCareer({ career: moved, choices }))).toBe("Director · Newer");
});

test("somebody of whose work nothing was seen has the work the user says", () => {
  const choices = { company: { value: "Example", at: 100 }, title: { at: 300 } };
  expect(shownCareer({ career: [], choices })).toEqual([
    { company: "Example", at: 100, until: 100 },
  ]);
});

test("a correction taken back leaves the career as it was seen", () => {
  expect(shownCareer({ career, choices: { company: { at: 7 }, title: { at: 7 } } })).toBe(career);
});

test("putting a wrong change of job right leaves no news of it", () => {
  const wrong = [
    { company: "Example", at: 10, until: 20 },
    { company: "Exampel Typing", at: 30, until: 90 },
  ];
  expect(careerNews(wrong)).toMatchObject({ what: "company" });
  const choices = { company: { value: "Example", at: 100 } };
  expect(careerNews(shownCareer({ career: wrong, choices }))).toBeUndefined();
});
