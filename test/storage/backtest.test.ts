import { expect, test } from "vitest";
import { backtest } from "../../src/domain/backtest.ts";
import type { ArchiveSpan } from "../../src/domain/coverage.ts";
import { settled } from "../../src/domain/history.ts";
import type { Sighting } from "../../src/domain/sighting.ts";
import { storedBacktest } from "../../src/storage/backtest.ts";
import { bring } from "./imports.ts";
import { contents, DAY, emptyHistory, idOf, NOW } from "./invented-history.ts";
import { deleteInteraction } from "../../src/storage/correct.ts";
import { interactionKey } from "../../src/domain/interaction.ts";
import { countedIds, START } from "./sightings.ts";

/** More people than are read at once. */
const PEOPLE = 510;

/** Everybody wrote now and then, each in a rhythm of their own, for as long as some of them last. */
function letters(): readonly Sighting[] {
  return Array.from({ length: PEOPLE }, (_, place) => {
    const days = Array.from({ length: 1 + (place % 5) }, (_, turn) => (place + turn * 83) % 480);
    return days.map((day): Sighting => {
      const at = START + day * DAY;
      const [from, to] = [at, at + (day % 2 === 0 ? 0 : 999)];
      const direction = (place + day) % 3 === 0 ? "in" : "out";
      return {
        what: "interaction",
        person: { aliases: [`slug:p-${place}`], name: `Person ${place}`, at: START },
        interaction: { kind: "message", direction, from, to, sources: ["page"] },
      };
    });
  }).flat();
}

const TOLD: ArchiveSpan = { from: START, to: START + 480 * DAY, kinds: ["message"] };

test("the past that is replayed is everybody's, without what was deleted, and ends where the archive does", async () => {
  const database = await emptyHistory();
  const written = { id: "one", sightings: letters(), coverage: [TOLD], size: 600 };
  await bring(database, written, countedIds(), NOW);
  const [first] = (await contents(database)).filter(({ interactions }) => interactions.length > 1);
  const [wrong] = first?.interactions ?? [];
  const [alias] = first?.aliases ?? [];
  if (wrong === undefined || alias === undefined) throw new Error("Nobody was brought in");
  await deleteInteraction(database, await idOf(database, alias), interactionKey(wrong));

  const histories = (await contents(database)).map(({ interactions, deleted }) =>
    settled(interactions, deleted),
  );
  expect(histories).toHaveLength(PEOPLE);
  const found = await storedBacktest(database, NOW);
  expect(found.refused).toBeUndefined();
  expect(found).toStrictEqual(backtest(histories, TOLD.to));
  expect(found).not.toStrictEqual(backtest(histories, NOW));
});

test("a history of nobody is refused with what it takes", async () => {
  expect(await storedBacktest(await emptyHistory(), NOW)).toStrictEqual({
    refused: "too-few-people",
    have: 0,
    need: 20,
  });
});
