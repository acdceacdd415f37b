import fc from "fast-check";
import { expect, test } from "vitest";
import { compareInteractions, settled, union } from "../../../src/domain/interactions/history.ts";
import { sameMessage } from "../../../src/domain/interactions/in-mail.ts";
import {
  interactionKey,
  type Interaction,
  type SourceId,
} from "../../../src/domain/interactions/interaction.ts";
import { takenBackKey } from "../../../src/domain/interactions/taken-back.ts";
import { crowdedInteractions, DAY, NOW } from "./arbitrary-interactions.ts";
import { runs } from "../../effort.ts";

const RUNS = { numRuns: runs(1000) };

const message = (from: number, width = 0, more: Partial<Interaction> = {}): Interaction => ({
  kind: "message",
  direction: "in",
  from,
  to: from + width,
  sources: ["page"],
  ...more,
});

/** The same facts in another order, some of them twice. */
const shuffled = (interactions: readonly Interaction[]) =>
  fc.shuffledSubarray([...interactions, ...interactions], {
    minLength: interactions.length * 2,
    maxLength: interactions.length * 2,
  });

test("union does not ask which side came first", () => {
  fc.assert(
    fc.property(crowdedInteractions, crowdedInteractions, (a, b) => {
      expect(union(a, b)).toStrictEqual(union(b, a));
    }),
    RUNS,
  );
});

test("union does not ask which two were united first", () => {
  fc.assert(
    fc.property(crowdedInteractions, crowdedInteractions, crowdedInteractions, (a, b, c) => {
      expect(union(union(a, b), c)).toStrictEqual(union(a, union(b, c)));
    }),
    RUNS,
  );
});

test("union with itself, or with what it holds already, changes nothing", () => {
  fc.assert(
    fc.property(crowdedInteractions, crowdedInteractions, (a, b) => {
      const both = union(a, b);
      expect(union(both, both)).toStrictEqual(both);
      expect(union(both, a)).toStrictEqual(both);
    }),
    RUNS,
  );
});

/** How a union was made before: by keys. Slow and plain. */
function unionByKeys(a: readonly Interaction[], b: readonly Interaction[]): readonly Interaction[] {
  const facts = new Map<string, Interaction>();
  for (const one of [...a, ...b]) {
    const known = facts.get(interactionKey(one)) ?? { ...one, sources: [] };
    const groupSize = Math.max(known.groupSize ?? 0, one.groupSize ?? 0);
    const [words] = [known.words ?? "", one.words ?? ""].sort(
      (x, y) => y.length - x.length || (x < y ? 1 : -1),
    );
    facts.set(interactionKey(one), {
      ...known,
      ...(groupSize > 0 && { groupSize }),
      ...(one.withNote && { withNote: true }),
      ...(words && { words }),
      sources: [...new Set<SourceId>([...known.sources, ...one.sources])].sort(),
    });
  }
  return [...facts.values()].sort(compareInteractions);
}

test("a union is what comparing the keys of all facts gives", () => {
  fc.assert(
    fc.property(crowdedInteractions, crowdedInteractions, (a, b) => {
      expect(union(a, b)).toStrictEqual(unionByKeys(a, b));
    }),
    RUNS,
  );
});

test("what counts does not depend on the order or the number of sightings", () => {
  fc.assert(
    fc.property(
      crowdedInteractions.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
      ([list, again]) => {
        const deleted = list.slice(0, 2).map(interactionKey);
        expect(settled(again, deleted)).toStrictEqual(settled(list, deleted));
      },
    ),
    RUNS,
  );
});

test("settling twice changes nothing, and pages before archives is the same as archives before pages", () => {
  fc.assert(
    fc.property(crowdedInteractions, crowdedInteractions, (a, b) => {
      const together = settled(union(a, b));
      expect(settled(together)).toStrictEqual(together);
      // Both keep every sighting: what yields today may be what tells that a later sighting is nothing new.
      expect(settled(union(b, a))).toStrictEqual(together);
    }),
    RUNS,
  );
});

test("no sighting counts that has a finer one inside its interval", () => {
  fc.assert(
    fc.property(crowdedInteractions, (list) => {
      const hasFiner = (coarse: Interaction) =>
        list.some(
          (fine) =>
            fine.kind === coarse.kind &&
            fine.direction === coarse.direction &&
            (fine.ref ?? coarse.ref) === (coarse.ref ?? fine.ref) &&
            coarse.from <= fine.from &&
            fine.to <= coarse.to &&
            fine.to - fine.from < coarse.to - coarse.from,
        );
      expect(settled(list).filter(hasFiner)).toStrictEqual([]);
    }),
    RUNS,
  );
});

test("what stands alone counts", () => {
  fc.assert(
    fc.property(crowdedInteractions, (list) => {
      const often = new Set(["connected", "reaction"]);
      const overlap = (one: Interaction, other: Interaction) =>
        sameMessage(other.kind, one.kind) && other.from <= one.to && one.from <= other.to;
      // The note of an invitation comes back as a message, and then the two are one.
      const mayBeNote = (one: Interaction, other: Interaction) =>
        one.kind === "message" && other.kind === "invitation" && other.withNote === true;
      const alone = union(list, []).filter(
        (one, place, facts) =>
          !often.has(one.kind) &&
          !facts.some(
            (other, otherPlace) =>
              otherPlace !== place &&
              other.direction === one.direction &&
              (overlap(one, other) || mayBeNote(one, other) || mayBeNote(other, one)),
          ),
      );
      expect(settled(list)).toStrictEqual(expect.arrayContaining([...alone]));
    }),
    RUNS,
  );
});

test("a deleted fact stays away however often it is seen again", () => {
  fc.assert(
    fc.property(crowdedInteractions, crowdedInteractions, (a, b) => {
      const deleted = a.slice(0, 3).map(interactionKey);
      const left = settled(union(union(a, b), a), deleted).map(interactionKey);
      for (const key of deleted) expect(left).not.toContain(key);
    }),
    RUNS,
  );
});

test("a message seen as a day and as a second is one message", () => {
  const day = message(NOW, DAY - 1);
  const second = message(NOW + 5000, 999, { ref: "thread", sources: ["archive:1"] });
  const exact = message(NOW + 5123, 0, { ref: "thread" });
  expect(settled([day, second, exact])).toStrictEqual([exact]);
});

test("two conversations on one day stay two messages", () => {
  const one = message(NOW, DAY - 1, { ref: "one" });
  const other = message(NOW + 7000, 0, { ref: "other" });
  expect(settled([one, other])).toHaveLength(2);
});

test("the other direction is another message", () => {
  const day = message(NOW, DAY - 1);
  const sent = message(NOW + 7000, 0, { direction: "out" });
  expect(settled([day, sent])).toHaveLength(2);
});

test("of two equally exact sightings the one that knows the conversation stays", () => {
  const named = message(NOW, 0, { ref: "thread" });
  expect(settled([message(NOW), named])).toStrictEqual([named]);
});

test("becoming a connection is one fact, when all sightings say it can have been, or as the narrowest says", () => {
  const year = message(NOW - 200 * DAY, 365 * DAY, { kind: "connected", direction: "both" });
  const day = message(NOW - 210 * DAY, 15 * DAY, { kind: "connected", direction: "both" });
  const both = { ...year, to: day.to };
  expect(settled([year, day])).toStrictEqual([both]);
  const later = message(NOW, DAY, { kind: "connected", direction: "both" });
  expect(settled([day, later])).toStrictEqual([later]);
});

test("one reaction to one post is one fact, when both 3 weeks ago and 1 month ago say", () => {
  const early = message(NOW, 7 * DAY, { kind: "reaction", ref: "post" });
  const late = message(NOW + 2 * DAY, 30 * DAY, { kind: "reaction", ref: "post" });
  expect(settled([late, early])).toStrictEqual([{ ...early, from: late.from }]);
});

test("a vague reaction to no post is nothing new where either of two exact ones that contradict each other is inside it", () => {
  const early = message(NOW - DAY, 0, { kind: "reaction", ref: "post" });
  const late = message(NOW, 0, { kind: "reaction", ref: "post" });
  const vague = message(NOW, DAY - 1, { kind: "reaction" });
  expect(settled([early, late, vague])).toStrictEqual([early]);
});

test("deleting an exact message also keeps its coarser sighting away", () => {
  const second = message(NOW, 999, { sources: ["archive:1"] });
  expect(settled([second], [interactionKey(message(NOW + 123))])).toStrictEqual([]);
});

test("deleting a message known to the second also keeps its exact sighting away", () => {
  const exact = message(NOW + 123);
  expect(settled([exact], [interactionKey(message(NOW, 999))])).toStrictEqual([]);
});

test("deleting a vague day leaves the exact messages of that day", () => {
  const exact = message(NOW + 123);
  expect(settled([exact], [interactionKey(message(NOW, DAY - 1))])).toStrictEqual([exact]);
});

test("a key that names nothing deletes nothing", () => {
  expect(settled([message(NOW)], ["", "nonsense"])).toHaveLength(1);
});

const reaction = (at: number, more: Partial<Interaction> = {}): Interaction =>
  message(at, 0, { kind: "reaction", direction: "out", ref: "activity:1", ...more });

const undone = (at: number, ref?: string): string =>
  takenBackKey({
    what: "takenBack",
    kind: "reaction",
    direction: "out",
    person: { aliases: ["slug:a"], at },
    ...(ref !== undefined && { ref }),
  });

test("what a page said and was undone counts no more; what is done again does", () => {
  expect(settled([reaction(NOW)], [undone(NOW + 1, "activity:1")])).toEqual([]);
  const again = reaction(NOW + 2);
  expect(settled([reaction(NOW), again], [undone(NOW + 1, "activity:1")])).toEqual([again]);
});

test("undoing concerns one post, one side and one kind, and nothing an archive says", () => {
  const kept = [
    reaction(NOW, { ref: "activity:2" }),
    reaction(NOW, { direction: "in" }),
    reaction(NOW, { kind: "comment" }),
    reaction(NOW, { sources: ["archive:one", "page"] }),
  ];
  for (const one of kept) expect(settled([one], [undone(NOW + 1, "activity:1")])).toEqual([one]);
});

test("an undoing without a post undoes whatever came before it", () => {
  const facts = [reaction(NOW), reaction(NOW, { ref: "activity:2" })];
  expect(settled(facts, [undone(NOW + 1)])).toEqual([]);
});

const waiting = (from: number, to: number): Interaction =>
  message(from, to - from, { kind: "invitation" });

test("an invitation that waits and is seen again and again is one, also over the turn of a year", () => {
  const first = waiting(NOW, NOW + 20 * DAY);
  const facts = [first, waiting(NOW, NOW + 30 * DAY), waiting(NOW + 10 * DAY, NOW + 40 * DAY)];
  expect(settled(facts)).toEqual([first]);
  const later = waiting(NOW + 200 * DAY, NOW + 201 * DAY);
  expect(settled([...facts, later])).toEqual([first, later]);
  expect(settled([...facts, { ...first, direction: "out" }])).toHaveLength(2);
});
