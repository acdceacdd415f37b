/** Files whose rows are about people: what the owner and they did to each other. */
import type { Direction } from "../../../domain/interactions/interaction.ts";
import { dated } from "../dates/dated.ts";
import { type FileFormat, format } from "./format.ts";
import type { Gathered } from "../gathered/gathered.ts";
import { NO_NOTE } from "../gathered/notes.ts";
import { NOBODY, UNNAMED } from "../gathered/people.ts";
import type { FilePlace } from "../gathered/place.ts";
import type { SkipReason } from "../files/tally.ts";
import { ownCopy } from "../gathered/texts.ts";

const FIRST_NAME = ["First Name"];
const LAST_NAME = ["Last Name"];
const COMPANY = ["Company"];
const TITLE = ["Position", "Job Title"];

function fullName(first: string, last: string): string {
  return `${first.trim()} ${last.trim()}`.trim();
}

function whoIs(
  { people }: Gathered,
  place: FilePlace,
  { url, urn = "" }: { readonly url: string; readonly urn?: string },
  name: string,
  rank: 2 | 3,
) {
  const person = people.ofUrlAndUrn(url, urn);
  const number = people.nameNumber(name);
  if (person !== NOBODY) people.call(person, number, rank, place.at);
  return { person, name: number };
}

function nobodyIn(who: { readonly person: number; readonly name: number }): SkipReason | undefined {
  if (who.person !== NOBODY || who.name >= 0) return undefined;
  return who.name === UNNAMED ? "deleted-account" : "no-person";
}

export const CONNECTIONS = format({
  kind: "connections",
  names: ["connections"],
  columns: {
    first: FIRST_NAME,
    last: LAST_NAME,
    url: ["URL", "Profile URL"],
    company: COMPANY,
    title: TITLE,
    date: ["Connected On"],
  },
  required: ["first", "last", "date"],
  telling: ["first", "last", "date"],
  rows: (cells, into, place) => (row, number) => {
    const name = fullName(cells.first(row), cells.last(row));
    if (name === "" && cells.url(row) === "") return "hidden-account";
    // Days are UTC days; the times of 2018 are from a clock nobody knows.
    const when = dated(cells.date(row), "anywhere", { now: into.now, order: place.order });
    if (typeof when === "string") return when;
    const who = whoIs(into, place, { url: cells.url(row) }, name, 3);
    const reason = nobodyIn(who);
    if (reason !== undefined) return reason;
    const company = ownCopy(cells.company(row).trim());
    const title = ownCopy(cells.title(row).trim());
    into.claims.push({
      what: "connection",
      place,
      row: number,
      ...who,
      when,
      ...(company !== "" && { company }),
      ...(title !== "" && { title }),
    });
    return undefined;
  },
});

export const INVITATIONS = format({
  kind: "invitations",
  names: ["invitations"],
  columns: {
    from: ["From"],
    to: ["To"],
    date: ["Sent At"],
    note: ["Message"],
    direction: ["Direction"],
    inviter: ["inviterProfileUrl"],
    invitee: ["inviteeProfileUrl"],
    // Seen in archives of July 2023: `urn:li:member:<number>`.
    inviterUrn: ["inviterProfileUrn"],
    inviteeUrn: ["inviteeProfileUrn"],
  },
  required: ["from", "to", "date", "direction"],
  telling: ["from", "to", "date", "direction"],
  rows: (cells, into, place) => (row, number) => {
    const written = cells.direction(row).trim().toUpperCase();
    if (written !== "INCOMING" && written !== "OUTGOING") return "no-direction";
    const isIncoming = written === "INCOMING";
    // Measured on 118 notes that came back as messages: the clock of Los Angeles, in every country.
    const when = dated(cells.date(row), "los-angeles", { now: into.now, order: place.order });
    if (typeof when === "string") return when;
    const from = { url: cells.inviter(row), urn: cells.inviterUrn(row) };
    const to = { url: cells.invitee(row), urn: cells.inviteeUrn(row) };
    const inviter = whoIs(into, place, from, cells.from(row), 2);
    const invitee = whoIs(into, place, to, cells.to(row), 2);
    const [owner, other] = isIncoming ? [invitee, inviter] : [inviter, invitee];
    if (owner.person !== NOBODY) vote(into, place.group, owner.person);
    const reason = nobodyIn(other);
    if (reason !== undefined) return reason;
    into.claims.push({
      what: "interaction",
      place,
      row: number,
      ...other,
      kind: "invitation",
      direction: isIncoming ? "in" : "out",
      when,
      note: into.notes.remember(cells.note(row)),
    });
    return undefined;
  },
});

function vote({ ownInvitations }: Gathered, group: number, person: number): void {
  const votes = ownInvitations.get(group) ?? new Map<number, number>();
  ownInvitations.set(group, votes.set(person, (votes.get(person) ?? 0) + 1));
}

/** Skills confirmed; `direction` is `in` for those of the owner. */
export function endorsements(
  kind: "endorsements-given" | "endorsements-received",
  direction: Direction,
): FileFormat {
  const who = direction === "in" ? "Endorser" : "Endorsee";
  return format({
    kind,
    names: [direction === "in" ? "endorsementreceivedinfo" : "endorsementgiveninfo"],
    columns: {
      date: ["Endorsement Date"],
      first: [`${who} First Name`],
      last: [`${who} Last Name`],
      url: [`${who} Public Url`],
    },
    required: ["date", "first", "last"],
    telling: ["date", "first", "last"],
    rows: (cells, into, place) => (row, number) => {
      const name = fullName(cells.first(row), cells.last(row));
      return claim(
        into,
        place,
        number,
        cells.url(row),
        name,
        "endorsement",
        direction,
        cells.date(row),
      );
    },
  });
}

/** Letters written; `direction` is `in` for those about the owner. */
export function recommendations(
  kind: "recommendations-given" | "recommendations-received",
  direction: Direction,
): FileFormat {
  return format({
    kind,
    names: [direction === "in" ? "recommendationsreceived" : "recommendationsgiven"],
    columns: { first: FIRST_NAME, last: LAST_NAME, company: COMPANY, date: ["Creation Date"] },
    required: ["first", "last", "date"],
    rows: (cells, into, place) => (row, number) => {
      const name = fullName(cells.first(row), cells.last(row));
      return claim(into, place, number, "", name, "recommendation", direction, cells.date(row));
    },
  });
}

function claim(
  into: Gathered,
  place: FilePlace,
  row: number,
  url: string,
  name: string,
  kind: "endorsement" | "recommendation",
  direction: Direction,
  date: string,
): SkipReason | undefined {
  const when = dated(date, "anywhere", { now: into.now, order: place.order });
  if (typeof when === "string") return when;
  const who = whoIs(into, place, { url }, name, 2);
  const reason = nobodyIn(who);
  if (reason !== undefined) return reason;
  into.claims.push({
    what: "interaction",
    place,
    row,
    ...who,
    kind,
    direction,
    when,
    note: NO_NOTE,
  });
  return undefined;
}

export const MEMBER_FOLLOWS = format({
  kind: "member-follows",
  names: ["memberfollows"],
  columns: { date: ["Date"], status: ["Status"], name: ["FullName"] },
  required: ["date", "status", "name"],
  telling: ["date", "status", "name"],
  rows: (cells, into, place) => (row, number) => {
    if (cells.status(row).trim().toLowerCase() !== "active") return "unfollowed";
    const who = whoIs(into, place, { url: "" }, cells.name(row), 2);
    const reason = nobodyIn(who);
    if (reason !== undefined) return reason;
    into.claims.push({ what: "follow", place, row: number, ...who });
    return undefined;
  },
});
