/**
 * Files about people for other programs, and their first lines as a preview.
 */
import type { PersonId } from "../domain/person/person.ts";
import { calendar, eventsOf } from "./people/calendar.ts";
import { interactionsCsv } from "./people/interactions-csv.ts";
import { type PeopleAsker, type PeopleParts, peopleParts } from "./people/people-parts.ts";
import { peopleCsv } from "./people/people-csv.ts";
import type { FileOptions } from "./people/person-in-file.ts";
import { firstLines, textFile } from "./people/text-file.ts";
import { vault, vaultNames } from "./people/vault.ts";
import { vcards } from "./people/vcards.ts";
import { zipFile } from "./zip-file.ts";

/** Kinds of files about people. */
export type ExportKind =
  | "people-csv"
  | "interactions-csv"
  | "vcard-4"
  | "vcard-3"
  | "calendar"
  | "vault";

/** Whose file, and how. */
export interface FileWanted {
  readonly kind: ExportKind;
  /** `undefined` for everybody. */
  readonly ids: readonly PersonId[] | undefined;
  readonly options: FileOptions;
}

/** What a file would hold. */
export interface FilePreview {
  readonly lines: string;
  /** Days in the calendar; absent for any other kind. */
  readonly events?: number;
}

const TYPES = {
  "people-csv": "text/csv",
  "interactions-csv": "text/csv",
  "vcard-4": "text/vcard",
  "vcard-3": "text/vcard",
  calendar: "text/calendar",
} as const satisfies Record<Exclude<ExportKind, "vault">, string>;

/** The text of a file of one text, piece by piece. */
function pieces(
  kind: keyof typeof TYPES,
  parts: PeopleParts,
  options: FileOptions,
): AsyncGenerator<string> {
  switch (kind) {
    case "people-csv":
      return peopleCsv(parts, options);
    case "interactions-csv":
      return interactionsCsv(parts, options);
    case "vcard-4":
      return vcards(parts, "4.0", options);
    case "vcard-3":
      return vcards(parts, "3.0", options);
    case "calendar":
      return calendar(parts, options);
  }
}

/** The same people; each part is counted when it was written. */
async function* counted(parts: PeopleParts, count: (people: number) => void): PeopleParts {
  let people = 0;
  for await (const part of parts) {
    yield part;
    people += part.length;
    count(people);
  }
}

/**
 * The file.
 *
 * @param progress is called with the number of people written so far
 * @throws what the questions throw, and the reason of the signal
 */
export async function peopleFile(
  ask: PeopleAsker,
  { kind, ids, options }: FileWanted,
  progress: (people: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const parts = (interactions: boolean): PeopleParts => peopleParts(ask, ids, interactions, signal);
  if (kind !== "vault") {
    const people = counted(parts(kind === "interactions-csv"), progress);
    return textFile(pieces(kind, people, options), TYPES[kind]);
  }
  const names = await vaultNames(parts(false), options);
  return zipFile(vault(counted(parts(true), progress), names, options), options.now);
}

/** As many people have more first lines than are shown. */
const PREVIEWED = 3;
const LINES = 12;

/** The first lines of the file; of a vault those of the first note. Only a calendar has to look at everybody for that. */
export async function filePreview(
  ask: PeopleAsker,
  { kind, ids = [], options }: FileWanted,
  signal: AbortSignal,
): Promise<FilePreview> {
  const some = (interactions: boolean): PeopleParts =>
    peopleParts(ask, ids.slice(0, PREVIEWED), interactions, signal);
  if (kind === "vault") {
    const names = await vaultNames(some(false), options);
    for await (const { text } of vault(some(true), names, options))
      return { lines: text.split("\n").slice(0, LINES).join("\n") };
    return { lines: "" };
  }
  if (kind !== "calendar")
    return {
      lines: await firstLines(pieces(kind, some(kind === "interactions-csv"), options), LINES),
    };
  let events = 0;
  let lines = "";
  async function* withEvents(): PeopleParts {
    for await (const people of peopleParts(ask, ids, false, signal)) {
      const due = people.filter((person) => eventsOf(person) > 0);
      events += due.reduce((sum, person) => sum + eventsOf(person), 0);
      yield due;
    }
  }
  for await (const piece of calendar(withEvents(), options))
    if (lines.length < 2000) lines += piece;
  return { lines: lines.split("\r\n").slice(0, LINES).join("\n"), events };
}
