import { DASHBOARD } from "../components/own-pages.ts";
import { archiveEnd, type Coverage, isNewArchiveDue } from "../domain/tie/coverage.ts";
import { archiveWait } from "../settings/setup.ts";
import type { Settings } from "../settings/settings.ts";
import { Meanwhile } from "./meanwhile.tsx";
import { coverageText } from "../words/coverage-words.ts";
import { momentText } from "../words/moments.ts";
import { text } from "../words/text.ts";

interface ArchiveLineProps {
  readonly kept: Pick<Settings, "mode" | "setup">;
  readonly coverage: Coverage;
  readonly now: number;
  /** How many people are known. */
  readonly people: number;
}

/**
 * One line where a newer archive is worth asking for, or on its way, with the way to where that is done; nothing otherwise. Before the first archive also
 * what the pages told, as the steps say it that were put away.
 */
export function ArchiveLine({
  kept: { mode, setup = {} },
  coverage,
  now,
  people,
}: ArchiveLineProps) {
  const { requestedAt } = setup;
  const wait = archiveWait(requestedAt, now);
  const isMissing = archiveEnd(coverage) === undefined;
  if (wait === undefined && !isMissing && !isNewArchiveDue(coverage, now)) return null;
  const isOnItsWay = requestedAt !== undefined && wait !== undefined && wait.at !== "over";
  const isReading = mode === "badges" || mode === "popup";
  return (
    <>
      {isReading && coverage.archives.length === 0 && people > 0 && (
        <Meanwhile people={people} isReading />
      )}
      <p class="small soft">
        {isOnItsWay
          ? text("setupRequestedAt", { moment: momentText(requestedAt) })
          : coverageText(coverage, now)}{" "}
        <a href={DASHBOARD} target="_blank" rel="noreferrer">
          {text(isOnItsWay ? "setupHave" : "newArchive")}
        </a>
      </p>
    </>
  );
}
