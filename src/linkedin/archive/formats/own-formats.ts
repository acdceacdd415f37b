/** Files about the owner alone: who they are, where they worked and studied, what they posted. */
import type { ImportedCircle } from "../../../domain/records/archive-import.ts";
import { postSubject } from "../../../domain/records/subject.ts";
import { moment, monthSpan } from "../dates/dates.ts";
import { format } from "./format.ts";
import type { Gathered } from "../gathered/gathered.ts";
import type { FilePlace } from "../gathered/place.ts";
import { postLink } from "../gathered/post-link.ts";
import type { Row } from "../files/rows.ts";
import type { SkipReason } from "../files/tally.ts";
import { ownCopy } from "../gathered/texts.ts";

const FIRST_NAME = ["First Name"];
const LAST_NAME = ["Last Name"];

/** Counts a row that says something about the owner, once. */
function counted(place: FilePlace, isNew: boolean): undefined {
  if (isNew) place.tally.use();
  else place.tally.merge();
}

export const SHARES = format({
  kind: "shares",
  names: ["shares"],
  columns: { date: ["Date"], link: ["ShareLink"] },
  required: ["date", "link"],
  telling: ["date", "link"],
  rows:
    (cells, { ownPosts }, place) =>
    (row) => {
      const target = postLink(cells.link(row));
      if (target === undefined) return "no-post";
      if (target === "other") return "not-a-post";
      const subject = postSubject(ownCopy(target.post), undefined);
      const isNew = !ownPosts.has(subject);
      ownPosts.add(subject);
      return counted(place, isNew);
    },
});

function circle(
  { circles }: Gathered,
  place: FilePlace,
  one: ImportedCircle,
): SkipReason | undefined {
  if (one.name === "") return "empty";
  const key = JSON.stringify([one.kind, one.name, one.title, one.from, one.to]);
  const isNew = !circles.has(key);
  circles.set(key, one);
  return counted(place, isNew);
}

function years(from: string, to: string): Pick<ImportedCircle, "from" | "to"> {
  const begin = monthSpan(from)?.from;
  const end = monthSpan(to)?.to;
  return { ...(begin !== undefined && { from: begin }), ...(end !== undefined && { to: end }) };
}

function owned(cell: string): string {
  return ownCopy(cell.trim());
}

export const POSITIONS = format({
  kind: "positions",
  names: ["positions"],
  columns: { name: ["Company Name"], title: ["Title"], from: ["Started On"], to: ["Finished On"] },
  required: ["name", "title"],
  telling: ["name", "title", "from"],
  rows: (cells, into, place) => (row: Row) => {
    const title = owned(cells.title(row));
    const span = years(cells.from(row), cells.to(row));
    const one = {
      kind: "company",
      name: owned(cells.name(row)),
      ...(title !== "" && { title }),
      ...span,
    } as const;
    return circle(into, place, one);
  },
});

export const EDUCATION = format({
  kind: "education",
  names: ["education"],
  columns: { name: ["School Name"], from: ["Start Date"], to: ["End Date"] },
  required: ["name"],
  telling: ["name", "from"],
  rows: (cells, into, place) => (row: Row) =>
    circle(into, place, {
      kind: "school",
      name: owned(cells.name(row)),
      ...years(cells.from(row), cells.to(row)),
    }),
});

export const COMPANY_FOLLOWS = format({
  kind: "company-follows",
  names: ["companyfollows"],
  columns: { name: ["Organization"], date: ["Followed On"] },
  required: ["name", "date"],
  telling: ["name", "date"],
  rows: (cells, into, place) => (row: Row) => {
    const from = moment(cells.date(row), "utc", place.order)?.from;
    return circle(into, place, {
      kind: "followed",
      name: owned(cells.name(row)),
      ...(from !== undefined && { from }),
    });
  },
});

export const PROFILE = format({
  kind: "profile",
  names: ["profile"],
  columns: { first: FIRST_NAME, last: LAST_NAME, headline: ["Headline"] },
  required: ["first", "last"],
  telling: ["first", "last", "headline"],
  rows:
    (cells, { people, ownNames }, place) =>
    (row) => {
      const name = people.nameNumber(`${cells.first(row)} ${cells.last(row)}`);
      if (name < 0) return "empty";
      const isNew = !ownNames.has(name);
      ownNames.add(name);
      return counted(place, isNew);
    },
});
