import { type RestoreAsked, stagedRestore } from "../exchange/restore-history.ts";
import type { PageQuestions } from "../protocol/page-questions.ts";
import type { Asked } from "../protocol/transport.ts";
import { sampleFile } from "./sample-file.ts";

/** The questions by which the invented people come in. */
export type SampleAsked = RestoreAsked &
  Pick<Asked<PageQuestions>, "histories" | "showHistory" | "beginSample" | "commitSample">;

/**
 * Shows the invented people in our own pages: those that are there, or new ones, which come in as a history of their own.
 *
 * @param now when the user asked for them (ms)
 */
export async function showSample(ask: SampleAsked, now: number): Promise<void> {
  const there = (await ask.histories()).find(({ aside }) => aside === "sample");
  if (there !== undefined) {
    await ask.showHistory({ name: there.name });
    return;
  }
  const staged = await stagedRestore(
    { ...asRestore(ask), beginRestore: ask.beginSample },
    await sampleFile(now),
    () => {},
    new AbortController().signal,
  );
  if ("problem" in staged) throw new Error(`The invented people: ${staged.problem.code}`);
  await ask.commitSample({ id: staged.id, revision: staged.preview.revision });
}

/** The questions by name: what answers them need not list its own. */
const asRestore = ({
  beginRestore,
  stageRestore,
  previewRestore,
  cancelRestore,
}: RestoreAsked): RestoreAsked => ({ beginRestore, stageRestore, previewRestore, cancelRestore });
