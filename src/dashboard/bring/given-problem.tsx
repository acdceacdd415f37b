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

/** The last part of a path. */
const nameOf = ({ name }: GivenFile): string => nameInSentence(name.split("/").pop() ?? name);

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
          .map((file) => {
            const at = dayInName(file.name);
            return (
              <button
                key={file.name}
                type="button"
                class="button"
                name="given-backup"
                onClick={() => onBackup(file)}
              >
                {at === undefined
                  ? text("givenRestore", { file: nameOf(file) })
                  : text("givenRestoreOf", { day: dateText(at, at) })}
              </button>
            );
          })}
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
    </Notice>
  );
}
