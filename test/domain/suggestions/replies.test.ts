/** Which messages brought replies, and how far that bears on the order of suggestions. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";
import { REASON_KINDS, type SentMessage } from "../../../src/domain/person/sent-message.ts";
import { reasonKind } from "../../../src/domain/suggestions/reason-kind.ts";
import {
  replyCounts,
  type ReplyCount,
  REPLY_WINDOW_DAYS,
  sentOutcomes,
} from "../../../src/domain/suggestions/replies.ts";
import {
  MOST_WEIGHT,
  replyWeights,
  shareBounds,
} from "../../../src/domain/suggestions/reply-weight.ts";
import { SUGGESTION_DEFAULTS, suggestions } from "../../../src/domain/suggestions/suggestions.ts";
import { runs } from "../../effort.ts";
import { anInteraction, DAY, NOW } from "../interactions/arbitrary-interactions.ts";
import { chats, contact, daysAgo, ranked, shown } from "../interactions/facts.ts";

const sent = (days: number, why: SentMessage["why"] = "news"): SentMessage => ({
  at: daysAgo(days),
  why,
});

/** Whether a message 60 days ago brought a reply, with this in the history. */
const isReplied = (...facts: readonly Interaction[]): boolean => replyTo(...facts) === true;

/** What came of that message. */
const replyTo = (...facts: readonly Interaction[]) => sentOutcomes([sent(60)], facts)[0]?.replied;

test("a word of theirs to the user alone within 30 days is a reply", () => {
  for (const days of [59, 45, 30]) expect(isReplied(contact(days)), `${days}`).toBe(true);
  for (const kind of ["email", "call", "meeting"] as const)
    expect(isReplied(contact(50, { kind })), kind).toBe(true);
  expect(isReplied(contact(50, { kind: "meeting", direction: "both" }))).toBe(true);
});

test("nothing else is: before, too late, the user's own, in a group, sent to many, a click", () => {
  expect(isReplied(contact(60))).toBe(false);
  expect(isReplied(contact(61))).toBe(false);
  expect(isReplied(contact(29.9))).toBe(false);
  expect(isReplied(contact(50, { direction: "out" }))).toBe(false);
  expect(isReplied(contact(50, { groupSize: 2 }))).toBe(false);
  for (const kind of ["inmail", "reaction", "comment", "invitation", "connected"] as const)
    expect(isReplied(contact(50, { kind })), kind).toBe(false);
  expect(isReplied(contact(50, { kind: "invitation", withNote: true }))).toBe(false);
});

test("what a page dates by the day counts from the next day on, and only where all of it lies in the 30 days", () => {
  const day = (ago: number) => contact(ago, { to: daysAgo(ago) + DAY - 1 });
  expect(isReplied(day(60.5))).toBe(false);
  expect(isReplied(day(59.5))).toBe(true);
  expect(isReplied(day(30.5))).toBe(false);
  expect(isReplied(contact(58, { to: daysAgo(25) }))).toBe(false);
});

test("a word of theirs that may lie in the 30 days or beside them leaves the outcome open, and the message is not counted", () => {
  const day = (ago: number) => contact(ago, { to: daysAgo(ago) + DAY - 1 });
  expect(replyTo(day(60.5))).toBe("maybe");
  expect(replyTo(day(30.5))).toBe("maybe");
  expect(replyTo(contact(70, { to: daysAgo(20) }))).toBe("maybe");
  expect(replyTo(day(60.5), contact(50))).toBe(true);
  for (const beside of [day(62), day(29.9), contact(60), contact(29.9)])
    expect(replyTo(beside)).toBeUndefined();
  const outcomes = [
    ...sentOutcomes([sent(60)], [day(60.5)]),
    ...sentOutcomes([sent(60)], [contact(50)]),
    ...sentOutcomes([sent(60)], []),
  ];
  expect(replyCounts(outcomes, NOW)).toEqual([{ why: "news", sent: 2, replied: 1 }]);
});

test("a second message within the 30 days belongs to the first: one reply is never counted for two", () => {
  const all = [sent(60), sent(46, "owed"), sent(20)];
  expect(sentOutcomes(all, [contact(45)])).toEqual([
    { ...sent(60), replied: true },
    { ...sent(20) },
  ]);
});

test("a message counts once its 30 days are over, and a source that would show a reply covers them", () => {
  const outcomes = [sent(100), sent(60, "owed"), sent(31), sent(10)].flatMap((one) =>
    sentOutcomes([one], [contact(59)]),
  );
  expect(replyCounts(outcomes, NOW)).toEqual([
    { why: "news", sent: 2, replied: 0 },
    { why: "owed", sent: 1, replied: 1 },
  ]);
  expect(replyCounts(outcomes, daysAgo(40))).toEqual([{ why: "news", sent: 1, replied: 0 }]);
  expect(replyCounts(outcomes, undefined)).toEqual([]);
});

const aSent = fc.record({
  at: fc.integer({ min: 0, max: 400 }).map((step) => NOW - step * (DAY / 2)),
  why: fc.constantFrom(...REASON_KINDS),
});

test("replies never exceed messages, counts never exceed what was written, and no order matters", () => {
  const facts = fc.array(
    anInteraction(fc.integer({ min: 0, max: 400 }).map((step) => NOW - step * (DAY / 2))),
    { maxLength: 12 },
  );
  const reached = fc.option(
    fc.integer({ min: -10, max: 250 }).map((days) => NOW - days * DAY),
    { nil: undefined },
  );
  fc.assert(
    fc.property(
      fc.array(aSent, { maxLength: 8 }),
      facts,
      reached,
      fc.infiniteStream(fc.nat()),
      (all, history, until, numbers) => {
        const mixed = <T>(list: readonly T[]): readonly T[] =>
          list
            .map((one) => [numbers.next().value ?? 0, one] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, one]) => one);
        const outcomes = sentOutcomes(all, history);
        expect(sentOutcomes(mixed(all), mixed(history))).toStrictEqual(outcomes);
        // Told twice is told once.
        expect(sentOutcomes([...all, ...all], [...history, ...history])).toStrictEqual(outcomes);
        for (const [place, { at }] of outcomes.entries())
          expect(at - (outcomes[place - 1]?.at ?? -Infinity)).toBeGreaterThan(
            REPLY_WINDOW_DAYS * DAY,
          );
        const counts = replyCounts(outcomes, until);
        expect(replyCounts(mixed(outcomes), until).toSorted(byWhy)).toStrictEqual(
          counts.toSorted(byWhy),
        );
        for (const { why, sent: those, replied } of counts) {
          expect(replied).toBeLessThanOrEqual(those);
          expect(those).toBeLessThanOrEqual(all.filter((one) => one.why === why).length);
        }
      },
    ),
    { numRuns: runs(1000) },
  );
});

const byWhy = (a: ReplyCount, b: ReplyCount): number => (a.why < b.why ? -1 : 1);

test("a message counts under the most particular of the reasons", () => {
  const kind = (...codes: readonly Parameters<typeof reasonKind>[0][number]["code"][]) =>
    reasonKind(codes.map((code) => ({ code })));
  expect(kind("rhythm", "changed-company")).toBe("news");
  expect(kind("talked-days", "wrote-last")).toBe("owed");
  expect(kind("connected-never-talked", "same-school")).toBe("shared");
  expect(kind("talked-once")).toBe("talked");
  expect(kind("connected-never-talked")).toBe("new");
  expect(kind()).toBeUndefined();
});

const counted = (...rows: readonly (readonly [ReplyCount["why"], number, number])[]) =>
  replyWeights(rows.map(([why, replied, of]) => ({ why, replied, sent: of })));

test("the bounds of a share are Wilson's", () => {
  // Brown, Cai & DasGupta 2001; 5 of 9 and 0 of 10 are in every table of it.
  const rounded = (hits: number, of: number) =>
    Object.values(shareBounds(hits, of)).map((end) => Math.round(end * 1000) / 1000);
  expect(rounded(5, 9)).toEqual([0.267, 0.811]);
  expect(rounded(0, 10)).toEqual([0, 0.278]);
  expect(rounded(10, 10)).toEqual([0.722, 1]);
  expect(rounded(0, 0)).toEqual([0, 1]);
});

test("few numbers change nothing at all", () => {
  expect(counted(["news", 5, 9], ["talked", 3, 20])).toEqual(new Map());
  expect(counted(["news", 4, 4], ["talked", 0, 4])).toEqual(new Map());
  expect(counted(["news", 9, 9], ["talked", 0, 400])).toEqual(new Map());
  expect(counted(["news", 40, 40])).toEqual(new Map());
  expect(counted()).toEqual(new Map());
});

test("many numbers change it little by little, and never by more than a new company would", () => {
  const small = counted(["news", 12, 20], ["talked", 18, 80]);
  const large = counted(["news", 600, 1000], ["talked", 450, 2000]);
  const [less = NaN, more = NaN] = [small.get("news"), large.get("news")];
  expect(less).toBeGreaterThan(1);
  expect(less).toBeLessThan(more);
  expect(more).toBe(MOST_WEIGHT);
  expect(large.get("talked")).toBe(1 / MOST_WEIGHT);
});

test("a weight lies between the observed ratio and 1, for any numbers", () => {
  const count = fc
    .tuple(fc.constantFrom(...REASON_KINDS), fc.nat(300), fc.nat(300))
    .map(([why, a, b]) => ({ why, sent: Math.max(a, b), replied: Math.min(a, b) }));
  fc.assert(
    fc.property(fc.uniqueArray(count, { selector: ({ why }) => why }), (counts) => {
      const weights = replyWeights(counts);
      const sum = (of: "sent" | "replied") => counts.reduce((all, one) => all + one[of], 0);
      for (const { why, sent: of, replied } of counts) {
        const weight = weights.get(why) ?? 1;
        const others = (sum("replied") - replied) / (sum("sent") - of);
        if (weight !== 1) expect(Math.sign(weight - 1)).toBe(Math.sign(replied / of - others));
        if (weight > 1) expect(weight).toBeLessThanOrEqual(replied / of / others);
        if (weight < 1) expect(weight).toBeGreaterThanOrEqual(replied / of / others);
        expect(weight).toBeLessThanOrEqual(MOST_WEIGHT);
        expect(weight).toBeGreaterThanOrEqual(1 / MOST_WEIGHT);
      }
    }),
    { numRuns: runs(1000) },
  );
});

test("of people who are worth the same, those whose kind of reason brought more replies come first", () => {
  const late = (id: string, title: string) =>
    ranked(id, chats(10, 30, 200), {
      career: [
        shown(400, 300, { title: "Nurse", company: "Tin Whistle" }),
        shown(20, 10, { title, company: "Tin Whistle" }),
      ],
    });
  const people = [late("ada", "Nurse"), late("bo", "Nurse"), late("moved", "Head Nurse")];
  const order = (replyWeightsOf?: ReadonlyMap<SentMessage["why"], number>) =>
    suggestions(
      people,
      { ...SUGGESTION_DEFAULTS, ...(replyWeightsOf && { replyWeights: replyWeightsOf }) },
      NOW,
    ).reconnect.map(({ id }) => id as string);
  expect(order()).toEqual(["ada", "bo", "moved"]);
  expect(order(counted(["news", 5, 9]))).toEqual(["ada", "bo", "moved"]);
  expect(order(counted(["news", 12, 20], ["talked", 18, 80]))).toEqual(["moved", "ada", "bo"]);
  expect(order(counted(["news", 2, 20], ["talked", 18, 20]))).toEqual(["ada", "bo", "moved"]);
});
