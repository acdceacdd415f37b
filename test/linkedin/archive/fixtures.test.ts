/** Every folder of test/fixtures/archives is an archive, and beside its files lies what has to be found in it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Fact } from "../../../src/domain/interactions/interaction-columns.ts";
import { readArchive } from "../../../src/linkedin/archive/read-archive.ts";
import type { ArchiveReading } from "../../../src/linkedin/archive/reading.ts";
import { factsAt, OPTIONS } from "./outcome.ts";

const FOLDER = "test/fixtures/archives";

function line({ kind, direction, from, to, ref, groupSize, withNote }: Fact): string {
  const moments = `${new Date(from).toISOString()} to ${new Date(to).toISOString()}`;
  const group = groupSize === undefined ? "" : ` among ${groupSize}`;
  return `${kind} ${direction} ${moments}${ref === undefined ? "" : ` in ${ref}`}${group}${withNote ? " with note" : ""}`;
}

/** What is said of each subject, for reading by eye. */
function said(reading: ArchiveReading): unknown {
  return Object.fromEntries(
    reading.subjects.map((subject, place) => {
      const { names, career, authors } = reading.bodyOf(place);
      return [
        subject,
        {
          names: names?.map(({ value }) => value),
          career: career?.map(({ company, title, at }) =>
            [company, title, `seen ${new Date(at).toISOString().slice(0, 10)}`]
              .filter(Boolean)
              .join(", "),
          ),
          interactions: factsAt(reading, place).map(line),
          ...(authors && { own: true }),
        },
      ];
    }),
  );
}

function found(reading: ArchiveReading): unknown {
  const { owner, madeAt, homonyms, circles, links, coverage, isUsable } = reading;
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
    said: said(reading),
    links,
    homonyms: homonyms.map(({ name }) => name),
    circles: circles.map(({ kind, name }) => `${kind} ${name}`),
    coverage: coverage.map(
      ({ kinds, from, to }) =>
        `${kinds[0]} ${new Date(from).toISOString()} to ${new Date(to).toISOString()}`,
    ),
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
    const reading = await readArchive(sources, OPTIONS);
    const now = JSON.stringify(found(reading), null, 2);
    const file = join(folder, "expected.json");
    const expected: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
    expect(JSON.parse(now), `If this is right, it is what ${file} has to say:\n${now}`).toEqual(
      expected,
    );
  });
}
