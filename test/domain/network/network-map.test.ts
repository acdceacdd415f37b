import fc from "fast-check";
import { expect, test } from "vitest";
import { NEVER, networkMap } from "../../../src/domain/network/network-map.ts";
import { rowOfDay } from "../../../src/domain/directory/directory.ts";
import { fitting } from "../../../src/domain/directory/people-table.ts";
import { type Candidate } from "../../../src/domain/suggestions/candidate.ts";
import { tieOfDay } from "../../../src/domain/suggestions/tie-of-day.ts";
import { BANDS } from "../../../src/domain/tie/band.ts";
import { runs } from "../../effort.ts";
import { NOW, someInteractions } from "../interactions/arbitrary-interactions.ts";
import { chats, connected, contact, ranked } from "../interactions/facts.ts";

const row = (person: Candidate) =>
  rowOfDay({ person, text: person.id, joinedName: "" }, tieOfDay(person, undefined, NOW), NOW);

test("a tie is as old as the connection, or as the first exchange where that was earlier", () => {
  const { ids, ageDays, silentDays } = networkMap(
    [
      ranked("connected", [connected(900)]),
      ranked("wrote", [connected(900), contact(1200), contact(30)]),
      ranked("unknown", []),
    ].map(row),
  );
  expect(ids).toEqual(["connected", "wrote"]);
  expect(ageDays).toEqual([900, 1200]);
  expect(silentDays).toEqual([NEVER, 30]);
});

test("who passed away is not on the map", () => {
  const choices = { deceased: { value: true, at: NOW } };
  expect(networkMap([row(ranked("gone", chats(5, 7, 1), { choices }))]).ids).toEqual([]);
});

test("the conditions of a rectangle find those whose days lie inside, and nobody else", () => {
  const days = fc
    .tuple(fc.nat({ max: 2500 }), fc.nat({ max: 2500 }))
    .map(([a, b]): readonly [number, number] => [Math.min(a, b), Math.max(a, b)]);
  fc.assert(
    fc.property(
      fc.array(someInteractions, { maxLength: 12 }),
      days,
      days,
      fc.boolean(),
      (histories, age, silence, never) => {
        const rows = histories.map((facts, place) => row(ranked(`p-${place}`, facts)));
        const fits = fitting({
          text: "",
          by: "name",
          descending: false,
          conditions: [
            { of: "tie-age", is: age },
            { of: "silence", is: silence },
            ...(never ? [{ of: "silence", is: "never" } as const] : []),
          ],
        });
        const { ids, ageDays, silentDays, bands } = networkMap(rows);
        const inside = ids.filter((_, place) => {
          const [old = -1, silent = NEVER] = [ageDays[place], silentDays[place]];
          const isSilent = silent === NEVER ? never : silent >= silence[0] && silent <= silence[1];
          return isSilent && old >= age[0] && old <= age[1];
        });
        expect(rows.filter(fits).map(({ id }) => id)).toEqual(inside);
        expect([...bands].map((digit) => BANDS[Number(digit)])).toEqual(
          ids.map((id) => rows.find((one) => one.id === id)?.band),
        );
      },
    ),
    { numRuns: runs(300) },
  );
});
