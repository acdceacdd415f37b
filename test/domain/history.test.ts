import fc from "fast-check";
import { expect, test } from "vitest";
import { settled, union, withoutSource } from "../../src/domain/history.ts";
import { sameMessage } from "../../src/domain/in-mail.ts";
import { interactionKey, type Interaction, type SourceId } from "../../src/domain/interaction.ts";
import { takenBackKey } from "../../src/domain/taken-back.ts";
import { crowdedInteractions, DAY, NOW } from "./arbitrary-interactions.ts";

const RUNS = { numRuns: 1000 };

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

/** Whether a page says it, and says it more exactly as well: of somebody's reaction to one post, the only thing seen vaguer every day. */
const isVaguerLook = (one: Interaction, all: readonly Interaction[]): boolean =>
  one.kind === "reaction" &&
  one.direction === "in" &&
  one.ref !== undefined &&
  all.some(
    (other) =>
      other.sources.includes("page") &&
      other.kind === "reaction" &&
      other.direction === "in" &&
      other.ref === one.ref &&
      one.from <= other.from &&
      other.to <= one.to &&
      other.to - other.from < one.to - one.from,
  );

test("a union holds every key once, with everybody who said so, but for a page that was vaguer", () => {
  fc.assert(
    fc.property(crowdedInteractions, crowdedInteractions, (a, b) => {
      const all = [...a, ...b];
      const said = new Map<string, Set<SourceId>>();
      for (const one of all) {
        const sources = one.sources.filter((who) => who !== "page" || !isVaguerLook(one, all));
        const key = interactionKey(one);
        if (sources.length > 0) said.set(key, new Set([...(said.get(key) ?? []), ...sources]));
      }
      const kept = union(a, b).map((fact) => [interactionKey(fact), fact.sources] as const);
      expect(kept.length).toBe(said.size);
      for (const [key, sources] of kept)
        expect(sources).toStrictEqual([...(said.get(key) ?? [])].sort());
    }),
    RUNS,
  );
});

/** Looks at the list of one's own post's reactors, by one person, at these moments after it. */
const looks = (post: string, at: number, moments: readonly number[]): readonly Interaction[] =>
  moments.map((later) => ({
    kind: "reaction",
    direction: "in",
    from: at,
    to: at + later,
    ref: post,
    sources: ["page"],
  }));

const someLooks = fc
  .uniqueArray(fc.integer({ min: 1, max: 200 * DAY }), { minLength: 1, maxLength: 12 })
  .chain((moments) => fc.tuple(fc.constant(moments), shuffledOnce(moments)));

function shuffledOnce(moments: readonly number[]) {
  return fc.shuffledSubarray([...moments], { minLength: moments.length });
}

test("however often and in whatever order a list of reactors is looked at, one sighting is kept, the narrowest", () => {
  fc.assert(
    fc.property(crowdedInteractions, someLooks, (known, [moments, order]) => {
      const seen = looks("activity:7", NOW - 200 * DAY, order);
      const kept = seen.reduce<readonly Interaction[]>(
        (history, look) => union(history, [look]),
        union(known, []),
      );
      const [narrowest] = looks("activity:7", NOW - 200 * DAY, [Math.min(...moments)]);
      expect(kept).toStrictEqual(union(known, narrowest ? [narrowest] : []));
      expect(union(kept, seen)).toStrictEqual(kept);
    }),
    RUNS,
  );
});

test("what is left out because it is vaguer never changed what counts", () => {
  const apart = fc.array(
    fc.tuple(
      fc.constantFrom("page", "archive:a", "hand"),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 5 }),
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(apart, fc.boolean(), (told, isDeleted) => {
      const facts = told.map(([source, start, width]): Interaction => ({
        ...looks("activity:7", NOW + start * DAY, [width * DAY])[0]!,
        sources: [source],
      }));
      const deleted = isDeleted ? facts.slice(0, 1).map(interactionKey) : [];
      // One at a time none is left out.
      const alone = facts.flatMap((fact) => union([fact], []));
      const reference = settled(
        alone.map((fact) => ({
          ...fact,
          sources: [...fact.sources, "archive:all"].sort() as never,
        })),
        deleted,
      );
      expect(settled(union(facts, []), deleted).map(interactionKey)).toStrictEqual(
        reference.map(interactionKey),
      );
    }),
    RUNS,
  );
});

test("undoing an import gives the history as if it had never been imported", () => {
  fc.assert(
    fc.property(crowdedInteractions, crowdedInteractions, (known, imported) => {
      const own = known.map((one) => ({ ...one, sources: ["page"] as const }));
      const theirs = imported.map(({ kind, direction, from, to }) => ({
        kind,
        direction,
        from,
        to,
        sources: ["archive:x"] as const,
      }));
      expect(withoutSource(union(own, theirs), "archive:x")).toStrictEqual(union(own, []));
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

test("becoming a connection is one fact, as narrow as it is known", () => {
  const year = message(NOW - 200 * DAY, 365 * DAY, { kind: "connected", direction: "both" });
  const day = message(NOW - 210 * DAY, 15 * DAY, { kind: "connected", direction: "both" });
  expect(settled([year, day])).toStrictEqual([day]);
});

test("one reaction to one post is one fact, although 3 weeks ago and 1 month ago only overlap", () => {
  const early = message(NOW, 7 * DAY, { kind: "reaction", ref: "post" });
  const late = message(NOW + 2 * DAY, 30 * DAY, { kind: "reaction", ref: "post" });
  expect(settled([late, early])).toStrictEqual([early]);
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
