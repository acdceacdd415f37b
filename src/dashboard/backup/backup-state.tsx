import { isBackupDue } from "../../domain/backup/backup-due.ts";
import { agoText } from "../../words/moments.ts";
import { sentencesText, text } from "../../words/text.ts";
import type { BackupKnown } from "./use-safety.ts";

/** What the last backup lacks, in sentences. */
export function sinceBackupText({ at, days, imports, people }: BackupKnown, now: number): string {
  if (at === undefined) return text("backupNever");
  const isNothing = days === 0 && imports === 0;
  return sentencesText([
    text("backupLast", { when: agoText(at, at, now) }),
    isNothing ? text("backupNothingNew") : undefined,
    days > 0
      ? text("backupNew", {
          people: text("peopleCount", { count: people }),
          days: text("backupDays", { count: days }),
        })
      : undefined,
    imports > 0 ? text("backupImports", { count: imports }) : undefined,
  ]);
}

/** When the last backup was written, and what it lacks. */
export function BackupState({ backup }: { readonly backup: BackupKnown }) {
  const now = Date.now();
  return (
    <p class={isBackupDue(backup, now) ? "due-backup" : "soft"}>{sinceBackupText(backup, now)}</p>
  );
}
