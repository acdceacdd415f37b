import { browser } from "../browser.ts";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { useAnswer } from "../components/acts/use-answer.ts";
import { DASHBOARD } from "../components/own-pages.ts";
import { Glyph, PAGE_SIGNS } from "../components/pictures/glyph.tsx";
import { archiveWait } from "../settings/setup.ts";
import { momentText } from "../words/moments.ts";
import { text } from "../words/text.ts";
import { changeSetup } from "./change-setup.ts";
import { RequestPicture } from "./request-picture.tsx";

/** The site's own page for asking for one's data. */
export const DOWNLOAD_PAGE = "https://www.linkedin.com/mypreferences/d/download-my-data";

interface ArchiveStepProps {
  /** The place for the archive is below, on the same page. */
  readonly isBelow: boolean;
  /** There is room to show what to tick without a click. */
  readonly isWide: boolean;
  /** When the archive was asked for (ms), if it was. */
  readonly requestedAt: number | undefined;
  readonly now: number;
}

const noteRequested = (requestedAt: number | undefined) =>
  changeSetup({ requestedAt: requestedAt ?? null });

/** The way to the place where the archive is brought. */
function HaveIt({ isBelow, isMain }: { readonly isBelow: boolean; readonly isMain: boolean }) {
  if (isBelow) return null;
  return (
    <a
      class={isMain ? "button main" : "button"}
      href={DASHBOARD}
      target="_blank"
      rel="noreferrer"
      data-step="have"
    >
      {text("setupHave")}
    </a>
  );
}

/** How to ask for the archive: the site's page, what to tick there, and that it is done. */
export function RequestStep({ isBelow, isWide, requestedAt, now }: ArchiveStepProps) {
  const act = useAct();
  const isOver = archiveWait(requestedAt, now)?.at === "over";
  return (
    <div class="setup-step">
      <p class="soft">
        {isOver && requestedAt !== undefined
          ? text("setupOver", { moment: momentText(requestedAt) })
          : text("setupWhy")}
      </p>
      {isWide ? (
        <RequestPicture />
      ) : (
        <details>
          <summary>{text("setupWhatToTick")}</summary>
          <RequestPicture />
        </details>
      )}
      <div class="row">
        <a class="button main" href={DOWNLOAD_PAGE} target="_blank" rel="noreferrer">
          {text("setupOpenPage")} <Glyph sign={PAGE_SIGNS.away} sideways />
        </a>
        <button
          type="button"
          class="button"
          name="requested"
          onClick={() => act.run(() => noteRequested(Date.now()))}
        >
          {text("setupRequested")}
        </button>
        <HaveIt isBelow={isBelow} isMain={false} />
      </div>
      <ActNotice act={act} />
    </div>
  );
}

const mayNotify = () => browser.permissions.contains({ permissions: ["notifications"] });

/** Asks the browser once whether it may notify of the archive. */
function NotifyMe() {
  const [allowed, askAgain] = useAnswer(mayNotify);
  const act = useAct();
  if (allowed.state !== "answered" || allowed.answer) return null;
  return (
    <>
      <button
        type="button"
        class="button quiet"
        name="notify-archive"
        onClick={() => {
          // Browsers ask only in the moment of the click.
          const asked = browser.permissions.request({ permissions: ["notifications"] });
          act.run(async () => {
            await asked;
            askAgain();
          });
        }}
      >
        {text("setupNotifyArchive")}
      </button>
      <ActNotice act={act} />
    </>
  );
}

/** That the archive is on its way, since when, and how it gets in. */
export function BringStep({ requestedAt, now, isBelow }: Omit<ArchiveStepProps, "isWide">) {
  const act = useAct();
  const moment = momentText(requestedAt ?? now);
  const isDue = archiveWait(requestedAt, now)?.at === "due";
  return (
    <div class="setup-step">
      <p role="status">{text(isDue ? "setupDue" : "setupComing", { moment })}</p>
      {isBelow && <p class="soft">{text("setupDropBelow")}</p>}
      <div class="row">
        <HaveIt isBelow={isBelow} isMain />
        <button
          type="button"
          class="button quiet"
          name="not-requested"
          onClick={() => act.run(() => noteRequested(undefined))}
        >
          {text("setupNotRequested")}
        </button>
        <NotifyMe />
      </div>
      <ActNotice act={act} />
    </div>
  );
}
