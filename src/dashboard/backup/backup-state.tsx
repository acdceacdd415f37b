import { useCallback } from "preact/hooks";
import { lastAnswer, useAnswer } from "../../components/acts/use-answer.ts";
import { type SinceBackup, isBackupDue } from "../../domain/backup/backup-due.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { agoText } from "../../words/moments.ts";
import { sentencesText, text } from "../../words/text.ts";

/** What the last backup lacks, in sentences. */
export function sinceBackupText(
  { at, days, imports }: SinceBackup,
  people: number,
  now: number,
): string {
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

/** When the last backup was written, and what it lacks. Nothing where that cannot be known. */
export function BackupState({ round }: { readonly round: string }) {
  const ask = useCallback(async () => {
    // Another round asks anew.
    const state = await askFromPage.backupState();
    const people = state.at === undefined ? 0 : await askFromPage.peopleSinceBackup();
    return { state, people, round };
  }, [round]);
  const known = lastAnswer(useAnswer(ask)[0]);
  if (known === undefined) return null;
  const { state, people } = known;
  const now = Date.now();
  return (
    <p class={isBackupDue(state, now) ? "due-backup" : "soft"}>
      {sinceBackupText(state, people, now)}
    </p>
  );
}
