import { expect, test } from "vitest";
import type { Sighting } from "../../../src/domain/interactions/sighting.ts";
import { commentsOnPage, postsOnPage } from "../../../src/linkedin/surfaces/post-facts.ts";
import {
  commentSightings,
  mentionSightings,
  reactionSighting,
} from "../../../src/linkedin/surfaces/post-sightings.ts";
import { pageOf } from "../../../src/linkedin/address/urls.ts";
import { expected, pageToRead } from "../fixture-page.ts";

const FIXTURE = "post-ember-2026-08";
const document = pageToRead(FIXTURE, "nested links kept");
const page = pageOf(expected(FIXTURE).url);
const posts = postsOnPage(document, page);
const comments = commentsOnPage(document, page);

const brief = (said: readonly Sighting[]): unknown =>
  said.map(
    (one) =>
      one.what === "interaction" && [
        one.person.name,
        one.interaction.kind,
        one.interaction.direction,
        one.interaction.ref,
      ],
  );

test("whose post it is hears what others comment, and the commenter hears the reply", () => {
  expect(brief(commentSightings(posts, comments, ["slug:mira-lindqvist"], 1))).toEqual([
    ["Otto Brandt", "comment", "in", "7220100000000000001"],
    ["Otto Brandt", "comment", "out", "7220200000000000001"],
  ]);
  expect(brief(commentSightings(posts, comments, ["slug:otto-brandt"], 1))).toEqual([
    ["Mira Lindqvist", "comment", "out", "7220100000000000001"],
    ["Mira Lindqvist", "comment", "in", "7220200000000000001"],
  ]);
});

test("what passes between two others is nothing of the viewer's", () => {
  expect(commentSightings(posts, comments, ["slug:nora-field"], 1)).toEqual([]);
  expect(mentionSightings([...posts, ...comments], ["slug:nora-field"], 1)).toEqual([]);
});

test("a mention is its writer's to the one who is meant", () => {
  expect(brief(mentionSightings(comments, ["slug:otto-brandt"], 1))).toEqual([
    ["Mira Lindqvist", "mention", "in", "7220200000000000001"],
  ]);
});

test("a reaction goes to the author of what was reacted to, never to oneself", () => {
  const [comment] = comments;
  const said = comment && reactionSighting(comment, ["slug:nora-field"], 5);
  expect(said).toMatchObject({
    person: { name: "Otto Brandt" },
    interaction: { kind: "reaction", direction: "out", from: 5, to: 5, ref: "7220100000000000001" },
  });
  expect(comment && reactionSighting(comment, ["slug:otto-brandt"], 5)).toBeUndefined();
});
