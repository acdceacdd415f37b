/**
 * What went wrong, in words, each with the next step.
 */
import type { RestoreProblem } from "../exchange/restore-file.ts";
import { Orphaned, Refusal, type Trouble } from "../messages.ts";
import { counted, numberText, text } from "./text.ts";

/** A headline and what to do. */
export interface TroubleText {
  readonly title: string;
  readonly next: string;
}

/** What stands between the user and the history. */
export function troubleText(trouble: Trouble): TroubleText {
  switch (trouble.code) {
    case "no-database":
      return { title: text("troubleNoDatabase"), next: text("troubleNoDatabaseNext") };
    case "damaged":
      return {
        title: counted("troubleDamaged", trouble.peopleBefore, numberText(trouble.peopleNow)),
        next: text("troubleDamagedNext"),
      };
    case "unreadable":
      return {
        title: text("troubleUnreadable"),
        next: text("troubleUnreadableNext", trouble.detail),
      };
    case "full":
      return { title: text("troubleFull"), next: text("troubleFullNext") };
  }
}

/** Why a question was not answered. */
export function refusalText(error: unknown): string {
  if (error instanceof Orphaned) return text("refusalOrphaned");
  if (!(error instanceof Refusal)) return text("refusalNoAnswer");
  if (error.code === "import-busy") return text("importBusy");
  return error.code === "no-history" ? text("refusalNoHistory") : text("refusalOther", error.code);
}

/** Why a file could not be restored. */
export function restoreProblemText(problem: RestoreProblem): string {
  switch (problem.code) {
    case "not-json":
      return text("restoreNotJson");
    case "not-an-export":
      return text("restoreNotAnExport");
    case "later-version":
      return text("restoreLaterVersion", numberText(problem.version));
    case "malformed":
      return text("restoreMalformed", problem.place);
  }
}
