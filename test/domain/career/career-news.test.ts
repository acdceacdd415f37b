import { expect, test } from "vitest";
import { candidate } from "../../../src/domain/suggestions/candidate.ts";
import { careerNews } from "../../../src/domain/career/career-news.ts";
import { settled } from "../../../src/domain/interactions/history.ts";
import type { CareerSighting, Person, PersonId } from "../../../src/domain/person/person.ts";
import { unitedCareers } from "../../../src/domain/person/person-union.ts";
import { suggestionReasons } from "../../../src/domain/suggestions/reasons.ts";
import type { PersonSeen } from "../../../src/domain/interactions/sighting.ts";
import { tie } from "../../../src/domain/tie/tie.ts";
import { tieSummary } from "../../../src/domain/tie/tie-summary.ts";
import { NOW } from "../interactions/arbitrary-interactions.ts";
import { chat, daysAgo, shown } from "../interactions/facts.ts";

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

const headlines = (before: string, after: string) => [
  shown(900, 400, { headline: before }),
  shown(300, 1, { headline: after }),
];

test.each([
  ["Cooper at Example", "Cooper at Sample"],
  ["Engineer who loves trains", "Engineer on the move"],
  ["営業部長", "人事部長"],
  ["Maître tonnelier", "Maître brasseur"],
])("a headline that says other things is news: %s, then %s", (before, after) => {
  expect(careerNews(headlines(before, after))).toEqual({
    what: "headline",
    before,
    after,
    since: daysAgo(400),
    at: daysAgo(300),
  });
});

test.each([
  ["Cooper at Example", "COOPER AT EXAMPLE!"],
  ["Cooper at Example", "🚀 Cooper – at – Example 🛢️"],
  ["Cooper at Example #hiring", "#OpenToWork #Coopers Cooper at Example"],
  ["Cooper at Example", "Master cooper at Example | Speaker"],
  ["Cooper, speaker, author | 10k followers", "Author, cooper and speaker | 11k followers"],
  ["Tonnelier à l’Exemple", "TONNELIER A L'EXEMPLE"],
  ["Cooper at Example", "𝗖𝗼𝗼𝗽𝗲𝗿 at Example"],
  ["Example株式会社 営業部長", "営業部長 Example株式会社"],
  ["Cooper at Example", "🚀🚀🚀"],
])("a headline that was only decorated is no news: %s, then %s", (before, after) => {
  expect(careerNews(headlines(before, after))).toBeUndefined();
  expect(careerNews(headlines(after, before))).toBeUndefined();
});

test("a headline is news only where neither company nor title is", () => {
  const career = [
    shown(900, 400, { headline: "Cooper at Example", company: "Example" }),
    shown(300, 100, { headline: "Cooper at Sample", company: "Sample" }),
    shown(50, 1, { headline: "Brewer of ale", company: "Sample" }),
  ];
  expect(careerNews(career)).toMatchObject({ what: "company", after: "Sample" });
});

/** A person as projected, with until when everything was shown. */
type SeenPerson = Omit<Person, "career"> & { readonly career: readonly CareerSighting[] };

const seen = (
  days: number,
  what: Pick<PersonSeen, "company" | "title" | "headline">,
): SeenPerson => ({
  id: "a" as PersonId,
  aliases: ["slug:a"],
  name: { value: "A", at: daysAgo(days) },
  career: [{ ...what, at: daysAgo(days), until: daysAgo(days) }],
  choices: {},
});

const united = (a: SeenPerson, b: SeenPerson): SeenPerson => ({
  ...a,
  career: unitedCareers(a.career, b.career),
});

test("another company on a profile than in the archive is news, with the day each was seen", () => {
  const archive = seen(200, { company: "Example Ltd", title: "Cooper" });
  const visits = [
    seen(100, { company: "Example", headline: "Cooper at Example" }),
    seen(10, { company: "Sample", headline: "Cooper at Sample" }),
    seen(5, { company: "Sample", headline: "Cooper at Sample" }),
  ];
  for (const order of [visits, visits.toReversed()]) {
    const person = [...order, archive].reduce(united);
    const news = {
      before: "Example",
      after: "Sample",
      since: daysAgo(100),
      at: daysAgo(10),
    };
    expect(careerNews(person.career)).toEqual({ what: "company", ...news });
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
  ].reduce(united);
  expect(careerNews(person.career)).toBeUndefined();
});

const jobs = (
  before: Omit<CareerSighting, "at" | "until">,
  after: Omit<CareerSighting, "at" | "until">,
) => careerNews([shown(900, 400, before), shown(300, 1, after)]);

test.each([
  ["Facebook", "Meta"],
  ["Acme Deutschland GmbH", "Acme"],
  ["Acme", "Acme International Ltd."],
  ["The Acme Company", "Acme"],
  ["Self-employed", "Freelance"],
  ["Selbstständig", "Freelancer"],
  ["Universität Beispielstadt", "University of Beispielstadt"],
  ["Beispiel Krankenhaus", "Beispiel Hospital"],
  ["株式会社青空", "青空株式会社"],
  ["Boston Consulting Group", "BCG"],
  ["International Business Machines", "IBM"],
  ["Coca-Cola", "Coca Cola"],
  ["PricewaterhouseCoopers", "PwC"],
  ["The Boston Consulting Group", "BCG"],
  ["Muster Institute of Technology", "MIT"],
  ["Procter & Gamble", "P&G"],
  ["Muster and Muster", "Muster & Muster"],
  ["Acme (formerly Beta)", "Beta"],
  ["Acme (früher Beta Works)", "Beta Works GmbH"],
  ["Acme France", "Acme Germany"],
  ["Acme Deutschland GmbH", "Acme Schweiz AG"],
  ["Université d’Exemple", "University of Exemple"],
])("%s and %s are one employer", (before, after) => {
  const title = "Cooper";
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const)
    expect(jobs({ company: one, title }, { company: other, title })).toBeUndefined();
});

test.each([
  ["Acme", "Beta Works"],
  ["Deutsche Bank", "Commerzbank"],
  ["Acme Consulting", "Beta Consulting"],
  ["University of Aville", "University of Beville"],
  ["Freelance", "Acme"],
  ["Acme", "Self-employed"],
  ["Example Soft", "Example2 Bank"],
  ["Air France", "Air Canada"],
  ["Bank of America", "Bank of China"],
  ["Royal Bank of Canada", "Royal Bank of Scotland"],
  ["Acme (Germany)", "Beta (Germany)"],
])("from %s to %s is a new employer", (before, after) => {
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const)
    expect(jobs({ company: one }, { company: other })).toMatchObject({
      what: "company",
      before: one,
      after: other,
    });
});

test.each([
  ["Sr. Engineer", "Senior Engineer"],
  ["VP Sales", "Vice President of Sales"],
  ["CEO", "Chief Executive Officer"],
  ["Software Engineer", "Softwareentwickler"],
  ["Sales Manager", "Vertriebsleiter"],
  ["Engineer, Senior", "Senior Engineer"],
  ["Engineer II", "Engineer 2"],
  ["Engineer @ Acme", "Engineer"],
  ["Engineer at Acme", "Engineer"],
  ["PM", "Product Manager"],
  ["CRO", "Chief Revenue Officer"],
  ["Ingeniero de software", "Software Engineer"],
  ["Engenheira de software", "Software Engineer"],
  ["Ingénieur logiciel", "Software Engineer"],
])("%s and %s are one title", (before, after) => {
  const company = "Acme";
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const)
    expect(jobs({ company, title: one }, { company, title: other })).toBeUndefined();
});

test("a rise and another trade are news of a title", () => {
  const company = "Acme";
  const what = (before: string, after: string) =>
    jobs({ company, title: before }, { company, title: after })?.what;
  expect(what("Engineer", "Senior Engineer")).toBe("title");
  expect(what("Cooper", "Brewer")).toBe("title");
  expect(what("Vice President Sales", "Chief Executive Officer")).toMatch(/title|field/);
});

test("a second job is no change of jobs", () => {
  const at = (company: string, from: number, until: number, headline?: string) =>
    shown(from, until, { company, ...(headline !== undefined && { headline }) });
  // Now the one is shown first, then the other.
  expect(
    careerNews([at("Acme", 900, 800), at("Beta", 700, 600), at("Acme", 500, 400)]),
  ).toBeUndefined();
  // The headline names both.
  expect(
    careerNews([at("Acme", 900, 400), at("Beta", 300, 1, "Cooper at Acme | Advisor at Beta")]),
  ).toBeUndefined();
  expect(careerNews([at("Acme", 900, 400), at("Beta", 300, 1, "Cooper at Beta")])).toMatchObject({
    after: "Beta",
  });
});
