import { expect, test } from "vitest";
import { door } from "../../../src/background/questions/door.ts";

const people = (count: number): object => ({ people: Array.from({ length: count }, () => ({})) });

/** How many of so many questions are let in, one each `everyMs`. */
function letIn(count: number, everyMs: number, about: unknown): number {
  const come = door(0);
  let through = 0;
  for (let place = 0; place < count; place += 1) {
    try {
      come(about, place * everyMs);
      through += 1;
    } catch {
      // Refused.
    }
  }
  return through;
}

test("of 3,670 questions in a second about 600 are let in, and twenty more each second", () => {
  expect(letIn(3670, 1000 / 3670, {})).toBeGreaterThanOrEqual(600);
  expect(letIn(3670, 1000 / 3670, {})).toBeLessThanOrEqual(620);
  expect(letIn(20_000, 1, {})).toBeLessThanOrEqual(1000);
});

test("scrolling through 3,000 people in a minute meets no limit; asking about 200 again and again does", () => {
  expect(letIn(300, 200, people(10))).toBe(300);
  expect(letIn(200, 100, people(200))).toBeLessThan(35);
});

test("a clock that was put back gives nothing and closes nothing", () => {
  const come = door(1_000_000);
  for (let count = 0; count < 600; count += 1) come({}, 1_000_000);
  expect(() => come({}, 0)).toThrow("too-often");
  expect(() => come({}, 1_000_200)).not.toThrow();
});

const keys = Array.from({ length: 1_000_000 }, (_, key) => [`k${key}`, 1]);
test.each([
  ["one text of 60 MB", { name: "x".repeat(60_000_000) }],
  ["a million people", people(1_000_000)],
  ["a million keys", Object.fromEntries(keys)],
  ["long texts inside", { people: Array.from({ length: 300 }, () => ["x".repeat(9999)]) }],
])("%s is refused as too large", (_what, about) => {
  expect(() => door(0)(about, 0)).toThrow("too-large");
});

test("a thousand sightings with long headlines are let in", () => {
  const sightings = Array.from({ length: 1000 }, (_, place) => ({
    id: crypto.randomUUID(),
    sighting: {
      what: "person",
      person: { aliases: [`slug:${place}`], name: "Alex", headline: "x".repeat(220), at: 1 },
    },
  }));
  expect(() => door(0)({ viewer: { aliases: ["slug:me"] }, sightings }, 0)).not.toThrow();
});
