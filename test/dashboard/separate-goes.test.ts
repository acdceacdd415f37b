/** Archives brought in file by file, in goes of their own: together they tell what the whole archive tells. */
import fc from "fast-check";
import { parse } from "valibot";
import { expect, test, vi } from "vitest";
import { archiveParts } from "../../src/dashboard/reader/archive-parts.ts";
import { importSource } from "../../src/domain/records/archive-import.ts";
import { settled } from "../../src/domain/interactions/history.ts";
import { project, type Projected } from "../../src/domain/projection/project.ts";
import { archiveBody } from "../../src/domain/records/archive-body.ts";
import { NO_RECORDS, type Records, unitedRecords } from "../../src/domain/records/record-set.ts";
import type { Statement } from "../../src/domain/records/statement.ts";
import { importPart } from "../../src/exchange/import-schemas.ts";
import { readArchive } from "../../src/linkedin/archive/read-archive.ts";
import { VARIANTS } from "../linkedin/archive/written/archive-variants.ts";
import { writtenArchive, zipOf } from "../linkedin/archive/written/archive-writer.ts";
import { inventedNetwork } from "../linkedin/archive/written/invented-network.ts";
import type { WrittenFile } from "../linkedin/archive/written/written-file.ts";
import { runs } from "../effort.ts";

vi.setConfig({ testTimeout: 120_000 });

const NOW = Date.UTC(2026, 4, 5);
const OWNER = ["slug:me-example"] as const;
const NETWORK = inventedNetwork({
  seed: 3,
  connections: 60,
  messages: 150,
  now: NOW,
  namesakes: 3,
});

/** What one go brings into the history. */
async function recordsOf(go: number, files: readonly WrittenFile[]): Promise<Records> {
  const name = "Complete_LinkedInDataExport_05-04-2026.zip";
  const reading = await readArchive([{ name, blob: await zipOf(files) }], {
    now: NOW,
    owner: OWNER,
  });
  const said = { source: importSource(`go-${go}`), replica: "one", version: 1 };
  const parts = archiveParts(reading);
  const statements: Statement[] = [
    { ...said, subject: "history", body: { owner: { aliases: reading.owner.aliases } } },
  ];
  let records = NO_RECORDS;
  for (let number = 0; ; number += 1) {
    const part = parts.part(number);
    if (part === undefined) break;
    const { subjects, bodies, links } = parse(importPart, part);
    for (const [place, subject] of subjects.entries())
      statements.push({
        ...said,
        subject,
        body: archiveBody(bodies[place] ?? "", reading.madeAt),
      } as Statement);
    const shown = { ...said, evidence: "row", firstAt: reading.madeAt } as const;
    records = unitedRecords(records, {
      ...NO_RECORDS,
      links: links.map((link) => ({ ...link, ...shown })),
    });
  }
  return unitedRecords(records, { ...NO_RECORDS, statements });
}

type Goes = ReadonlyMap<number, readonly WrittenFile[]>;

async function broughtIn(goes: Goes): Promise<Records> {
  const all = await Promise.all([...goes].map(([go, files]) => recordsOf(go, files)));
  return all.reduce(unitedRecords, NO_RECORDS);
}

/** The people of a history, apart from who says so. */
const tiesOf = ({ people }: Projected) =>
  people.map(({ subject, aliases, name, career, interactions, removed }) => ({
    subject,
    aliases,
    name: name.value,
    career,
    facts: settled(interactions, removed).map(({ kind, direction, from, to, ref, groupSize }) => ({
      kind,
      direction,
      from,
      to,
      groupSize,
      // The conversation of an invitation is told by its note, which one go may tell by its words and leave out.
      ref: kind === "invitation" ? undefined : ref,
    })),
  }));

const ties = async (goes: Goes) => tiesOf(project(await broughtIn(goes)));

/** The files of an archive in any order, so many at a time. */
const anyGoes = (files: readonly WrittenFile[]): fc.Arbitrary<Goes> =>
  fc
    .tuple(
      fc.shuffledSubarray([...files], { minLength: files.length }),
      fc.integer({ min: 1, max: 3 }),
    )
    .map(
      ([order, size]) =>
        new Map(
          Array.from({ length: Math.ceil(order.length / size) }, (_, go) => [
            go,
            order.slice(go * size, (go + 1) * size),
          ]),
        ),
    );

for (const variant of VARIANTS)
  test(`an archive of the form "${variant}" brought in file by file, in any order, gives the people of the whole`, async () => {
    const { files } = writtenArchive(NETWORK, variant);
    const whole = await ties(new Map([[0, files]]));
    expect(whole.length).toBeGreaterThan(40);
    await fc.assert(
      fc.asyncProperty(anyGoes(files), async (goes) => {
        expect(await ties(goes)).toEqual(whole);
      }),
      { numRuns: runs(4) },
    );
  });

test("an archive of names only and a newer one with addresses are the same people in either order", async () => {
  const newer = writtenArchive(NETWORK, "2026").files.filter(
    ({ path }) => path === "Connections.csv",
  );
  const older = writtenArchive(NETWORK, "2018").files.filter(({ path }) =>
    /Connections|Invitations|Messages/.test(path),
  );
  const whole = await ties(
    new Map([
      [0, older],
      [1, newer],
    ]),
  );
  const byAddress = whole.filter(({ aliases }) => aliases.length > 0);
  expect(byAddress.some(({ facts }) => facts.some(({ kind }) => kind === "message"))).toBe(true);
  expect(
    await ties(
      new Map([
        [0, newer],
        [1, older],
      ]),
    ),
  ).toEqual(whole);
});

const MY_POST = "share:7148000000000000001";
const THEIR_POST = "activity:7148000000000000002";
const COMMENT = "7148000000000000003";

const linkTo = (post: string, comment?: string): string => {
  const urn = comment === undefined ? "" : `?commentUrn=urn:li:comment:(${post},${comment})`;
  return `"https://www.linkedin.com/feed/update/${encodeURIComponent(`urn:li:${post}`)}${encodeURI(urn)}"`;
};

const csv = (path: string, ...lines: readonly string[]): WrittenFile => ({
  path,
  blob: () => new Blob([`${lines.join("\n")}\n`]),
});

const UNDER_POSTS: readonly WrittenFile[] = [
  csv("Shares.csv", "Date,ShareLink", `2024-01-02 10:00:00,${linkTo(MY_POST)}`),
  csv(
    "Reactions.csv",
    "Date,Type,Link",
    `2024-01-03 10:00:00,LIKE,${linkTo(MY_POST)}`,
    `2024-01-03 11:00:00,LIKE,${linkTo(MY_POST, COMMENT)}`,
    `2024-01-03 12:00:00,LIKE,${linkTo(THEIR_POST)}`,
  ),
  csv("Comments.csv", "Date,Link,Message", `2024-01-04 10:00:00,${linkTo(MY_POST)},`),
  csv("Reactions_2.csv", "Date,Type,Link", `2024-01-05 12:00:00,LIKE,${linkTo(MY_POST)}`),
];

test("what the owner did under their own posts waits for nobody, in whatever goes it comes", async () => {
  await fc.assert(
    fc.asyncProperty(anyGoes(UNDER_POSTS), async (goes) => {
      const { waiting } = project(await broughtIn(goes));
      expect(waiting).toEqual([`post:${THEIR_POST}`, `post:${MY_POST}/${COMMENT}`]);
    }),
    { numRuns: runs(20) },
  );
});

test("strange names pass the background's check", async () => {
  const strange = ["Bell\u0007 Ringer", "x".repeat(299), "y".repeat(5000), "名前 \u202Eeman"];
  const records = await recordsOf(0, [
    csv(
      "Invitations.csv",
      "From,To,Sent At,Message,Direction",
      ...strange.map((name) => `Me Example,${name},"2/12/22, 11:44 AM",,OUTGOING`),
    ),
  ]);
  const subjects = records.statements.map(({ subject }) => subject);
  expect(subjects.filter((subject) => subject.startsWith("name:"))).toHaveLength(3);
});

test("people who changed their name keep what was said of the old one, and nobody else gets it", async () => {
  const connection = (name: string, slug: string) =>
    csv(
      "Connections.csv",
      "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
      `${name},Sample,https://www.linkedin.com/in/${slug},,,,05 Jan 2020`,
    );
  const invitation = csv(
    "Invitations.csv",
    "From,To,Sent At,Message,Direction",
    'Me Example,Ada Sample,"1/4/20, 9:05 PM",,OUTGOING',
  );
  const all = [
    [connection("Ada", "ada"), invitation],
    [connection("Beatrix", "ada")],
    [connection("Cy", "cy")],
    [connection("Ada", "other")],
  ];
  const facts = async (goes: number, slug: string) => {
    const people = await ties(new Map([...all.entries()].slice(0, goes)));
    return people.find(({ aliases }) => aliases.some((alias) => alias === `slug:${slug}`))?.facts
      .length;
  };
  for (const goes of [1, 2, 3]) expect(await facts(goes, "ada")).toBe(2);
  // Two have had the name now.
  expect([await facts(4, "ada"), await facts(4, "other")]).toEqual([1, 1]);
});
