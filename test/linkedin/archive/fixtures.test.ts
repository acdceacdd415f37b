/** Every folder of test/fixtures/archives is an archive, and beside its files lies what has to be found in it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Interaction } from "../../../src/domain/interaction.ts";
import { type ArchiveOptions, readArchive } from "../../../src/linkedin/archive/read-archive.ts";
import type { ArchiveReading } from "../../../src/linkedin/archive/reading.ts";
import { OPTIONS } from "./outcome.ts";

const FOLDER = "test/fixtures/archives";

function line({ kind, direction, from, to, ref, groupSize, withNote }: Interaction): string {
  const moments = `${new Date(from).toISOString()} to ${new Date(to).toISOString()}`;
  const group = groupSize === undefined ? "" : ` among ${groupSize}`;
  return `${kind} ${direction} ${moments}${ref === undefined ? "" : ` in ${ref}`}${group}${withNote ? " with note" : ""}`;
}

function found(reading: ArchiveReading): unknown {
  const { owner, madeAt, openNames, homonyms, circles, waiting, isUsable } = reading;
  return {
    isUsable,
    owner: { aliases: owner.aliases, name: owner.name, confidence: owner.confidence },
    madeAt: new Date(madeAt).toISOString(),
    files: Object.fromEntries(
      reading.files.map(({ path, status, refusedFor, rows, used, merged, ambiguous, skipped }) => [
        path,
        status === "read"
          ? {
              rows,
              used,
              merged,
              ambiguous,
              skipped: Object.fromEntries(skipped.map(({ reason, count }) => [reason, count])),
            }
          : (refusedFor ?? status),
      ]),
    ),
    people: reading.people.map(({ person, isFollowed }, index) => ({
      aliases: person.aliases,
      name: person.name,
      company: person.company,
      title: person.title,
      ...(isFollowed && { isFollowed }),
      interactions: reading.interactionsOf(index).map(line),
    })),
    waiting: waiting.map(({ interaction }) => line(interaction)),
    openNames,
    homonyms: homonyms.map(({ name }) => name),
    circles: circles.map(({ kind, name }) => `${kind} ${name}`),
  };
}

for (const name of readdirSync(FOLDER)) {
  test(`the archive in ${name} gives what is written beside it`, async () => {
    const folder = join(FOLDER, name);
    const files = readdirSync(folder).filter((file) => !file.endsWith(".json"));
    const sources = files.map((file) => ({
      name: file,
      blob: new Blob([readFileSync(join(folder, file))]),
    }));
    const knownFile = join(folder, "known.json");
    const known: Required<ArchiveOptions>["known"] = existsSync(knownFile)
      ? JSON.parse(readFileSync(knownFile, "utf8"))
      : [];
    const reading = await readArchive(sources, { ...OPTIONS, known });
    const expected: unknown = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
    expect(JSON.parse(JSON.stringify(found(reading)))).toEqual(expected);
  });
}
