/** What real archives do beside their format, each with the rows counted. The people are invented. */
import { expect, test } from "vitest";
import { readArchive } from "../../../src/linkedin/archive/read-archive.ts";
import type { ArchiveReading, FileReport } from "../../../src/linkedin/archive/reading.ts";
import { factsBySubject, OPTIONS, peopleOf } from "./outcome.ts";

const ME = "https://www.linkedin.com/in/me-example";
const ADA = "https://www.linkedin.com/in/ada-sample";
const HEADER =
  "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER";

const read = (files: Readonly<Record<string, string>>): Promise<ArchiveReading> =>
  readArchive(
    Object.entries(files).map(([name, text]) => ({ name, blob: new Blob([text]) })),
    OPTIONS,
  );

/** rows = used + merged + ambiguous + skipped, by reason. */
function countsOf({ rows, used, merged, ambiguous, skipped }: FileReport) {
  const reasons = Object.fromEntries(skipped.map(({ reason, count }) => [reason, count]));
  expect(used + merged + ambiguous + skipped.reduce((sum, { count }) => sum + count, 0)).toBe(rows);
  return { rows, used, merged, ambiguous, ...reasons };
}

const counts = ({ files }: ArchiveReading) =>
  Object.fromEntries(files.map((file) => [file.path, countsOf(file)]));

const message = (from: string, url: string, to: string, urls: string, second: number) =>
  `2-a==,,"${from}",${url},"${to}","${urls}",2026-01-05 10:00:${String(second).padStart(2, "0")} UTC,,Hello,INBOX`;

const chat = Array.from({ length: 6 }, (_, second) =>
  second % 2 === 0
    ? message("Ada Sample", ADA, "Me Example", ME, second)
    : message("Me Example", ME, "Cy Specimen", "https://www.linkedin.com/in/cy", second),
);

test("since spring 2026 every cell is quoted, the header too, and texts keep their line breaks", async () => {
  const quoted = (line: readonly string[]) => line.map((cell) => `"${cell}"`).join(",");
  const rows = [
    quoted([...HEADER.split(","), "ATTACHMENTS", "IS MESSAGE DRAFT", "IS CONVERSATION DRAFT"]),
    ...Array.from({ length: 6 }, (_, second) =>
      quoted([
        "2-a==",
        "",
        "Me Example",
        ME,
        "Ada Sample",
        second < 3 ? ADA : "https://www.linkedin.com/in/cy",
        `2026-01-05 10:00:0${second} UTC`,
        "",
        `First ""line"",\n\n2026-01-01 00:00:00 UTC,third\r\nfourth`,
        "INBOX",
        "",
        "No",
        "No",
      ]),
    ),
  ];
  const reading = await read({ "messages.csv": rows.join("\n") });
  expect(counts(reading)).toEqual({
    "messages.csv": { rows: 6, used: 6, merged: 0, ambiguous: 0 },
  });
});

test("a group of fifty is counted by addresses, whatever commas are in the names", async () => {
  const others = Array.from({ length: 50 }, (_, one) => `https://www.linkedin.com/in/p-${one}`);
  const names = others.map((_, one) => `Person ${one}, PhD`).join(", ");
  const reading = await read({
    "messages.csv": [
      HEADER,
      ...chat,
      message("Me Example", ME, names, others.join(","), 30),
      message("Person 0, PhD", others[0]!, "Me Example, Person 1, PhD", `${ME},${others[1]}`, 31),
    ].join("\n"),
  });
  expect(counts(reading)["messages.csv"]).toEqual({ rows: 8, used: 8, merged: 0, ambiguous: 0 });
  const facts = factsBySubject(reading);
  expect(Object.keys(facts)).toHaveLength(52);
  expect(facts["slug:p-49"]?.map((fact) => JSON.parse(fact)[1])).toEqual([50]);
  expect(facts["slug:p-0"]?.map((fact) => JSON.parse(fact)[1])).toEqual([2, 50]);
});

test("the owner's earlier address in the same archive is the owner, and nobody they talk with", async () => {
  const old = "https://www.linkedin.com/in/me-example-12ab34";
  const reading = await read({
    "Profile.csv": "First Name,Last Name,Headline\nMe,Example,Somebody\n",
    "Connections.csv": `First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Sample,${ADA},,,,05 Jan 2020\n`,
    "messages.csv": [
      HEADER,
      ...chat,
      message("Me Example", old, "Ada Sample", ADA, 40),
      message("Ada Sample", ADA, "Me Example", old, 41),
      message("Bo Muster", "https://www.linkedin.com/in/bo", "Me Example", old, 42),
    ].join("\n"),
  });
  expect(counts(reading)["messages.csv"]).toEqual({ rows: 9, used: 9, merged: 0, ambiguous: 0 });
  expect(reading.owner.aliases).toEqual(["slug:me-example", "slug:me-example-12ab34"]);
  expect(peopleOf(reading)).toEqual(["slug:ada-sample", "slug:bo", "slug:cy"]);
});

test("somebody of the owner's name who talks with the owner is another person", async () => {
  const other = "https://www.linkedin.com/in/me-example-the-other";
  const reading = await read({
    "messages.csv": [
      HEADER,
      ...chat,
      message("Me Example", other, "Me Example", ME, 40),
      message("Me Example", ME, "Me Example", other, 41),
    ].join("\n"),
  });
  expect(reading.owner.aliases).toEqual(["slug:me-example"]);
  expect(counts(reading)["messages.csv"]).toEqual({ rows: 8, used: 8, merged: 0, ambiguous: 0 });
});

test("addresses without a slug are none, and their rows find people by name", async () => {
  const nowhere = "https://www.linkedin.com/in";
  const reading = await read({
    "Connections.csv": `First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Sample,${ADA},,,,05 Jan 2020\n,,,,,,14 Nov 2022\n`,
    "Invitations.csv": [
      "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
      `Me Example,Ada Sample,"1/4/20, 9:05 PM",,OUTGOING,${nowhere},${nowhere}`,
      `Bo Muster,Me Example,"1/4/20, 9:05 PM",,INCOMING,${nowhere},${nowhere}`,
    ].join("\r\n"),
  });
  expect(counts(reading)).toEqual({
    "Connections.csv": { rows: 2, used: 1, merged: 0, ambiguous: 0, "hidden-account": 1 },
    "Invitations.csv": { rows: 2, used: 1, merged: 0, ambiguous: 0, "name-unknown": 1 },
  });
  // Nine in the evening in Los Angeles is the next day in UTC, the day of connecting.
  const facts = factsBySubject(reading);
  expect(facts["slug:ada-sample"]?.map((fact) => JSON.parse(fact)[0])).toEqual([
    `connected|both|${Date.UTC(2020, 0, 5)}|${Date.UTC(2020, 0, 6) - 1}|`,
  ]);
  expect(facts["name:ada sample"]?.map((fact) => JSON.parse(fact)[0])).toEqual([
    `invitation|out|${Date.UTC(2020, 0, 5, 5, 5)}|${Date.UTC(2020, 0, 5, 5, 6) - 1}|`,
  ]);
  expect(facts["name:bo muster"]).toHaveLength(1);
});

test("the same endorsements in two files of one archive, one of them tab-separated UTF-16, are there once", async () => {
  const given = `Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n2024/01/05 13:22:10 UTC,TypeScript,Ada,Sample,www.linkedin.com/in/ada-sample,ACCEPTED\n2024/01/06 13:22:10 UTC,Chess,Ada,Sample,www.linkedin.com/in/ada-sample,HIDDEN`;
  const tabbed =
    '\uFEFF"Endorsement Date"\t"Skill Name"\t"Endorser First Name"\t"Endorser Last Name"\t"Endorsement Status"\t"Display Status"\n"2024/01/05 13:22:10 UTC"\t"TypeScript"\t"Ada"\t"Sample"\t"Accepted"\t""\n';
  const bytes = new Uint8Array(
    [...tabbed].flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8]),
  );
  const reading = await readArchive(
    [
      { name: "Endorsement_Received_Info.csv", blob: new Blob([given]) },
      { name: "Endorsement Received Info.csv", blob: new Blob([bytes]) },
    ],
    OPTIONS,
  );
  const sums = Object.values(counts(reading));
  expect(sums.reduce((sum, { rows }) => sum + rows, 0)).toBe(3);
  expect(sums.reduce((sum, { used }) => sum + used, 0)).toBe(2);
  expect(sums.reduce((sum, { merged }) => sum + merged, 0)).toBe(1);
  expect(
    Object.entries(factsBySubject(reading)).map(([whose, all]) => [whose, all.length]),
  ).toEqual([
    ["name:ada sample", 1],
    ["slug:ada-sample", 2],
  ]);
});

test("copies, numbered parts, sub-folders and what a Mac leaves in a ZIP", async () => {
  const body = (row: string) => [HEADER, row].join("\n");
  const reading = await read({
    "Complete (1)/messages.csv": [HEADER, ...chat.slice(0, 4)].join("\n"),
    "Complete (1)/messages_1.csv": body(chat[4]!),
    "Complete (1)/parts/Messages (2).csv": body(chat[5]!),
    "Complete (1)/learning_coach_messages.csv": body(chat[0]!),
    "Complete (1)/guide_messages.csv": HEADER,
    "__MACOSX/Complete (1)/._messages.csv": "\0\x05\x16\x07",
    "Complete (1)/.DS_Store": "\0",
    "Complete (1)/Receipts_v2.csv": "First Name,Last Name\nMe,Example\n",
    "Complete (1)/Articles/Articles/one.html": "<html>",
  });
  expect(reading.interactionCount).toBe(6);
  expect(
    Object.fromEntries(reading.files.map(({ path, status }) => [path.split("/").pop(), status])),
  ).toEqual({
    "messages.csv": "read",
    "messages_1.csv": "read",
    "Messages (2).csv": "read",
    "learning_coach_messages.csv": "refused",
    "guide_messages.csv": "refused",
    "._messages.csv": "not-needed",
    ".DS_Store": "not-needed",
    "Receipts_v2.csv": "not-needed",
    "one.html": "not-needed",
  });
});

test("a comment without a link is a row of its own, and a line that only begins with a date is not", async () => {
  const reading = await read({
    "Comments.csv":
      'Date,Link,Message\n2024-01-05 13:22:10,https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7148999999999999999,First\n2024-01-04 13:22:10 was the day\n2024-01-03 13:22:10,,lost\n2024-01-02 13:22:10,"","lost, too"\n',
  });
  expect(counts(reading)).toEqual({
    "Comments.csv": { rows: 3, used: 1, merged: 0, ambiguous: 0, "no-post": 2 },
  });
});

test("names that differ in accents alone are two names", async () => {
  const reading = await read({
    "Connections.csv": `First Name,Last Name,URL,Email Address,Company,Position,Connected On\nZoë,Sample,https://www.linkedin.com/in/zo%C3%AB-sample,,,,05 Jan 2020\nZoe,Sample,https://www.linkedin.com/in/zoe-sample,,,,05 Jan 2021\n小明,王,https://www.linkedin.com/in/%E5%B0%8F%E6%98%8E,,,,05 Jan 2022\n`,
    "Recommendations_Given.csv":
      'First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nZoë,Sample,,,"Great, really","01/05/24, 01:22 PM",VISIBLE\nZOE,SAMPLE,,,x,"01/06/24, 01:22 PM",VISIBLE\n小明,王,,,y,"01/07/24, 01:22 PM",\n',
  });
  expect(counts(reading)["Recommendations_Given.csv"]).toEqual({
    rows: 3,
    used: 3,
    merged: 0,
    ambiguous: 0,
  });
  const facts = factsBySubject(reading);
  for (const slug of ["zoë-sample", "zoe-sample", "小明"])
    expect(facts[`slug:${slug}`]).toHaveLength(1);
  for (const name of ["zoë sample", "zoe sample", "小明 王"])
    expect(facts[`name:${name}`]).toHaveLength(1);
});

test("line ends of either kind, a byte order mark and a last line without end are all the same", async () => {
  const connections = `First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Sample,${ADA},,"Sample, ""Inc""",CTO,5-Jan-24`;
  const preamble = `Notes:\n"When exporting, you may notice, that ""some"" are missing."\n\n`;
  const shapes = [
    connections,
    preamble + connections,
    "\uFEFF" + (preamble + connections).replaceAll("\n", "\r\n"),
    connections.replaceAll("\n", "\r"),
    connections.replaceAll(",", ";").replace("Sample; ", "Sample, "),
    connections + "\n,,,,,,\n\n",
  ];
  const readings = await Promise.all(shapes.map((text) => read({ "Connections.csv": text })));
  for (const reading of readings) {
    expect(counts(reading)).toEqual({
      "Connections.csv": { rows: 1, used: 1, merged: 0, ambiguous: 0 },
    });
    expect(reading.bodyOf(0).career).toMatchObject([{ company: 'Sample, "Inc"', title: "CTO" }]);
  }
});
