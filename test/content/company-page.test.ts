// @vitest-environment jsdom
/** Pages of a company: who is said to work there is nobody's row. */
import { expect, test } from "vitest";
import { companyPath } from "../../practice/site/world/people-answer.ts";
import { network } from "../../practice/network/network.ts";
import { pageOf } from "../../src/linkedin/address/urls.ts";
import { peopleOnPage } from "../../src/linkedin/people/people-on-page.ts";
import { drawPage } from "./drawn-page.ts";

const NOW = Date.UTC(2026, 9, 20, 9, 30);
const made = network({ seed: 5, people: 40, years: 4, now: NOW });
const company = companyPath(made.people[0]?.company ?? "");

test.each([
  ["", 0],
  ["about/", 0],
  ["people/", 1],
])("/company/…/%s shows its people and not who is said to work there", async (part, least) => {
  const path = `/company/${company}/${part}`;
  const { address } = await drawPage({
    network: made,
    now: NOW,
    path,
    layout: "older",
    lang: "en",
  });
  expect(document.body.textContent).toContain("works here");
  const people = peopleOnPage(document, pageOf(address));
  expect(people.length >= least && (least > 0 || people.length === 0)).toBe(true);
  expect(people.filter(({ name }) => name.includes("works here"))).toEqual([]);
  expect(new Set(people.map(({ aliases }) => aliases.join(" "))).size).toBe(people.length);
});
