import "fake-indexeddb/auto";
import fc from "fast-check";
import { parse } from "valibot";
import { expect, test, vi } from "vitest";
import { archiveParts } from "../../src/dashboard/archive-parts.ts";
import type { WaitingForImport } from "../../src/domain/archive-import.ts";
import { importPart } from "../../src/exchange/import-forms.ts";
import { interactionsOf } from "../../src/domain/interaction-columns.ts";
import type { Alias } from "../../src/domain/person.ts";
import { readArchive } from "../../src/linkedin/archive/read-archive.ts";
import type { ArchiveSource } from "../../src/linkedin/archive/sources.ts";
import { storedCounts } from "../../src/storage/about.ts";
import { type HistoryDatabase, openHistory } from "../../src/storage/database.ts";
import { commitImport } from "../../src/storage/import-commit.ts";
import { beginImport, stagePart } from "../../src/storage/import-staging.ts";
import { peopleByAliases } from "../../src/storage/people.ts";
import { undoImport } from "../../src/storage/import-undo.ts";
import { awaited } from "../../src/storage/waiting.ts";
import { knownForImport, waitingForImport } from "../../src/storage/known-for-import.ts";
import { VARIANTS } from "../linkedin/archive/archive-variants.ts";
import { writtenArchive, zipOf } from "../linkedin/archive/archive-writer.ts";
import { inventedNetwork } from "../linkedin/archive/invented-network.ts";
import type { WrittenFile } from "../linkedin/archive/written-file.ts";
import { countedIds } from "../storage/sightings.ts";

const NOW = Date.UTC(2026, 4, 5);
const NETWORK = inventedNetwork({
  seed: 3,
  connections: 60,
  messages: 150,
  now: NOW,
  namesakes: 3,
});

const SMALL = { seed: 3, connections: 12, messages: 30, now: NOW, namesakes: 2 };
const SMALL_NETWORK = inventedNetwork(SMALL);

// Machines that have other things to do.
vi.setConfig({ testTimeout: 120_000 });

let histories = 0;
const emptyHistory = (): Promise<HistoryDatabase> => openHistory(`goes-${++histories}`);

/** Told in parts, as the page is. */
async function allWaiting(database: HistoryDatabase): Promise<WaitingForImport> {
  const all: WaitingForImport[] = [];
  let after: string | undefined;
  do {
    const { next, ...told } = await waitingForImport(database, after, 7);
    all.push(told);
    after = next;
  } while (after !== undefined);
  return {
    waiting: all.flatMap(({ waiting }) => waiting),
    bearers: all.flatMap(({ bearers }) => bearers),
    own: all.flatMap(({ own }) => own),
  };
}

const idOf = (go: number): string => `00000000-0000-4000-8000-${String(go).padStart(12, "0")}`;

/** Brings files in as the history page does: what the history knows is told to the reading, its parts are staged and committed. */
async function bring(
  database: HistoryDatabase,
  go: number,
  files: readonly WrittenFile[],
  newId: ReturnType<typeof countedIds>,
): Promise<void> {
  const source: ArchiveSource = {
    name: "Complete_LinkedInDataExport_05-04-2026.zip",
    blob: await zipOf(files),
  };
  const id = idOf(go);
  const reading = await readArchive([source], {
    importId: id,
    now: NOW,
    owner: ["slug:me-example"],
    known: (await knownForImport(database, undefined, 10_000)).people,
    ...(await allWaiting(database)),
  });
  const parts = archiveParts(reading);
  const { coverage } = reading;
  await beginImport(database, { id, at: NOW, madeAt: NOW, coverage, circles: [], files: [] });
  for (let part = 0; part < parts.count; part += 1) await stagePart(database, id, parts.part(part));
  await commitImport(database, id, { parts: parts.count, newId, now: NOW });
}

const ties = async (database: HistoryDatabase) =>
  (await database.getAll("people"))
    .map(({ aliases, name, summary }) => ({ aliases, name, summary }))
    .sort((a, b) => (String(a.aliases) < String(b.aliases) ? -1 : 1));

type Goes = ReadonlyMap<number, readonly WrittenFile[]>;

async function broughtIn(goes: Goes): Promise<HistoryDatabase> {
  const database = await emptyHistory();
  const newId = countedIds();
  for (const [go, files] of goes) await bring(database, go, files, newId);
  return database;
}

/** The files of an archive in any order, so many at a time. */
const anyGoes = (files: readonly WrittenFile[]): fc.Arbitrary<Goes> =>
  fc
    .tuple(
      fc.shuffledSubarray([...files], { minLength: files.length }),
      fc.integer({ min: 1, max: 3 }),
    )
    .map(([order, size]) => {
      const count = Math.ceil(order.length / size);
      return new Map(
        Array.from({ length: count }, (_, go) => [go, order.slice(go * size, (go + 1) * size)]),
      );
    });

/** Everything a history holds of an archive, whoever has which id. */
async function contents(database: HistoryDatabase) {
  const people = await database.getAll("people");
  const facts = await Promise.all(people.map(({ id }) => database.get("interactions", id)));
  return {
    people: people
      .map(({ id: _id, ...person }, place) => ({
        ...person,
        facts: interactionsOf(facts[place]!.packed),
      }))
      .sort((a, b) => (String(a.aliases) < String(b.aliases) ? -1 : 1)),
    waiting: await allWaiting(database),
    counts: await storedCounts(database),
  };
}

for (const variant of VARIANTS)
  test(`an archive of the form "${variant}" brought in file by file, in goes of their own and in any order, gives the ties of the whole`, async () => {
    const { files } = writtenArchive(NETWORK, variant);
    const whole = await ties(await broughtIn(new Map([[0, files]])));
    await fc.assert(
      fc.asyncProperty(anyGoes(files), async (goes) => {
        expect(await ties(await broughtIn(goes))).toEqual(whole);
      }),
      { numRuns: 3 },
    );
  });

test("notes of an archive of 2018 are told from messages in goes of their own, once another archive says whose the names are", async () => {
  const newer = writtenArchive(NETWORK, "2026").files.filter(
    ({ path }) => path === "Connections.csv",
  );
  const files = [...writtenArchive(NETWORK, "2018").files, ...newer].filter(({ path }) =>
    /Connections|Invitations|Messages/.test(path),
  );
  const apart = [files.filter((file) => !newer.includes(file)), newer];
  const whole = await ties(await broughtIn(new Map(apart.entries())));
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...files], { minLength: files.length }),
      async (order) => {
        const goes = new Map(order.map((file, go) => [go, [file]] as const));
        expect(await ties(await broughtIn(goes))).toEqual(whole);
      },
    ),
    { numRuns: 5 },
  );
});

test("the last of several goes taken back was never brought in, also where it told whose the names before were", async () => {
  const { files } = writtenArchive(NETWORK, "2022");
  await fc.assert(
    fc.asyncProperty(anyGoes(files), async (goes) => {
      const last = goes.size - 1;
      const database = await broughtIn(goes);
      await undoImport(database, idOf(last));
      const never = await broughtIn(new Map([...goes].slice(0, last)));
      expect(await contents(database)).toEqual(await contents(never));
    }),
    { numRuns: 6 },
  );
});

test("names taken back after another go told whose they were leave nothing with these people", async () => {
  const { files } = writtenArchive(NETWORK, "2022");
  const messages = files.filter(({ path }) => path === "messages.csv");
  const names = files.filter(({ path }) => path !== "messages.csv");
  const both = await broughtIn(
    new Map([
      [0, names],
      [1, messages],
    ]),
  );
  expect(await ties(both)).toEqual(await ties(await broughtIn(new Map([[0, files]]))));
  await undoImport(both, idOf(0));
  expect(await contents(both)).toEqual(await contents(await broughtIn(new Map([[1, messages]]))));
});

/** Files brought in and taken back, one step after another: a number is the file of a go, brought in if it is not there, or taken back. */
const anySteps = (files: number): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.nat({ max: files - 1 }), { minLength: 3, maxLength: 12 });

/** Which import told whose a name is depends on the order; that a fact was stated by name does not. */
const statedBy = (source: string): string => source.replace(/_.*/, "_");

const careless = async (database: HistoryDatabase) => {
  const { people, ...rest } = await contents(database);
  return {
    ...rest,
    // A job stated of a mere name is not kept until its person is known.
    people: people.map(({ career: _career, own, facts, ...person }) => ({
      ...person,
      own: own && { ...own, career: [] },
      facts: facts.map((fact) => ({ ...fact, sources: [...new Set(fact.sources.map(statedBy))] })),
    })),
  };
};

for (const variant of ["2018", "2022", "2023", "2026"] as const)
  test(`whatever files of an archive of the form "${variant}" are brought in and taken back on the way, what is left is as if nothing else had ever come`, async () => {
    const { files } = writtenArchive(SMALL_NETWORK, variant);
    const newer = writtenArchive(SMALL_NETWORK, "2026").files;
    const goes = [
      ...files.filter(({ path }) =>
        /Connections|Invitations|Received|messages|Shares|Reactions|Comments/i.test(path),
      ),
      // Not its messages: how large a group was, which an older archive does not know, is not kept for each import apart.
      ...newer.filter(({ path }) => /Connections|Invitations/.test(path)),
    ];
    await fc.assert(
      fc.asyncProperty(
        anySteps(goes.length),
        fc.infiniteStream(fc.nat()),
        async (steps, chance) => {
          const database = await emptyHistory();
          const newId = countedIds();
          const left = new Map<number, WrittenFile>();
          for (const go of steps) {
            const file = goes[go]!;
            if (left.has(go)) await undoImport(database, idOf(go));
            else await bring(database, go, [file], newId);
            if (!left.delete(go)) left.set(go, file);
          }
          const order = [...left].map((one) => ({ one, rank: chance.next().value! }));
          order.sort((a, b) => a.rank - b.rank);
          const alone = await broughtIn(
            new Map(order.map(({ one: [go, file] }) => [go, [file]] as const)),
          );
          expect(await careless(database)).toEqual(await careless(alone));
        },
      ),
      { numRuns: 15 },
    );
  });

const MY_POST = "share:7148000000000000001";
const THEIR_POST = "activity:7148000000000000002";
const COMMENT = "7148000000000000003";
const SUBJECTS = [MY_POST, THEIR_POST, `${MY_POST}/${COMMENT}`] as const;

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

test("what the owner did under their own posts waits for nobody, in whatever goes it comes, and again when the posts are taken back", async () => {
  const goes = anyGoes(UNDER_POSTS);
  await fc.assert(
    fc.asyncProperty(goes, fc.nat({ max: 3 }), async (all, choice) => {
      const database = await broughtIn(all);
      expect(await awaited(database, SUBJECTS)).toEqual([THEIR_POST, SUBJECTS[2]]);
      const log = await database.getAll("imports");
      const outcomes = log.map((one) => ("outcome" in one ? one.outcome.waiting : 0));
      const shares = [...all].findIndex(([, files]) => files.includes(UNDER_POSTS[0]!));
      const later = outcomes.slice(shares).reduce((sum, count) => sum + count, 0);
      const reactions = [...all].findIndex(([, files]) => files.includes(UNDER_POSTS[1]!));
      expect(later).toBe(reactions >= shares ? 2 : 0);

      const taken = choice % all.size;
      await undoImport(database, idOf(taken));
      const never = await broughtIn(new Map([...all].filter(([go]) => go !== taken)));
      expect(await awaited(database, SUBJECTS)).toEqual(await awaited(never, SUBJECTS));
      for (const go of all.keys()) if (go !== taken) await undoImport(database, idOf(go));
      expect(await database.count("waiting")).toBe(0);
    }),
    { numRuns: 40 },
  );
});

test("what is kept by name passes the background's check, however strange the names", async () => {
  const strange = ["Bell\u0007 Ringer", "x".repeat(299), "y".repeat(5000), "名前 \u202Eeman"];
  const text = [
    "From,To,Sent At,Message,Direction",
    ...strange.map((name) => `Me Example,${name},"2/12/22, 11:44 AM",,OUTGOING`),
  ].join("\n");
  const reading = await readArchive([{ name: "Invitations.csv", blob: new Blob([text]) }], {
    importId: idOf(0),
    now: NOW,
    owner: ["slug:me-example"],
  });
  const part = archiveParts(reading).part(0);
  expect(part.waiting.map(({ subject }) => subject.length)).toHaveLength(3);
  expect(parse(importPart, part)).toEqual(part);
});

test("people who changed their name keep what was said of the old one, and nobody else gets it", async () => {
  const database = await emptyHistory();
  const newId = countedIds();
  const connection = (name: string, slug: string) =>
    `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${name},Sample,https://www.linkedin.com/in/${slug},,,,05 Jan 2020\n`;
  const file = (path: string, text: string): WrittenFile => ({
    path,
    blob: () => new Blob([text]),
  });
  const invitation = file(
    "Invitations.csv",
    'From,To,Sent At,Message,Direction\nMe Example,Ada Sample,"1/4/20, 9:05 PM",,OUTGOING\n',
  );
  await bring(database, 0, [file("Connections.csv", connection("Ada", "ada")), invitation], newId);
  await bring(database, 1, [file("Connections.csv", connection("Beatrix", "ada"))], newId);
  const kinds = async (slug: Alias) =>
    (await peopleByAliases(database, [[slug]]))[0]?.summary.interactions;
  expect(await kinds("slug:ada")).toBe(2);
  await bring(database, 2, [file("Connections.csv", connection("Cy", "cy"))], newId);
  expect(await kinds("slug:ada")).toBe(2);
  // Two have borne the name now.
  await bring(database, 3, [file("Connections.csv", connection("Ada", "other"))], newId);
  expect([await kinds("slug:ada"), await kinds("slug:other")]).toEqual([1, 1]);
  await undoImport(database, idOf(3));
  expect(await kinds("slug:ada")).toBe(2);
});
