import fc from "fast-check";
import { expect, test } from "vitest";
import { readArchive } from "../../../src/linkedin/archive/read-archive.ts";
import type { ArchiveReading } from "../../../src/linkedin/archive/reading.ts";
import { ArchiveRefusal } from "../../../src/linkedin/archive/files/refusal.ts";
import type { ArchiveSource } from "../../../src/linkedin/archive/files/sources.ts";
import { writtenArchive, zipOf } from "./written/archive-writer.ts";
import { inventedNetwork } from "./written/invented-network.ts";
import { factsAt, factsBySubject, OPTIONS, outcome } from "./outcome.ts";
import { runs } from "../../effort.ts";

/** Many readings take more than the usual five seconds on a busy machine. */
const LONG_MS = 120_000;

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  "Connections.csv": [
    "First Name",
    "Last Name",
    "URL",
    "Email Address",
    "Company",
    "Position",
    "Connected On",
  ],
  "Invitations.csv": [
    "From",
    "To",
    "Sent At",
    "Message",
    "Direction",
    "inviterProfileUrl",
    "inviteeProfileUrl",
  ],
  "Endorsement_Given_Info.csv": [
    "Endorsement Date",
    "Skill Name",
    "Endorsee First Name",
    "Endorsee Last Name",
    "Endorsee Public Url",
  ],
  "Recommendations_Received.csv": [
    "First Name",
    "Last Name",
    "Company",
    "Job Title",
    "Text",
    "Creation Date",
    "Status",
  ],
  "Member_Follows.csv": ["Date", "Status", "FullName"],
  "Reactions.csv": ["Date", "Type", "Link"],
  "Comments.csv": ["Date", "Link", "Message"],
  "Shares.csv": ["Date", "ShareLink"],
  "Positions.csv": ["Company Name", "Title", "Started On", "Finished On"],
  "Profile.csv": ["First Name", "Last Name"],
  "messages.csv": [
    "CONVERSATION ID",
    "CONVERSATION TITLE",
    "FROM",
    "SENDER PROFILE URL",
    "TO",
    "RECIPIENT PROFILE URLS",
    "DATE",
    "SUBJECT",
    "CONTENT",
    "FOLDER",
    "IS MESSAGE DRAFT",
  ],
  "Messages.csv": ["From", "To", "Date", "Subject", "Content", "Direction", "Folder"],
};

/** Cells that mean something somewhere, and cells that mean nothing anywhere. */
const cell = fc.oneof(
  fc.constantFrom(
    "",
    "Alex Example",
    "Alex",
    "Example",
    "Me Example",
    "LinkedIn Member",
    "https://www.linkedin.com/in/alex-example-0001",
    "https://www.linkedin.com/in/alex-example-0002",
    "https://www.linkedin.com/in/me-example",
    "https://www.linkedin.com/in",
    "https://www.linkedin.com/in/me-example,https://www.linkedin.com/in/alex-example-0001",
    "https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7148999999999999999",
    "2024-01-05 13:22:10 UTC",
    "2024-01-05 13:22:10",
    "2031-01-05 13:22:10 UTC",
    "1999-01-05 13:22:10 UTC",
    "05 Jan 2024",
    "2/12/24, 11:44 AM",
    "INCOMING",
    "OUTGOING",
    "INBOX",
    "SPAM",
    "ARCHIVE",
    "Yes",
    "No",
    "Active",
    "Hi Alex",
    "<p>Hi</p>",
    "Sponsored Conversation",
    "__proto__",
    "constructor",
    "=1+1",
    '"',
    "a\nb",
    "x".repeat(700),
  ),
  fc.string({ maxLength: 8 }),
);

const files = fc.array(
  fc.constantFrom(...Object.keys(HEADERS)).chain((name) => {
    const width = HEADERS[name]?.length ?? 1;
    const row = fc.array(cell, { minLength: Math.max(1, width - 2), maxLength: width + 2 });
    return fc.record({
      name: fc.constant(name),
      rows: fc.array(row, { maxLength: 12 }),
      isRaw: fc.boolean(),
    });
  }),
  { minLength: 1, maxLength: 6 },
);

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The reading, or nothing after a refusal that says why. */
async function readOrRefused(
  sources: readonly ArchiveSource[],
): Promise<ArchiveReading | undefined> {
  try {
    return await readArchive(sources, OPTIONS);
  } catch (error) {
    expect(error).toBeInstanceOf(ArchiveRefusal);
    return undefined;
  }
}

function expectExactSums(reading: ArchiveReading): void {
  for (const { rows, used, merged, ambiguous, skipped, waiting } of reading.files) {
    const left = skipped.reduce((sum, { count, examples }) => {
      expect(examples.length).toBe(Math.min(3, count));
      return sum + count;
    }, 0);
    expect(used + merged + ambiguous + left).toBe(rows);
    expect(waiting).toBeLessThanOrEqual(used);
  }
  const facts = Object.values(factsBySubject(reading)).reduce((sum, all) => sum + all.length, 0);
  expect(facts).toBe(reading.interactionCount);
  expect(reading.subjects).toEqual([...new Set(reading.subjects)].sort());
}

test(
  "whatever the rows are, what became of them adds up",
  async () => {
    await fc.assert(
      fc.asyncProperty(files, async (chosen) => {
        const sources = chosen.map(({ name, rows, isRaw }, index) => {
          const lines = [HEADERS[name] ?? [], ...rows].map((row) =>
            row.map(isRaw ? String : quoted).join(","),
          );
          return {
            name: `folder-${index % 2}/${name.replace(".csv", ` (${index}).csv`)}`,
            blob: new Blob([lines.join("\n")]),
          };
        });
        const reading = await readOrRefused(sources);
        // Rows of two archives may well name two owners; nothing else can be wrong with them.
        if (reading === undefined) return;
        expectExactSums(reading);
        for (const place of reading.subjects.keys())
          for (const { from, to } of factsAt(reading, place)) expect(from).toBeLessThanOrEqual(to);
        const backwards = await readArchive(sources.toReversed(), OPTIONS);
        expect(outcome(backwards)).toEqual(outcome(reading));
      }),
      { numRuns: runs(300) },
    );
  },
  LONG_MS,
);

test("no text of a message is anywhere in what was read", async () => {
  const network = inventedNetwork({ seed: 3, connections: 20, messages: 100, now: OPTIONS.now });
  const written = writtenArchive(network, "2026");
  const secret = "Two lines come as one";
  const messages = written.files.find(({ path }) => path === "messages.csv");
  expect(await messages?.blob().text()).toContain(secret);
  const reading = await readArchive([{ name: "a.zip", blob: await zipOf(written.files) }], OPTIONS);
  const everything = JSON.stringify([
    reading,
    reading.subjects.map((_, place) => reading.bodyOf(place)),
  ]);
  for (const text of [secret, "Ça va?", "we met at the fair", "First line", "Great, really"]) {
    expect(everything).not.toContain(text);
  }
});

test(
  "of archives with flipped bytes, none is read to other facts than the untouched one",
  async () => {
    const network = inventedNetwork({ seed: 5, connections: 8, messages: 40, now: OPTIONS.now });
    const name = "Basic_LinkedInDataExport_05-04-2026.zip";
    const zip = await zipOf(writtenArchive(network, "2026").files);
    const untouched = outcome(await readArchive([{ name, blob: zip }], OPTIONS));
    const bytes = new Uint8Array(await zip.arrayBuffer());
    const flips = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(flips, async (changes) => {
        const mutated = bytes.slice();
        for (const [at, value] of changes) mutated[at] = value;
        const found = await readOrRefused([{ name, blob: new Blob([mutated]) }]);
        if (found !== undefined) expect(outcome(found)).toEqual(untouched);
      }),
      { numRuns: runs(300) },
    );
  },
  LONG_MS,
);
