import { expect, test } from "vitest";
import { settledProfile } from "../../../src/linkedin/people/profile.ts";
import { expected, fixturePage } from "../fixture-page.ts";

/** The organisations of a top card and the line under the name, put in place of the fixture's own. */
function company(fixture: string, headline: string, names: readonly string[]): string | undefined {
  const document = fixturePage(fixture, "nested links kept");
  const picture = document.querySelector('li button img,[role="button"] figure');
  const one = picture?.closest('li,[role="button"]');
  const line = document.querySelector(fixture.includes("ember") ? ".text-body-medium" : "h2 + p");
  const plain = [...document.querySelectorAll("p")].find(
    ({ textContent }) => textContent === expected(fixture).people[0]?.headline,
  );
  const under = line ?? plain;
  if (one == null || under == null) throw new Error("not the fixture this test knows");
  under.textContent = headline;
  for (const name of names) {
    const copy = one.cloneNode(true) as Element;
    const text = [...copy.querySelectorAll("p,div")].find(({ children }) => children.length === 0);
    if (text) text.textContent = name;
    one.before(copy);
  }
  one.remove();
  return settledProfile(document, expected(fixture).url)?.company;
}

for (const fixture of ["profile-ember-2025", "profile-sdui-2026"]) {
  test(`${fixture}: of company and school the first is the company`, () => {
    expect(company(fixture, "Cooper", ["Barrel & Stave", "University of Lübeck"])).toBe(
      "Barrel & Stave",
    );
  });

  test(`${fixture}: one alone is the company only where the line under the name says it too`, () => {
    expect(company(fixture, "Cooper at BARREL & Stave", ["Barrel & Stave"])).toBe("Barrel & Stave");
    expect(company(fixture, "Cooper", ["Barrel & Stave"])).toBeUndefined();
  });

  test(`${fixture}: nobody knows of none, and of more than two`, () => {
    expect(company(fixture, "Cooper", [])).toBeUndefined();
    expect(company(fixture, "Cooper at A", ["A", "B", "C"])).toBeUndefined();
  });
}
