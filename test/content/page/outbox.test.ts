/**
 * The outbox against a background that ends at any moment: before it heard, and after it wrote but before it answered.
 */
import "fake-indexeddb/auto";
import { extension } from "../../words/extension-of-the-tests.ts";
import { afterEach, expect, test, vi } from "vitest";
import { random } from "../../../practice/network/random.ts";
import { outbox } from "../../../src/content/page/outbox.ts";
import type { Alias } from "../../../src/domain/person/person.ts";
import type { Sighting } from "../../../src/domain/interactions/sighting.ts";
import { openHistory } from "../../../src/storage/database/database.ts";
import { exportedPeople } from "../../../src/storage/exchange/exported-people.ts";
import { record } from "../../../src/storage/records/record.ts";

const NOW = Date.UTC(2026, 9, 20);
const EVENTS = 600;
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
type Fate = "answered" | "not heard" | "answer lost" | "no answer" | "not on disk";

const { sendMessage } = extension.runtime;
afterEach(() => {
  Object.assign(extension.runtime, { sendMessage });
});

test.each([1, 2])("of 600 events none is lost and none is doubled, seed %i", async (seed) => {
  const chance = random(seed);
  const database = await openHistory(`outbox-${seed}`);
  const fates: Fate[] = [];
  let fateOf = (): Fate =>
    chance.pick(["answered", "not heard", "answer lost", "no answer", "not on disk"]);
  Object.assign(extension.runtime, {
    sendMessage: async ({ ask, about }: Question) => {
      expect(ask).toBe("record");
      const fate = fateOf();
      fates.push(fate);
      if (fate === "not heard")
        throw new Error("Could not establish connection. Receiving end does not exist.");
      if (fate === "not on disk") return { answered: true, answer: [] };
      const said = about.sightings.map(({ sighting }) => sighting);
      await record(database, said, NOW);
      if (fate === "answer lost")
        throw new Error("The message channel closed before a response was received");
      if (fate === "no answer") return undefined;
      return { answered: true, answer: about.sightings.map(({ id }) => id) };
    },
  });
  const { send, sendAgain } = outbox();
  const sent: Promise<void>[] = [];
  for (let place = 0; place < EVENTS;) {
    const size = Math.min(chance.whole(10, 30), EVENTS - place);
    const some = Array.from({ length: size }, (_, next) => message(place + next));
    sent.push(send(ME, some).catch(() => undefined));
    place += size;
  }
  await Promise.all(sent);
  expect(new Set(fates).size).toBe(5);

  const asked = fates.length;
  fateOf = () => "answered";
  await sendAgain();
  expect(fates.length).toBeGreaterThan(asked);
  const askedAgain = fates.length;
  await sendAgain();
  expect(fates.length).toBe(askedAgain);

  const { people } = await exportedPeople(database, { atMost: 100, interactions: true }, NOW);
  database.close();
  const facts = people.flatMap(({ interactions }) => interactions);
  expect(people).toHaveLength(7);
  expect(facts.map(({ from }) => from).toSorted((a, b) => b - a)).toEqual(
    Array.from({ length: EVENTS }, (_, place) => NOW - place * 60_000),
  );
});

test("what is refused does not hold up what comes after it, and the oldest go when too many wait", async () => {
  vi.useFakeTimers();
  const heard: string[] = [];
  const about: Alias[] = [];
  Object.assign(extension.runtime, {
    sendMessage: async ({ about: { sightings } }: Question) => {
      const [first] = sightings;
      if (first !== undefined) heard.push(String(first.sighting.person.name));
      return about.length === 0
        ? { refused: "failed" }
        : { answered: true, answer: sightings.map(({ id }) => id) };
    },
  });
  const { send, sendAgain } = outbox();
  for (let place = 0; place < 43; place += 1) {
    const { person, ...rest } = message(place);
    const one = { ...rest, person: { ...person, name: `Person ${place}` } } as Sighting;
    // As many as one parcel holds; 40 parcels of them may wait.
    const parcel = Array.from({ length: 500 }, () => one);
    await send(ME, parcel).catch(() => undefined);
  }
  heard.length = 0;
  await sendAgain();
  expect(heard).toHaveLength(40);
  expect(heard.slice(0, 2)).toEqual(["Person 3", "Person 4"]);
  about.push("slug:me");
  await sendAgain();
  heard.length = 0;
  await sendAgain();
  expect(heard).toEqual([]);
  vi.useRealTimers();
});
