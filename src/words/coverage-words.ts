/**
 * What is covered, in words. Never seen is not never spoken, and every card says so.
 */
import { coverageStatement, type Coverage } from "../domain/coverage.ts";
import { dayText } from "./moments.ts";
import { text } from "./text.ts";

/** A gap between archive and watching that is worth a mention, in days. */
const GAP_DAYS = 2;

/** "Your archive ends on May 3; nothing seen since." */
export function coverageText(coverage: Coverage, now: number): string {
  const known = coverageStatement(coverage);
  switch (known.code) {
    case "nothing":
      return text("coverageNothing");
    case "watching":
      return text("coverageWatching", dayText(known.since, now));
    case "archive":
      return text("coverageArchive", dayText(known.to, now));
    case "archive-and-watching":
      return text(
        known.gapDays > GAP_DAYS ? "coverageWithGap" : "coverageArchiveAndWatching",
        dayText(known.to, now),
        dayText(known.since, now),
      );
  }
}
