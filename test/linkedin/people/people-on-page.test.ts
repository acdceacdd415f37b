import { expect, test } from "vitest";
import { peopleOnPage, type PersonOnPage } from "../../../src/linkedin/people/people-on-page.ts";
import { pageOf } from "../../../src/linkedin/address/urls.ts";
import { expected, FIXTURES, pageToRead, rootsOf, type Kept } from "../fixture-page.ts";

const KEPT: readonly Kept[] = ["nested links kept", "links un-nested by saving"];

const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  one.name < other.name ? -1 : one.name > other.name ? 1 : 0;

for (const fixture of FIXTURES) {
  const { url, people, beside = [] } = expected(fixture);
  const page = pageOf(url);

  for (const kept of KEPT) {
    const found = (showRails: boolean): readonly PersonOnPage[] =>
      rootsOf(pageToRead(fixture, kept)).flatMap((root) => peopleOnPage(root, page, { showRails }));

    const shown = () =>
      found(false).map(({ aliases, name, headline, degree, connectedOn, surface, size }) => {
        const all = { name, aliases, headline, degree, connectedOn, surface, size };
        return all;
      });

    /** What the file beside the fixture has to say, if what is found is right. */
    function ifRight(): string {
      const inContent = shown();
      const names = inContent.map(({ name }) => name);
      const around = found(true).map(({ name }) => name);
      const now = { url, people: inContent, beside: around.filter((one) => !names.includes(one)) };
      return `If this is right, it is what ${fixture}.json has to say:\n${JSON.stringify(now, null, 2)}`;
    }

    test(`${fixture}, ${kept}: every person of the content is found once, and nobody else`, () => {
      const names = found(false).map(({ name }) => name);
      expect(names.sort(), ifRight()).toEqual(people.map(({ name }) => name).sort());
    });

    test(`${fixture}, ${kept}: aliases and texts of every person are as shown`, () => {
      expect(shown().sort(byName), ifRight()).toMatchObject([...people].sort(byName));
    });

    test(`${fixture}, ${kept}: with rails asked for, those beside the content are found too`, () => {
      const names = found(true).map(({ name }) => name);
      expect(names.sort()).toEqual([...people.map(({ name }) => name), ...beside].sort());
    });

    test(`${fixture}, ${kept}: every place for a badge is beside the name, and no two are the same`, () => {
      const places = found(false);
      for (const { anchor, placement, name } of places) {
        const beside = placement === "append" ? anchor : anchor.parentElement;
        expect(beside?.textContent?.replace(/\s+/g, " ")).toContain(name);
        expect(anchor.textContent?.replace(/\s+/g, " ")).toContain(name);
        // A badge has words for those who cannot see it: it must not stand where they are told nothing, except behind a dialog.
        expect(beside?.closest('[aria-hidden="true"]:not(main, [role="main"])')).toBeNull();
      }
      expect(new Set(places.map(({ anchor }) => anchor)).size).toBe(places.length);
    });
  }
}
