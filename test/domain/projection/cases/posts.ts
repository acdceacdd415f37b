import { liked, link, message, owner, page, post, records, word } from "../said.ts";
import type { Case } from "./case.ts";

const POST = "post:activity:7";
const reaction = post(POST, "archive:one", { facts: [liked(5, "activity:7")] });
const a = page("slug:a", { facts: [message(1)] });
const b = page("slug:b", { facts: [message(2)] });
const shown = (...authors: readonly (readonly ["slug:a" | "slug:b", readonly number[]])[]) =>
  post(POST, "page", { authors: authors.map(([alias, days]) => ({ alias, days })) });

export const POSTS: readonly Case[] = [
  {
    title: "a post without any word on the author waits",
    records: records(reaction),
    people: {},
    waiting: [POST],
  },
  {
    title: "a post that a page attributes belongs to its author, who may be known by that alone",
    records: records(
      reaction,
      post(POST, "page", { authors: [{ alias: "slug:new", name: "Nora New", days: [3] }] }),
    ),
    people: { "slug:new": ["called Nora New", "reaction 5"] },
  },
  {
    title:
      "of two names that posts give their author the one that sorts first stays, whatever comes last",
    records: records(
      reaction,
      post("post:activity:8", "archive:one", { facts: [liked(6, "activity:8")] }),
      post(POST, "page", { authors: [{ alias: "slug:new", name: "N. New", days: [3] }] }),
      post("post:activity:8", "page", {
        authors: [{ alias: "slug:new", name: "Nora New", days: [3] }],
      }),
    ),
    people: { "slug:new": ["called N. New", "reaction 5", "reaction 6"] },
  },
  {
    title: "a post with two authors on as many days waits and joins nobody",
    records: records(a, b, reaction, shown(["slug:a", [1]], ["slug:b", [2]])),
    people: { "slug:a": ["message 1"], "slug:b": ["message 2"] },
    waiting: [POST],
  },
  {
    title: "a post with two authors belongs to the one seen on more days",
    records: records(a, b, reaction, shown(["slug:a", [1]], ["slug:b", [2, 3]])),
    people: { "slug:a": ["message 1"], "slug:b": ["message 2", "reaction 5"] },
  },
  {
    title:
      "two authors of a post that are one person are no contradiction, and the days count once",
    records: records(
      a,
      b,
      reaction,
      link("slug:a", "slug:b"),
      shown(["slug:a", [1]], ["slug:b", [1]]),
    ),
    people: { "slug:a slug:b": ["message 1", "message 2", "reaction 5"] },
  },
  {
    title: "the user's word on the author of a post counts more than pages and archives",
    records: records(
      a,
      b,
      reaction,
      shown(["slug:a", [1, 2, 3]]),
      post(POST, "archive:two", { authors: [{ alias: "slug:a", days: [] }] }),
      word({ kind: "author", post: POST, value: "slug:b" }),
    ),
    people: { "slug:a": ["message 1"], "slug:b": ["message 2", "reaction 5"] },
  },
  {
    title: "an archive's word on the author of a post counts more than pages",
    records: records(
      a,
      b,
      reaction,
      shown(["slug:a", [1, 2, 3]]),
      post(POST, "archive:two", { authors: [{ alias: "slug:b", days: [] }] }),
    ),
    people: { "slug:a": ["message 1"], "slug:b": ["message 2", "reaction 5"] },
  },
  {
    title: "what the owner does under an own post is for nobody, whatever a page shows",
    records: records(
      a,
      reaction,
      shown(["slug:a", [1]]),
      post(POST, "archive:two", { authors: [{ days: [] }] }),
    ),
    people: { "slug:a": ["message 1"] },
  },
  {
    title: "what the owner does under a post of the owner, as a page shows, is for nobody",
    records: records(owner("slug:a"), reaction, shown(["slug:a", [1]])),
    people: {},
    owner: ["slug:a"],
  },
];
