/**
 * What stands in the way of restoring a backup, in words: what happened, why, and what helps.
 */
import { dayInName } from "../exchange/backup/backup-name.ts";
import type { HistoryReading, RestoreProblem } from "../exchange/read-history.ts";
import type { OtherFile } from "../exchange/recognised-file.ts";
import type { SetAside } from "../exchange/set-aside.ts";
import { nameInSentence } from "./name-text.ts";
import { numberText, text } from "./text.ts";
import type { TroubleText } from "./trouble-words.ts";

const damagedHeadText = (file: string): TroubleText => ({
  title: text("restoreHeadDamaged", { file }),
  next: text("restoreHeadDamagedNext"),
});

/** A file that is something else. */
export function otherFileText(file: OtherFile, fileName: string): TroubleText {
  const name = nameInSentence(fileName);
  switch (file) {
    case "empty":
      return {
        title: text("restoreOtherEmpty", { file: name }),
        next: text("restoreOtherEmptyNext"),
      };
    case "export":
      return {
        title: text("restoreOtherExport", { file: name }),
        next: text("restoreOtherExportNext"),
      };
    case "picture":
      return { title: text("restoreOtherPicture", { file: name }), next: text("restoreOtherNext") };
    case "other":
      // By its name it is a backup: to say what backups are called would not help.
      if (dayInName(fileName) !== undefined) return damagedHeadText(name);
      return { title: text("restoreOther", { file: name }), next: text("restoreOtherNext") };
    case "archive":
    case "zip":
    case "table":
      return { title: text("restoreOther", { file: name }), next: text("restoreOtherNext") };
  }
}

/** Why nothing can be restored from the file of this name. */
export function restoreProblemText(problem: RestoreProblem, fileName: string): TroubleText {
  const name = nameInSentence(fileName);
  switch (problem.code) {
    case "other-file":
      return otherFileText(problem.file, fileName);
    case "later-version":
      return {
        title: text("restoreLater", { file: name }),
        next: text("restoreLaterNext", { version: numberText(problem.version) }),
      };
    case "cut-off":
      return {
        title: text("restoreEndsEarly", { file: name }),
        next: text("restoreEndsEarlyNext"),
      };
    case "damaged-head":
      return damagedHeadText(name);
  }
}

/** Why a sealed file of this name cannot be opened by any passphrase. */
export function sealTroubleText(
  trouble: "damaged-seal" | "other-seal",
  fileName: string,
): TroubleText {
  const file = nameInSentence(fileName);
  return trouble === "damaged-seal"
    ? { title: text("restoreSealDamaged", { file }), next: text("restoreSealDamagedNext") }
    : { title: text("restoreOtherSeal", { file }), next: text("restoreOtherSealNext") };
}

/** The file of this name could not be read by the browser. */
export const unreadableFileText = (fileName: string): TroubleText => ({
  title: text("restoreUnreadable", { file: nameInSentence(fileName) }),
  next: text("restoreUnreadableNext"),
});

/** What is wrong with the file as a whole; `undefined` when it is as Tielight wrote it, or when its lines say it. */
export function wholeFileText({
  isWhole,
  isUnchanged,
  setAsideCount,
}: HistoryReading): TroubleText | undefined {
  if (!isWhole) return { title: text("restoreCutOff"), next: text("restoreCutOffNext") };
  if (isUnchanged || setAsideCount > 0) return undefined;
  return { title: text("restoreChanged"), next: text("restoreChangedNext") };
}

function reasonText({ reason, place }: SetAside): string {
  switch (reason) {
    case "too-long":
      return text("restoreReasonTooLong");
    case "damaged":
      return text("restoreReasonDamaged");
    case "malformed":
      return place === undefined
        ? text("restoreReasonMalformed")
        : text("restoreReasonPlace", { place: nameInSentence(place) });
    case "after-end":
      return text("restoreReasonAfterEnd");
  }
}

/** A line that is left out. Of an alias or name only what follows its kind is shown. */
export function setAsideText(one: SetAside): string {
  const line = numberText(one.line);
  if (one.subject === undefined)
    return text("restoreSetAsideLine", { line, reason: reasonText(one) });
  const subject = nameInSentence(one.subject.replace(/^[a-z]+:/, ""));
  return text("restoreSetAsideSubject", { line, subject, reason: reasonText(one) });
}

/** The lines that are named, and how many more there are. */
export function setAsideTexts({ setAside, setAsideCount }: HistoryReading): readonly string[] {
  const more = setAsideCount - setAside.length;
  return [
    ...setAside.map(setAsideText),
    ...(more > 0 ? [text("restoreSetAsideMore", { count: more })] : []),
  ];
}
