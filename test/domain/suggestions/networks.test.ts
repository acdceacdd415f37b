import { expect, test } from "vitest";
import { isColleague, surroundings } from "../../../src/domain/suggestions/circle.ts";
import { ownCompanies } from "../../../src/domain/suggestions/own-companies.ts";
import { SUGGESTION_DEFAULTS, suggestions } from "../../../src/domain/suggestions/suggestions.ts";
import { tie } from "../../../src/domain/tie/tie.ts";
import { NOW } from "../interactions/arbitrary-interactions.ts";
import { NETWORKS } from "./networks.ts";

test.each(Object.entries(NETWORKS))(
  "of the network of a person who is %s, these are worth a hello",
  (_name, { circles, people, hello }) => {
    const own = ownCompanies(circles);
    const { neverTalked } = suggestions(people, { ...SUGGESTION_DEFAULTS, ownCompanies: own }, NOW);
    expect(neverTalked.map(({ id }) => id)).toStrictEqual(hello);

    const around = surroundings(
      people.map((person) => ({ person, tie: tie(person.summary, {}, NOW) })),
      own,
    );
    const colleagues = people.filter((person) => isColleague(around(person))).map(({ id }) => id);
    const told = neverTalked.map(({ reasons }) => reasons.map((one) => JSON.stringify(one)));
    for (const { id, reasons } of neverTalked) {
      expect(colleagues).not.toContain(id);
      const mine = reasons.map((reason) => JSON.stringify(reason));
      const shared = (reason: string) => told.filter((one) => one.includes(reason)).length;
      expect(mine.some((reason) => shared(reason) === 1)).toBe(true);
    }
    // The order people are read in plays no part.
    const again = suggestions(
      people.toReversed(),
      { ...SUGGESTION_DEFAULTS, ownCompanies: own },
      NOW,
    );
    expect(again.neverTalked.map(({ id }) => id)).toStrictEqual(hello);
  },
);
