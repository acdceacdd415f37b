/**
 * 300 invented people with eight years of invented talk: the same people on every machine, always up to the present moment. They are known by
 * number alone, so that nothing here leads to the profile of a real person.
 */
import { compareInteractions } from "../domain/interactions/history.ts";
import type { Fact } from "../domain/interactions/interaction-columns.ts";
import type { Alias } from "../domain/person/person.ts";
import type { MutualSighting } from "../domain/records/statement.ts";
import { DAY_MS } from "../domain/time/day.ts";
import { COMPANIES, FAMILY, GIVEN, TITLES } from "./sample-words.ts";

/** How many there are. */
export const SAMPLE_SIZE = 300;

/** How far back their history goes (days). */
const OLDEST_DAYS = 8 * 365;

/** An invented job; moments in ms. */
export interface SampleJob {
  readonly company: string;
  readonly title: string;
  readonly at: number;
  readonly until: number;
}

/** An invented person, with everything that passed. */
export interface SamplePerson {
  readonly alias: Alias;
  readonly name: string;
  /** Oldest first. */
  readonly career: readonly SampleJob[];
  /** In the order of `compareInteractions`, each once. */
  readonly facts: readonly Fact[];
  /** Mutual connections as the profile showed them, of some whom the user never talked with. */
  readonly mutual?: MutualSighting;
}

/** Numbers between 0 and 1 that look random and are the same every time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How a tie went: the usual gap between talks (days), and how long the silence lasts now (days). */
interface Course {
  readonly gapDays: number;
  readonly silentDays: number;
  /** They alone write. */
  readonly oneWay?: true;
}

/** Shares of people (0-1, adding up to 1 with those never talked with), each with how their ties went. */
const COURSES: readonly {
  readonly share: number;
  readonly course: (unit: () => number) => Course;
}[] = [
  { share: 0.07, course: (unit) => ({ gapDays: 10 + 12 * unit(), silentDays: 1 + 9 * unit() }) },
  { share: 0.08, course: (unit) => ({ gapDays: 35 + 40 * unit(), silentDays: 5 + 40 * unit() }) },
  { share: 0.1, course: (unit) => ({ gapDays: 18 + 22 * unit(), silentDays: 90 + 160 * unit() }) },
  {
    share: 0.14,
    course: (unit) => ({ gapDays: 25 + 30 * unit(), silentDays: 420 + 900 * unit() }),
  },
  {
    share: 0.2,
    course: (unit) => ({ gapDays: 300 + 300 * unit(), silentDays: 60 + 700 * unit() }),
  },
  {
    share: 0.08,
    course: (unit) => ({
      gapDays: 120 + 200 * unit(),
      silentDays: 30 + 300 * unit(),
      oneWay: true,
    }),
  },
];

/** One talk: one to five messages, to and fro within a day. */
function talk(begin: number, ref: string, oneWay: boolean, unit: () => number): readonly Fact[] {
  const turns = oneWay ? 1 : 2 + Math.floor(4 * unit());
  let fromUser = !oneWay && unit() < 0.5;
  let at = Math.floor(begin);
  return Array.from({ length: turns }, (): Fact => {
    const direction = fromUser ? "out" : "in";
    if (!oneWay) fromUser = !fromUser;
    at += 60_000 * (1 + Math.floor(180 * unit()));
    return { kind: "message", direction, from: at, to: at, ref };
  });
}

function talks(
  course: Course,
  connectedAt: number,
  place: number,
  now: number,
  unit: () => number,
) {
  const ref = `sample-${place}`;
  const facts: Fact[] = [];
  // From the last talk back to the beginning.
  let at = now - course.silentDays * DAY_MS;
  while (at > connectedAt + DAY_MS && facts.length < 400) {
    facts.push(...talk(at - DAY_MS / 2, ref, course.oneWay === true, unit));
    at -= course.gapDays * (0.5 + unit()) * DAY_MS;
  }
  return facts;
}

function courseOf(unit: () => number): Course | undefined {
  let left = unit();
  for (const { share, course } of COURSES) {
    left -= share;
    if (left < 0) return course(unit);
  }
  return undefined;
}

/** One job, or two of which the second began of late. */
function careerOf(place: number, connectedAt: number, now: number, unit: () => number) {
  const job = (from: number, until: number, shift: number): SampleJob => ({
    company: COMPANIES[(place * 7 + shift) % COMPANIES.length] ?? "",
    title: TITLES[(place * 5 + shift) % TITLES.length] ?? "",
    at: Math.floor(from),
    until: Math.floor(until),
  });
  const changedAt = now - (10 + 200 * unit()) * DAY_MS;
  if (unit() > 0.05 || changedAt < connectedAt + DAY_MS) return [job(connectedAt, now, 0)];
  return [job(connectedAt, changedAt - DAY_MS, 0), job(changedAt, now, 3)];
}

function person(place: number, now: number, unit: () => number): SamplePerson {
  const connectedAt = now - Math.floor(120 + (OLDEST_DAYS - 120) * unit()) * DAY_MS;
  const day = Math.floor(connectedAt / DAY_MS) * DAY_MS;
  const course = courseOf(unit);
  const passed = course === undefined ? [] : talks(course, connectedAt, place, now, unit);
  const connected: Fact = { kind: "connected", direction: "both", from: day, to: day + DAY_MS - 1 };
  return {
    alias: `number:${place + 1}`,
    // People who share a given name have different family names: no name comes twice.
    name: `${GIVEN[place % GIVEN.length]} ${FAMILY[(place * 3 + Math.floor(place / GIVEN.length)) % FAMILY.length]}`,
    career: careerOf(place, connectedAt, now, unit),
    facts: [connected, ...passed].sort(compareInteractions),
  };
}

/** Both wrote to each other at some time. */
const hasTalked = ({ facts }: SamplePerson): boolean =>
  ["in", "out"].every((way) =>
    facts.some(({ kind, direction }) => kind === "message" && direction === way),
  );

/** The same person as the profile shows them, where the user never talked with them: with people who could introduce the two. */
function withMutual(
  one: SamplePerson,
  place: number,
  talkedWith: readonly SamplePerson[],
  now: number,
): SamplePerson {
  if (one.facts.some(({ kind }) => kind === "message") || talkedWith.length === 0) return one;
  const named = [0, 1, 2].flatMap((step) => {
    const { alias } = talkedWith[(place * 7 + step * 31) % talkedWith.length] ?? {};
    return alias === undefined ? [] : [alias];
  });
  const at = now - (1 + (place % 60)) * DAY_MS;
  return { ...one, mutual: { at, count: named.length + (place % 20), named: [...new Set(named)] } };
}

/** The invented people as of a moment (ms): the last of them was talked to within days of it. */
export function samplePeople(now: number): readonly SamplePerson[] {
  const unit = numbers(20_261_130);
  const people = Array.from({ length: SAMPLE_SIZE }, (_, place) => person(place, now, unit));
  const talkedWith = people.filter(hasTalked);
  return people.map((one, place) => withMutual(one, place, talkedWith, now));
}
