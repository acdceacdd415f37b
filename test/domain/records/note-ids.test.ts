/** What is written when a note has two texts after two people became one. */
import { expect, test } from "vitest";
import type { PersonStatement } from "../../../src/domain/records/statement.ts";
import { notesToWrite } from "../../../src/domain/records/note-ids.ts";
import { project } from "../../../src/domain/projection/project.ts";
import { hand, link, onDay, records } from "../projection/said.ts";

const before = [
  hand("slug:a", { notes: { n: { value: "met in Porto", time: onDay(1) } } }),
  hand("slug:b", { notes: { n: { value: "met in Lisbon", time: onDay(2) } } }),
];
const notesOf = (statements: readonly PersonStatement[]) =>
  project(records(...statements, link("slug:a", "slug:b"))).people.flatMap(
    ({ choices }) => choices.notes ?? [],
  );

/** Writes for both aliases, as the user's acts do. */
const written = (made: Readonly<Record<string, string>>): readonly PersonStatement[] =>
  before.map((one) => ({
    ...one,
    body: {
      notes: {
        ...one.body.notes,
        ...Object.fromEntries(
          Object.entries(notesToWrite(notesOf(before), made)).map(([id, value]) => [
            id,
            { value, time: onDay(3) },
          ]),
        ),
      },
    },
  }));

test("a note with two texts is two notes with ids of their own", () => {
  expect(notesOf(before).map(({ text }) => text)).toEqual(["met in Porto", "met in Lisbon"]);
  expect(new Set(notesOf(before).map(({ id }) => id)).size).toBe(2);
});

test("changing or removing one of the two leaves the other", () => {
  for (const { id, text } of notesOf(before)) {
    const other = notesOf(before).find((one) => one.id !== id)?.text;
    expect(new Set(notesOf(written({ [id]: "changed" })).map((one) => one.text))).toEqual(
      new Set(["changed", other]),
    );
    expect(notesOf(written({ [id]: "" })).map((one) => one.text)).toEqual([other]);
    expect(text).not.toBe(other);
  }
});

test("a note of its own is written as it is", () => {
  expect(notesToWrite([{ id: "n", text: "one", at: 1 }], { n: "two" })).toEqual({ n: "two" });
});
