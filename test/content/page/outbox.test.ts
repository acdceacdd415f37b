/**
 * The outbox against a background that ends at any moment: before it heard, after it wrote but before it answered, and tabs that close
 * while they wait.
 */
import "fake-indexeddb/auto";
import { extension, storedValues } from "../../words/extension-of-the-tests.ts";
import { afterEach, expect, test, vi } from "vitest";
import { random } from "../../../practice/network/random.ts";
import { deliverLeftovers, notice } from "../../../src/content/page/outbox.ts";
import type { Alias } from "../../../src/domain/person/person.ts";
import type { Sighting } from "../../../src/domain/interactions/sighting.ts";
import { openHistory } from "../../../src/storage/database/database.ts";
import { exportedPeople } from "../../../src/storage/exchange/exported-people.ts";
import { record } from "../../../src/storage/records/record.ts";

const NOW = Date.UTC(2026, 9, 20);
const EVENTS = 1000;
const ME = { aliases: ["slug:me"] as readonly Alias[] };

const message = (place: number): Sighting => {
  const at = NOW - place * 60_000;
  return {
    what: "interaction",
    person: { aliases: [`slug:person-${place % 7}`], name: `Person ${place % 7}`, at },
    interaction: {
      kind: "message",
      direction: place % 2 === 0 ? "in" : "out",
      from: at,
      to: at,
      ref: "2-abc",
      sources: ["page"],
    },
  };
};

interface Question {
  readonly ask: string;
  readonly about: {
    readonly sightings: readonly { readonly id: string; readonly sighting: Sighting }[];
  };
}

/** What may happen to one question. */
type Fate = "answered" | "not heard" | "answer lost" | "no answer" | "tab closed" | "not certain";

const { sendMessage } = extension.runtime;
const { get } = extension.storage.local;
afterEach(() => {
  Object.assign(extension.runtime, { sendMessage });
  Object.assign(extension.storage.local, { get });
  storedValues.clear();
});

test.each([1, 2])("of 1,000 events none is lost and none is doubled, seed %i", async (seed) => {
  const chance = random(seed);
  const database = await openHistory(`outbox-${seed}`);
  const fates: Fate[] = [];
  let fateOf = (): Fate =>
    chance.pick(["answered", "not heard", "answer lost", "no answer", "tab closed", "not certain"]);
  const neverAnswered = new Promise<never>(() => undefined);
  Object.assign(extension.storage.local, {
    get: async (key: string | null) => (key === null ? Object.fromEntries(storedValues) : get(key)),
  });
  Object.assign(extension.runtime, {
    sendMessage: async ({ ask, about }: Question) => {
      expect(ask).toBe("record");
      const fate = fateOf();
      fates.push(fate);
      if (fate === "not heard")
        throw new Error("Could not establish connection. Receiving end does not exist.");
      if (fate === "not certain") return { answered: true, answer: [] };
      // A tab that closed may have been heard or not.
      if (fate === "tab closed" && chance.chance(0.5)) return neverAnswered;
      const said = about.sightings.map(({ sighting }) => sighting);
      await record(database, said, NOW);
      if (fate === "tab closed") return neverAnswered;
      if (fate === "answer lost")
        throw new Error("The message channel closed before a response was received");
      if (fate === "no answer") return undefined;
      return { answered: true, answer: about.sightings.map(({ id }) => id) };
    },
  });
  let letters = 0;
  let done = 0;
  for (let place = 0; place < EVENTS;) {
    const size = Math.min(chance.whole(1, 30), EVENTS - place);
    const some = Array.from({ length: size }, (_, next) => message(place + next));
    letters += 1;
    void notice(ME, some, NOW)
      .catch(() => undefined)
      .then(() => (done += 1));
    place += size;
  }
  // Who is not done by then has closed.
  const closed = () => fates.filter((fate) => fate === "tab closed").length;
  await vi.waitUntil(() => done + closed() === letters, { timeout: 60_000 });
  expect(new Set(fates).size).toBe(6);
  expect(storedValues.size).toBeGreaterThan(0);

  fateOf = () => "answered";
  await deliverLeftovers(NOW - 1);
  expect(storedValues.size).toBeGreaterThan(0);
  await deliverLeftovers(NOW);
  expect([...storedValues.keys()]).toEqual([]);

  const { people } = await exportedPeople(database, { atMost: 100 });
  database.close();
  const facts = people.flatMap(({ interactions }) => interactions);
  expect(people).toHaveLength(7);
  expect(facts.map(({ from }) => from).toSorted((a, b) => b - a)).toEqual(
    Array.from({ length: EVENTS }, (_, place) => NOW - place * 60_000),
  );
});
