import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Notice } from "../../components/acts/notice.tsx";
import type { UndoableRestore } from "../../protocol/backup-questions.ts";
import type { GivenFile } from "../../setup/given-files.ts";
import { askForFiles } from "../../setup/handed-files.ts";
import { unreadableFileText } from "../../words/restore-words.ts";
import { text } from "../../words/text.ts";
import type { TroubleText } from "../../words/trouble-words.ts";
import { type ImportEnd, ImportFlow } from "../import/import-flow.tsx";
import { ImportProblem } from "../import/import-problem.tsx";
import type { ArchiveReader } from "../reader/archive-reader.ts";
import { isUnreadable, type RestoreEnd, RestoreFlow } from "../restore/restore-flow.tsx";
import { UndoRestoreNotice } from "../restore/undo-restore-notice.tsx";
import type { Sealing } from "../workers/sealing.ts";
import { DropZone } from "./drop-zone.tsx";
import { type Given, given as whatIsGiven } from "./given.ts";
import { GivenProblem } from "./given-problem.tsx";
import { RequestHelp } from "./request-help.tsx";

type Bringing =
  | { readonly at: "start"; readonly given?: Exclude<Given, { what: "archive" | "backup" }> }
  | { readonly at: "ended"; readonly end: ImportEnd }
  | { readonly at: "restore-ended"; readonly end: RestoreEnd }
  /** It is looked at. */
  | { readonly at: "given" }
  /** Counted: each that is given is another. */
  | { readonly at: "archive"; readonly files: readonly GivenFile[]; readonly count: number }
  | { readonly at: "backup"; readonly file: GivenFile; readonly count: number };

interface BringPanelProps {
  /** The history holds nobody yet, so how to come by an archive is said at once. */
  readonly isFirst: boolean;
  /** Stands above while nothing is going on, and says how to come by an archive. */
  readonly steps?: ComponentChildren;
  /** Stands below the result. */
  readonly after?: ComponentChildren;
  /** Raised whenever an import was taken back: then a report is out of date. */
  readonly undone?: number;
  /** The last restore; absent where none can be undone. */
  readonly undoable?: UndoableRestore | undefined;
  readonly now: number;
  /** Something was written. */
  readonly onChange: () => void;
  /** A reader of archives; a stand-in in tests. */
  readonly makeReader?: () => ArchiveReader;
  /** A stand-in in tests. */
  readonly sealing?: Pick<Sealing, "open">;
}

/** What became of the last thing that was given, where that was the end of it. */
function Ended({ trouble, done }: RestoreEnd) {
  if (trouble)
    return (
      <Notice kind="danger" title={trouble.title}>
        {trouble.next}
      </Notice>
    );
  return done ? (
    <Notice kind="calm">
      {text("restoreDone", {
        people: text("peopleCount", { count: done.people }),
        interactions: text("interactionCount", { count: done.interactions }),
      })}
    </Notice>
  ) : null;
}

const unreadable = (files: readonly GivenFile[]): TroubleText =>
  unreadableFileText(files[0]?.name ?? "");

/** The one place where data comes in: it sees what it was given, and does what is to be done with it. */
export function BringPanel(props: BringPanelProps) {
  const { isFirst, steps, after, undone = 0, undoable, now, onChange, makeReader, sealing } = props;
  const [state, setState] = useState<Bringing>({ at: "start" });
  const [isDone, setIsDone] = useState(false);
  const count = useRef(0);
  const isOpen = state.at === "start" || state.at === "ended" || state.at === "restore-ended";

  const toArchive = (files: readonly GivenFile[]) => {
    count.current += 1;
    setIsDone(false);
    setState({ at: "archive", files, count: count.current });
  };
  const toBackup = (file: GivenFile) => {
    count.current += 1;
    setState({ at: "backup", file, count: count.current });
  };
  const take = (files: readonly GivenFile[]) => {
    setState({ at: "given" });
    whatIsGiven(files).then(
      (given) => {
        if (given.what === "archive") toArchive(given.files);
        else if (given.what === "backup") toBackup(given.file);
        else setState({ at: "start", given });
      },
      (problem: unknown) =>
        setState(
          isUnreadable(problem)
            ? { at: "restore-ended", end: { trouble: unreadable(files) } }
            : { at: "ended", end: { problem } },
        ),
    );
  };

  const takeNow = useRef(take);
  takeNow.current = take;
  useEffect(() => {
    const gone = new AbortController();
    askForFiles((files) => takeNow.current(files), gone.signal);
    return () => gone.abort();
  }, []);

  return (
    <>
      {isOpen && steps}
      <section class="panel import" aria-labelledby="import-heading">
        <h2 id="import-heading">{text("importHeading")}</h2>
        {isOpen && (
          <>
            {state.at === "ended" && state.end.isCancelled && (
              <Notice kind="calm">{text("importCancelled")}</Notice>
            )}
            {state.at === "ended" && state.end.problem !== undefined && (
              <ImportProblem problem={state.end.problem} />
            )}
            {state.at === "restore-ended" && <Ended {...state.end} />}
            {state.at === "start" && state.given && (
              <GivenProblem given={state.given} onBackup={toBackup} onArchive={toArchive} />
            )}
            <UndoRestoreNotice
              restore={undoable}
              onKept={onChange}
              onUndone={() => {
                setState({ at: "start" });
                onChange();
              }}
            />
            <p class="soft">{text("importLead")}</p>
            <DropZone onGiven={take} />
            {steps === undefined && <RequestHelp open={isFirst} />}
          </>
        )}
        {state.at === "given" && <p class="waiting">{text("waiting")}</p>}
        {state.at === "archive" && (
          <ImportFlow
            key={state.count}
            sources={state.files}
            undone={undone}
            now={now}
            onDone={() => {
              setIsDone(true);
              onChange();
            }}
            onEnd={(end) => {
              setIsDone(false);
              setState({ at: "ended", end });
            }}
            {...(makeReader && { makeReader })}
          />
        )}
        {state.at === "backup" && (
          <RestoreFlow
            key={state.count}
            file={state.file.blob}
            onEnd={(end) => {
              setState({ at: "restore-ended", end });
              if (end.done) onChange();
            }}
            {...(sealing && { sealing })}
          />
        )}
      </section>
      {(isOpen || isDone) && after}
    </>
  );
}
