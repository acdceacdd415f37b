/**
 * The law of all pages: whatever is added to a page or taken from it, nobody gets another's name or aliases, nobody is wrongly taken for
 * the viewer, and nearly everybody is still shown.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Alias } from "../../../src/domain/person/person.ts";
import { peopleOnPage, type PersonOnPage } from "../../../src/linkedin/people/people-on-page.ts";
import { pageOf } from "../../../src/linkedin/address/urls.ts";
import { viewerOnPage } from "../signed-in/viewer-on-page.ts";
import { expected, FIXTURES, pageToRead, rootsOf } from "../fixture-page.ts";
import {
  FOREIGN,
  KINDS,
  madeUpPage,
  madeUpPages,
  TRANSLATED,
  type Change,
} from "./made-up-page.ts";
import { chosenSeed, madeUpPages as PAGES } from "../../effort.ts";

/** Time (ms) the test may take: a page takes .15 s alone, and the machine may be busy. */
const TIMEOUT_MS = 60_000 + PAGES * 3000;

/** The least share of the people of the fixtures that has to be shown. */
const STILL_SHOWN = 0.95;

/** Who is who on a page nobody changed: aliases that are one person's, with every name the page gives. */
interface Identity {
  readonly aliases: Set<Alias>;
  readonly names: Set<string>;
  /** How many mutual connections the page says at most. */
  mutual: number;
  /** Who is named as one: alias and name. */
  readonly mutuallyKnown: Set<string>;
}

const known = new Map<string, readonly Identity[]>();

function identitiesOf(fixture: string): readonly Identity[] {
  const before = known.get(fixture);
  if (before !== undefined) return before;
  const page = pageOf(expected(fixture).url);
  const found: Identity[] = [];
  for (const root of rootsOf(pageToRead(fixture, "nested links kept"))) {
    for (const { aliases, name, mutual } of peopleOnPage(root, page, { showRails: true })) {
      const same = found.find((one) => aliases.some((alias) => one.aliases.has(alias)));
      const identity = same ?? {
        aliases: new Set(),
        names: new Set(),
        mutual: 0,
        mutuallyKnown: new Set(),
      };
      if (same === undefined) found.push(identity);
      for (const alias of aliases) identity.aliases.add(alias);
      identity.names.add(name);
      identity.mutual = Math.max(identity.mutual, mutual?.count ?? 0);
      for (const one of mutual?.named ?? []) identity.mutuallyKnown.add(`${one.alias} ${one.name}`);
    }
  }
  known.set(fixture, found);
  return found;
}

const read = (document: Document, url: string, showRails: boolean): readonly PersonOnPage[] =>
  rootsOf(document).flatMap((root) => peopleOnPage(root, pageOf(url), { showRails }));

/** What is wrong with somebody who was read; nothing where all is right. */
function faultOf(person: PersonOnPage, identities: readonly Identity[]): string | undefined {
  const { name, aliases } = person;
  if (FOREIGN.some((words) => name.includes(words)) || name.includes(TRANSLATED))
    return `foreign name "${name}"`;
  const owners = identities.filter((one) => aliases.some((alias) => one.aliases.has(alias)));
  const [owner] = owners;
  if (owners.length > 1) return `aliases of several people: ${aliases.join(" ")}`;
  if (owner === undefined) {
    const stolen = identities.some(({ names }) => names.has(name));
    return stolen ? `the name of somebody else: ${name}, ${aliases.join(" ")}` : undefined;
  }
  if (![...owner.names].some((one) => one === name || one.includes(name) || name.includes(one)))
    return `the wrong name "${name}" of ${aliases.join(" ")}`;
  const { count = 0, named = [] } = person.mutual ?? {};
  if (count > owner.mutual) return `${count} mutual connections of ${name}, not ${owner.mutual}`;
  const [foreign] = named.filter((one) => !owner.mutuallyKnown.has(`${one.alias} ${one.name}`));
  return foreign && `the mutual connection "${foreign.name}" of ${name}`;
}

/** What is wrong with a page as it was changed, and how many of its people it still shows. */
function result(
  fixture: string,
  changes: readonly Change[],
): { readonly faults: readonly string[]; readonly shown: number } {
  const { document, url } = madeUpPage(fixture, changes);
  const faults = read(document, url, true).flatMap(
    (person) => faultOf(person, identitiesOf(fixture)) ?? [],
  );
  const found = read(document, url, false);
  faults.push(...found.flatMap((person) => faultOf(person, identitiesOf(fixture)) ?? []));
  const viewer = viewerOnPage(document, pageOf(url));
  const allowed = expected(fixture).viewer?.aliases ?? [];
  const wrong = (viewer?.certain === true ? viewer.aliases : []).filter(
    (alias) => !allowed.includes(alias),
  );
  const still = expected(fixture).people.filter(({ aliases }) =>
    found.some((person) => person.aliases.some((alias) => aliases.includes(alias))),
  );
  return {
    faults: [...faults, ...wrong.map((alias) => `wrong viewer ${alias}`)],
    shown: still.length,
  };
}

/** Where a translator changed a name and nothing else says it, nobody is shown: that is no loss, it is the law. */
const mayHide = (changes: readonly Change[]): boolean =>
  changes.some(({ what }) => what === "font with other words");

test(
  `on ${PAGES} made-up pages nobody is taken for another, for the viewer, or called by a foreign name, and nearly all are shown`,
  { timeout: TIMEOUT_MS },
  async () => {
    let [still, all] = [0, 0];
    const missed: string[] = [];
    await fc.assert(
      fc.asyncProperty(madeUpPages, async ({ fixture, changes }) => {
        // A document is kept until the turn ends that made it: thousands in one turn would fill the memory.
        await nextTurn();
        const { faults, shown } = result(fixture, changes);
        const { people } = expected(fixture);
        if (!mayHide(changes)) {
          still += shown;
          all += people.length;
          if (shown < people.length)
            missed.push(`${fixture}: ${changes.map(({ what }) => what).join(", ")}`);
        }
        expect(faults).toEqual([]);
      }),
      { numRuns: PAGES },
    );
    if (chosenSeed !== undefined)
      console.log(`${still} of ${all} people shown; missed some on`, missed);
    expect(still / all).toBeGreaterThanOrEqual(STILL_SHOWN);
  },
);

test("every kind of change changes some page", () => {
  for (const what of KINDS) {
    const changed = FIXTURES.some((fixture) => {
      const plain = madeUpPage(fixture, []).document.documentElement;
      const after = madeUpPage(fixture, [{ what, where: 0.5, variant: 1 }]).document;
      return !plain.isEqualNode(after.documentElement);
    });
    expect(changed, what).toBe(true);
  }
});
