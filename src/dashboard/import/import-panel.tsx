import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Notice } from "../../components/acts/notice.tsx";
import type { ArchiveSource } from "../../linkedin/archive/files/sources.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { text } from "../../words/text.ts";
import { type ArchiveReader, archiveReader } from "../reader/archive-reader.ts";
import { DropZone } from "./drop-zone.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { ImportProblem } from "./import-problem.tsx";
import { ProgressOfImport } from "./import-progress.tsx";
import { type ImportDone, ImportReport } from "./import-report.tsx";
import {
  type ImportProgress,
  importSession,
  type ImportSession,
  type ReadArchive,
} from "./import-session.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { RequestHelp } from "./request-help.tsx";
import { Cancelled } from "./staged-import.ts";
import { startWorker } from "../workers/start-worker.ts";
import { sourcesOfFiles } from "../reader/chosen-sources.ts";
import { askForFiles } from "../../setup/handed-files.ts";
import type { OwnerOption } from "./whose-archive.ts";

type State =
  | { readonly at: "start"; readonly problem?: unknown; readonly isCancelled?: boolean }
  | {
      readonly at: "working";
      /** When this step began, by the clock of the page. */
      readonly since: number;
      readonly progress?: ImportProgress;
      readonly isCancelling: boolean;
    }
  | { readonly at: "preview"; readonly read: ReadArchive }
  | { readonly at: "done"; readonly done: ImportDone };

interface ImportPanelProps {
  /** The history holds nobody yet, so how to come by an archive is said at once. */
  readonly isFirst: boolean;
  /** Stands above while nothing is going on, and says how to come by an archive. */
  readonly steps?: ComponentChildren;
  /** Stands below the result. */
  readonly after?: ComponentChildren;
  /** Raised whenever an import was taken back: then a report is out of date. */
  readonly undone?: number;
  readonly now: number;
  /** Something was written. */
  readonly onChange: () => void;
  /** A reader of archives; a stand-in in tests. */
  readonly makeReader?: () => ArchiveReader;
}

/** From the drop to the report: reads archives, shows what is in them, and adds them to the history. */
export function ImportPanel({
  isFirst,
  steps,
  after,
  undone = 0,
  now,
  onChange,
  makeReader = () => archiveReader(startWorker("reader")),
}: ImportPanelProps) {
  const [state, setState] = useState<State>({ at: "start" });
  const session = useRef<ImportSession>(undefined);
  /** Ends what is going on; dropping what is staged may take a moment, and what was left is dropped by the next import. */
  const end = (then: () => void = () => {}): void => {
    const ended = session.current;
    session.current = undefined;
    if (ended === undefined) then();
    else ended.cancel().then(then, then);
  };
  useEffect(() => () => end(), []);
  useEffect(() => setState((now) => (now.at === "done" ? { at: "start" } : now)), [undone]);

  const work = async (
    step: (session: ImportSession, progress: (progress: ImportProgress) => void) => Promise<State>,
  ) => {
    const running = session.current;
    if (running === undefined) return;
    let since = performance.now();
    let now: ImportProgress["step"] | undefined;
    setState({ at: "working", since, isCancelling: false });
    // A session that was cancelled meanwhile has nothing more to say, but that it was too late for that.
    const isCurrent = () => session.current === running;
    try {
      const next = await step(running, (progress) => {
        // How long is left is told for each step: they go at different speeds.
        if (progress.step !== now) since = performance.now();
        now = progress.step;
        if (isCurrent()) setState({ at: "working", since, progress, isCancelling: false });
      });
      if (next.at === "done") {
        session.current = undefined;
        onChange();
      }
      if (isCurrent() || next.at === "done") setState(next);
    } catch (problem) {
      if (!isCurrent() || problem instanceof Cancelled) return;
      end(() => setState({ at: "start", problem }));
    }
  };
  const working = (step: Parameters<typeof work>[0]): void => {
    work(step).catch((problem: unknown) => setState({ at: "start", problem }));
  };

  const begin = (sources: readonly ArchiveSource[]) => {
    end();
    session.current = importSession(sources, {
      ask: askFromPage,
      startReader: makeReader,
      importId: crypto.randomUUID(),
      now: Date.now(),
      alone: oneAtATime,
      estimate: () => navigator.storage.estimate(),
    });
    working(async (running, progress) => ({
      at: "preview",
      read: await running.read(progress),
    }));
  };

  const beginWith = useRef(begin);
  beginWith.current = begin;
  useEffect(() => {
    const gone = new AbortController();
    askForFiles((files) => beginWith.current(sourcesOfFiles(files)), gone.signal);
    return () => gone.abort();
  }, []);

  const answer = (owner: OwnerOption) =>
    working(async (running, progress) => ({
      at: "preview",
      read: await running.answer(owner, progress),
    }));

  const write = (read: ReadArchive) =>
    working(async (running, progress): Promise<State> => {
      const committed = await running.commit(read, progress);
      if ("again" in committed) return { at: "preview", read: committed.again };
      const questions = read.counted?.questions ?? [];
      return { at: "done", done: { ...committed, contents: read.contents, questions } };
    });

  const cancel = () => {
    if (state.at === "working") setState({ ...state, isCancelling: true });
    end(() => setState((now) => (now.at === "done" ? now : { at: "start", isCancelled: true })));
  };

  const leave = () => end(() => setState({ at: "start" }));

  return (
    <>
      {state.at === "start" && steps}
      <section class="panel import" aria-labelledby="import-heading">
        <h2 id="import-heading">{text("importHeading")}</h2>
        {state.at === "start" && (
          <>
            {state.isCancelled && <Notice kind="calm">{text("importCancelled")}</Notice>}
            {state.problem !== undefined && <ImportProblem problem={state.problem} />}
            <p class="soft">{text("importLead")}</p>
            <DropZone onChosen={begin} />
            {steps === undefined && <RequestHelp open={isFirst} />}
          </>
        )}
        {state.at === "working" && (
          <ProgressOfImport
            progress={state.progress}
            since={state.since}
            isCancelling={state.isCancelling}
            onCancel={cancel}
          />
        )}
        {state.at === "preview" && (
          <ImportPreview
            read={state.read}
            onOwner={answer}
            onAddress={async (url) => session.current?.ownerAt(url)}
            onWrite={() => write(state.read)}
            onLeave={leave}
          />
        )}
        {state.at === "done" && (
          <ImportReport done={state.done} now={now} onAnother={() => setState({ at: "start" })} />
        )}
      </section>
      {(state.at === "start" || state.at === "done") && after}
    </>
  );
}
