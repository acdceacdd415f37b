import { expect, test } from "vitest";
import {
  commentsOnPage,
  postsOnPage,
  reactionChange,
} from "../../../src/linkedin/surfaces/post-facts.ts";
import { pageOf } from "../../../src/linkedin/address/urls.ts";
import { expected, fixturePage } from "../fixture-page.ts";

const POST = "activity:7220000000000000001";
const AT = Number(7220000000000000001n >> 22n);

const read = (fixture: string) => {
  const document = fixturePage(fixture, "nested links kept");
  const page = pageOf(expected(fixture).url);
  return { posts: postsOnPage(document, page), comments: commentsOnPage(document, page) };
};

test("a post of the older layout has its author, its moment and the viewer's reaction", () => {
  const { posts } = read("feed-ember-2025");
  expect(posts).toMatchObject([
    {
      id: { post: POST, at: AT },
      author: { name: "Mira Lindqvist" },
      reaction: { pressed: false },
    },
  ]);
});

test("posts of the newer layout have their moments from their keys; an advertisement has neither author nor id", () => {
  const { posts } = read("feed-sdui-2026");
  expect(posts.map(({ author }) => author?.name)).toEqual([
    "Mira Lindqvist",
    undefined,
    "Mira Lindqvist",
  ]);
  expect(posts.map(({ id }) => id?.post)).toEqual([POST, undefined, undefined]);
  expect(posts[0]?.id?.at).toBe(AT);
  expect(posts[0]?.reaction).toMatchObject({ label: "Reaction button state: no reaction" });
  expect(posts[0]?.reaction?.pressed).toBeUndefined();
});

for (const fixture of ["post-ember-2026-08", "post-sdui-2026-05"]) {
  test(`${fixture}: comments have their own author and moment, the post keeps its own`, () => {
    const { posts, comments } = read(fixture);
    expect(posts).toMatchObject([{ id: { post: POST }, author: { name: "Mira Lindqvist" } }]);
    const found = comments.map(({ id, author }) => [id.post, id.comment, id.at, author?.name]);
    expect(found).toEqual([
      [POST, "7220100000000000001", Number(7220100000000000001n >> 22n), "Otto Brandt"],
      [POST, "7220200000000000001", Number(7220200000000000001n >> 22n), "Mira Lindqvist"],
    ]);
  });
}

test("a comment whose blocks all have its key is one comment, and a reply under it knows whose it is", () => {
  const { posts, comments } = read("feed-comments-sdui-2026-04");
  expect(posts).toMatchObject([{ id: { post: POST }, author: { name: "Mira Lindqvist" } }]);
  expect(
    comments.map(({ id, author, parent }) => [id.comment, author?.name, parent?.name]),
  ).toEqual([
    ["7220100000000000001", "Otto Brandt", undefined],
    ["7220200000000000001", "Mira Lindqvist", "Otto Brandt"],
  ]);
});

test("a reply knows whom it replies to, and a comment's reaction is its own", () => {
  const { posts, comments } = read("post-ember-2026-08");
  expect(comments.map(({ parent }) => parent?.name)).toEqual([undefined, "Otto Brandt"]);
  expect(comments.map(({ reaction }) => reaction?.pressed)).toEqual([true, undefined]);
  expect(posts[0]?.reaction).toBeUndefined();
});

test("a reaction is set or taken back by what its button states, in words only where those are known", () => {
  const none = new Set(["no reaction"]);
  expect(reactionChange({ pressed: false, label: "a" }, { pressed: true, label: "b" }, none)).toBe(
    "set",
  );
  expect(reactionChange({ pressed: true, label: "a" }, { pressed: false, label: "b" }, none)).toBe(
    "taken back",
  );
  expect(
    reactionChange({ pressed: true, label: "a" }, { pressed: true, label: "b" }, none),
  ).toBeUndefined();
  expect(reactionChange({ label: "no reaction" }, { label: "Like" }, none)).toBe("set");
  expect(reactionChange({ label: "Like" }, { label: "no reaction" }, none)).toBe("taken back");
  expect(reactionChange({ label: "Like" }, { label: "Love" }, none)).toBeUndefined();
  expect(reactionChange({ label: "Like" }, { label: "Like" }, none)).toBeUndefined();
});
