import fc from "fast-check";
import { expect, test } from "vitest";
import { CHANGE_KINDS } from "../../src/domain/changes/seen-changes.ts";
import type { ReminderDate } from "../../src/domain/person/person.ts";
import { REASON_KINDS } from "../../src/domain/person/sent-message.ts";
import type { KeptRule } from "../../src/domain/records/rule.ts";
import { DAY, NOW } from "../domain/interactions/arbitrary-interactions.ts";
import { chats, connected, contact, daysAgo } from "../domain/interactions/facts.ts";
import { sentences } from "../effort.ts";
import { aCoverage, choices, days, history, job } from "./arbitrary-ties.ts";
import { NETWORK_RULES, networkContradictions } from "./network-contradictions.ts";
import {
  type InventedPerson,
  type NetworkSaid,
  networkSaid,
  type PersonSaid,
} from "./said-network.ts";

const TAGS = ["clients", "choir"];

interface InventedReminder {
  readonly of: "any" | "kept" | "reply";
  /** Days ago, and days later. */
  readonly setAt: number;
  readonly wait: number;
}

function reminderDate({ of, setAt, wait }: InventedReminder): ReminderDate {
  const since = daysAgo(setAt) + 1;
  return {
    id: { any: "r", kept: "kept-r", reply: `no-reply-${since}-r` }[of],
    at: since + wait * DAY,
    setAt: since,
  };
}

const sentMessages = fc
  .array(fc.record({ ago: days(900), why: fc.constantFrom(...REASON_KINDS) }), { maxLength: 3 })
  .map((all) =>
    all.map(({ ago, why }) => ({ at: daysAgo(ago) + 1, why })).sort((a, b) => a.at - b.at),
  );

const moreChoices = fc
  .record({
    own: choices,
    tags: fc.subarray(TAGS),
    reminder: fc.option(
      fc.record({
        of: fc.constantFrom("any" as const, "kept" as const, "reply" as const),
        setAt: days(300),
        wait: days(60),
      }),
      { nil: undefined, freq: 3 },
    ),
    untracked: fc.option(fc.constant(true), { nil: undefined, freq: 8 }),
    asked: fc.option(fc.boolean(), { nil: undefined, freq: 5 }),
  })
  .map(({ own, tags, reminder, untracked, asked }) => ({
    ...own,
    ...(tags.length > 0 && { tags }),
    ...(reminder !== undefined && { reminders: [reminderDate(reminder)] }),
    ...(untracked && { neverTrack: { value: true, at: daysAgo(100) } }),
    // What the user says of the person comes before what a rule says.
    ...(asked !== undefined && { muted: { value: asked, at: daysAgo(50) } }),
  }));

/** A pause of years between two times of talking, and whose turn it is since. */
const woken = fc
  .record({ pause: fc.integer({ min: 400, max: 1500 }), last: days(60), owes: fc.boolean() })
  .map(({ pause, last, owes }) => [
    ...chats(12, 20, last + pause),
    ...chats(3, 5, last + 2),
    ...(owes ? [contact(last)] : []),
  ]);

/** Somebody not talked with yet, whose work is news. */
const newcomer: fc.Arbitrary<InventedPerson> = days(300).map((moved) => ({
  facts: [connected(500)],
  choices: {},
  before: ["Sample Ltd", "Lawyer"],
  after: ["Lone Works", "Teacher"],
  moved,
}));

/** Somebody the user talked with every month, and not for some months. */
const late: fc.Arbitrary<InventedPerson> = fc
  .record({ silent: days(300), after: job })
  .map(({ silent, after }) => ({
    facts: chats(12, 30, 120 + silent),
    choices: {},
    before: after,
    after,
    moved: 900,
  }));

const anyone: fc.Arbitrary<InventedPerson> = fc.record({
  facts: fc.oneof({ weight: 4, arbitrary: history }, woken, fc.constant([connected(500)])),
  choices: moreChoices,
  before: job,
  after: job,
  moved: days(900),
  sent: sentMessages,
});

const person = fc.oneof({ weight: 12, arbitrary: anyone }, newcomer, {
  weight: 2,
  arbitrary: late,
});

const rule: fc.Arbitrary<KeptRule> = fc.record({
  id: fc.uuid(),
  at: fc.integer({ min: NOW - 300 * DAY, max: NOW }),
  about: fc.oneof(
    fc.record({ of: fc.constant("company" as const), name: job.map(([company = ""]) => company) }),
    fc.record({ of: fc.constant("tag" as const), name: fc.constantFrom(...TAGS) }),
  ),
  says: fc.oneof(
    fc.constant({ what: "never" as const }),
    fc.record({ what: fc.constant("cadence" as const), days: fc.integer({ min: 1, max: 400 }) }),
    fc.record({
      what: fc.constant("knows" as const),
      how: fc.constantFrom("well" as const, "a-little" as const, "not-at-all" as const),
    }),
  ),
});

const network = fc.record({
  people: fc.array(person, { minLength: 1, maxLength: 15 }),
  rules: fc.uniqueArray(rule, { selector: ({ at }) => at, maxLength: 3 }),
  coverage: aCoverage,
  // Half of all see everything, so that there is something to say.
  isCovered: fc.boolean(),
  later: fc.oneof(days(30), days(700)),
  lived: fc.record({ goal: fc.integer({ min: 1, max: 7 }), done: fc.integer({ min: 0, max: 7 }) }),
  hour: fc.integer({ min: 0, max: 23 }),
});

test(
  `no two places contradict each other about a network and its rules, in ${sentences} networks`,
  async () => {
    const met = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        network,
        async ({ people, rules, coverage, isCovered, later, hour, lived }) => {
          const now = Math.floor(NOW / DAY) * DAY + later * DAY + (hour * DAY) / 24;
          const known = isCovered
            ? { archives: [{ from: 0, to: now, kinds: ["message", "inmail"] as const }] }
            : (coverage ?? { archives: [] });
          const said = await networkSaid(people, rules, known, now, lived);
          for (const one of said.people) {
            for (const { fact } of one.changes) met.add(fact.kind);
            for (const [list, isIn] of Object.entries(one.lists)) if (isIn) met.add(list);
            if (one.truth.ruledOut) met.add("ruled out");
            if (one.dueDate !== undefined) met.add(`due by ${one.dueDate.replace(/\d+/, "")}`);
          }
          for (const { sent, replied } of said.replyCounts) {
            if (replied > 0) met.add("replied");
            if (sent > replied) met.add("not replied");
          }
          if (/All written/.test(said.goal.words)) met.add("all written");
          if (said.goal.open > 0 && said.goal.done >= lived.goal) met.add("goal reached");
          expect(networkContradictions(said)).toEqual([]);
        },
      ),
      { numRuns: sentences },
    );
    // Every place had somebody in it.
    expect([...met].sort()).toEqual(
      [
        ...CHANGE_KINDS,
        "all written",
        "call",
        "changes",
        "due",
        "due by kept-r",
        "due by no-reply--r",
        "due by r",
        "goal reached",
        "neverTalked",
        "overdue",
        "not replied",
        "reconnect",
        "replied",
        "ruled out",
      ].sort(),
    );
  },
  60_000 + 300 * sentences,
);

const somebody = (more: Partial<InventedPerson> = {}): InventedPerson => ({
  facts: chats(12, 30, 180),
  choices: {},
  before: ["Lone Works", "Nurse"],
  after: ["Lone Works", "Nurse"],
  moved: 900,
  ...more,
});

const NEVER: KeptRule = {
  id: "never",
  at: daysAgo(1),
  about: { of: "company", name: "Sample Ltd" },
  says: { what: "never" },
};

/** A network without a fault, to plant one in: somebody late, somebody a rule keeps away, somebody due, somebody never talked with. */
const sound = (): Promise<NetworkSaid> =>
  networkSaid(
    [
      somebody(),
      somebody({ after: ["Sample Ltd", "Lawyer"] }),
      somebody({ choices: { cadenceDays: { value: 20, at: daysAgo(100) } } }),
      somebody({ facts: [connected(900)] }),
      somebody({ facts: [...chats(12, 10, 60), contact(20)] }),
    ],
    [NEVER],
    { archives: [{ from: 0, to: NOW, kinds: ["message"] }] },
    NOW,
  );

/** The same with one person changed. */
const withPerson = (
  said: NetworkSaid,
  place: number,
  change: (person: PersonSaid) => Partial<PersonSaid>,
): NetworkSaid => ({
  ...said,
  people: said.people.map((one, at) => (at === place ? { ...one, ...change(one) } : one)),
});

const changed = (
  said: NetworkSaid,
  place: number,
  fact: PersonSaid["changes"][number]["fact"],
  at = said.now - DAY,
): NetworkSaid => ({
  ...withPerson(said, place, () => ({ changes: [{ fact, at, words: "planted" }] })),
});

const seen = (days: number, direction: "in" | "out" = "in") => ({
  kind: "message" as const,
  direction,
  from: daysAgo(days),
  to: daysAgo(days),
  source: "page" as const,
});

test("somebody whom the user only met elsewhere is overdue in the network's count as everywhere", async () => {
  const elsewhere = {
    cadenceDays: { value: 7, at: daysAgo(500) },
    inTouchElsewhere: { value: NOW, at: NOW },
  };
  const said = await networkSaid(
    [somebody({ facts: [], choices: elsewhere }), somebody({ facts: [contact(0)] })],
    [],
    { archives: [{ from: 0, to: NOW + 7 * DAY, kinds: ["message"] }] },
    NOW + 7 * DAY,
  );
  expect(said.overdue).toMatchObject({ popup: 1, table: 1, network: 1, file: 1 });
  expect(networkContradictions(said)).toEqual([]);
});

/** One contradiction of each kind. */
const PLANTED: Readonly<Record<string, (said: NetworkSaid) => NetworkSaid>> = {
  "a band in two places": (said) =>
    withPerson(said, 0, ({ bands }) => ({ bands: { ...bands, file: "close" } })),
  "overdue in two places": (said) => ({ ...said, overdue: { ...said.overdue, popup: 6505 } }),
  "overdue of one person in two places": (said) =>
    withPerson(said, 3, ({ file }) => ({ file: { ...file, overdue: "yes" } })),
  "left alone, yet called to attention": (said) =>
    withPerson(said, 0, ({ truth }) => ({ truth: { ...truth, leftAlone: true } })),
  "a rule says never, yet suggested": (said) =>
    withPerson(said, 1, ({ lists }) => ({ lists: { ...lists, changes: true } })),
  "never suggested in two places": (said) =>
    withPerson(said, 1, ({ file }) => ({ file: { ...file, never_suggest: "" } })),
  "counts of bands": (said) => ({
    ...said,
    bandCounts: {
      ...said.bandCounts,
      table: { ...said.bandCounts["table"]!, close: 99 },
    },
  }),
  "counts of people": (said) => ({ ...said, network: { ...said.network, people: 99 } }),
  "counts of changes": (said) => ({ ...said, changeCounts: { said: 7, listed: 7 } }),
  "due and the notification": (said) => ({ ...said, due: { ...said.due, count: 9 } }),
  "the call and the week": (said) => ({
    ...said,
    call: { ...said.call, names: [...said.call.names, ...said.call.names] },
  }),
  "a change after it ended": (said) =>
    changed(
      withPerson(said, 0, ({ truth }) => ({
        truth: { ...truth, exchanges: [...truth.exchanges, contact(1, { direction: "out" })] },
      })),
      0,
      { kind: "waiting", seen: seen(180) },
    ),
  "a change and the band": (said) =>
    changed(said, 3, { kind: "woke", after: daysAgo(900), at: daysAgo(10) }),
  "a change before and after": (said) =>
    changed(said, 0, { kind: "woke", after: daysAgo(1), at: daysAgo(10) }),
  "due by a cadence that nobody set": (said) =>
    withPerson(said, 2, ({ truth }) => ({ truth: { ...truth, cadenceDays: undefined } })),
  goal: (said) => ({ ...said, goal: { goal: 3, done: 6, open: 0, words: "6 of 3" } }),
  replies: (said) =>
    withPerson(said, 4, ({ truth }) => ({
      dueDate: "no-reply-1-r",
      truth: { ...truth, reminders: [{ id: "no-reply-1-r", at: daysAgo(1), setAt: 1 }] },
    })),
  "rhythm of a file": (said) =>
    withPerson(said, 2, ({ truth }) => ({ truth: { ...truth, cadenceDays: 77 } })),
  "last exchange of a file": (said) =>
    withPerson(said, 0, ({ file }) => ({ file: { ...file, last_exchange: "" } })),
  "numbers and plurals": (said) => ({
    ...said,
    sentences: [...said.sentences, "1 people are waiting for a word from you today."],
  }),
};

test("every kind of contradiction between places has one that is planted", () => {
  expect(Object.keys(PLANTED).sort()).toEqual(Object.keys(NETWORK_RULES).sort());
});

test("what nothing was planted in has no contradiction between places", async () => {
  const said = await sound();
  expect(networkContradictions(said)).toEqual([]);
  expect(said.people.map(({ truth }) => truth.ruledOut)).toContain(true);
  expect(said.due.count).toBeGreaterThan(0);
});

test.each(Object.entries(PLANTED))(
  "a planted contradiction between places is found: %s",
  async (kind, plant) => {
    const found = networkContradictions(plant(await sound()));
    expect(found.map((one) => one.kind)).toContain(kind);
  },
);
