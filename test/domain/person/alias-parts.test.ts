import { expect, test } from "vitest";
import { type Fact, packed } from "../../../src/domain/interactions/interaction-columns.ts";
import type { SourceId } from "../../../src/domain/interactions/interaction.ts";
import { aliasParts } from "../../../src/domain/directory/person-card.ts";
import type { Alias } from "../../../src/domain/person/person.ts";
import type { PersonStatement } from "../../../src/domain/records/statement.ts";

const DAY = 86_400_000;

const message = (day: number): Fact => ({
  kind: "message",
  direction: "in",
  from: day * DAY,
  to: day * DAY,
});

function statement(
  subject: Alias,
  source: SourceId,
  name: string,
  at: number,
  facts: readonly Fact[],
): PersonStatement {
  const body = { names: [{ value: name, at }], facts: packed(facts) };
  return { subject, source, replica: "r", version: 1, body };
}

test("each alias stands with the name shown last and with what was seen under it, each fact once", () => {
  const statements = [
    statement("slug:ana", "page", "Ana Silva", 2, [message(10), message(12)]),
    statement("slug:ana", "archive:1", "Ana S.", 1, [message(12), message(20)]),
    statement("slug:ben", "page", "Ben Silva", 5, [message(30)]),
  ];
  expect(aliasParts(["member:ACoAA1", "slug:ana"], statements)).toEqual([
    { alias: "member:ACoAA1", interactions: 0 },
    { alias: "slug:ana", name: "Ana Silva", interactions: 3, from: 10 * DAY, to: 20 * DAY },
  ]);
});

test("a vague sighting of an exact fact is not counted beside it", () => {
  const vague: Fact = { kind: "message", direction: "in", from: 9 * DAY, to: 11 * DAY };
  const [part] = aliasParts(
    ["slug:ana"],
    [
      statement("slug:ana", "page", "Ana", 1, [vague]),
      statement("slug:ana", "archive:1", "Ana", 1, [message(10)]),
    ],
  );
  expect(part).toMatchObject({ interactions: 1, from: 10 * DAY, to: 10 * DAY });
});
