import { expect, test } from "vitest";
import { interactionsOf } from "../../src/domain/interactions/interaction-columns.ts";
import { readHistory } from "../../src/exchange/read-history.ts";
import { sampleFile } from "../../src/sample/sample-file.ts";
import { SAMPLE_SIZE, samplePeople } from "../../src/sample/sample-people.ts";

const NOW = Date.UTC(2026, 10, 30, 12);

test("the invented people are the same every time, each with a name of their own, and nobody is met in the future", () => {
  const people = samplePeople(NOW);
  expect(people).toEqual(samplePeople(NOW));
  expect(people).toHaveLength(SAMPLE_SIZE);
  expect(new Set(people.map(({ name }) => name)).size).toBe(SAMPLE_SIZE);
  for (const { facts } of people)
    for (const { from, to, kind } of facts) {
      expect(from).toBeLessThanOrEqual(to);
      if (kind === "message") expect(to).toBeLessThan(NOW);
    }
});

test("nothing about them leads to a profile of the site", () => {
  for (const { alias } of samplePeople(NOW)) expect(alias).toMatch(/^number:\d+$/);
});

test("their file is a whole history", async () => {
  let people = 0;
  let facts = 0;
  const read = await readHistory(
    await sampleFile(NOW),
    {
      begin: async () => {},
      take: async (records) => {
        for (const record of records) {
          if (record.kind !== "statement" || !record.subject.startsWith("number:")) continue;
          people += 1;
          if ("facts" in record.body && record.body.facts !== undefined)
            facts += interactionsOf(record.body.facts, []).length;
        }
      },
      progress: () => {},
    },
    new AbortController().signal,
  );
  expect(read).not.toHaveProperty("problem");
  expect(people).toBe(SAMPLE_SIZE);
  expect(facts).toBeGreaterThan(3000);
});

test("whom the user never talked with has mutual connections that the user did talk with, and nobody else has any", () => {
  const people = samplePeople(NOW);
  const talkedWith = new Set(
    people.flatMap(({ alias, facts }) =>
      facts.some(({ kind, direction }) => kind === "message" && direction === "out") ? [alias] : [],
    ),
  );
  const strangers = people.filter(({ facts }) => facts.every(({ kind }) => kind !== "message"));
  expect(strangers.length).toBeGreaterThan(50);
  expect(people.filter(({ mutual }) => mutual !== undefined)).toEqual(strangers);
  for (const { mutual } of strangers) {
    expect(mutual?.named.length).toBeGreaterThan(0);
    expect(mutual?.count).toBeGreaterThanOrEqual(mutual?.named.length ?? 0);
    expect(mutual?.at).toBeLessThan(NOW);
    for (const alias of mutual?.named ?? []) expect(talkedWith).toContain(alias);
  }
});
