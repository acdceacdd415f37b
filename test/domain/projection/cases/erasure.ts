import { pair } from "../../../../src/domain/records/register.ts";
import { archive, liked, link, message, page, post, records, word } from "../said.ts";
import type { Case } from "./case.ts";

const gone = page("slug:gone", { called: "Gone", facts: [message(1)] });
const b = page("slug:b", { facts: [message(2)] });
const erased = word({ kind: "erased", mark: "m", value: true });

export const ERASURE: readonly Case[] = [
  {
    title: "an erased alias that is shown with another one brings nothing back and joins nobody",
    records: records(gone, b, link("slug:b", "slug:gone", { evidence: "address" })),
    erased: ["slug:gone"],
    people: { "slug:b": ["message 2"] },
  },
  {
    title: "two aliases that only an erased one connects stay two people",
    records: records(
      b,
      page("slug:c", { facts: [message(3)] }),
      link("slug:b", "slug:gone"),
      link("slug:c", "slug:gone"),
      word(pair("slug:b", "slug:gone", "same")),
      word(pair("slug:c", "slug:gone", "same")),
    ),
    erased: ["slug:gone"],
    people: { "slug:b": ["message 2"], "slug:c": ["message 3"] },
  },
  {
    title:
      "a reaction to the post of an erased person waits, as if nothing was known of the author",
    records: records(
      post("post:activity:7", "archive:one", { facts: [liked(5, "activity:7")] }),
      post("post:activity:7", "page", { authors: [{ alias: "slug:gone", days: [1] }] }),
    ),
    erased: ["slug:gone"],
    people: {},
    waiting: ["post:activity:7"],
  },
  {
    title: "a name that was only an erased person's gives nobody",
    records: records(archive("name:gone", { called: "Gone", facts: [message(1)] })),
    erased: ["name:gone"],
    people: {},
  },
  {
    title: "somebody who was shown with an erased alias is asked about",
    records: records(b, erased, word(pair("slug:b", "erased:m", "nothing"))),
    people: { "slug:b": ["message 2"] },
    questions: ["erased: slug:b m"],
  },
  {
    title: "the answer that they are different people ends the question",
    records: records(
      b,
      erased,
      word(pair("slug:b", "erased:m", "nothing"), 1),
      word(pair("slug:b", "erased:m", "different"), 2),
    ),
    people: { "slug:b": ["message 2"] },
  },
  {
    title: "once the erasure is lifted nothing is asked",
    records: records(
      b,
      erased,
      word(pair("slug:b", "erased:m", "nothing")),
      word({ kind: "erased", mark: "m", value: false }, 3),
    ),
    people: { "slug:b": ["message 2"] },
  },
];
