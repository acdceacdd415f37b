/**
 * What the user does on the site, and what is remembered of it: reactions, comments.
 */
import { expect } from "vitest";
import { network } from "../../../practice/network/network.ts";
import {
  doneOnSite,
  markReaction,
  NEAR_MS,
  newlyThere,
  observedSoFar,
  opened,
  parsed,
  signIn,
} from "../support/acts.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { observedAtLast } from "../support/observed.ts";

const invented = network({ seed: 7, people: 120, years: 5, now: Date.now() });

inEachBrowser("what the user does", { network: invented, history: false }, (world) => {
  for (const layout of ["current", "older"] as const) {
    const query = `?layout=${layout}`;

    world.test(
      `a reaction in the ${layout} layout is remembered, and forgotten when it is taken back`,
      async () => {
        await signIn(world);
        const before = await observedSoFar(world);
        const page = await opened(world, `/feed/${query}`);
        const button = await markReaction(page);
        const truth = await doneOnSite(world, page, () => page.click(button));
        expect(truth.what).toBe("reaction");
        const found = (await newlyThere(world, page, before)).filter(
          ({ ref }) => ref === `activity:${truth.ref}`,
        );
        expect(found.map(({ who, kind, direction }) => [who, kind, direction])).toEqual(
          truth.people.map((who) => [who, "reaction", "out"]),
        );
        expect(found.length).toBe(1);
        for (const { from, to } of found) {
          expect(from).toBe(to);
          expect(Math.abs(from - truth.at)).toBeLessThan(NEAR_MS);
        }
        const undone = await doneOnSite(world, page, () => page.click(button));
        expect(undone.what).toBe("reaction undone");
        await observedAtLast(world.browser, invented, page, (facts) =>
          parsed(facts).every(({ ref }) => ref !== `activity:${truth.ref}`),
        );
      },
    );
  }

  world.test("a comment is remembered for the author of the post, by its own id", async () => {
    const author = invented.people.find(({ posts, degree }) => posts.length > 0 && degree === 1);
    const post = author?.posts[0]?.id ?? "";
    const page = await opened(world, `/feed/update/urn:li:activity:${post}/`);
    await page.click('[role="textbox"]');
    await page.type("Well said");
    const truth = await doneOnSite(world, page, () => page.click('form button[type="submit"]'));
    expect(truth).toMatchObject({ what: "comment", people: [author?.slug] });
    const at = Number(BigInt(truth.ref ?? "0") >> 22n);
    const facts = await observedAtLast(world.browser, invented, page, (all) =>
      parsed(all).some(({ ref }) => ref === truth.ref),
    );
    expect(parsed(facts).filter(({ ref }) => ref === truth.ref)).toEqual([
      { who: author?.slug, kind: "comment", direction: "out", from: at, to: at, ref: truth.ref },
    ]);
  });
});
