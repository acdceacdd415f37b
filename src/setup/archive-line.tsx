import { DASHBOARD } from "../components/own-pages.ts";
import { archiveEnd, type Coverage, isNewArchiveDue } from "../domain/tie/coverage.ts";
import { archiveWait } from "../settings/setup.ts";
import type { Settings } from "../settings/settings.ts";
import { coverageText } from "../words/coverage-words.ts";
import { momentText } from "../words/moments.ts";
import { text } from "../words/text.ts";

interface ArchiveLineProps {
  readonly kept: Pick<Settings, "setup">;
  readonly coverage: Coverage;
  readonly now: number;
}

/** One line where a newer archive is worth asking for, or on its way, with the way to where that is done; nothing otherwise. */
export function ArchiveLine({ kept: { setup = {} }, coverage, now }: ArchiveLineProps) {
  const { requestedAt } = setup;
  const wait = archiveWait(requestedAt, now);
  const isMissing = archiveEnd(coverage) === undefined;
  if (wait === undefined && !isMissing && !isNewArchiveDue(coverage, now)) return null;
  const isOnItsWay = requestedAt !== undefined && wait !== undefined && wait.at !== "over";
  return (
    <p class="small soft">
      {isOnItsWay
        ? text("setupRequestedAt", { moment: momentText(requestedAt) })
        : coverageText(coverage, now)}{" "}
      <a href={DASHBOARD} target="_blank" rel="noreferrer">
        {text(isOnItsWay ? "setupHave" : "newArchive")}
      </a>
    </p>
  );
}
