/** Files of what the owner did under posts. Whose posts they are, the archive does not say. */
import { dated } from "../dates/dated.ts";
import { type Cell, format } from "./format.ts";
import type { Gathered, RowTaker } from "../gathered/gathered.ts";
import type { FilePlace } from "../gathered/place.ts";
import { postLink } from "../gathered/post-link.ts";

function underPosts(
  kind: "reaction" | "comment",
  date: Cell,
  link: Cell,
  into: Gathered,
  place: FilePlace,
): RowTaker {
  return (row, number) => {
    const when = dated(date(row), "utc", { now: into.now, order: place.order });
    if (typeof when === "string") return when;
    const target = postLink(link(row));
    if (target === undefined) return "no-post";
    if (target === "other") return "not-a-post";
    into.posts.push({ place, row: number, kind, link: target, when });
    return undefined;
  };
}

export const REACTIONS = format({
  kind: "reactions",
  names: ["reactions"],
  columns: { date: ["Date"], type: ["Type"], link: ["Link"] },
  required: ["date", "type", "link"],
  telling: ["date", "type", "link"],
  rows: (cells, into, place) => underPosts("reaction", cells.date, cells.link, into, place),
});

export const COMMENTS = format({
  kind: "comments",
  names: ["comments"],
  layout: "dated-lines",
  columns: { date: ["Date"], link: ["Link"], text: ["Message"] },
  required: ["date", "link", "text"],
  telling: ["date", "link", "text"],
  rows: (cells, into, place) => underPosts("comment", cells.date, cells.link, into, place),
});
