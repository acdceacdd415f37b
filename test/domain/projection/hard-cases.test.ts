/** The hard cases of the projection, each a row of a table. */
import { expect, test } from "vitest";
import { project } from "../../../src/domain/projection/project.ts";
import { CLOCKS } from "./cases/clocks.ts";
import { ERASURE } from "./cases/erasure.ts";
import { LINKS } from "./cases/links.ts";
import { NAMES } from "./cases/names.ts";
import { NOTES } from "./cases/notes.ts";
import { POSTS } from "./cases/posts.ts";
import { peopleAsLines, questionsAsLines } from "./as-lines.ts";

test.each([...NAMES, ...LINKS, ...POSTS, ...CLOCKS, ...ERASURE, ...NOTES])("$title", (row) => {
  const { records, erased = [], people, questions = [], owner = [], waiting = [] } = row;
  const isErased = new Set<string>(erased);
  const projected = project(records, (subject) => isErased.has(subject));
  expect(peopleAsLines(projected)).toEqual(people);
  expect(questionsAsLines(projected)).toEqual(questions);
  expect(projected.owner).toEqual(owner);
  expect(projected.waiting).toEqual(waiting);
});
