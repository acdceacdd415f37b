/**
 * Invented sightings of pages, for tests of the store.
 */
import type { InteractionKind } from "../../src/domain/interactions/interaction.ts";
import type { Alias } from "../../src/domain/person/person.ts";
import type { Sighting } from "../../src/domain/interactions/sighting.ts";
import { type HistoryDatabase, openHistory } from "../../src/storage/database/database.ts";

/** The start of the invented history: 1 January 2024, UTC. */
export const START = Date.UTC(2024, 0, 1);

export const DAY = 86_400_000;

/** A moment: so many days after the start. */
export const on = (day: number): number => START + day * DAY;

/** A page shows somebody, with all these aliases. */
export const shown = (aliases: readonly Alias[], name: string, day = 0): Sighting => ({
  what: "person",
  person: { aliases, name, at: on(day) },
});

/** A page shows that somebody wrote, or what else happened. */
export const happened = (
  aliases: readonly Alias[],
  day: number,
  kind: InteractionKind = "message",
): Sighting => ({
  what: "interaction",
  person: { aliases, name: "Ada Example", at: on(day) },
  interaction: {
    kind,
    direction: kind === "connected" ? "both" : "in",
    from: on(day),
    to: on(day),
    sources: ["page"],
  },
});

/** A page shows who wrote a post. */
export const wrote = (aliases: readonly Alias[], subject: string, day = 0): Sighting => ({
  what: "author",
  person: { aliases, name: "Ada Example", at: on(day) },
  subject,
});

let count = 0;

/** Opens histories for one test file. */
export function histories() {
  const opened: HistoryDatabase[] = [];
  return {
    async empty(): Promise<HistoryDatabase> {
      count += 1;
      const database = await openHistory(`history-of-tests-${Math.random()}-${count}`);
      opened.push(database);
      return database;
    },
    close(): void {
      for (const database of opened.splice(0)) database.close();
    },
  };
}
