import { useEffect, useRef, useState } from "preact/hooks";
import { Notice } from "../components/notice.tsx";
import type { Alias } from "../domain/person.ts";
import type { ArchiveProgress } from "../linkedin/archive/read-archive.ts";
import type { ArchiveSource } from "../linkedin/archive/sources.ts";
import { askFromPage, Refusal } from "../messages.ts";
import { text } from "../words/text.ts";
import { type ArchiveReader, archiveReader } from "./archive-reader.ts";
import { DropZone } from "./drop-zone.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { ImportProblem } from "./import-problem.tsx";
import { ReadingProgress, WritingProgress } from "./import-progress.tsx";
import { ImportReport } from "./import-report.tsx";
import { importSession, type ImportSession, type ReadArchive } from "./import-session.ts";
import type { ImportDone } from "./import-report.tsx";
import { oneAtATime } from "./one-at-a-time.ts";
import { RequestHelp } from "./request-help.tsx";
import { startWorker } from "./start-worker.ts";
import type { OwnerOption } from "./whose-archive.ts";
import { Cancelled, type WriteProgress } from "./write-import.ts";

type State =
  | { readonly at: "start"; readonly problem?: unknown; readonly isCancelled?: boolean }
  | { readonly at: "reading"; readonly since: number; readonly progress?: ArchiveProgress }
  /** `isBusy`: another tab was writing when it should have been written. */
  | { readonly at: "preview"; readonly read: ReadArchive; readonly isBusy?: boolean }
  | {
      readonly at: "writing";
      readonly since: number;
      readonly progress?: WriteProgress;
      readonly isCancelling: boolean;
    }
  | { readonly at: "done"; readonly done: ImportDone };

interface ImportPanelProps {
  /** The history holds nobody yet, so how to come by an archive is said at once. */
  readonly isFirst: boolean;
  /** Raised whenever an import was taken back: then a report is out of date. */
  readonly undone?: number;
  /** Something was written. */
  readonly onChange: () => void;
  /** A reader of archives; a stand-in in tests. */
  readonly makeReader?: () => ArchiveReader;
}

/** From the drop to the report: reads archives, shows what is in them, and adds them to the history. */
export function ImportPanel({
  isFirst,
  undone = 0,
  onChange,
  makeReader = () => archiveReader(startWorker()),
}: ImportPanelProps) {
  const [state, setState] = useState<State>({ at: "start" });
  const session = useRef<ImportSession>(undefined);
  const cancelling = useRef<AbortController>(undefined);
  const leave = (next: State) => {
    session.current?.end();
    session.current = undefined;
    setState(next);
  };
  useEffect(() => () => session.current?.end(), []);
  useEffect(() => setState((now) => (now.at === "done" ? { at: "start" } : now)), [undone]);

  const reading = async (
    step: (
      session: ImportSession,
      progress: (progress: ArchiveProgress) => void,
    ) => Promise<ReadArchive>,
  ) => {
    const running = session.current;
    if (running === undefined) return;
    const since = performance.now();
    setState({ at: "reading", since });
    // A session that was cancelled meanwhile has nothing more to say.
    const isCurrent = () => session.current === running;
    try {
      const read = await step(running, (progress) => {
        if (isCurrent()) setState({ at: "reading", since, progress });
      });
      if (isCurrent()) setState({ at: "preview", read });
    } catch (problem) {
      if (isCurrent()) leave({ at: "start", problem });
    }
  };

  const begin = (sources: readonly ArchiveSource[]) => {
    session.current?.end();
    session.current = importSession(sources, {
      ask: askFromPage,
      reader: makeReader(),
      importId: crypto.randomUUID(),
      now: Date.now(),
      estimate: () => navigator.storage.estimate(),
    });
    void reading((running, progress) => running.read(progress));
  };

  const answer = (answers: { owner?: OwnerOption; chosen?: ReadonlyMap<string, Alias> }) =>
    void reading((running, progress) => running.answer(answers, progress));

  const write = async (read: ReadArchive) => {
    const running = session.current;
    if (running === undefined) return;
    const since = performance.now();
    const controller = new AbortController();
    cancelling.current = controller;
    setState({ at: "writing", since, isCancelling: false });
    try {
      const to = read.destination;
      const { head, outcome } = await oneAtATime(() =>
        running.write(
          read,
          to?.to === "history" ? to.history : undefined,
          (progress) =>
            setState({ at: "writing", since, progress, isCancelling: controller.signal.aborted }),
          controller.signal,
        ),
      );
      leave({ at: "done", done: { head, outcome, preview: read.preview } });
      onChange();
    } catch (problem) {
      // Nothing was begun, so what was read can be written later.
      if (problem instanceof Refusal && problem.code === "import-busy")
        return setState({ at: "preview", read, isBusy: true });
      leave(
        problem instanceof Cancelled
          ? { at: "start", isCancelled: true }
          : { at: "start", problem },
      );
    }
  };

  const cancelWriting = () => {
    cancelling.current?.abort();
    if (state.at === "writing") setState({ ...state, isCancelling: true });
  };

  return (
    <section class="panel import" aria-labelledby="import-heading">
      <h2 id="import-heading">{text("importHeading")}</h2>
      {state.at === "start" && (
        <>
          {state.isCancelled && <Notice kind="calm">{text("importCancelled")}</Notice>}
          {state.problem !== undefined && <ImportProblem problem={state.problem} />}
          <p class="soft">{text("importLead")}</p>
          <DropZone onChosen={begin} />
          <RequestHelp open={isFirst} />
        </>
      )}
      {state.at === "reading" && (
        <ReadingProgress
          progress={state.progress}
          since={state.since}
          onCancel={() => leave({ at: "start", isCancelled: true })}
        />
      )}
      {state.at === "preview" && (
        <ImportPreview
          read={state.read}
          isBusy={state.isBusy ?? false}
          onAnswer={answer}
          onAddress={async (url) => session.current?.ownerAt(url)}
          onWrite={() => void write(state.read)}
          onLeave={() => leave({ at: "start" })}
        />
      )}
      {state.at === "writing" && (
        <WritingProgress
          progress={state.progress}
          since={state.since}
          isCancelling={state.isCancelling}
          onCancel={cancelWriting}
        />
      )}
      {state.at === "done" && (
        <ImportReport done={state.done} onAnother={() => setState({ at: "start" })} />
      )}
    </section>
  );
}
