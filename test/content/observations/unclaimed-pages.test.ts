// @vitest-environment jsdom
/** What a page says while nobody knows who is signed in. */
import { expect, test, vi } from "vitest";
import { network } from "../../../practice/network/network.ts";
import { unclaimedObservations } from "../../../src/content/observations/unclaimed-observations.ts";
import { pageOf } from "../../../src/linkedin/address/urls.ts";
import { POST } from "../../../src/linkedin/page/regions.ts";
import { peopleOnPage } from "../../../src/linkedin/people/people-on-page.ts";
import { drawPage } from "../drawn-page.ts";
import { observationsIn } from "../observations-in.ts";

const NOW = Date.UTC(2026, 9, 20, 9, 30);
const made = network({ seed: 5, people: 40, years: 4, now: NOW });

test("the posts of a page are read once, however many people on it may be the member", async () => {
  const drawn = { network: made, now: NOW, path: "/feed/", layout: "current", lang: "en" } as const;
  const { address } = await drawPage(drawn);
  const people = peopleOnPage(document, pageOf(address));
  const reading = vi.spyOn(document, "querySelectorAll");
  const timesRead = (): number =>
    reading.mock.calls.filter(([selector]) => selector === POST).length;
  observationsIn(document)(document, address, people, [], NOW);
  const forAMember = timesRead();
  const { signal } = new document.defaultView!.AbortController();
  const said = unclaimedObservations(document, signal)(document, address, people, NOW);
  const more = timesRead() - 2 * forAMember;
  reading.mockRestore();
  const mayBe = new Set(said.flatMap(({ of }) => (of === undefined ? [] : [of.join(" ")])));
  expect(mayBe.size).toBeGreaterThan(2);
  expect(forAMember).toBeGreaterThan(0);
  expect(more).toBe(1);
});
