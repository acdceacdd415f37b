/** One import from the drop to the report, apart from what is drawn. */
import type { ImportHead, ImportOutcome } from "../domain/archive-import.ts";
import type { Alias } from "../domain/person.ts";
import type { ImportTarget } from "../import-questions.ts";
import type { ArchiveProgress } from "../linkedin/archive/read-archive.ts";
import type { ArchiveSource } from "../linkedin/archive/sources.ts";
import { type Asked, type PageQuestions, Refusal } from "../messages.ts";
import type { ArchiveReader } from "./archive-reader.ts";
import type { ArchiveAnswers, Preview } from "./archive-work.ts";
import {
  certainOwner,
  type Destination,
  destination,
  type OwnerOption,
  ownerOptions,
} from "./whose-archive.ts";
import { writeImport, type WriteProgress } from "./write-import.ts";

/** People of the history, and names or posts that wait, in one message. */
const KNOWN_IN_PART = 1000;

/** What was read, and what is still to be asked. */
export interface ReadArchive {
  readonly preview: Preview;
  /** Who the owner may be. */
  readonly options: readonly OwnerOption[];
  readonly owner?: OwnerOption;
  /** Present once the owner is known. */
  readonly destination?: Destination;
  /** The bytes writing it may take, and those the browser has left, when that may not be enough. */
  readonly tooLittleRoom?: { readonly needed: number; readonly left: number };
}

export interface ImportSession {
  /** Reads the sources; nothing is written. */
  read(progress: (progress: ArchiveProgress) => void): Promise<ReadArchive>;
  /** Reads again, with more answers of the user. */
  answer(
    answers: { readonly owner?: OwnerOption; readonly chosen?: ReadonlyMap<string, Alias> },
    progress: (progress: ArchiveProgress) => void,
  ): Promise<ReadArchive>;
  /** The owner an address of a profile names. */
  ownerAt(url: string): Promise<OwnerOption | undefined>;
  write(
    read: ReadArchive,
    history: string | undefined,
    progress: (progress: WriteProgress) => void,
    signal: AbortSignal,
  ): Promise<{ readonly head: ImportHead; readonly outcome: ImportOutcome }>;
  end(): void;
}

interface World {
  readonly ask: Asked<PageQuestions>;
  readonly reader: ArchiveReader;
  readonly importId: string;
  readonly now: number;
  /** How much room the browser says there is; absent where it does not say. */
  readonly estimate?: () => Promise<StorageEstimate>;
}

/** Measured: a person takes about 1 kB in all stores, an interaction about 20 bytes; staged, both stand there twice. */
const bytesNeeded = ({ peopleNew, peopleKnown, interactions }: Preview): number =>
  (peopleNew + peopleKnown) * 2500 + interactions * 60;

/** The beginning of an import. */
export function importSession(
  sources: readonly ArchiveSource[],
  { ask, reader, importId, now, estimate }: World,
): ImportSession {
  let targets: readonly ImportTarget[] = [];
  let owner: OwnerOption | undefined;
  let chosen: ReadonlyMap<string, Alias> = new Map();
  /** Whose people the reader was told. */
  let knownOf: string | undefined;

  const tellKnown = async (history: string | undefined): Promise<void> => {
    reader.forgetKnown();
    knownOf = history;
    let place: string | undefined;
    while (history !== undefined) {
      const asked = { history, after: place, atMost: KNOWN_IN_PART };
      const { next, ...told } = await ask.waitingForImport(asked);
      reader.tellWaiting(told);
      if (next === undefined) break;
      place = next;
    }
    let after: string | undefined;
    while (history !== undefined) {
      const { people, next } = await ask.knownForImport({ history, after, atMost: KNOWN_IN_PART });
      reader.tellKnown(people);
      if (next === undefined) return;
      after = next;
    }
  };

  const readOnce = async (progress: (progress: ArchiveProgress) => void): Promise<ReadArchive> => {
    const answers: ArchiveAnswers = { chosen, ...(owner && { owner: owner.aliases }) };
    const preview = await reader.read({ importId, now, sources, answers }, progress);
    const found = owner ?? certainOwner(preview, targets);
    const options = ownerOptions(preview, targets);
    if (found === undefined) return { preview, options };
    return { preview, options, owner: found, destination: destination(found, targets) };
  };

  const room = async (read: ReadArchive): Promise<ReadArchive> => {
    const { quota, usage } = (await estimate?.().catch(() => undefined)) ?? {};
    if (quota === undefined || usage === undefined) return read;
    const [needed, left] = [bytesNeeded(read.preview), quota - usage];
    return needed <= left ? read : { ...read, tooLittleRoom: { needed, left } };
  };

  const read = async (progress: (progress: ArchiveProgress) => void): Promise<ReadArchive> => {
    const first = await readOnce(progress);
    const to = first.destination;
    const history = to?.to === "history" ? to.history : undefined;
    // Two accounts never mix: people of one history say nothing about names in another member's archive.
    if (to === undefined || to.to === "ask" || history === knownOf) return room(first);
    await tellKnown(history);
    return room(await readOnce(progress));
  };

  return {
    async read(progress) {
      const trouble = await ask.importTrouble();
      if (trouble !== undefined) throw new Refusal(trouble.code);
      targets = await ask.importTargets();
      await tellKnown(targets.find(({ shown }) => shown)?.name);
      return read(progress);
    },
    answer(answers, progress) {
      owner = answers.owner ?? owner;
      chosen = answers.chosen ?? chosen;
      return read(progress);
    },
    async ownerAt(url) {
      const aliases = await reader.address(url);
      return aliases.length === 0 ? undefined : { aliases };
    },
    async write({ preview, owner: whose }, history, progress, signal) {
      if (whose === undefined) throw new Refusal("owner-unknown");
      const head: ImportHead = {
        id: importId,
        at: now,
        madeAt: preview.madeAt,
        coverage: preview.coverage,
        circles: preview.circles,
        files: preview.files
          .filter(({ status }) => status === "read")
          .map(({ path, source, rows, used, merged, ambiguous, skipped }) => ({
            path,
            source,
            rows,
            used,
            merged,
            ambiguous,
            skipped: skipped.reduce((sum, { count }) => sum + count, 0),
          })),
      };
      const outcome = await writeImport(
        ask,
        {
          head,
          owner: {
            aliases: whose.aliases,
            ...(whose.name !== undefined && { name: whose.name }),
          },
          history,
          parts: preview.parts,
          people: preview.peopleNew + preview.peopleKnown,
          part: (number) => reader.part(number),
          // The reading takes hundreds of megabytes, which the commit must not wait beside.
          staged: () => reader.end(),
        },
        progress,
        signal,
      );
      return { head, outcome };
    },
    end: () => reader.end(),
  };
}
