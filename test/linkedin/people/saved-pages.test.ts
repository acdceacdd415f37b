/**
 * Pages as a browser saves them: links taken out of links, addresses made absolute, and nothing left of what only the running site has.
 */
import { expect, test } from "vitest";
import { peopleOnPage } from "../../../src/linkedin/people/people-on-page.ts";
import { pageOf } from "../../../src/linkedin/address/urls.ts";
import { expected, FIXTURES, fixturePage, rootsOf } from "../fixture-page.ts";

const SITE = "https://www.linkedin.com";

/** Attributes that layouts gained and lost again: nothing may depend on them. */
const PASSING = ["data-view-name", "data-rehydrated", "data-strictmode", "data-loaded"];

function save(root: ParentNode): void {
  for (const link of root.querySelectorAll('a[href^="/"]'))
    link.setAttribute("href", `${SITE}${link.getAttribute("href") ?? ""}`);
  for (const name of PASSING)
    for (const element of root.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
}

for (const fixture of FIXTURES) {
  test(`${fixture}: saved, it shows the same people by the same aliases`, () => {
    const { url, people } = expected(fixture);
    const roots = rootsOf(fixturePage(fixture, "links un-nested by saving"));
    for (const root of roots) save(root);
    const found = roots.flatMap((root) => peopleOnPage(root, pageOf(url)));
    const brief = ({
      name,
      aliases,
    }: {
      readonly name: string;
      readonly aliases: readonly string[];
    }) => [name, ...aliases].join(" ");
    expect(found.map(brief).sort()).toEqual(people.map(brief).sort());
  });
}
