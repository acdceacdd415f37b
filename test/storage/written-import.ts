/**
 * Invented imports for tests: written as what an archive says of each subject.
 */
import type {
  ImportedCircle,
  ImportHead,
  ImportOutcome,
  ImportPart,
  ImportPreview,
  NamedAnswer,
} from "../../src/domain/records/archive-import.ts";
import type { ArchiveSpan } from "../../src/domain/tie/coverage.ts";
import { union } from "../../src/domain/interactions/history.ts";
import { packed } from "../../src/domain/interactions/interaction-columns.ts";
import type { Interaction } from "../../src/domain/interactions/interaction.ts";
import type { Alias } from "../../src/domain/person/person.ts";
import { type ArchiveBody, archiveBodyText } from "../../src/domain/records/archive-body.ts";
import type { HistoryDatabase } from "../../src/storage/database/database.ts";
import { commitImport } from "../../src/storage/imports/commit.ts";
import { previewImport } from "../../src/storage/imports/preview.ts";
import { beginImport, stagePart } from "../../src/storage/imports/staging.ts";
import { on } from "./seen.ts";

/** The moment invented archives are made. */
export const MADE_AT = Date.UTC(2026, 5, 1);

/** One fact of a day, as archives and pages tell it. */
export const fact = (day: number, kind: Interaction["kind"] = "message"): Interaction => ({
  kind,
  direction: kind === "connected" ? "both" : "in",
  from: on(day),
  to: on(day),
  sources: ["page"],
});

/** An import as a test writes it. */
export interface WrittenImport {
  /** A UUID. */
  readonly id: string;
  readonly said: Readonly<Record<string, ArchiveBody>>;
  readonly links?: readonly { readonly a: Alias; readonly b: Alias }[];
  readonly coverage?: readonly ArchiveSpan[];
  readonly circles?: readonly ImportedCircle[];
  readonly owner?: readonly Alias[];
  readonly named?: readonly NamedAnswer[];
  readonly madeAt?: number;
  /** Subjects in one part. */
  readonly size?: number;
}

/** A body of interactions, and a name. */
export function body(interactions: readonly Interaction[], name?: string): ArchiveBody {
  return {
    ...(name !== undefined && { names: [{ value: name, at: MADE_AT }] }),
    ...(interactions.length > 0 && { facts: packed(union(interactions, [])) }),
  };
}

/** What an archive says of two people with an address, and of one whom it only names. */
export const THREE_PEOPLE: WrittenImport["said"] = {
  "slug:ada": body([fact(1), fact(2)], "Ada Example"),
  "slug:bo": body([fact(3, "connected")], "Bo Sample"),
  "name:cy trial": body([fact(4)]),
};

const OWNER: readonly Alias[] = ["slug:me"];

export const headOf = ({
  id,
  coverage = [],
  circles = [],
  madeAt = MADE_AT,
}: WrittenImport): ImportHead => ({ id, at: madeAt, madeAt, coverage, circles, files: [] });

/** The parts of an import. */
export function partsOf({
  said,
  links = [],
  size = 2,
  madeAt = MADE_AT,
}: WrittenImport): readonly ImportPart[] {
  const subjects = Object.keys(said).sort();
  const count = Math.max(1, Math.ceil(subjects.length / size));
  return Array.from({ length: count }, (_, part) => {
    const theirs = subjects.slice(part * size, (part + 1) * size);
    return {
      part,
      subjects: theirs,
      bodies: theirs.map((subject) => archiveBodyText(said[subject] ?? {}, madeAt)),
      links: part === 0 ? links : [],
    };
  });
}

/** Stages an import. Answers how many parts there are. */
export async function staged(database: HistoryDatabase, written: WrittenImport): Promise<number> {
  const parts = partsOf(written);
  await beginImport(database, headOf(written));
  for (const part of parts) await stagePart(database, written.id, part);
  return parts.length;
}

/** What a staged import is asked with. */
export const askedOf = ({ owner = OWNER, named = [] }: WrittenImport, parts: number) => ({
  parts,
  owner: { aliases: owner },
  named,
});

/** Stages and previews an import. */
export async function previewed(
  database: HistoryDatabase,
  written: WrittenImport,
  now: number,
): Promise<ImportPreview> {
  const parts = await staged(database, written);
  return previewImport(database, written.id, askedOf(written, parts), {}, now);
}

/** Brings an import into the history. */
export async function imported(
  database: HistoryDatabase,
  written: WrittenImport,
  now: number,
): Promise<ImportOutcome> {
  const parts = await staged(database, written);
  const asked = askedOf(written, parts);
  const { revision } = await previewImport(database, written.id, asked, {}, now);
  return commitImport(database, written.id, { ...asked, revision }, {}, now);
}
