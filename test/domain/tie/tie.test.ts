import { expect, test } from "vitest";
import type { Coverage } from "../../../src/domain/tie/coverage.ts";
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";
import { isLate } from "../../../src/domain/tie/late.ts";
import { strengthReason } from "../../../src/domain/suggestions/reasons.ts";
import { lastFact } from "../../../src/domain/suggestions/said.ts";
import type { Knows } from "../../../src/domain/person/person.ts";
import { tieSummary } from "../../../src/domain/tie/tie-summary.ts";
import { tie, type Circumstances } from "../../../src/domain/tie/tie.ts";
import { DAY, NOW } from "../interactions/arbitrary-interactions.ts";
import { chat, chats, connected, contact, daysAgo } from "../interactions/facts.ts";

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
    expect(after.band).toBe(before.band);
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

const note = (days: number, direction: "in" | "out" = "out") =>
  contact(days, { kind: "invitation", direction, withNote: true });

test("an invitation with a note is a touch until it is answered, and then a message", () => {
  const waiting = at([note(500), contact(400, { direction: "out" })]);
  expect(waiting).toMatchObject({ daysOut: 1, daysIn: 0, talkDays: 0 });
  expect(at([note(500)])).toMatchObject({ band: "not-talked", unanswered: 0 });
  expect(at([note(500)]).lastExchange).toBeUndefined();
  expect(at([note(500), connected(499)]).lastExchange).toBeUndefined();
  const answered = at([note(500), contact(498)]);
  expect(answered).toMatchObject({ daysOut: 1, daysIn: 1, talkDays: 1, band: "acquaintance" });
});

test("an answered note counts as the message it was, whatever came between", () => {
  const message = (days: number) => contact(days, { direction: "out" });
  const more = [contact(480, { kind: "reaction" }), message(470), connected(460)];
  const answer = [contact(450), ...chats(3, 20, 100)];
  const {
    last: _one,
    lastExchange: _same,
    invitation: _note,
    ...asNote
  } = tieSummary([note(500), ...more, ...answer]);
  const {
    last: _other,
    lastExchange: _too,
    ...asMessage
  } = tieSummary([message(500), ...more, ...answer]);
  expect(asNote).toStrictEqual(asMessage);
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

test("silence after the end of the archive is not counted", () => {
  const known = at(chats(10, 30, 300), { coverage: archiveUntil(daysAgo(290)) });
  expect(Math.round(known.silentDays ?? 0)).toBe(10);
  expect(known.knownUntil).toBe(daysAgo(290));
});

test("a tie last seen inside an archive stays as it was at the end of it", () => {
  const coverage = archiveUntil(daysAgo(290));
  for (const facts of [chats(10, 30, 300), chats(40, 7, 400), chat(320), [contact(295)]]) {
    const then = at(facts, {}, daysAgo(290));
    for (const days of [259, 100, 0])
      expect(at(facts, { coverage }, daysAgo(days))).toStrictEqual({
        ...then,
        knownUntil: daysAgo(290),
      });
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

test("how a tie stands has a reason for each case", () => {
  expect(strengthReason(at(chats(12, 30, 180)))).toMatchObject({
    code: "rhythm",
    since: { from: daysAgo(180 - 1 / 24) },
  });
  expect(strengthReason(at([]))).toStrictEqual({ code: "not-talked", touched: false });
  expect(strengthReason(at([contact(3, { kind: "reaction" })]))).toStrictEqual({
    code: "not-talked",
    touched: true,
  });
  expect(strengthReason(at([], { coverage: { archives: [] } }))).toStrictEqual({ code: "unknown" });
  expect(strengthReason(at([contact(3), contact(5)]))).toStrictEqual({
    code: "one-way",
    direction: "in",
    days: 2,
    final: true,
  });
  const pages = { coverage: { watchingSince: daysAgo(50), archives: [] } };
  expect(strengthReason(at([contact(3)], pages))).toMatchObject({ final: false });
  expect(strengthReason(at(chat(40)))).toMatchObject({ code: "talked-once", only: true });
  expect(strengthReason(at(chat(40), pages))).toMatchObject({ code: "talked-once", only: false });
  expect(strengthReason(at([...chat(40), ...chat(80)]))).toMatchObject({
    code: "talked-days",
    days: 2,
  });
});

test("a silence is claimed only where a source covers it to the present and nobody waits for an answer", () => {
  const since = (facts: readonly Interaction[], circumstances: Circumstances = {}) =>
    "since" in strengthReason(at(facts, circumstances));
  const regular = chats(12, 30, 180);
  expect(since(regular)).toBe(true);
  expect(since(regular, { coverage: archiveUntil(daysAgo(20)) })).toBe(true);
  expect(since(regular, { coverage: archiveUntil(daysAgo(90)) })).toBe(false);
  expect(since(regular, { coverage: { watchingSince: daysAgo(400), archives: [] } })).toBe(false);
  expect(since([...regular, contact(2, { direction: "out" })])).toBe(false);
});

test("daily partners who stopped two years ago are Dormant and late", () => {
  const daily = at(chats(1095, 1, 730));
  expect(daily.gapDays).toBeLessThan(1.2);
  expect(daily.band).toBe("dormant");
  expect(isLate(daily)).toBe(true);
  // A pause of a month is no silence yet, and a day is none at all.
  expect(isLate(at(chats(1095, 1, 30)))).toBe(false);
  expect(at(chats(1095, 1, 1)).band).toBe("close");
});

test("one message without an answer, or one to many, wakes no tie and takes nobody off the list of the late", () => {
  const old = chats(150, 7, 1095);
  const wakers: readonly Partial<Interaction>[] = [
    { direction: "out" },
    { direction: "in" },
    { direction: "out", kind: "inmail" },
    { direction: "out", groupSize: 40 },
    { direction: "in", groupSize: 40 },
    { direction: "in", groupSize: 400 },
    { direction: "out", kind: "comment" },
  ];
  expect(at(old).band).toBe("dormant");
  for (const more of wakers) {
    const woken = at([...old, contact(1, more)]);
    expect(woken.band, JSON.stringify(more)).toBe("dormant");
    expect(isLate(woken), JSON.stringify(more)).toBe(true);
    // Yet the clock that is shown counts from it.
    expect(Math.round(woken.silentDays ?? 0)).toBe(1);
  }
  const answered = at([...old, contact(2, { direction: "out" }), contact(1)]);
  expect(answered.band).toBe("close");
  expect(isLate(answered)).toBe(false);
  expect(at([...old, contact(1, { kind: "meeting", direction: "both" })]).band).toBe("close");
});

test("a group has no size at which a tie changes", () => {
  const inGroup = (groupSize: number) =>
    at(chats(300, 1, 1).map((one) => ({ ...one, groupSize, ref: "g" })));
  for (const size of [2, 10, 39, 40, 41, 42, 100]) {
    const [one, larger] = [inGroup(size), inGroup(size + 1)];
    expect(larger.band).toBe(one.band);
    expect(one.strength - larger.strength).toBeGreaterThanOrEqual(0);
    expect(one.strength - larger.strength).toBeLessThan(4);
  }
  expect(at([contact(3, { groupSize: 41 })]).band).toBe(at([contact(3, { groupSize: 40 })]).band);
});

const inMails = (count: number, step: number) =>
  Array.from({ length: count }, (_, n) => contact(5 + n * step, { kind: "inmail" }));

test("unwanted contact is an Acquaintance, never late, and no talk is claimed of it", () => {
  const unwanted = [
    [...inMails(12, 30), contact(3, { direction: "out" })],
    [
      ...Array.from({ length: 40 }, (_, n) => contact(5 + 10 * n)),
      contact(4, { direction: "out" }),
    ],
    [...inMails(30, 12), contact(200, { direction: "out" }), contact(4, { direction: "out" })],
    [
      ...Array.from({ length: 24 }, (_, n) => contact(5 + 30 * n)),
      contact(720, { direction: "out" }),
    ],
  ];
  for (const facts of unwanted)
    for (const now of [NOW, NOW + 200 * DAY, NOW + 900 * DAY]) {
      const known = at(facts, {}, now);
      expect(known.band).toBe("acquaintance");
      expect(known.twoWay).toBe(false);
      expect(isLate(known)).toBe(false);
      expect(strengthReason(known).code).toBe("uneven");
    }
});

test("a greeting and its thanks make nobody In touch, on one day or two", () => {
  for (const later of [1 / 24, 1, 2])
    for (const days of [2.5, 10]) {
      const thanked = at([contact(days), contact(days - later, { direction: "out" })]);
      expect(thanked.band).toBe("acquaintance");
    }
  expect(at([...chat(2), ...chat(5)]).band).toBe("in-touch");
});

test("without a source of talk nobody is said not to have talked", () => {
  const bandOf = (facts: readonly Interaction[], coverage: Coverage) =>
    at(facts, { coverage }).band;
  const nothing = { archives: [] };
  const pages = { watchingSince: daysAgo(500), archives: [] };
  const connections: Coverage = {
    archives: [{ from: daysAgo(900), to: daysAgo(1), kinds: ["connected", "invitation"] }],
  };
  for (const coverage of [nothing, pages, connections]) {
    expect(bandOf([connected(400)], coverage)).toBe("unknown");
    expect(bandOf([connected(400), contact(9, { kind: "reaction" })], coverage)).toBe("unknown");
    expect(bandOf([connected(400), contact(9)], coverage)).toBe("acquaintance");
  }
  expect(bandOf([connected(400)], archiveUntil(daysAgo(300)))).toBe("not-talked");
  expect(bandOf([connected(200)], archiveUntil(daysAgo(300)))).toBe("unknown");
});

test("in touch elsewhere is the last exchange there is", () => {
  const known = at(chats(10, 30, 300), { inTouchElsewhereAt: daysAgo(5) });
  expect(known.elsewhereAt).toBe(daysAgo(5));
  expect(lastFact(known)).toStrictEqual({ code: "elsewhere", at: daysAgo(5) });
  expect(at(chats(10, 30, 3), { inTouchElsewhereAt: daysAgo(5) }).elsewhereAt).toBeUndefined();
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

test("the user's word on how well they know somebody stands before the band, and makes no claim about talks", () => {
  const at3 = daysAgo(3);
  const knows = (value: Knows, facts: readonly Interaction[], more: Circumstances = {}) =>
    at(facts, { knows: { value, at: at3 }, ...more });
  const silent = chats(10, 30, 200);
  expect(at(silent).band).toBe("fading");
  expect(at(silent).byHand).toBeUndefined();
  expect(knows("well", silent)).toMatchObject({
    band: "close",
    byHand: { value: "well", at: at3, reckoned: "fading" },
  });
  expect(knows("a-little", silent).band).toBe("acquaintance");
  expect(knows("not-at-all", silent).band).toBe("acquaintance");
  expect(knows("not-at-all", [connected(900)]).band).toBe("not-talked");
  expect(knows("well", [connected(900)]).band).toBe("close");
  // Nothing covers talk: the word of the user does not change that.
  const uncovered = knows("well", [connected(900)], { coverage: { archives: [] } });
  expect(strengthReason(uncovered)).toStrictEqual({ code: "unknown" });
  expect(lastFact(uncovered)).toStrictEqual({ code: "nothing-known" });
});

test("who is well known or not at all is not late by what LinkedIn shows, but by a cadence of the user's own", () => {
  const late = (value: Knows, cadenceDays?: number) =>
    isLate(
      at(chats(10, 30, 200), {
        knows: { value, at: daysAgo(3) },
        ...(cadenceDays !== undefined && { cadenceDays }),
      }),
    );
  expect([late("well"), late("a-little"), late("not-at-all")]).toStrictEqual([false, true, false]);
  expect(late("well", 30)).toBe(true);
});
