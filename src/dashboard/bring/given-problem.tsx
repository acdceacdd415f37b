import { Notice } from "../../components/acts/notice.tsx";
import { dayInName } from "../../exchange/backup/backup-name.ts";
import type { GivenFile } from "../../setup/given-files.ts";
import { dateText } from "../../words/moments.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { otherFileText } from "../../words/restore-words.ts";
import { text } from "../../words/text.ts";
import type { Given } from "./given.ts";

/** As many backups as stand in a row of buttons. */
const BACKUPS = 5;

const newestFirst = (a: GivenFile, b: GivenFile): number =>
  (dayInName(b.name) ?? b.blob.lastModified) - (dayInName(a.name) ?? a.blob.lastModified);

const lastPart = (path: string): string => path.split("/").pop() ?? path;

/** What a button says it restores: the day, where no other backup has the same; else the file, with its folders where the name does not tell either. */
function restoreText({ name }: GivenFile, backups: readonly GivenFile[]): string {
  const isOnly = (same: (other: string) => boolean) =>
    backups.every((one) => one.name === name || !same(one.name));
  const at = dayInName(name);
  if (at !== undefined && isOnly((other) => dayInName(other) === at))
    return text("givenRestoreOf", { day: dateText(at, at) });
  const file = lastPart(name);
  return text("givenRestore", {
    file: nameInSentence(isOnly((other) => lastPart(other) === file) ? file : name),
  });
}

interface GivenProblemProps {
  readonly given: Extract<Given, { readonly what: "several" | "other" | "nothing" }>;
  readonly onBackup: (file: GivenFile) => void;
  readonly onArchive: (files: readonly GivenFile[]) => void;
}

/** Why what was given goes nowhere by itself, with what can be done. */
export function GivenProblem({ given, onBackup, onArchive }: GivenProblemProps) {
  if (given.what === "nothing") return <Notice kind="danger">{text("importNoFiles")}</Notice>;
  if (given.what === "other") {
    const { title, next } = otherFileText(given.as, given.name);
    return (
      <Notice kind="danger" title={title}>
        {next}
      </Notice>
    );
  }
  const { backups, others } = given;
  return (
    <Notice
      kind="calm"
      title={
        others.length === 0
          ? text("givenBackups", { count: backups.length })
          : text("givenBoth", { count: backups.length })
      }
    >
      <p>{text("givenOneAtATime")}</p>
      <div class="row">
        {backups
          .toSorted(newestFirst)
          .slice(0, BACKUPS)
          .map((file) => (
            <button
              key={file.name}
              type="button"
              class="button"
              name="given-backup"
              onClick={() => onBackup(file)}
            >
              {restoreText(file, backups)}
            </button>
          ))}
        {others.length > 0 && (
          <button
            type="button"
            class="button"
            name="given-archive"
            onClick={() => onArchive(others)}
          >
            {text("givenImport", { count: others.length })}
          </button>
        )}
      </div>
      {backups.length > BACKUPS && (
        <p class="soft small">{text("givenMore", { count: backups.length - BACKUPS })}</p>
      )}
    </Notice>
  );
}
