/**
 * A script on the site that a page took over asks and tells as much as it likes: what it learns and what it makes us keep is bounded, and
 * what others observed stays as it is.
 */
import "../words/extension-of-the-tests.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openOwn } from "../../src/storage/database/own-database.ts";
import {
  answerOf,
  ask,
  beginAnew,
  history,
  seen,
  SITE,
  viewer,
} from "../background/started-background.ts";

let now = Date.UTC(2026, 10, 2);

beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.useFakeTimers({ toFake: ["Date"], now });
  await beginAnew({ showStrangers: false });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** So much time passes (ms). */
function pass(ms: number): void {
  now += ms;
  vi.setSystemTime(now);
}

const fromSite = (question: string, about: unknown) => ask(question, about, undefined, SITE);
const personSeen = (slug: string) => ({ aliases: [`slug:${slug}`], name: slug, at: 1 });

test("of 100,000 guesses who is known few are answered within a minute, and none names anybody who was not asked about", async () => {
  await history(viewer, "alex-example", "Alex Example");
  pass(3_600_000);
  let [asked, named] = [0, 0];
  for (let question = 0; question < 500; question += 1) {
    pass(120);
    const people = Array.from({ length: 200 }, (_, place) =>
      personSeen(`guess-${question}-${place}`),
    );
    const reply = await fromSite("glimpses", { people, viewer });
    if ("refused" in reply) expect(reply.refused).toBe("too-often");
    else {
      asked += 200;
      named += (reply.answer as readonly unknown[]).length;
    }
  }
  expect(named).toBe(0);
  expect(asked).toBeLessThan(8000);
  pass(3_600_000);
  const known = await answerOf(
    fromSite("glimpses", {
      people: [personSeen("bea-example"), personSeen("alex-example")],
      viewer,
    }),
  );
  expect((known as readonly { readonly alias: string }[]).map(({ alias }) => alias)).toEqual([
    "slug:alex-example",
  ]);
});

test("forty forged members make at most one history that is offered for removal, and change no other", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  for (let member = 0; member < 40; member += 1) {
    pass(10_000);
    const forged = { aliases: [`slug:forged-${member}`], name: "Forged" };
    await fromSite("signedIn", { ...forged, kinds: ["menu"] });
    await fromSite("record", { viewer: forged, sightings: [seen("somebody", "Somebody")] });
  }
  expect(await answerOf(ask("heldHistories"))).toMatchObject([{ name, people: 1 }]);
  expect(((await answerOf(ask("histories"))) as readonly unknown[]).length).toBe(1);
});

test("a flood of what was observed by nobody who is known keeps no more than the outbox may hold", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  await fromSite("signedOut", undefined);
  const headline = "x".repeat(9000);
  let refused = 0;
  for (let parcel = 0; parcel < 150; parcel += 1) {
    pass(1000);
    const sightings = Array.from({ length: 20 }, (_, place) => ({
      id: `${parcel}-${place}`,
      sighting: {
        what: "person",
        person: { ...personSeen(`flood-${parcel}-${place}`), headline },
      },
      of: ["slug:sam-example"],
    }));
    if ("refused" in (await fromSite("record", { viewer: undefined, sightings }))) refused += 1;
  }
  const own = await openOwn();
  const held = await own.getAll("outbox");
  own.close();
  expect(refused).toBe(0);
  expect(held.length).toBeGreaterThan(0);
  expect(JSON.stringify(held).length).toBeLessThan(9_000_000);
  expect(await answerOf(ask("heldHistories"))).toMatchObject([{ name, people: 1 }]);
});

test("a flood of reports about pages that nobody has keeps a bounded report", async () => {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const structure = "x".repeat(50_000);
  for (let report = 0; report < 100; report += 1) {
    pass(1000);
    const surface = `made-up-${letters[report % 26]}${letters[Math.floor(report / 26)]}`;
    await answerOf(fromSite("reportReading", { surface, found: 0, missing: 5, structure }));
  }
  const own = await openOwn();
  const kept = JSON.stringify(await own.getAll("kept"));
  own.close();
  expect(kept).toContain("made-up-vd");
  expect(kept.length).toBeLessThan(600_000);
});
