import fc from "fast-check";
import { parse } from "valibot";
import { expect, test, vi } from "vitest";
import { archiveParts } from "../../../src/dashboard/reader/archive-parts.ts";
import type { ImportPart } from "../../../src/domain/records/archive-import.ts";
import { interactionsOf } from "../../../src/domain/interactions/interaction-columns.ts";
import { archiveBody } from "../../../src/domain/records/archive-body.ts";
import { importPart } from "../../../src/exchange/import-schemas.ts";
import { readArchive } from "../../../src/linkedin/archive/read-archive.ts";
import type { ArchiveReading } from "../../../src/linkedin/archive/reading.ts";
import { VARIANTS } from "../../linkedin/archive/written/archive-variants.ts";
import { writtenArchive, zipOf } from "../../linkedin/archive/written/archive-writer.ts";
import { inventedNetwork } from "../../linkedin/archive/written/invented-network.ts";
import type { WrittenNetwork } from "../../linkedin/archive/written/written-network.ts";
import { runs } from "../../effort.ts";

vi.setConfig({ testTimeout: 120_000 });

const NOW = Date.UTC(2026, 4, 5);
const DAY_MS = 86_400_000;
const network = (seed: number, connections = 60, messages = 400): WrittenNetwork =>
  inventedNetwork({ seed, connections, messages, now: NOW, namesakes: 2 });

const ME = { owner: ["slug:me-example"] } as const;

function allParts(reading: ArchiveReading): readonly ImportPart[] {
  const parts = archiveParts(reading);
  const all: ImportPart[] = [];
  for (;;) {
    const part = parts.part(all.length);
    if (part === undefined) return all;
    all.push(part);
  }
}

const bodiesOf = (parts: readonly ImportPart[]): ReadonlyMap<string, string> =>
  new Map(
    parts.flatMap(({ subjects, bodies }) =>
      subjects.map((subject, place) => [subject, bodies[place] ?? ""] as const),
    ),
  );

const csv = (name: string, ...lines: readonly string[]) => ({
  name,
  blob: new Blob([`${lines.join("\n")}\n`]),
});

test("subjects are unique and rise over all parts, parts are small, and each passes the check of the background", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 1000 }),
      fc.constantFrom(...VARIANTS),
      fc.integer({ min: 1, max: 130 }),
      async (seed, variant, connections) => {
        const { files } = writtenArchive(network(seed, connections, connections * 20), variant);
        const reading = await readArchive([{ name: "a.zip", blob: await zipOf(files) }], {
          now: NOW,
          ...ME,
        });
        const parts = allParts(reading);
        const subjects = parts.flatMap((part) => part.subjects);
        expect(subjects).toEqual([...new Set(subjects)].sort());
        expect(subjects).toEqual(reading.subjects);
        for (const [place, part] of parts.entries()) {
          expect(part.part).toBe(place);
          expect(part.subjects.length).toBeLessThanOrEqual(250);
          const characters = part.bodies.reduce((sum, body) => sum + body.length, 0);
          expect(part.subjects.length === 1 || characters < 300_000).toBe(true);
          expect(parse(importPart, part)).toEqual(part);
        }
      },
    ),
    { numRuns: runs(15) },
  );
});

test("a part can be asked for again, and in any order", async () => {
  const { files } = writtenArchive(network(4, 600), "2026");
  const reading = await readArchive([{ name: "a.zip", blob: await zipOf(files) }], { now: NOW });
  const parts = allParts(reading);
  const fresh = archiveParts(reading);
  for (const place of [parts.length - 1, 0, parts.length - 1])
    expect(fresh.part(place)).toEqual(parts[place]);
  expect(fresh.part(parts.length)).toBeUndefined();
  expect(archiveParts(reading).part(parts.length + 3)).toBeUndefined();
});

test("one person with more than fits in a part has one alone", async () => {
  const header =
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER";
  const row = (slug: string, place: number) =>
    `2-${slug},,P ${slug},https://www.linkedin.com/in/${slug},Me Example,https://www.linkedin.com/in/me-example,${new Date(NOW - (place + 1) * 3_600_000).toISOString().slice(0, 19).replace("T", " ")} UTC,,x,INBOX`;
  const rows = ["a", "c"].flatMap((slug) => Array.from({ length: 3 }, (_, one) => row(slug, one)));
  const many = Array.from({ length: 60_000 }, (_, one) => row("b", one));
  const reading = await readArchive([csv("messages.csv", header, ...rows, ...many)], {
    now: NOW,
    ...ME,
  });
  const parts = allParts(reading);
  expect(parts.map(({ subjects }) => subjects)).toEqual([["slug:a"], ["slug:b"], ["slug:c"]]);
  expect(parts[1]?.bodies[0]?.length).toBeGreaterThan(300_000);
});

test("equal archives give equal texts, whatever the order of their files and rows", async () => {
  for (const variant of VARIANTS) {
    const { files } = writtenArchive(network(9), variant);
    const read = async (of: typeof files) =>
      allParts(await readArchive([{ name: "a.zip", blob: await zipOf(of) }], { now: NOW, ...ME }));
    expect(await read(files.toReversed())).toEqual(await read(files));
  }
});

test("next month's archive says the same of those with whom nothing happened, in equal texts", async () => {
  const before = network(5);
  const [first] = before.people;
  if (first === undefined) throw new Error("nobody invented");
  const talked = {
    kind: "message",
    direction: "in",
    at: NOW - DAY_MS,
    conversationId: "2-bmV3",
  } as const;
  const after: WrittenNetwork = {
    ...before,
    now: NOW + 30 * DAY_MS,
    people: before.people.map((one) =>
      one === first ? { ...one, interactions: [...one.interactions, talked] } : one,
    ),
  };
  const read = async (of: WrittenNetwork, day: string) => {
    const name = `Complete_LinkedInDataExport_${day}.zip`;
    const blob = await zipOf(writtenArchive(of, "2026").files);
    return bodiesOf(
      allParts(await readArchive([{ name, blob }], { now: NOW + 60 * DAY_MS, ...ME })),
    );
  };
  const [may, june] = [await read(before, "05-04-2026"), await read(after, "06-04-2026")];
  expect([...june.keys()]).toEqual([...may.keys()]);
  const changed = [...june].filter(([subject, body]) => may.get(subject) !== body);
  expect(changed.map(([subject]) => subject)).toEqual([`slug:${first.slug}`]);
  expect(may.size).toBeGreaterThan(30);
});

test("what the owner did under posts, and the owner's own posts, are said of posts", async () => {
  const link = (urn: string): string =>
    `https://www.linkedin.com/feed/update/${encodeURIComponent(`urn:li:${urn}`)}`;
  const mine = "share:7148000000000000001";
  const theirs = "activity:7148000000000000002";
  const comment = "7148000000000000003";
  const reading = await readArchive(
    [
      csv("Shares.csv", "Date,ShareLink", `2024-01-02 10:00:00,${link(mine)}`),
      csv(
        "Reactions.csv",
        "Date,Type,Link",
        `2024-01-03 10:00:00,LIKE,${link(mine)}`,
        `2024-01-03 11:00:00,LIKE,"${link(mine)}?commentUrn=${encodeURIComponent(`urn:li:comment:(${mine},${comment})`)}"`,
        `2024-01-03 12:00:00,LIKE,${link(theirs)}`,
      ),
    ],
    { now: NOW },
  );
  const bodies = [...bodiesOf(allParts(reading))].map(([subject, body]) => {
    const { facts, authors } = archiveBody(body, reading.madeAt);
    return [subject, facts && interactionsOf(facts, []).map(({ ref }) => ref), authors];
  });
  expect(bodies).toEqual([
    [`post:${theirs}`, [theirs], undefined],
    [`post:${mine}`, undefined, [{ days: [] }]],
    [`post:${mine}/${comment}`, [comment], undefined],
  ]);
});

test("a row with an address and a numeric id of one person links the two, and says the rest of the address", async () => {
  const ada = "https://www.linkedin.com/in/ada-sample";
  const reading = await readArchive(
    [
      csv(
        "Invitations.csv",
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl,inviterProfileUrn,inviteeProfileUrn",
        `Me Example,Ada Sample,"1/4/23, 9:00 AM",,OUTGOING,https://www.linkedin.com/in/me-example,${ada},urn:li:member:1,urn:li:member:2`,
      ),
    ],
    { now: NOW },
  );
  const parts = allParts(reading);
  expect(parts.map(({ subjects }) => subjects)).toEqual([["slug:ada-sample"]]);
  expect(new Set(parts.flatMap(({ links }) => links))).toEqual(
    new Set([
      { a: "number:1", b: "slug:me-example" },
      { a: "number:2", b: "slug:ada-sample" },
    ]),
  );
  expect(reading.owner.aliases).toEqual(["number:1", "slug:me-example"]);
});

test("every link is in one part, with a subject it is about; the owner's is in the last", async () => {
  const rows = Array.from({ length: 760 }, (_, one) => {
    const other = `https://www.linkedin.com/in/${String.fromCharCode(97 + (one % 26))}-${one}`;
    return `Me Example,Person ${one},"1/4/23, 9:00 AM",,OUTGOING,https://www.linkedin.com/in/me-example,${other},urn:li:member:1,urn:li:member:${one + 2}`;
  });
  const header =
    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl,inviterProfileUrn,inviteeProfileUrn";
  const reading = await readArchive([csv("Invitations.csv", header, ...rows)], { now: NOW });
  const parts = allParts(reading);
  expect(parts).toHaveLength(4);
  expect(reading.links).toHaveLength(761);
  const byText = (a: { readonly a: string }, b: { readonly a: string }) => (a.a < b.a ? -1 : 1);
  expect(parts.flatMap(({ links }) => links).sort(byText)).toEqual([...reading.links].sort(byText));
  for (const { subjects, links } of parts)
    expect(links.filter(({ a, b }) => !subjects.includes(a) && !subjects.includes(b))).toEqual(
      subjects === parts.at(-1)?.subjects ? [{ a: "number:1", b: "slug:me-example" }] : [],
    );
});

test("a numeric id alone names somebody, unless other rows have the address of the only person of that name", async () => {
  const read = async (...more: readonly ReturnType<typeof csv>[]) =>
    readArchive(
      [
        csv(
          "Invitations.csv",
          "From,To,Sent At,Message,Direction,inviterProfileUrn,inviteeProfileUrn",
          'Me Example,Ada Sample,"1/4/21, 9:00 AM",,OUTGOING,urn:li:member:1,urn:li:member:2',
          'Ada Sample,Me Example,"1/4/23, 9:00 AM",,INCOMING,urn:li:member:3,urn:li:member:1',
        ),
        ...more,
      ],
      { now: NOW },
    );
  const alone = await read();
  expect(alone.owner).toMatchObject({ aliases: ["number:1"], confidence: "sure" });
  expect(alone.subjects).toEqual(["number:2", "number:3"]);
  const connected = await read(
    csv(
      "Connections.csv",
      "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
      "Ada,Sample,https://www.linkedin.com/in/ada-sample,,,,05 Jan 2021",
    ),
  );
  // The second invitation is later than the connection: somebody else.
  expect(connected.subjects).toEqual(["name:ada sample", "number:3", "slug:ada-sample"]);
});
