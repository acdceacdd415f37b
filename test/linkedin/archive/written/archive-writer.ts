/**
 * Writes archives of every year from an invented network, and says exactly what a reader must find in them. For tests, the
 * benchmark and the practice site; needs nothing but the network.
 */
import { BlobReader, BlobWriter, ZipWriter } from "@zip.js/zip.js/lib/zip-core-native.js";
import {
  dayDate,
  isDoubtfulInLosAngeles,
  minuteDate,
  pacificDate,
  secondDate,
} from "./archive-dates.ts";
import { SHAPES, type Shape, type Variant } from "./archive-variants.ts";
import {
  type Counter,
  counter,
  type ExpectedFact,
  type FactsOf,
  type WrittenArchive,
} from "../expectation.ts";
import { nameSubjectOf, profileUrl, type Who, who } from "../who.ts";
import { type FileWriter, fileWriter, type WrittenFile } from "./written-file.ts";
import { noteText, writeMessages } from "./written-messages.ts";
import type { WrittenInteraction, WrittenNetwork, WrittenPerson } from "./written-network.ts";

const PREAMBLE = [
  "Notes:",
  '"When exporting your connection data, you may notice that some of the email addresses are missing. Invented sentence, with a comma."',
  "",
];

interface Writing {
  readonly network: WrittenNetwork;
  readonly shape: Shape;
  readonly who: Who;
  open(path: string, shape?: Shape): { readonly file: FileWriter; readonly counter: Counter };
}

/** Tells a fact of somebody whose row may have no address. */
function tell(
  { who: known }: Writing,
  count: Counter,
  person: WrittenPerson,
  isByAddress: boolean,
  fact: ExpectedFact,
): void {
  const fate = isByAddress ? "by-address" : known.byName(person);
  count.state(isByAddress ? `slug:${person.slug}` : nameSubjectOf(person), fact);
  if (fate === "ambiguous") count.leaveOpen();
  else if (fate === "name-unknown") count.skip("name-unknown");
  else count.tell([person.slug], fact);
}

function connections(writing: Writing): void {
  const { network, shape } = writing;
  const { file, counter: count } = writing.open("Connections.csv");
  if (shape.preamble) for (const line of PREAMBLE) file.raw(line + shape.lineEnd);
  const url = shape.connectionUrls ? ["URL"] : [];
  file.row([
    "First Name",
    "Last Name",
    ...url,
    "Email Address",
    "Company",
    "Position",
    "Connected On",
  ]);
  for (const person of network.people) {
    const { firstName, lastName, company, title, connectedAt } = person;
    if (connectedAt === undefined) continue;
    const date =
      shape.connectedOn === "minute"
        ? minuteDate(connectedAt)
        : dayDate(connectedAt, shape.connectedOn === "spreadsheet-day");
    const address = shape.connectionUrls ? [profileUrl(person.slug)] : [];
    file.row([firstName, lastName, ...address, "", company, title, date.text]);
    const { from, to } = date;
    tell(writing, count, person, shape.connectionUrls, {
      kind: "connected",
      direction: "both",
      from,
      to,
    });
  }
  file.row(["", "", ...url.map(() => ""), "", "", "", "14 Nov 2022"]);
  count.skip("hidden-account");
}

/** Everything of one kind, with who it is about. */
function each(
  network: WrittenNetwork,
  kind: string,
  direction: string | undefined,
): readonly (readonly [WrittenPerson, WrittenInteraction])[] {
  return network.people.flatMap((person) =>
    person.interactions
      .filter(
        (one) => one.kind === kind && (direction === undefined || one.direction === direction),
      )
      .map((one) => [person, one] as const),
  );
}

function invitations(writing: Writing): void {
  const { network, shape } = writing;
  const { viewer } = network;
  const { file, counter: count } = writing.open("Invitations.csv");
  const urls = shape.invitationUrls ? ["inviterProfileUrl", "inviteeProfileUrl"] : [];
  file.row(["From", "To", "Sent At", "Message", "Direction", ...urls]);
  for (const [person, { direction, at, withNote }] of each(network, "invitation", undefined)) {
    // The hours that a clock in Los Angeles shows twice have a test of their own.
    const date = pacificDate(isDoubtfulInLosAngeles(at) ? at - 3 * 3_600_000 : at);
    const [from, to] = direction === "in" ? [person, viewer] : [viewer, person];
    const addresses = shape.invitationUrls ? [profileUrl(from.slug), profileUrl(to.slug)] : [];
    const sent = direction === "in" ? "INCOMING" : "OUTGOING";
    file.row([from.name, to.name, date.text, withNote ? noteText(person) : "", sent, ...addresses]);
    const when = { from: date.from, to: date.to };
    tell(writing, count, person, shape.invitationUrls, {
      kind: "invitation",
      direction,
      ...when,
      ...(withNote && { withNote }),
    });
  }
}

function endorsements(writing: Writing, direction: "in" | "out"): void {
  const { network, shape } = writing;
  const isOldest = shape.messageUrls === "none";
  const name = direction === "in" ? "Received" : "Given";
  const path = isOldest ? `Endorsement ${name} Info.csv` : `Endorsement_${name}_Info.csv`;
  const { file, counter: count } = writing.open(
    path,
    isOldest ? { ...SHAPES.utf16, lineEnd: "\n" } : shape,
  );
  const role = direction === "in" ? "Endorser" : "Endorsee";
  const url = shape.endorsementUrls ? [`${role} Public Url`] : [];
  file.row([
    "Endorsement Date",
    "Skill Name",
    `${role} First Name`,
    `${role} Last Name`,
    ...url,
    "Endorsement Status",
  ]);
  for (const [person, { at }] of each(network, "endorsement", direction)) {
    const date = secondDate(at, " UTC", "/");
    const address = shape.endorsementUrls ? [profileUrl(person.slug).replace("https://", "")] : [];
    file.row([date.text, "TypeScript", person.firstName, person.lastName, ...address, "ACCEPTED"]);
    const when = { from: date.from, to: date.to };
    tell(writing, count, person, shape.endorsementUrls, {
      kind: "endorsement",
      direction,
      ...when,
    });
  }
}

function recommendations(writing: Writing, direction: "in" | "out"): void {
  const { network } = writing;
  const { file, counter: count } = writing.open(
    `Recommendations_${direction === "in" ? "Received" : "Given"}.csv`,
  );
  file.row(["First Name", "Last Name", "Company", "Job Title", "Text", "Creation Date", "Status"]);
  for (const [person, { at }] of each(network, "recommendation", direction)) {
    const date = minuteDate(at, true);
    file.row([
      person.firstName,
      person.lastName,
      person.company,
      person.title,
      "Great, really",
      date.text,
      "",
    ]);
    tell(writing, count, person, false, {
      kind: "recommendation",
      direction,
      from: date.from,
      to: date.to,
    });
  }
}

function postUrl(id: string | undefined): string {
  return `https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A${id}`;
}

/** Answers how many wait for their author. */
function underPosts(writing: Writing): number {
  const { network, shape } = writing;
  const reactions = writing.open("Reactions.csv");
  reactions.file.row(["Date", "Type", "Link"]);
  for (const [, { at, postId }] of each(network, "reaction", "out")) {
    reactions.file.row([secondDate(at).text, "LIKE", postUrl(postId)]);
    reactions.counter.use();
  }
  const comments = writing.open("Comments.csv", { ...shape, delimiter: ",", quotesAll: false });
  const end = shape.lineEnd;
  comments.file.raw(`Date,Link,Message${end}`);
  for (const [index, [, { at, postId }]] of each(network, "comment", "out").entries()) {
    const text =
      index % 2 === 0 ? `First line${end}${end}third, no date` : '"Hello, \\"quoted\\" text"';
    comments.file.raw(`${secondDate(at).text},${postUrl(postId)},${text}${end}`);
    comments.counter.use();
  }
  return reactions.counter.expected.used + comments.counter.expected.used;
}

function own(writing: Writing): void {
  const { viewer } = writing.network;
  const profile = writing.open("Profile.csv");
  profile.file.row(["First Name", "Last Name", "Headline"]);
  profile.file.row([viewer.firstName, viewer.lastName, "Somebody"]);
  profile.counter.use();
  const positions = writing.open("Positions.csv");
  positions.file.row([
    "Company Name",
    "Title",
    "Description",
    "Location",
    "Started On",
    "Finished On",
  ]);
  positions.file.row([viewer.company, viewer.title, "", "", "Jan 2020", ""]);
  positions.counter.use();
  const shares = writing.open("Shares.csv");
  shares.file.row(["Date", "ShareLink", "ShareCommentary", "SharedUrl", "MediaUrl", "Visibility"]);
  for (const { id, at } of viewer.posts) {
    const link = `https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A${id}`;
    shares.file.row([
      secondDate(at).text,
      link,
      'First line"\n""\n"Third line',
      "",
      "",
      "MEMBER_NETWORK",
    ]);
    shares.counter.use();
  }
}

/** Writes an archive of a year. */
export function writtenArchive(network: WrittenNetwork, variant: Variant): WrittenArchive {
  const shape = SHAPES[variant];
  const known: FactsOf = new Map();
  const facts: FactsOf = new Map();
  const files: WrittenFile[] = [];
  const counters: Counter[] = [];
  const writing: Writing = {
    network,
    shape,
    who: who(network, shape),
    open(path, ownShape = shape) {
      const file = fileWriter(path, ownShape);
      const count = counter(path, known, facts);
      files.push(file);
      counters.push(count);
      return { file, counter: count };
    },
  };
  own(writing);
  connections(writing);
  invitations(writing);
  endorsements(writing, "in");
  endorsements(writing, "out");
  recommendations(writing, "in");
  recommendations(writing, "out");
  const waiting = underPosts(writing);
  const messages = writing.open(variant === "2018" ? "Messages.csv" : "messages.csv");
  writeMessages(network, shape, messages.file, messages.counter, writing.who);
  return { files, expected: counters.map(({ expected }) => expected), facts, waiting };
}

/** The ZIP the site would give. Packed on the fourth of May 2026, whatever the year of its form. */
export async function zipOf(files: readonly WrittenFile[]): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter("application/zip"), {
    useWebWorkers: false,
    level: 6,
  });
  const lastModDate = new Date(2026, 4, 4, 12);
  for (const file of files)
    await writer.add(file.path, new BlobReader(file.blob()), { lastModDate });
  return writer.close();
}

/** An archive of a network in the form of a year, as a ZIP. */
export async function archiveOf(network: WrittenNetwork, variant: Variant): Promise<Blob> {
  return zipOf(writtenArchive(network, variant).files);
}
