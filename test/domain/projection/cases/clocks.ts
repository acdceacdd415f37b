import { day, hand, message, onDay, page, records, word } from "../said.ts";
import type { Case } from "./case.ts";

/** Days after the first of January 2026 on which the clock of one replica showed a day of 2071. */
const WRONG = 45 * 365;

/** Found on day 10: everything that `wrong` noted after it up to 2071 is of day 10. */
const found = word({ kind: "clock", of: "wrong", to: day(WRONG + 9), value: day(10) }, 10);

export const CLOCKS: readonly Case[] = [
  {
    title: "while nothing corrects a clock of 2071, its words and names are the latest",
    records: records(
      page("slug:a", { called: "Wrong", calledAt: WRONG }, "wrong"),
      page("slug:a", { called: "Right", calledAt: 20 }, "right"),
    ),
    people: { "slug:a": ["called Wrong"] },
  },
  {
    title:
      "what a clock of 2071 noted is of the moment of the correction: later choices, names and visits come after it",
    records: records(
      page("slug:a", { called: "Wrong", calledAt: WRONG, visits: [day(WRONG), day(3)] }, "wrong"),
      page("slug:a", { called: "Right", calledAt: 20, visits: [day(20)] }, "right"),
      hand("slug:a", { choices: { name: { value: "W", time: onDay(WRONG, "wrong") } } }, "wrong"),
      hand("slug:a", { choices: { name: { value: "R", time: onDay(20, "right") } } }, "right"),
      found,
    ),
    people: {
      "slug:a": ["called Right", "visit 3", "visit 10", "visit 20", "named by the user R"],
    },
  },
  {
    title: "what a clock of 2071 noted comes after what was noted before the correction",
    records: records(
      page("slug:a", { called: "Wrong", calledAt: WRONG }, "wrong"),
      page("slug:a", { called: "Right", calledAt: 9 }, "right"),
      found,
    ),
    people: { "slug:a": ["called Wrong"] },
  },
  {
    title: "the first act by the right clock, at the moment of the correction, holds",
    records: records(
      hand("slug:a", { choices: { name: { value: "W", time: onDay(WRONG, "wrong") } } }, "wrong"),
      hand("slug:a", { choices: { name: { value: "R", time: onDay(10, "again") } } }, "again"),
      found,
    ),
    people: { "slug:a": ["named by the user R"] },
  },
  {
    title: "moments that ids tell are not corrected",
    records: records(page("slug:a", { facts: [message(20)] }, "wrong"), found),
    people: { "slug:a": ["message 20"] },
  },
  {
    title: "a correction is of one replica only",
    records: records(
      page("slug:a", { called: "Future", calledAt: 30 }, "other"),
      page("slug:a", { called: "Right", calledAt: 20 }, "right"),
      found,
    ),
    people: { "slug:a": ["called Future"] },
  },
];
