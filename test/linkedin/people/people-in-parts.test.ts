import { expect, test } from "vitest";
import { peopleOnPage, type PersonOnPage } from "../../../src/linkedin/people/people-on-page.ts";
import { pageOf } from "../../../src/linkedin/address/urls.ts";
import { expected, FIXTURES, pageToRead, rootsOf } from "../fixture-page.ts";

/** Parts read per fixture: spread over the page, to keep the test short. */
const MOST_PARTS = 6;

const brief = ({ name, aliases, placement, size }: PersonOnPage): unknown => ({
  name,
  aliases,
  placement,
  size,
});

for (const fixture of FIXTURES) {
  test(`${fixture}: reading a part of the page says what reading all of it says`, () => {
    const page = pageOf(expected(fixture).url);
    for (const root of rootsOf(pageToRead(fixture, "nested links kept"))) {
      const whole = new Map(
        peopleOnPage(root, page).map((person) => [person.anchor, brief(person)]),
      );
      const links = [...root.querySelectorAll('a[href*="/in/"]')];
      const step = Math.max(1, Math.ceil(links.length / MOST_PARTS));
      const parts = links
        .filter((_, index) => index % step === 0)
        .flatMap((link) => link.parentElement ?? []);
      for (const part of parts) {
        for (const person of peopleOnPage(part, page))
          expect(brief(person)).toEqual(whole.get(person.anchor));
      }
    }
  });

  test(`${fixture}: every person of the whole page is found again by the part around the name`, () => {
    const page = pageOf(expected(fixture).url);
    for (const root of rootsOf(pageToRead(fixture, "nested links kept"))) {
      for (const person of peopleOnPage(root, page)) {
        const again = peopleOnPage(person.anchor, page).map(({ anchor }) => anchor);
        expect(again).toContain(person.anchor);
      }
    }
  });
}
