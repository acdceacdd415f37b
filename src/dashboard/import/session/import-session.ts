/** One import from the drop to the report, apart from what is drawn. */
import type {
  ImportHead,
  ImportOutcome,
  ImportPreview,
} from "../../../domain/records/archive-import.ts";
import type { ImportTarget } from "../../../protocol/import-questions.ts";
import type { ArchiveProgress } from "../../../linkedin/archive/read-archive.ts";
import type { ArchiveSource } from "../../../linkedin/archive/files/sources.ts";
import { type Asked, Refusal } from "../../../protocol/transport.ts";
import type { PageQuestions } from "../../../protocol/page-questions.ts";
import type { ArchiveReader } from "../../reader/archive-reader.ts";
import type { ArchiveContents } from "../../reader/archive-work.ts";
import { importHeadOf } from "./import-head.ts";
import { importInBackground, Cancelled, type Said, type WriteProgress } from "./staged-import.ts";
import {
  certainOwner,
  type Destination,
  destination,
  isOtherOwner,
  type OwnerOption,
  ownerOptions,
  wholeOwner,
} from "./whose-archive.ts";

/** What was read, what adding it would do, and what is still to be asked. */
export interface ReadArchive {
  readonly contents: ArchiveContents;
  /** The histories here that are a member's. */
  readonly targets: readonly ImportTarget[];
  /** Who the owner may be. */
  readonly options: readonly OwnerOption[];
  readonly owner?: OwnerOption;
  /** Present once the owner is known. */
  readonly destination?: Destination;
  /** What adding it would do; absent until everything is staged. */
  readonly counted?: ImportPreview;
  /** The bytes writing it may take, and those the browser has left, when that may not be enough. */
  readonly tooLittleRoom?: { readonly needed: number; readonly left: number };
  /** Another tab was writing when this should have been staged or committed. */
  readonly isBusy?: true;
  /** The history changed since `counted` was shown last. */
  readonly hasMoved?: true;
}

/** How far an import has come. */
export type ImportProgress = ArchiveProgress | WriteProgress;

/** What a commit came to: written, or to be looked at again first. */
export type Committed =
  | { readonly head: ImportHead; readonly outcome: ImportOutcome }
  | { readonly again: ReadArchive };

type Progress = (progress: ImportProgress) => void;

/** One import. */
export interface ImportSession {
  /** Reads the sources, and stages and previews them where nothing has to be asked before that. */
  read(progress: Progress): Promise<ReadArchive>;
  /** The same after the user said whose archive it is. Reads again only where the answer changes who wrote to whom. */
  answer(owner: OwnerOption, progress: Progress): Promise<ReadArchive>;
  /** The owner an address of a profile names. */
  ownerAt(url: string): Promise<OwnerOption | undefined>;
  /**
   * Makes everything part of the history, if that does what was shown. Where the history has changed meanwhile, it is previewed again, and
   * written when the numbers are still the same.
   *
   * @throws {Cancelled} when it was cancelled in time
   */
  commit(read: ReadArchive, progress: Progress): Promise<Committed>;
  /** Ends the session at any moment. What is staged is dropped. */
  cancel(): Promise<void>;
}

/** What a session works with. */
export interface SessionWorld {
  readonly ask: Asked<PageQuestions>;
  readonly startReader: () => ArchiveReader;
  readonly importId: string;
  readonly now: number;
  /** Does something while no other tab does so; refuses with `import-busy` at once where one does. */
  readonly alone: <T>(step: () => Promise<T>) => Promise<T>;
  /** How much room the browser says there is; absent where it does not say. */
  readonly estimate?: () => Promise<StorageEstimate>;
}

/** Measured: a person takes about 1 kB in all stores, an interaction about 20 bytes; staged, both stand there twice. */
const bytesNeeded = ({ people, interactions }: ArchiveContents): number =>
  people * 2500 + interactions * 60;

/** A history that is written to all the time would be compared without end. */
const COMPARISONS = 3;

const isRefused = (error: unknown, code: string): boolean =>
  error instanceof Refusal && error.code === code;

const figures = (counted: ImportPreview | undefined): string =>
  JSON.stringify(counted && { ...counted, revision: 0 });

/** The beginning of an import. */
export function importSession(
  sources: readonly ArchiveSource[],
  { ask, startReader, importId, now, alone, estimate }: SessionWorld,
): ImportSession {
  const ending = new AbortController();
  const background = importInBackground(ask, importId, ending.signal);
  let reader: ArchiveReader | undefined;
  let targets: readonly ImportTarget[] = [];
  let contents: ArchiveContents | undefined;
  let owner: OwnerOption | undefined;
  /** Where everything is staged. */
  let stagedFor: string | undefined;

  const endReader = (): void => {
    reader?.end();
    reader = undefined;
  };

  const readAll = async (progress: Progress): Promise<ArchiveContents> => {
    ending.signal.throwIfAborted();
    reader ??= startReader();
    const asked = { now, sources, ...(owner && { owner: owner.aliases }) };
    contents = await reader.read(asked, progress);
    return contents;
  };

  const described = (from: ArchiveContents): ReadArchive => {
    const found = owner ?? certainOwner(from, targets);
    const options = ownerOptions(from, targets);
    if (found === undefined) return { contents: from, targets, options };
    return {
      contents: from,
      targets,
      options,
      owner: found,
      destination: destination(found, targets),
    };
  };

  const tooLittleRoom = async (from: ArchiveContents): Promise<ReadArchive["tooLittleRoom"]> => {
    const { quota, usage } = (await estimate?.().catch(() => undefined)) ?? {};
    if (quota === undefined || usage === undefined) return undefined;
    const [needed, left] = [bytesNeeded(from), quota - usage];
    return needed <= left ? undefined : { needed, left };
  };

  const saidOf = (read: ReadArchive): Said => {
    if (read.owner === undefined) throw new Refusal("owner-unknown");
    // Names that several people share are asked about once the import is done.
    return { owner: wholeOwner(read.contents, read.owner), named: [] };
  };

  const stage = async (read: ReadArchive, progress: Progress): Promise<void> => {
    const { destination: to } = read;
    const history = to?.to === "history" ? to.history : undefined;
    // The commit ends the reader. If another tab dropped what was staged by then, it has to be read again.
    if (reader === undefined) await readAll(progress);
    const running = reader;
    if (running === undefined) throw new Cancelled();
    await background.stage(
      {
        head: importHeadOf(read.contents, importId, now),
        history,
        people: read.contents.people,
        part: (number) => running.part(number),
      },
      progress,
    );
    stagedFor = JSON.stringify(to);
  };

  /** Stages where that is not done yet, and compares with the history as it is now. */
  const counted = async (read: ReadArchive, progress: Progress): Promise<ReadArchive> => {
    const { isBusy: _isBusy, hasMoved: _hasMoved, tooLittleRoom: _room, ...rest } = read;
    if (!background.isStaged || stagedFor !== JSON.stringify(read.destination))
      await stage(read, progress);
    try {
      return { ...rest, counted: await background.preview(saidOf(read), progress) };
    } catch (error) {
      if (!isRefused(error, "import-incomplete")) throw error;
      // Another tab that began an import has dropped this one.
      await stage(read, progress);
      return { ...rest, counted: await background.preview(saidOf(read), progress) };
    }
  };

  const prepared = async (read: ReadArchive, progress: Progress): Promise<ReadArchive> => {
    const to = read.destination?.to;
    if (to === undefined || to === "ask" || !read.contents.isUsable) return read;
    const room = background.isStaged ? undefined : await tooLittleRoom(read.contents);
    if (room) return { ...read, tooLittleRoom: room };
    try {
      return await alone(() => counted(read, progress));
    } catch (error) {
      if (isRefused(error, "import-busy")) return { ...read, isBusy: true };
      throw error;
    }
  };

  const commitOnce = async (read: ReadArchive, progress: Progress): Promise<Committed> => {
    let current = read;
    for (let comparison = 0; ; comparison += 1) {
      if (current.counted === undefined) return { again: await counted(current, progress) };
      try {
        const { revision } = current.counted;
        // The reading takes hundreds of megabytes, which the commit must not wait beside.
        endReader();
        const outcome = await background.commit(saidOf(current), revision, progress);
        return { head: importHeadOf(current.contents, importId, now), outcome };
      } catch (error) {
        const hasMoved = isRefused(error, "history-moved");
        if (!hasMoved && !isRefused(error, "import-incomplete")) throw error;
        const fresh = await counted(current, progress);
        if (figures(fresh.counted) !== figures(read.counted) || comparison >= COMPARISONS)
          return { again: { ...fresh, hasMoved: true } };
        current = fresh;
      }
    }
  };

  /** What goes wrong after the session was cancelled is its end and nothing else. */
  const unlessCancelled = async <T>(step: Promise<T>): Promise<T> => {
    try {
      return await step;
    } catch (error) {
      if (ending.signal.aborted) throw new Cancelled();
      throw error;
    }
  };

  return {
    async read(progress) {
      // It loads while the background answers.
      reader ??= startReader();
      const trouble = await ask.importTrouble();
      if (trouble !== undefined) throw new Refusal(trouble.code);
      targets = await ask.importTargets();
      return unlessCancelled(readAll(progress).then((from) => prepared(described(from), progress)));
    },
    answer(said, progress) {
      const mustRead = contents === undefined || isOtherOwner(contents, said);
      owner = said;
      if (mustRead) stagedFor = undefined;
      const from = mustRead || contents === undefined ? readAll(progress) : contents;
      return unlessCancelled(
        Promise.resolve(from).then((one) => prepared(described(one), progress)),
      );
    },
    async ownerAt(url) {
      reader ??= startReader();
      const aliases = await reader.address(url);
      return aliases.length === 0 ? undefined : { aliases };
    },
    commit: (read, progress) =>
      unlessCancelled(
        alone(() => commitOnce(read, progress)).catch((error: unknown) => {
          if (isRefused(error, "import-busy")) return { again: { ...read, isBusy: true as const } };
          throw error;
        }),
      ),
    async cancel() {
      ending.abort();
      endReader();
      await background.drop();
    },
  };
}
