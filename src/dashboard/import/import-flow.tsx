import { useEffect, useRef, useState } from "preact/hooks";
import type { ArchiveSource } from "../../linkedin/archive/files/sources.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { type ArchiveReader, archiveReader } from "../reader/archive-reader.ts";
import { ImportPreview } from "./import-preview.tsx";
import { ProgressOfImport } from "./import-progress.tsx";
import { type ImportDone, ImportReport } from "./import-report.tsx";
import {
  type ImportProgress,
  importSession,
  type ImportSession,
  type ReadArchive,
} from "./session/import-session.ts";
import { oneAtATime } from "./session/one-at-a-time.ts";
import { Cancelled } from "./session/staged-import.ts";
import { startWorker } from "../workers/start-worker.ts";
import type { OwnerOption } from "./session/whose-archive.ts";

type State =
  | {
      readonly at: "working";
      /** When this step began, by the clock of the page. */
      readonly since: number;
      readonly progress?: ImportProgress;
      readonly isCancelling: boolean;
    }
  | { readonly at: "preview"; readonly read: ReadArchive }
  | { readonly at: "done"; readonly done: ImportDone };

/** How an import ended without a report. Empty where the user left it. */
export interface ImportEnd {
  readonly problem?: unknown;
  readonly isCancelled?: boolean;
}

interface ImportFlowProps {
  readonly sources: readonly ArchiveSource[];
  /** Raised whenever an import was taken back: then a report is out of date. */
  readonly undone: number;
  readonly now: number;
  /** Something was written, and the report is shown. */
  readonly onDone: () => void;
  readonly onEnd: (end: ImportEnd) => void;
  /** A reader of archives; a stand-in in tests. */
  readonly makeReader?: () => ArchiveReader;
}

/** From the files to the report: reads archives, shows what is in them, and adds them to the history. */
export function ImportFlow({
  sources,
  undone,
  now,
  onDone,
  onEnd,
  makeReader = () => archiveReader(startWorker("reader")),
}: ImportFlowProps) {
  const [state, setState] = useState<State>(() => ({
    at: "working",
    since: performance.now(),
    isCancelling: false,
  }));
  const session = useRef<ImportSession>(undefined);
  /** Ends what is going on; dropping what is staged may take a moment, and what was left is dropped by the next import. */
  const end = (then: () => void = () => {}): void => {
    const ended = session.current;
    session.current = undefined;
    if (ended === undefined) then();
    else ended.cancel().then(then, then);
  };
  /** It was written before it could be cancelled. */
  const isWritten = useRef(false);
  const undoneBefore = useRef(undone);
  const endNow = useRef(onEnd);
  endNow.current = onEnd;
  useEffect(() => {
    if (undoneBefore.current !== undone && isWritten.current) endNow.current({});
    undoneBefore.current = undone;
  }, [undone]);

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
        isWritten.current = true;
        onDone();
      }
      if (isCurrent() || next.at === "done") setState(next);
    } catch (problem) {
      if (!isCurrent() || problem instanceof Cancelled) return;
      end(() => onEnd({ problem }));
    }
  };
  const working = (step: Parameters<typeof work>[0]): void => {
    work(step).catch((problem: unknown) => onEnd({ problem }));
  };

  const begin = () => {
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
    return () => end();
  };
  const beginNow = useRef(begin);
  useEffect(() => beginNow.current(), []);

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
    end(() => {
      if (!isWritten.current) onEnd({ isCancelled: true });
    });
  };

  if (state.at === "working")
    return (
      <ProgressOfImport
        progress={state.progress}
        since={state.since}
        isCancelling={state.isCancelling}
        onCancel={cancel}
      />
    );
  if (state.at === "preview")
    return (
      <ImportPreview
        read={state.read}
        onOwner={answer}
        onAddress={async (url) => session.current?.ownerAt(url)}
        onWrite={() => write(state.read)}
        onLeave={() => end(() => onEnd({}))}
      />
    );
  return <ImportReport done={state.done} now={now} onAnother={() => onEnd({})} />;
}
