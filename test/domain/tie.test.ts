import { expect, test } from "vitest";
import type { Coverage } from "../../src/domain/coverage.ts";
import type { Interaction } from "../../src/domain/interaction.ts";
import { strengthReason } from "../../src/domain/reasons.ts";
import { tieSummary } from "../../src/domain/tie-summary.ts";
import { tie, type Circumstances } from "../../src/domain/tie.ts";
import { DAY, NOW } from "./arbitrary-interactions.ts";
import { chat, chats, connected, contact, daysAgo } from "./facts.ts";

const at = (
  interactions: readonly Interaction[],
  circumstances: Circumstances = {},
  now: number = NOW,
) => tie(tieSummary(interactions), circumstances, now);

test("the last contact says what, who, when, how exactly and by whom it is known", () => {
  const coarse = contact(10, { to: daysAgo(9), kind: "comment", sources: ["archive:1", "page"] });
  expect(at([...chat(30), coarse]).last).toStrictEqual({
    kind: "comment",
    direction: "in",
    from: daysAgo(10),
    to: daysAgo(9),
    source: "archive",
  });
});

test("what the user wrote down goes before any other source", () => {
  const met = contact(3, { kind: "meeting", direction: "both", sources: ["archive:1", "hand"] });
  expect(at([met]).last?.source).toBe("hand");
});

test("a reaction is the last contact, and the talk before it the last exchange", () => {
  const known = at([...chat(30), contact(2, { kind: "reaction" })]);
  expect(known.last?.kind).toBe("reaction");
  expect(known.lastExchange?.kind).toBe("message");
  expect(Math.round(known.silentDays ?? 0)).toBe(30);
});

/** A look at the list of an own post's reactors: since the post, which is so many days old. */
const looked = (days: number, ref: string): Interaction =>
  contact(days, { kind: "reaction", to: NOW, ref });

test("a reaction known to lie somewhere in half a year makes no tie look warmer now", () => {
  for (const past of [[], chats(10, 30, 200), chats(3, 20, 120), [contact(150)]]) {
    const [before, after] = [at(past), at([...past, looked(180, "activity:7")])];
    expect(after.strength - before.strength).toBeLessThan(5);
    expect(after.band).toBe(before.band === "not-talked" ? "acquaintance" : before.band);
    expect(after.touches).toBeLessThan(0.01);
    expect(after.silentDays).toBe(before.silentDays);
  }
});

test("what may lie before the last known contact is not the last contact", () => {
  expect(at([contact(100), looked(180, "activity:7")]).last?.kind).toBe("message");
  expect(at([contact(100), looked(90, "activity:7")]).last).toMatchObject({
    kind: "reaction",
    from: daysAgo(90),
    to: NOW,
  });
  expect(at([looked(180, "activity:7"), looked(90, "activity:8")]).last?.from).toBe(daysAgo(90));
});

test("becoming connected is no contact", () => {
  const summary = tieSummary([connected(100), contact(101, { kind: "invitation" })]);
  expect(tie(summary, {}, NOW)).toMatchObject({ band: "not-talked", strength: 0 });
  expect(summary.connected).toStrictEqual({ from: daysAgo(100), to: daysAgo(100) });
  expect(summary.last?.kind).toBe("invitation");
});

test("an invitation with a note is a message", () => {
  const note = contact(5, { kind: "invitation", direction: "out", withNote: true });
  expect(at([note])).toMatchObject({ band: "acquaintance", unanswered: 1, wroteLast: "out" });
});

test("own messages without an answer are counted by day, until something comes back", () => {
  const mine = [9, 8.99, 7, 5].map((days) => contact(days, { direction: "out" }));
  expect(at([...chat(20), ...mine]).unanswered).toBe(3);
  expect(at([...chat(20), ...mine, contact(4)]).unanswered).toBe(0);
  expect(at([...chat(20), ...mine], { inTouchElsewhereAt: daysAgo(1) }).unanswered).toBe(0);
});

test("in touch elsewhere restarts the clock without inventing an interaction", () => {
  const known = at(chats(10, 30, 300), { inTouchElsewhereAt: daysAgo(5) });
  expect(known.silentDays).toBe(5);
  expect(known.band).not.toBe("dormant");
  expect(known.last).toStrictEqual(at(chats(10, 30, 300)).last);
  expect(at(chats(10, 30, 300), { inTouchElsewhereAt: NOW + DAY }).silentDays).toBeGreaterThan(299);
});

test("a cadence of one's own stands in for the rhythm", () => {
  const known = at(chats(10, 30, 100), { cadenceDays: 90 });
  expect(known).toMatchObject({ gapDays: 90, ownCadence: true });
  expect(known.overdue).toBeCloseTo(100 / 90, 1);
});

test("a rhythm is claimed only of regular talks", () => {
  expect(at(chats(8, 30, 10)).rhythmKnown).toBe(true);
  expect(at(chats(3, 30, 10)).rhythmKnown).toBe(false);
  const bursts = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1200].flatMap((days) => chat(10 + days));
  expect(at(bursts).rhythmKnown).toBe(false);
});

const archiveUntil = (to: number): Coverage => ({
  archives: [{ from: daysAgo(4000), to, kinds: ["message"] }],
});

test("silence after the end of the archive is not counted, but for a month", () => {
  const known = at(chats(10, 30, 300), { coverage: archiveUntil(daysAgo(290)) });
  expect(Math.round(known.silentDays ?? 0)).toBe(40);
  expect(known.knownUntil).toBe(daysAgo(260));
  expect(known.band).not.toBe("dormant");
});

test("strength never rises while coverage ends", () => {
  const summary = tieSummary(chats(10, 30, 300));
  const circumstances = { coverage: archiveUntil(daysAgo(290)) };
  let before = 100;
  for (let days = 299; days > 0; days -= 1) {
    const { strength } = tie(summary, circumstances, daysAgo(days));
    expect(strength).toBeLessThanOrEqual(before);
    before = strength;
  }
});

test("nobody is Dormant whose silence was not watched for 90 days", () => {
  const watching = (days: number) => ({
    coverage: { watchingSince: daysAgo(days), archives: [] },
  });
  const old = chats(10, 30, 1000);
  expect(at(old).band).toBe("dormant");
  expect(at(old, watching(10)).band).toBe("fading");
  expect(at(old, watching(100)).band).toBe("dormant");
});

test("the reason of a strength multiplies to the warmth it explains", () => {
  const known = at(chats(12, 30, 180));
  expect(strengthReason(known)).toMatchObject({ code: "remembered" });
  expect(known.closeness).toBeGreaterThan(9);
  expect(known.remaining).toBeGreaterThan(0.05);
  expect(known.remaining).toBeLessThan(0.3);
});

test("other strengths have other reasons", () => {
  expect(strengthReason(at([]))).toStrictEqual({ code: "never" });
  expect(strengthReason(at([contact(3, { kind: "reaction" })]))).toStrictEqual({
    code: "touches-only",
  });
  expect(strengthReason(at([contact(3), contact(5)]))).toStrictEqual({
    code: "one-way",
    direction: "in",
    days: 2,
  });
  expect(
    strengthReason(at(chats(5, 30, 300), { coverage: archiveUntil(daysAgo(290)) })),
  ).toMatchObject({ knownUntil: daysAgo(260) });
});

test("a message to more than 40 people is no contact", () => {
  expect(at([contact(3, { groupSize: 41 })]).band).toBe("not-talked");
  expect(at([contact(3, { groupSize: 40 })]).band).toBe("acquaintance");
});

test("the bands of earlier years are kept with the summary", () => {
  const summary = tieSummary([...chats(12, 30, 1500), ...chat(10)]);
  expect(summary.firstYear).toBe(2020);
  expect(summary.lastYear).toBe(2025);
  expect(summary.pastBands).toHaveLength(5);
  expect(summary.pastBands[4]).toBe("3");
});

test("a summary is plain JSON of less than 800 characters, however long the history", () => {
  const summary = tieSummary([...chats(2000, 1, 1), connected(2001)]);
  expect(JSON.parse(JSON.stringify(summary))).toStrictEqual(summary);
  expect(JSON.stringify(summary).length).toBeLessThan(800);
});
