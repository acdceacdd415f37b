import { useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { useStepFocus } from "../../components/acts/use-step-focus.ts";
import { DAY_MS } from "../../domain/time/day.ts";
import type { FolderCopyView } from "../../protocol/backup-questions.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { dateText } from "../../words/moments.ts";
import { text } from "../../words/text.ts";

/** A computer that wrote nothing for so long (days) may be gone. One that is in use writes on most days. */
const QUIET_DAYS = 30;

/** Noon of a day such as `2026-05-20` (ms). */
function noonOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date, 12).getTime();
}

interface CopyRowProps {
  readonly copy: FolderCopyView;
  readonly mayTakeOut: boolean;
  readonly now: number;
  readonly onChange: () => void;
}

/** One other computer: when it wrote last, and the way to take it out if that is long ago. */
function CopyRow({
  copy: { copy, day, files, isTaken, isOfOther },
  mayTakeOut,
  now,
  onChange,
}: CopyRowProps) {
  const act = useAct();
  const [isAsked, setIsAsked] = useState(false);
  const [question, entry] = useStepFocus<HTMLParagraphElement, HTMLLIElement>(isAsked);
  const at = noonOf(day);
  const isQuiet = now - at > QUIET_DAYS * DAY_MS;
  const takeOut = async (): Promise<void> => {
    await askFromPage.takeOutOfFolder({ copy });
    onChange();
  };
  return (
    <li tabIndex={-1} ref={entry}>
      <span>{text("folderCopy", { day: dateText(at, at), count: files })}</span>
      {isQuiet && !isTaken && (
        <p class="soft small">{text(isOfOther ? "folderCopyOfOther" : "folderCopyNotTaken")}</p>
      )}
      {mayTakeOut && isQuiet && isTaken && !isAsked && (
        <button
          type="button"
          class="button quiet"
          name="folder-take-out"
          onClick={() => setIsAsked(true)}
        >
          {text("folderTakeOut")}
        </button>
      )}
      {mayTakeOut && isAsked && (
        <Notice kind="danger">
          <p tabIndex={-1} ref={question}>
            {text("folderTakeOutAsked", { count: files })}
          </p>
          <div class="row">
            <button
              type="button"
              class="button danger"
              name="folder-take-out-sure"
              disabled={act.state.at === "under-way"}
              onClick={() => act.run(takeOut)}
            >
              {text("folderTakeOutYes")}
            </button>
            <button type="button" class="button" onClick={() => setIsAsked(false)}>
              {text("cancel")}
            </button>
          </div>
          <ActNotice act={act} />
        </Notice>
      )}
    </li>
  );
}

interface FolderCopiesProps {
  readonly copies: readonly FolderCopyView[];
  /** Files of this computer are written there, and hold what the others said. */
  readonly mayTakeOut: boolean;
  readonly now: number;
  readonly onChange: () => void;
}

/** The other computers that wrote into the folder. */
export function FolderCopies({ copies, mayTakeOut, now, onChange }: FolderCopiesProps) {
  return (
    <details>
      <summary>{text("folderCopies")}</summary>
      <ul class="stack">
        {copies.map((copy) => (
          <CopyRow
            key={copy.copy}
            copy={copy}
            mayTakeOut={mayTakeOut}
            now={now}
            onChange={onChange}
          />
        ))}
      </ul>
    </details>
  );
}
