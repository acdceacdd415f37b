import { lastAnswer, useAnswer } from "../../components/acts/use-answer.ts";
import { isBackupDue } from "../../domain/backup/backup-due.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { agoText } from "../../words/moments.ts";
import { text } from "../../words/text.ts";

const askBackup = () => askFromPage.backupState();

/** Says that it is time for a backup, with the way there; nothing while it is not. */
export function BackupReminder({ now, href }: { readonly now: number; readonly href: string }) {
  const state = lastAnswer(useAnswer(askBackup)[0]);
  if (state === undefined || !isBackupDue(state, now)) return null;
  const { at } = state;
  return (
    <p class="small due-backup" role="status">
      {at === undefined ? text("backupNever") : text("backupLast", { when: agoText(at, at, now) })}{" "}
      <a href={href}>{text("backupNow")}</a>
    </p>
  );
}
