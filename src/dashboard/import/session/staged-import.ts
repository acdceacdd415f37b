/**
 * An import in the background: staged part by part, previewed, then committed as a whole or dropped.
 */
import type {
  ImportHead,
  ImportOutcome,
  ImportOwner,
  ImportPart,
  ImportPreview,
  NamedAnswer,
} from "../../../domain/records/archive-import.ts";
import type { StagedImport } from "../../../protocol/import-questions.ts";
import type { Asked } from "../../../protocol/transport.ts";
import type { PageQuestions } from "../../../protocol/page-questions.ts";

/** How far the writing has come. */
export interface WriteProgress {
  /** `staging`: on its way, nothing of it seen yet. `comparing`: with the history. `adding`: becoming part of the history. */
  readonly step: "staging" | "comparing" | "adding";
  readonly done: number;
  readonly total: number;
}

/** The user cancelled; the history is as it was. */
export class Cancelled extends Error {}

/** What is to be staged. */
export interface StagedParts {
  readonly head: ImportHead;
  /** Name of the history it belongs to; a new one without. */
  readonly history: string | undefined;
  /** How many people there are, for the progress. */
  readonly people: number;
  /** The part with this number; `undefined` after the last one. */
  part(number: number): Promise<ImportPart | undefined>;
}

/** What the user says about what is staged. */
export interface Said {
  readonly owner: ImportOwner;
  readonly named: readonly NamedAnswer[];
}

/**
 * How many parts may be on their way to the background at once. Measured: a part takes 5 ms, most of it waiting, and more than three gain
 * nothing.
 */
const ON_THEIR_WAY = 3;

/** How often the progress of the background is asked for (ms). */
const ASK_EVERY_MS = 250;

/** One import in the background. */
export interface ImportInBackground {
  /** Whether all parts are staged, as far as this page knows. */
  readonly isStaged: boolean;
  /** Stages everything. What was staged before is dropped. */
  stage(staging: StagedParts, progress: (progress: WriteProgress) => void): Promise<void>;
  preview(said: Said, progress: (progress: WriteProgress) => void): Promise<ImportPreview>;
  commit(
    said: Said,
    revision: number,
    progress: (progress: WriteProgress) => void,
  ): Promise<ImportOutcome>;
  /** Drops what is staged; `done` when it is part of the history already. */
  drop(): Promise<"cancelled" | "done">;
}

/**
 * An import in the background.
 *
 * @param id of the import
 * @param signal stops staging between two parts, with its reason
 */
export function importInBackground(
  ask: Asked<PageQuestions>,
  id: string,
  signal: AbortSignal,
): ImportInBackground {
  let history: string | undefined;
  /** How many parts are staged, once all are. */
  let parts: number | undefined;
  let people = 0;

  let dropping: Promise<"cancelled" | "done"> = Promise.resolve("cancelled");

  const drop = (): Promise<"cancelled" | "done"> => {
    if (history === undefined) return dropping;
    dropping = ask.cancelImport({ history, id });
    history = undefined;
    parts = undefined;
    return dropping;
  };

  const asked = ({ owner, named }: Said): StagedImport => {
    if (history === undefined || parts === undefined) throw new Cancelled();
    return { history, id, parts, owner, named };
  };

  const watched = async <T>(
    step: "comparing" | "adding",
    progress: (progress: WriteProgress) => void,
    work: () => Promise<T>,
  ): Promise<T> => {
    progress({ step, done: 0, total: people });
    const asking = setInterval(() => {
      ask
        .importProgress({ id })
        .then((far) => far && progress({ step, done: far.people, total: people }))
        // A background that does not answer now answers the question itself, or refuses it.
        .catch(() => undefined);
    }, ASK_EVERY_MS);
    try {
      return await work();
    } finally {
      clearInterval(asking);
    }
  };

  return {
    get isStaged() {
      return parts !== undefined;
    },
    async stage(staging, progress) {
      await drop();
      const total = staging.people;
      progress({ step: "staging", done: 0, total });
      const begun = await ask.beginImport({ head: staging.head, history: staging.history });
      history = begun.history;
      people = 0;
      const onTheirWay = new Set<Promise<void>>();
      const send = async (part: ImportPart): Promise<void> => {
        await ask.stageImport({ history: begun.history, id, part });
        people += part.subjects.filter((subject) => !subject.startsWith("post:")).length;
        progress({ step: "staging", done: people, total });
      };
      try {
        // While some parts are on their way, the next is made.
        let next = staging.part(0);
        let count = 0;
        for (;;) {
          const part = await next;
          signal.throwIfAborted();
          if (part === undefined) break;
          count += 1;
          next = staging.part(count);
          const sent = send(part).finally(() => onTheirWay.delete(sent));
          onTheirWay.add(sent);
          // What is wrong with either is told where it is waited for.
          for (const one of [next, sent]) one.catch(() => undefined);
          if (onTheirWay.size >= ON_THEIR_WAY) await Promise.race(onTheirWay);
          signal.throwIfAborted();
        }
        await Promise.all(onTheirWay);
        signal.throwIfAborted();
        parts = count;
      } catch (error) {
        // A part that came after the import was dropped would not be kept, but nothing may look as if it went on.
        await Promise.allSettled(onTheirWay);
        await drop().catch(() => undefined);
        throw error;
      }
    },
    preview: (said, progress) =>
      watched("comparing", progress, () => ask.previewImport(asked(said))),
    async commit(said, revision, progress) {
      const about = { ...asked(said), revision };
      try {
        const outcome = await watched("adding", progress, () => ask.commitImport(about));
        history = undefined;
        parts = undefined;
        return outcome;
      } catch (error) {
        if (!signal.aborted) throw error;
        // Too late: it is part of the history already, and asking again only tells what it did.
        if ((await dropping) === "done") return ask.commitImport(about);
        throw new Cancelled();
      }
    },
    drop,
  };
}
