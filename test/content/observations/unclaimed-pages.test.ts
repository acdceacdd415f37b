// @vitest-environment jsdom
/** What a page says while nobody knows who is signed in. */
import { expect, test, vi } from "vitest";
import { network } from "../../../practice/network/network.ts";
import { unclaimedObservations } from "../../../src/content/observations/unclaimed-observations.ts";
import { pageOf } from "../../../src/linkedin/address/urls.ts";
import type { UnclaimedSighting } from "../../../src/content/page/outbox.ts";
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

/** A fact that a page says, as text. */
const factOf = ({ sighting }: UnclaimedSighting): readonly string[] =>
  sighting.what === "interaction"
    ? [
        [
          sighting.person.aliases[0],
          sighting.interaction.kind,
          sighting.interaction.direction,
          sighting.interaction.ref,
        ].join(" "),
      ]
    : [];

test.each(["current", "older"] as const)(
  "who wrote a comment to whom is kept for each who may be the member, as if they were known: %s layout",
  async (layout) => {
    const commented = made.people
      .flatMap(({ interactions }) => interactions)
      .filter(({ kind, direction }) => kind === "comment" && direction === "in");
    const path = `/feed/update/urn:li:activity:${commented[0]?.postId}/`;
    const { address } = await drawPage({ network: made, now: NOW, path, layout, lang: "en" });
    const people = peopleOnPage(document, pageOf(address));
    const { signal } = new document.defaultView!.AbortController();
    const said = unclaimedObservations(document, signal)(document, address, people, NOW);
    const ofAnybody = new Set(said.filter(({ of }) => of === undefined).flatMap(factOf));
    const perhaps = said.filter(({ of }) => of !== undefined);
    expect(perhaps.length).toBeGreaterThan(1);
    const members = new Map(perhaps.map(({ of = [] }) => [of.join(" "), of]));
    let comments = 0;
    for (const [key, member] of members) {
      const known = observationsIn(document)(document, address, people, member, NOW)
        .flatMap((sighting) => factOf({ sighting }))
        .filter((fact) => !ofAnybody.has(fact));
      const kept = perhaps.filter(({ of }) => of?.join(" ") === key).flatMap(factOf);
      expect(new Set(kept)).toEqual(new Set(known));
      comments += kept.filter((fact) => fact.includes(" comment ")).length;
    }
    expect(comments).toBeGreaterThan(0);
    // Nobody is said to have passed anything to themselves.
    expect(
      perhaps.filter(({ of = [], sighting }) =>
        sighting.person.aliases.some((alias) => of.includes(alias)),
      ),
    ).toEqual([]);
  },
);
