/** Kinds of archives and rows that were seen in public archives of 2018 to 2026. The people are invented. */
import { BlobReader, BlobWriter, ZipWriter } from "@zip.js/zip.js/lib/zip-core-native.js";
import { expect, test } from "vitest";
import { readArchive } from "../../../src/linkedin/archive/read-archive.ts";
import type { ArchiveReading } from "../../../src/linkedin/archive/reading.ts";
import { factsAt, OPTIONS } from "./outcome.ts";

type Files = Readonly<Record<string, string | Blob>>;

const blobOf = (content: string | Blob): Blob =>
  typeof content === "string" ? new Blob([content]) : content;

const read = (files: Files): Promise<ArchiveReading> =>
  readArchive(
    Object.entries(files).map(([name, content]) => ({ name, blob: blobOf(content) })),
    OPTIONS,
  );

async function zip(files: Files): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter("application/zip"), { useWebWorkers: false });
  for (const [name, content] of Object.entries(files))
    await writer.add(name, new BlobReader(blobOf(content)), {
      lastModDate: new Date(2026, 3, 4, 12),
    });
  return writer.close();
}

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;

/** rows = used + merged + ambiguous + skipped, by file. */
const counts = ({ files }: ArchiveReading) =>
  Object.fromEntries(
    files.map(({ path, rows, used, merged, ambiguous, skipped }) => {
      const reasons = Object.fromEntries(skipped.map(({ reason, count }) => [reason, count]));
      const left = skipped.reduce((sum, { count }) => sum + count, 0);
      expect(used + merged + ambiguous + left).toBe(rows);
      return [path, { rows, used, merged, ambiguous, ...reasons }];
    }),
  );

const kindsOf = (reading: ArchiveReading) =>
  Object.fromEntries(
    reading.subjects.map((subject, place) => [
      subject,
      factsAt(reading, place).map(({ kind, direction }) => `${kind} ${direction}`),
    ]),
  );

const statuses = ({ files }: ArchiveReading) =>
  Object.fromEntries(
    files.map(({ path, status, kind, refusedFor }) => [path, refusedFor ?? kind ?? status]),
  );

const CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
const url = (slug: string): string => `https://www.linkedin.com/in/${slug}`;
const connection = (first: string, slug: string, day: string, company = ""): string =>
  `${first},Sample,${url(slug)},,${company},,${day}`;

const MESSAGES =
  "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER";
const out = (id: string, slug: string, date: string, folder = "INBOX", subject = ""): string =>
  `${id},,Me Example,${url("me-example")},${slug} Sample,${url(slug)},${date} UTC,${subject},words,${folder}`;
const incoming = (id: string, slug: string, date: string, folder = "INBOX", subject = ""): string =>
  `${id},,${slug} Sample,${url(slug)},Me Example,${url("me-example")},${date} UTC,${subject},words,${folder}`;
/** Enough rows with others to tell whose archive it is. */
const TALK = Array.from({ length: 6 }, (_, place) =>
  out(`2-t${place}`, `t${place}`, `2024-01-0${place + 1} 10:00:00`),
);

test("a conversation in the spam folder counts when the owner wrote in it", async () => {
  const reading = await read({
    "messages.csv": lines(
      MESSAGES,
      ...TALK,
      incoming("2-a", "ada", "2024-05-01 10:00:00", "SPAM"),
      out("2-a", "ada", "2024-05-02 10:00:00", "SPAM"),
      incoming("2-b", "bo", "2024-05-01 10:00:00", "SPAM"),
      // A reply in the inbox to what lies in the spam folder.
      incoming("2-c", "cy", "2024-05-01 10:00:00", "SPAM"),
      out("2-c", "cy", "2024-05-02 10:00:00"),
    ),
  });
  expect(counts(reading)["messages.csv"]).toEqual({
    rows: 11,
    used: 10,
    merged: 0,
    ambiguous: 0,
    spam: 1,
  });
  const kinds = kindsOf(reading);
  expect(kinds["slug:ada"]).toEqual(["message in", "message out"]);
  expect(kinds["slug:cy"]).toEqual(["message in", "message out"]);
  expect(kinds["slug:bo"]).toBeUndefined();
});

test("the same in the files of 2018, which know no conversations", async () => {
  const row = (from: string, to: string, direction: string, folder: string): string =>
    `${from},${to},"10/9/18, 7:05 AM",,words,${direction},${folder}`;
  const reading = await read({
    "Messages.csv": lines(
      "From,To,Date,Subject,Content,Direction,Folder",
      row("Ada Sample", "Me Example", "INCOMING", "SPAM"),
      row("Me Example", "Ada Sample", "OUTGOING", "INBOX"),
      row("Bo Sample", "Me Example", "INCOMING", "SPAM"),
    ),
  });
  expect(counts(reading)["Messages.csv"]).toMatchObject({ rows: 3, "name-unknown": 2, spam: 1 });
  expect(reading.subjects).toEqual(["name:ada sample"]);
});

test("undated lists of connections are of the age of their newest rows", async () => {
  const older = lines(CONNECTIONS, connection("Ada", "ada", "05 Jan 2019", "Oldjob"));
  const newer = lines(
    CONNECTIONS,
    connection("Cy", "cy", "01 Dec 2025"),
    connection("Ada", "ada", "05 Jan 2019", "Newjob"),
  );
  const careerOf = (reading: ArchiveReading) =>
    reading
      .bodyOf(reading.subjects.indexOf("slug:ada"))
      .career?.map(({ company, until }) => [company, new Date(until).toISOString().slice(0, 10)]);
  const expected = [
    ["Oldjob", "2019-01-05"],
    ["Newjob", "2025-12-01"],
  ];
  expect(careerOf(await read({ "Connections.csv": older, "Connections (1).csv": newer }))).toEqual(
    expected,
  );
  expect(careerOf(await read({ "Connections.csv": newer, "Connections (1).csv": older }))).toEqual(
    expected,
  );
  // One list alone is as old as everything beside it.
  const beside = {
    "a/Connections.csv": newer,
    "a/messages.csv": lines(MESSAGES, out("2-a", "bo", "2026-02-01 10:00:00")),
  };
  expect(careerOf(await read(beside))).toEqual([["Newjob", "2026-02-01"]]);
});

test("an archive covers a kind up to its newest row of that kind, also where nobody knows whom it is about", async () => {
  const reading = await read({
    "Basic_LinkedInDataExport_04-28-2026.zip": await zip({
      "Connections.csv": lines(CONNECTIONS, connection("Ada", "ada", "05 Jan 2021")),
      "messages.csv": lines(
        MESSAGES,
        ...TALK,
        `2-x,,LinkedIn Member,,Me Example,${url("me-example")},2025-02-01 10:00:00 UTC,,Gone,INBOX`,
      ),
    }),
  });
  expect(reading.coverage.map(({ kinds, to }) => [kinds[0], new Date(to).toISOString()])).toEqual([
    ["message", "2025-02-01T10:00:00.000Z"],
    ["connected", "2021-01-05T00:00:00.000Z"],
  ]);
});

test("files that a spreadsheet program saved are read where the column tells the order, and named where not", async () => {
  const reading = await read({
    "Connections.csv": lines(
      CONNECTIONS,
      connection("Ada", "ada", "1/25/2021"),
      connection("Bo", "bo", "2/3/2021"),
    ),
    "Reactions.csv": lines(
      "Date;Type;Link",
      "25.01.2021 16:12;LIKE;https://www.linkedin.com/feed/update/urn:li:activity:6759000000000000001",
      "yesterday;LIKE;https://www.linkedin.com/feed/update/urn:li:activity:6759000000000000003",
      "13/02/2021 16:12;LIKE;https://www.linkedin.com/feed/update/urn:li:activity:6759000000000000002",
    ),
    "Invitations.csv": lines(
      "From,To,Sent At,Message,Direction",
      "Me Example,Ada Sample,1/2/2021 9:00,,OUTGOING",
      "Me Example,Bo Sample,3/4/2021 9:00,,OUTGOING",
    ),
    "Comments.csv": lines(
      "Date,Link,Message",
      "2021-01-25T16:12:00.000Z,https://www.linkedin.com/feed/update/urn:li:activity:6759000000000000001,words",
      "1/25/2021 16:14,https://www.linkedin.com/feed/update/urn:li:activity:6759000000000000001,words",
      "that go on",
    ),
  });
  expect(counts(reading)).toEqual({
    "Connections.csv": { rows: 2, used: 2, merged: 0, ambiguous: 0 },
    "Reactions.csv": { rows: 3, used: 2, merged: 0, ambiguous: 0, "bad-date": 1 },
    "Invitations.csv": { rows: 2, used: 0, merged: 0, ambiguous: 0, "bad-date": 2 },
    "Comments.csv": { rows: 2, used: 2, merged: 0, ambiguous: 0 },
  });
  expect(
    reading.files
      .filter(({ isResaved }) => isResaved)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(["Invitations.csv"]);
  const bo = factsAt(reading, reading.subjects.indexOf("slug:bo"));
  expect(bo.map(({ from }) => from)).toEqual([Date.UTC(2021, 1, 3)]);
});

test("a subject before 2016 between connections is a message, and an InMail otherwise", async () => {
  const reading = await read({
    "Connections.csv": lines(
      CONNECTIONS,
      connection("Ada", "ada", "05 Jan 2010"),
      connection("Bo", "bo", "05 Jan 2014"),
    ),
    "messages.csv": lines(
      MESSAGES,
      ...TALK,
      incoming("2-a", "ada", "2012-05-02 10:00:00", "INBOX", "RE: hello"),
      incoming("2-b", "bo", "2012-05-02 10:00:00", "INBOX", "hello"),
      incoming("2-c", "cy", "2012-05-02 10:00:00", "INBOX", "hello"),
      incoming("2-a", "ada", "2019-05-02 10:00:00", "INBOX", "An offer"),
    ),
  });
  const kinds = kindsOf(reading);
  expect(kinds["slug:ada"]).toEqual(["connected both", "message in", "inmail in"]);
  expect(kinds["slug:bo"]).toEqual(["inmail in", "connected both"]);
  expect(kinds["slug:cy"]).toEqual(["inmail in"]);
});

test("an invitation after the only person of that name was connected is unclear", async () => {
  const reading = await read({
    "Connections.csv": lines(CONNECTIONS, connection("Ada", "ada", "05 Jan 2021")),
    "Invitations.csv": lines(
      "From,To,Sent At,Message,Direction",
      'Me Example,Ada Sample,"1/4/21, 9:00 AM",,OUTGOING',
      'Me Example,Ada Sample,"12/4/21, 9:00 AM",,OUTGOING',
    ),
  });
  expect(counts(reading)["Invitations.csv"]).toEqual({ rows: 2, used: 1, merged: 0, ambiguous: 1 });
});

test("invitations of July 2023 name both sides by number, and a number is an alias: no name has to be known", async () => {
  const invitation = (from: string, to: string, way: string, inviter: number, invitee: number) =>
    `${from},${to},"1/4/21, 9:00 AM",,${way},urn:li:member:${inviter},urn:li:member:${invitee}`;
  const reading = await read({
    "Invitations.csv": lines(
      "From,To,Sent At,Message,Direction,inviterProfileUrn,inviteeProfileUrn",
      invitation("Me Example", "Ada Sample", "OUTGOING", 1_000_001, 1_000_002),
      invitation("Bo Sample", "Me Example", "INCOMING", 1_000_003, 1_000_001),
      // Two people of one name are two, because their numbers are.
      invitation("Ada Sample", "Me Example", "INCOMING", 1_000_004, 1_000_001),
    ),
  });
  expect(counts(reading)["Invitations.csv"]).toMatchObject({ rows: 3, used: 3, ambiguous: 0 });
  expect(kindsOf(reading)).toEqual({
    "number:1000002": ["invitation out"],
    "number:1000003": ["invitation in"],
    "number:1000004": ["invitation in"],
  });
});

test("posts of the first years and articles are posts, and a course is said to be none", async () => {
  const link = (urn: string): string =>
    `https://www.linkedin.com/feed/update/${encodeURIComponent(`urn:li:${urn}`)}`;
  const reading = await read({
    "Shares.csv": lines("Date,ShareLink", `2011-01-05 10:00:00,${link("share:123456789")}`),
    "Reactions.csv": lines(
      "Date,Type,Link",
      `2021-01-05 10:00:00,LIKE,${link("article:987654")}`,
      `2021-01-05 10:00:01,LIKE,${link("groupPost:123-45678901")}`,
      `2021-01-05 10:00:02,LIKE,${link("lyndaCourse:12345")}`,
      "2021-01-05 10:00:03,LIKE,https://www.linkedin.com/feed",
    ),
  });
  expect(counts(reading)).toEqual({
    "Shares.csv": { rows: 1, used: 1, merged: 0, ambiguous: 0 },
    "Reactions.csv": { rows: 4, used: 2, merged: 0, ambiguous: 0, "not-a-post": 1, "no-post": 1 },
  });
  expect(reading.subjects).toEqual([
    "post:article:987654",
    "post:groupPost:123-45678901",
    "post:share:123456789",
  ]);
});

test("marks of direction in an address are part of it, and around it they are nothing", async () => {
  const reading = await read({
    "Connections.csv": lines(
      CONNECTIONS,
      connection("Uriel", "%E2%80%8E-uriel-invented", "05 Jan 2021"),
      `Ada,Sample,\u200E${url("ada")}\u202C,,,,05 Jan 2021`,
    ),
  });
  expect(reading.subjects).toEqual(["slug:ada", "slug:\u200E-uriel-invented"]);
});

test("a ZIP in the ZIP is an archive, and one deeper is not opened", async () => {
  const deep = await zip({
    "Connections.csv": lines(CONNECTIONS, connection("Bo", "bo", "05 Jan 2021")),
  });
  const inner = await zip({
    "Connections.csv": lines(CONNECTIONS, connection("Ada", "ada", "05 Jan 2021", "Tin Whistle")),
    "deep.zip": deep,
  });
  const reading = await read({
    "mail.zip": await zip({
      "Basic_LinkedInDataExport_03-01-2026.zip": inner,
      "note.txt": "hello",
    }),
  });
  expect(reading.subjects).toEqual(["slug:ada"]);
  expect(new Date(reading.madeAt).toISOString()).toBe("2026-03-01T00:00:00.000Z");
  expect(statuses(reading)).toEqual({
    "Connections.csv": "connections",
    "deep.zip": "unknown",
    "note.txt": "unknown",
  });
});

test("the pieces of one ZIP are put together, and a missing one is said", async () => {
  const whole = await zip({
    "Connections.csv": lines(CONNECTIONS, connection("Ada", "ada", "05 Jan 2021")),
  });
  const [first, second] = [whole.slice(0, 100), whole.slice(100)];
  const reading = await read({ "a.zip.002": second, "a.zip.001": first });
  expect(reading.subjects).toEqual(["slug:ada"]);
  await expect(read({ "a.zip.001": first, "a.zip.003": second })).rejects.toMatchObject({
    code: "split",
  });
});

test("a workbook is one file, whatever its name and wherever it lies", async () => {
  const workbook = await zip({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": "<workbook/>",
  });
  const old = new Blob([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])]);
  const reading = await read({
    "Reactions.csv": workbook,
    "Connections.xlsx": workbook,
    "Shares.csv": old,
    "a.zip": await zip({ "Comments.csv": workbook }),
  });
  expect(statuses(reading)).toEqual({
    "Reactions.csv": "workbook",
    "Connections.xlsx": "workbook",
    "Shares.csv": "workbook",
    "Comments.csv": "workbook",
  });
  expect(reading.isUsable).toBe(false);
});

test("renamed files are known by their columns, and files of others are not", async () => {
  const reading = await read({
    "connection.csv": lines(
      "Notes:",
      '"Some are missing."',
      "",
      CONNECTIONS,
      connection("Ada", "ada", "05 Jan 2021"),
    ),
    "Messaages.csv": lines(MESSAGES, ...TALK),
    "likes.csv":
      "\uFEFFDate\tType\tLink\n2021-01-05 10:00:00\tLIKE\thttps://www.linkedin.com/feed/update/urn:li:activity:6759000000000000001\n",
    // Named like one file, and another by its columns.
    "Comments.csv": lines(
      "Date,ShareLink",
      "2021-01-05 10:00:00,https://www.linkedin.com/feed/update/urn:li:share:6759000000000000002",
    ),
    "letters.csv": lines(
      "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
      'Ada,Sample,,,x,"01/05/24, 01:22 PM",VISIBLE',
    ),
    "people.csv": lines("First Name,Last Name", "Ada,Sample"),
    "coach_messages.csv": lines(MESSAGES, ...TALK),
  });
  expect(statuses(reading)).toEqual({
    "connection.csv": "connections",
    "Messaages.csv": "messages",
    "likes.csv": "reactions",
    "Comments.csv": "shares",
    "letters.csv": "unknown",
    "people.csv": "unknown",
    "coach_messages.csv": "assistant-chat",
  });
  expect(counts(reading)["Messaages.csv"]).toMatchObject({ rows: 6, used: 6 });
});

test("other files that the site itself makes are known to tell nothing", async () => {
  const reading = await read({
    "a/Services Marketplace/Engagements.csv": "a,b\n",
    "a/Calendar.csv": "a,b\n",
    "a/Member Hashtags.csv": "a,b\n",
    "a/Online Job Postings.csv": "a,b\n",
    "a/Videos.csv": "a,b\n",
    "a/Reviews.csv": "a,b\n",
    "a/Recommendations.csv": "a,b\n",
  });
  expect(new Set(Object.values(statuses(reading)))).toEqual(new Set(["not-needed"]));
});

test("an archive with rows about the owner alone can be brought in", async () => {
  const positions = await read({
    "Positions.csv": lines(
      "Company Name,Title,Started On,Finished On",
      "Lanternhouse,Designer,Jan 2020,",
    ),
  });
  expect(positions.isUsable).toBe(true);
  const profile = await read({ "Profile.csv": lines("First Name,Last Name", "Me,Example") });
  expect(profile).toMatchObject({ isUsable: true, owner: { name: "Me Example" } });
  const nothing = await read({ "Connections.csv": lines(CONNECTIONS, ",,,,,,05 Jan 2021") });
  expect(nothing.isUsable).toBe(false);
});

test("several names in one cell are nobody's name", async () => {
  const row = (to: string): string => `Me Example,"${to}","10/9/18, 7:05 AM",,words,OUTGOING,INBOX`;
  const reading = await read({
    "Messages.csv": lines(
      "From,To,Date,Subject,Content,Direction,Folder",
      row("Ada Sample,Bo Muster"),
      row("Ada Sample"),
      row("Bo Muster, PhD"),
      row("Ada Sample, Bo Muster, PhD"),
    ),
  });
  expect(counts(reading)["Messages.csv"]).toMatchObject({ rows: 4, "name-unknown": 4 });
  expect(reading.subjects).toEqual([
    "name:ada sample",
    "name:ada sample, bo muster, phd",
    "name:bo muster, phd",
  ]);
});
