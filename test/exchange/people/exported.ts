/**
 * Invented people as an export reads them, and a background that answers it out of memory.
 */
import fc from "fast-check";
import {
  type ExportedPerson,
  exportedPerson,
} from "../../../src/domain/directory/exported-person.ts";
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";
import type { Alias, Choices, PersonId } from "../../../src/domain/person/person.ts";
import { tieSummary } from "../../../src/domain/tie/tie-summary.ts";
import type { PeopleAsker, PeopleParts } from "../../../src/exchange/people/people-parts.ts";
import type { FileOptions } from "../../../src/exchange/people/person-in-file.ts";

export const DAY = 86_400_000;
export const NOW = Date.UTC(2026, 4, 20, 12);

/** What an invented person may have; the rest is as usual. */
export interface Invented {
  readonly id: string;
  readonly name?: string;
  readonly company?: string;
  readonly title?: string;
  readonly headline?: string;
  readonly aliases?: readonly Alias[];
  readonly choices?: Choices;
  readonly interactions?: readonly Interaction[];
  readonly mutualNamed?: readonly Alias[];
}

/** An invented person. */
export function invented({
  id,
  name = id,
  company,
  title,
  headline,
  aliases = [`slug:${id}`],
  choices = {},
  interactions = [],
  mutualNamed = [],
}: Invented): ExportedPerson {
  const work = {
    ...(company !== undefined && { company }),
    ...(title !== undefined && { title }),
    ...(headline !== undefined && { headline }),
  };
  return exportedPerson(
    {
      id: id as PersonId,
      subject: aliases[0] ?? `name:${name}`,
      aliases,
      name: { value: name, at: 0 },
      career: [{ ...work, at: 0, until: 0 }],
      choices,
      summary: tieSummary(interactions),
    },
    { interactions, mutualNamed },
    { archives: [] },
    NOW,
  );
}

/** A message from the other on a day. */
export const message = (at: number): Interaction => ({
  kind: "message",
  direction: "in",
  from: at,
  to: at,
  sources: ["page"],
});

/** In English, everything included. */
export const OPTIONS: FileOptions = {
  isOwnIncluded: true,
  words: {
    getInTouch: (name) => `Get in touch with ${name}`,
    happened: ({ kind, direction }) => `${kind} ${direction}`,
    company: "Company",
    tags: "Tags",
    howMet: "How you met",
    notes: "Notes",
    mutual: "Mutual connections",
    interactions: "Interactions",
  },
  now: NOW,
};

/** These people in one part. */
export async function* parts(...people: readonly ExportedPerson[]): PeopleParts {
  yield people;
}

/** A background that knows these people; the largest part that was asked for is noted. */
export function asking(people: readonly ExportedPerson[]): PeopleAsker & { largest: number } {
  const byId = new Map(people.map((one) => [one.id, one]));
  const as = (one: ExportedPerson, interactions: boolean): ExportedPerson =>
    interactions ? one : { ...one, interactions: [], mutualNamed: [] };
  const asker = {
    largest: 0,
    exportPeople: async ({
      after = "0",
      atMost,
      interactions,
    }: Parameters<PeopleAsker["exportPeople"]>[0]) => {
      asker.largest = Math.max(asker.largest, atMost);
      const end = Number(after) + atMost;
      return {
        people: people.slice(Number(after), end).map((one) => as(one, interactions)),
        ...(end < people.length && { next: String(end) }),
      };
    },
    exportChosen: async ({ ids, interactions }: Parameters<PeopleAsker["exportChosen"]>[0]) => {
      asker.largest = Math.max(asker.largest, ids.length);
      return ids.flatMap((id) => byId.get(id) ?? []).map((one) => as(one, interactions));
    },
  };
  return asker;
}

/** The whole text of pieces. */
export async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

/** Text that strangers write to break files, and any other text. */
export const hostile = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    'Müller, Ana; "Annie" \\ O\'Brien',
    "line\r\nbreak\nand\rmore",
    '=HYPERLINK("http://example.org")',
    "../../etc/passwd",
    "CON",
    "nul.txt",
    "👩‍👩‍👧‍👦 Fam 🚀",
    "\u202Eexe.gnp\u202C",
    "محمد علي",
    "\u200B\u0007",
    "a".repeat(300),
    "漢".repeat(300),
    "---\nname: other\n---",
    "BEGIN:VCARD\r\nEND:VCARD",
    "[[People/Other]] ![](https://example.org/x.png) <img src=x>",
    "\uD83D half",
    "…. . .",
    "",
  ),
);
