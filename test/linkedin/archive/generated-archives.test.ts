import { expect, test } from "vitest";
import { readArchive } from "../../../src/linkedin/archive/read-archive.ts";
import type { ArchiveReading } from "../../../src/linkedin/archive/reading.ts";
import type { ArchiveSource } from "../../../src/linkedin/archive/files/sources.ts";
import { VARIANTS } from "./written/archive-variants.ts";
import { writtenArchive, zipOf } from "./written/archive-writer.ts";
import { keyOf, type WrittenArchive } from "./expectation.ts";
import { inventedNetwork } from "./written/invented-network.ts";
import { factsBySubject, inOrder, OPTIONS, outcome, waitingOf } from "./outcome.ts";

const NETWORK = inventedNetwork({ seed: 7, connections: 150, messages: 2500, now: OPTIONS.now });
const WITH_NAMESAKES = inventedNetwork({
  seed: 8,
  connections: 60,
  messages: 900,
  now: OPTIONS.now,
  namesakes: 3,
});
const NAME = "Complete_LinkedInDataExport_05-04-2026.zip";

function expectedFacts({ facts }: WrittenArchive): Record<string, readonly unknown[]> {
  return Object.fromEntries(
    [...facts]
      .map(
        ([subject, found]) =>
          [
            subject,
            inOrder(
              [...found.values()].map((fact) =>
                JSON.stringify([keyOf(fact), fact.groupSize, fact.withNote]),
              ),
            ),
          ] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function counted(reading: ArchiveReading): readonly unknown[] {
  return reading.files
    .map(({ path, rows, used, merged, ambiguous, skipped }) => ({
      path,
      rows,
      used,
      merged,
      ambiguous,
      skipped: Object.fromEntries(skipped.map(({ reason, count }) => [reason, count])),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function read(written: WrittenArchive): Promise<ArchiveReading> {
  const blob = await zipOf(written.files);
  return readArchive([{ name: NAME, blob }], OPTIONS);
}

function expectExactly(reading: ArchiveReading, written: WrittenArchive): void {
  expect(counted(reading)).toEqual(
    [...written.expected].sort((a, b) => (a.path < b.path ? -1 : 1)),
  );
  expect(factsBySubject(reading)).toEqual(expectedFacts(written));
  expect(waitingOf(reading)).toBe(written.waiting);
}

for (const variant of VARIANTS) {
  test(`an archive of the form "${variant}" gives exactly the facts that were written into it`, async () => {
    const written = writtenArchive(NETWORK, variant);
    expectExactly(await read(written), written);
  });

  test(`an archive of the form "${variant}" tells namesakes apart or leaves them open`, async () => {
    const written = writtenArchive(WITH_NAMESAKES, variant);
    expectExactly(await read(written), written);
  });
}

test("the owner is the one who is everywhere", async () => {
  const { owner } = await read(writtenArchive(NETWORK, "2026"));
  expect(owner).toMatchObject({
    aliases: ["slug:me-example"],
    name: "Me Example",
    confidence: "sure",
  });
});

test("a year without addresses of recipients still shows its owner", async () => {
  const { owner } = await read(writtenArchive(NETWORK, "2022"));
  expect(owner).toMatchObject({ aliases: ["slug:me-example"], confidence: "sure" });
});

test("importing the same archive twice at once gives what importing it once gives", async () => {
  const written = writtenArchive(NETWORK, "2026");
  const blob = await zipOf(written.files);
  const once = await readArchive([{ name: NAME, blob }], OPTIONS);
  const twice = await readArchive(
    [
      { name: NAME, blob },
      { name: NAME, blob },
    ],
    OPTIONS,
  );
  expect(outcome(twice)).toEqual(outcome(once));
  const merged = twice.files.reduce((sum, file) => sum + file.merged, 0);
  expect(merged).toBe(once.files.reduce((sum, file) => sum + file.used + 2 * file.merged, 0));
});

test("an archive split into its files, zipped or not, in any order, is the whole archive", async () => {
  const written = writtenArchive(WITH_NAMESAKES, "2026");
  const whole = outcome(await read(written));
  const folder = "Complete_LinkedInDataExport_05-04-2026";
  const parts: readonly ArchiveSource[] = await Promise.all(
    written.files.map(async (file, index) =>
      index % 2 === 0
        ? { name: `${folder}/${file.path}`, blob: file.blob() }
        : { name: `${folder} (${index}).zip`, blob: await zipOf([file]) },
    ),
  );
  for (let turn = 0; turn < parts.length; turn += 3) {
    const turned = [...parts.slice(turn), ...parts.slice(0, turn)];
    expect(outcome(await readArchive(turned, OPTIONS))).toEqual(whole);
    expect(outcome(await readArchive(turned.reverse(), OPTIONS))).toEqual(whole);
  }
});

test("an older and a newer archive together are the same in either order", async () => {
  const older = {
    name: "Basic_LinkedInDataExport_02-01-2024.zip",
    blob: await zipOf(writtenArchive(NETWORK, "2022").files),
  };
  const newer = { name: NAME, blob: await zipOf(writtenArchive(NETWORK, "2026").files) };
  const one = await readArchive([older, newer], OPTIONS);
  expect(outcome(await readArchive([newer, older], OPTIONS))).toEqual(outcome(one));
  expect(one.madeAt).toBe(Date.UTC(2026, 4, 4));
});

test("archives of two members are not mixed", async () => {
  const other = inventedNetwork({ seed: 99, connections: 40, messages: 300, now: OPTIONS.now });
  const somebody = {
    ...other.viewer,
    slug: "you-sample",
    firstName: "You",
    lastName: "Sample",
    name: "You Sample",
  };
  const theirs = {
    name: "b.zip",
    blob: await zipOf(writtenArchive({ ...other, viewer: somebody }, "2026").files),
  };
  const mine = { name: "a.zip", blob: await zipOf(writtenArchive(NETWORK, "2026").files) };
  await expect(readArchive([mine, theirs], OPTIONS)).rejects.toMatchObject({
    code: "several-owners",
  });
});

test("reading can be cancelled between any two pieces", async () => {
  const blob = await zipOf(writtenArchive(NETWORK, "2026").files);
  const controller = new AbortController();
  const reading = readArchive([{ name: NAME, blob }], OPTIONS, controller.signal, () =>
    controller.abort(new Error("enough")),
  );
  await expect(reading).rejects.toThrow("enough");
});
