import fc from "fast-check";
import { expect, test } from "vitest";
import { settled, union } from "../../../src/domain/interactions/history.ts";
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";
import { crowdedInteractions } from "./arbitrary-interactions.ts";
import { runs } from "../../effort.ts";

const DAY = 86_400_000;
const SENT = Date.UTC(2024, 0, 5, 18, 30);
const ACCEPTED = Date.UTC(2024, 0, 9, 7, 15, 3);
const day = Math.floor(ACCEPTED / DAY) * DAY;

const invitation: Interaction = {
  kind: "invitation",
  direction: "out",
  from: SENT,
  to: SENT + 59_999,
  withNote: true,
  sources: ["archive:invitations"],
};
const connected: Interaction = {
  kind: "connected",
  direction: "both",
  from: day,
  to: day + DAY - 1,
  sources: ["archive:connections"],
};
const message = (at: number, more: Partial<Interaction> = {}): Interaction => ({
  kind: "message",
  direction: "out",
  from: at,
  to: at + 999,
  ref: "2-x",
  sources: ["archive:messages"],
  ...more,
});
const note = message(ACCEPTED);
const thanks = message(ACCEPTED + 3_600_000);
const messagesOf = (facts: readonly Interaction[]) =>
  settled(facts).filter(({ kind }) => kind === "message");

test("a note that came back is no message, whichever of three archives came first", () => {
  expect(messagesOf([invitation, connected, note, thanks])).toEqual([thanks]);
  expect(messagesOf([note, thanks, connected, invitation])).toEqual([thanks]);
});

test("without its invitation, or with one that had no note, it is a message", () => {
  expect(messagesOf([connected, note])).toEqual([note]);
  const { withNote: _note, ...plain } = invitation;
  expect(messagesOf([plain, connected, note])).toEqual([note]);
});

test("what the other wrote at the acceptance is a message", () => {
  const answer = message(ACCEPTED, { direction: "in" });
  expect(messagesOf([invitation, connected, answer])).toEqual([answer]);
});

test("a message of a later day is no note where the day of connecting is known", () => {
  const later = message(ACCEPTED + 3 * DAY);
  expect(messagesOf([invitation, connected, later])).toEqual([later]);
});

test("an archive that had both compared the words, and is believed", () => {
  const both = { sources: ["archive:both"] } as const;
  const facts = [{ ...invitation, ...both }, connected, message(ACCEPTED, both)];
  expect(messagesOf(facts)).toHaveLength(1);
  // The note lies in an older archive without the invitation; the newer one left it out.
  expect(messagesOf([...facts.slice(0, 2), note, message(thanks.from, both)])).toEqual([
    message(thanks.from, both),
  ]);
});

test("an archive compares what it says by name with what it says by address", () => {
  const byName = { ...invitation, sources: ["archive:both_both"] } as const;
  const kept = message(ACCEPTED, { sources: ["archive:both"] });
  expect(messagesOf([byName, connected, kept])).toEqual([kept]);
  const toldLater = { ...invitation, sources: ["archive:both_later"] } as const;
  expect(messagesOf([toldLater, connected, kept])).toEqual([]);
});

test("other sightings of the note go with it: from a page, and to the day", () => {
  const onPage = message(ACCEPTED + 123, { to: ACCEPTED + 123, sources: ["page"] });
  const toTheDay = message(day, { to: day + DAY - 1, sources: ["page"] });
  expect(messagesOf([invitation, connected, note, onPage, toTheDay])).toEqual([]);
});

test("without a day of connecting only what an archive has as the first message is the note", () => {
  expect(messagesOf([invitation, note, thanks])).toEqual([thanks]);
  const onPage = message(ACCEPTED + 400 * DAY, { sources: ["page"] });
  expect(messagesOf([invitation, onPage])).toEqual([onPage]);
});

test("an invitation sent after the two were connected is another story", () => {
  const again = { ...invitation, from: SENT + 30 * DAY, to: SENT + 30 * DAY };
  expect(messagesOf([again, connected, note])).toEqual([note]);
});

test("the order things come in never changes which message is the note", () => {
  const noted = crowdedInteractions.map((facts) =>
    facts.map((fact) =>
      fact.kind === "call"
        ? { ...fact, kind: "invitation" as const, withNote: true as const }
        : fact,
    ),
  );
  fc.assert(
    fc.property(noted, fc.nat(), (facts, cut) => {
      const at = cut % (facts.length + 1);
      const turned = union(facts.slice(at).toReversed(), facts.slice(0, at));
      expect(settled(turned)).toEqual(settled(facts));
    }),
    { numRuns: runs(1000) },
  );
});

test("what was settled is settled: the second message of that day is not taken for the note as well", () => {
  const once = settled([invitation, connected, note, thanks]);
  expect(settled(once)).toEqual(once);
});

/** As an archive of 2018 writes moments: by a clock nobody knows, 14 hours ahead of UTC to 12 behind. */
const written = (at: number) => {
  const minute = Math.floor(at / 60_000) * 60_000;
  return { from: minute - 14 * 3_600_000, to: minute + 12 * 3_600_000 + 59_999 };
};
const nameless = (at: number, more: Partial<Interaction> = {}): Interaction => {
  const { ref: _ref, ...rest } = message(at);
  return { ...rest, ...written(at), sources: ["archive:old-messages"], ...more };
};
const toTheMinute: Interaction = {
  ...connected,
  ...written(ACCEPTED),
  sources: ["archive:old-connections"],
};

test("a note in a conversation without a name is told by the minute of connecting, whichever file came first", () => {
  const old = nameless(ACCEPTED);
  const answered = nameless(ACCEPTED + 5 * 60_000);
  expect(messagesOf([invitation, toTheMinute, old, answered])).toEqual([answered]);
  expect(messagesOf([answered, old, toTheMinute, connected, invitation])).toEqual([answered]);
  const once = settled([invitation, toTheMinute, old, answered]);
  expect(settled(once)).toEqual(once);
});

test("in a conversation without a name a message of another minute, or without the minute of connecting, stays one", () => {
  const later = nameless(ACCEPTED + 5 * 60_000);
  expect(messagesOf([invitation, toTheMinute, later])).toEqual([later]);
  expect(messagesOf([invitation, connected, nameless(ACCEPTED)])).toEqual([nameless(ACCEPTED)]);
  const incoming = nameless(ACCEPTED, { direction: "in" });
  expect(messagesOf([invitation, toTheMinute, incoming])).toEqual([incoming]);
  const both = { sources: ["archive:both"] } as const;
  const kept = nameless(ACCEPTED, both);
  expect(messagesOf([{ ...invitation, ...both }, toTheMinute, kept])).toEqual([kept]);
});

test("of two messages in one minute after an invitation that found its note, settling again takes no second one", () => {
  const [first, second] = [nameless(ACCEPTED), nameless(ACCEPTED + 60_000)];
  const once = settled([invitation, toTheMinute, first, second]);
  expect(once.filter(({ kind }) => kind === "message")).toEqual([second]);
  expect(settled(once)).toEqual(once);
});
