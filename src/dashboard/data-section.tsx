import { useEffect, useRef, useState } from "preact/hooks";
import { type Answer, lastAnswer, useAnswer } from "../components/acts/use-answer.ts";
import { useFollowed } from "../components/use-followed.ts";
import { useKept } from "../components/acts/use-kept.ts";
import { settings, watchSettings } from "../components/kept-settings.ts";
import { SetupList } from "../setup/setup-list.tsx";
import { nextStep } from "../setup/setup-steps.ts";
import { TroubleNotice } from "../components/trouble-notice.tsx";
import { askFromPage } from "../protocol/transport.ts";
import type { Overview } from "../protocol/views.ts";
import { text } from "../words/text.ts";
import { BacktestPanel } from "./backtest-panel.tsx";
import { BackupPanel } from "./backup/backup-panel.tsx";
import { BringPanel } from "./bring/bring-panel.tsx";
import { CoveragePanel, type RoomKnown } from "./coverage/coverage-panel.tsx";
import { ReadingPanel } from "./coverage/reading-panel.tsx";
import { FolderPanel } from "./backup/folder-panel.tsx";
import { useSafety } from "./backup/use-safety.ts";
import { ImportLog } from "./import/import-log.tsx";

const askImports = () => askFromPage.imports();
const askHistories = () => askFromPage.histories();
const askReading = () => askFromPage.readerHealth();
const askRoom = async (): Promise<RoomKnown | undefined> => {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined
    ? undefined
    : { used: usage, left: Math.max(0, quota - usage) };
};
const askErased = () => askFromPage.erasedCount();

interface DataSectionProps {
  readonly overview: Answer<Overview>;
  readonly now: number;
  /** It is the section that the user looks at; it is there also while it is not. */
  readonly isShown: boolean;
  /** Something was imported, restored or undone. */
  readonly onChange: () => void;
}

/** The data that everything is made of: how it comes in, how it leaves, and how well it serves. */
export function DataSection({ overview, now, isShown, onChange }: DataSectionProps) {
  const [log, askLogAgain] = useFollowed(askImports);
  const [histories] = useFollowed(askHistories);
  const [erased] = useFollowed(askErased);
  const [reading] = useFollowed(askReading);
  const [room, askRoomAgain] = useAnswer(askRoom);
  const kept = useKept(settings, watchSettings);
  const [undone, setUndone] = useState(0);
  const history = lastAnswer(overview)?.history;
  const safety = useSafety(history, overview.state !== "asked");
  const { askAgain: askSafetyAgain } = safety;
  const wasShown = useRef(true);
  useEffect(() => {
    // What the last backup does not hold has grown meanwhile.
    if (isShown && !wasShown.current) askSafetyAgain();
    wasShown.current = isShown;
  }, [isShown, askSafetyAgain]);
  const changed = () => {
    safety.askAgain();
    askLogAgain();
    askRoomAgain();
    onChange();
  };
  const trouble = overview.state === "answered" ? overview.answer.trouble : undefined;
  const people = overview.state === "answered" ? overview.answer.people : undefined;
  const isWaiting =
    kept === "unread" ||
    safety.isWaiting ||
    [log, histories, erased, overview, reading, room].some(({ state }) => state === "asked");
  const known = lastAnswer(overview);
  const step =
    kept === "unread" || known === undefined || known.trouble
      ? undefined
      : nextStep(kept, known.coverage, now);
  const setup = step !== undefined && kept !== "unread" && known && (
    <SetupList step={step} kept={kept} overview={known} now={now} place="page" />
  );
  const erasedCount = lastAnswer(erased) ?? 0;
  // Where it is not known whether there is somebody, nobody is kept from saving what is there.
  const hasSomething = people !== 0 || erasedCount > 0;
  const isSample = (lastAnswer(histories) ?? []).some(
    ({ shown, aside }) => shown && aside === "sample",
  );
  const bringPanel = (
    <BringPanel
      isFirst={people === 0}
      // The last step is asked under what the archive brought.
      {...(step === "call" ? { after: setup } : step !== undefined && { steps: setup })}
      undone={undone}
      undoable={safety.undoable}
      now={now}
      onChange={changed}
    />
  );
  const isFull = overview.state === "answered" && overview.answer.isDiskFull === true;
  const told = trouble ?? (isFull ? ({ code: "full" } as const) : undefined);
  const notice = told && <TroubleNotice trouble={told} restore="here" onChange={changed} />;
  // Everything at once: what comes later would move what the user is about to press.
  if (isWaiting)
    return (
      <>
        {notice}
        {bringPanel}
        <p class="waiting">{text("waiting")}</p>
      </>
    );
  return (
    <>
      {notice}
      {bringPanel}
      <ImportLog
        log={log}
        onChange={() => {
          setUndone(undone + 1);
          changed();
        }}
      />
      {known !== undefined && !known.trouble && (
        <CoveragePanel coverage={known.coverage} room={lastAnswer(room)} now={now} />
      )}
      {!isSample && hasSomething && (
        <BackupPanel erasedCount={erasedCount} backup={safety.backup} onWritten={safety.askAgain} />
      )}
      <FolderPanel folder={safety.folder} onChange={changed} />
      <ReadingPanel health={lastAnswer(reading) ?? {}} now={now} />
      {/* Last: it takes a moment, and must not move what the user may be about to press. */}
      {people !== undefined && people > 0 && <BacktestPanel />}
    </>
  );
}
