/** Writing an import: staged part by part, then committed as a whole. */
import type { ImportHead, ImportOutcome, ImportPart } from "../domain/archive-import.ts";
import type { ImportOwner } from "../import-questions.ts";
import type { Asked, PageQuestions } from "../messages.ts";

/** How far the writing has come. */
export interface WriteProgress {
  /** `staging`: on its way, nothing of it seen yet. `adding`: becoming part of the history. */
  readonly step: "staging" | "adding";
  readonly people: number;
  readonly total: number;
}

export interface ImportWriting {
  readonly head: ImportHead;
  readonly owner: ImportOwner;
  /** Name of the history it belongs to; a new one without. */
  readonly history: string | undefined;
  readonly parts: number;
  readonly people: number;
  part(number: number): Promise<ImportPart>;
  /** No part is asked for any more. */
  staged(): void;
}

/** How often the progress of the commit is asked for (ms). */
const ASK_EVERY_MS = 250;

/** The user cancelled; the history is as it was. */
export class Cancelled extends Error {}

async function commit(
  ask: Asked<PageQuestions>,
  { head, owner, parts, people }: ImportWriting,
  history: string,
  progress: (progress: WriteProgress) => void,
): Promise<ImportOutcome> {
  const asking = setInterval(() => {
    ask
      .importProgress({ id: head.id })
      .then((far) => far && progress({ step: "adding", people: far.people, total: people }))
      // A background that does not answer now answers the commit, or refuses it.
      .catch(() => undefined);
  }, ASK_EVERY_MS);
  try {
    return await ask.commitImport({ history, id: head.id, parts, owner });
  } finally {
    clearInterval(asking);
  }
}

/**
 * Writes an import.
 *
 * @param signal cancels: then everything staged is dropped, and the history is as it was
 * @throws {Cancelled} when it was cancelled in time
 */
export async function writeImport(
  ask: Asked<PageQuestions>,
  writing: ImportWriting,
  progress: (progress: WriteProgress) => void,
  signal: AbortSignal,
): Promise<ImportOutcome> {
  const { head, parts, people: total } = writing;
  const { history } = await ask.beginImport({ head, history: writing.history });
  const cancel = (): Promise<"cancelled" | "done"> => ask.cancelImport({ history, id: head.id });
  const cancelling = new Promise<"cancelled" | "done">((resolve, reject) => {
    signal.addEventListener("abort", () => void cancel().then(resolve, reject), { once: true });
  });
  cancelling.catch(() => undefined);
  let people = 0;
  progress({ step: "staging", people, total });
  try {
    // While one part is on its way, the next is made.
    let next = parts > 0 ? writing.part(0) : undefined;
    for (let number = 0; next !== undefined; number += 1) {
      const part = await next;
      signal.throwIfAborted();
      next = number + 1 < parts ? writing.part(number + 1) : undefined;
      await ask.stageImport({ history, id: head.id, part });
      people += part.people.length;
      progress({ step: "staging", people, total });
      signal.throwIfAborted();
    }
    writing.staged();
    progress({ step: "adding", people: 0, total });
    return await commit(ask, writing, history, progress);
  } catch (error) {
    if (!signal.aborted) {
      await cancel().catch(() => undefined);
      throw error;
    }
    // Too late: it is part of the history already, and asking again only tells what it did.
    if ((await cancelling) === "done") return commit(ask, writing, history, progress);
    throw new Cancelled();
  }
}
