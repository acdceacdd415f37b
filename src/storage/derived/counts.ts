/**
 * How much the history holds.
 */
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import type { Counts } from "../view/about.ts";
import type { Derived } from "../view/derived.ts";

const KEY = "counts";

const countsOf = (people: readonly (PersonRecord | undefined)[]): Counts => ({
  people: people.filter((one) => one !== undefined).length,
  interactions: people.reduce((sum, one) => sum + (one?.summary.interactions ?? 0), 0),
});

/** See the file. */
export const counts: Derived = {
  async changed({ transaction }, changes) {
    const less = countsOf(changes.map(({ before }) => before));
    const more = countsOf(changes.map(({ after }) => after));
    const about = transaction.objectStore("about");
    const had = ((await about.get(KEY)) as Counts | undefined) ?? countsOf([]);
    const now: Counts = {
      people: had.people - less.people + more.people,
      interactions: had.interactions - less.interactions + more.interactions,
    };
    if (now.people !== had.people || now.interactions !== had.interactions)
      await about.put(now, KEY);
  },
  async rebuilt({ transaction }, everybody) {
    await transaction.objectStore("about").put(countsOf(everybody), KEY);
  },
};
