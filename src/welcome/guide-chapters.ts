import { type Band, BANDS } from "../domain/tie/band.ts";
import { text, type TextKey } from "../words/text.ts";
import { bandMeaning, bandText } from "../words/tie-words.ts";

/** One line of the guide: a whole sentence or several. */
export interface GuideLine {
  readonly words: string;
  /** The light that stands before it. */
  readonly band?: Band;
}

/** One chapter of the guide, in the language that is spoken. */
export interface GuideChapter {
  readonly name: ChapterName;
  readonly title: string;
  readonly lines: readonly GuideLine[];
  /** The lines are steps, one after the other. */
  readonly isInSteps: boolean;
  /** The page on which members ask for their archive is drawn under the lines. */
  readonly hasRequestPicture: boolean;
}

/** The chapters, in their order. */
type ChapterName = "lights" | "archive" | "privacy" | "changes" | "backup" | "two" | "move";

const chapter = (
  name: ChapterName,
  title: TextKey,
  keys: readonly TextKey[],
  isInSteps = false,
): GuideChapter => ({
  name,
  title: text(title),
  lines: keys.map((key) => ({ words: text(key) })),
  isInSteps,
  hasRequestPicture: name === "archive",
});

/** The guide: short, and partly the sentences that stand where they are needed, so that both say the same. */
export const guideChapters = (): readonly GuideChapter[] => [
  {
    name: "lights",
    title: text("guideLights"),
    lines: [
      ...BANDS.map((band) => ({
        words: text("guideBand", { band: bandText(band), meaning: bandMeaning(band) }),
        band,
      })),
      { words: text("guideWeak") },
      { words: text("guideClock") },
      { words: text("guideSilence") },
      { words: text("guideOwnWord") },
    ],
    isInSteps: false,
    hasRequestPicture: false,
  },
  chapter(
    "archive",
    "importHow",
    [
      "importHowAsk",
      "guideArchiveTick",
      "guideArchiveRequested",
      "guideArchiveMail",
      "guideArchivePreview",
      "guideArchiveNames",
      "importHowLarge",
      "guideArchiveBack",
    ],
    true,
  ),
  chapter("privacy", "promisesLabel", [
    "readsNothingElse",
    "readsNoTexts",
    "drawsVisible",
    "keepsWhat",
    "keepsNoServer",
    "guideArchiveOnly",
    "guidePause",
    "guideForget",
  ]),
  chapter("changes", "guideChanges", [
    "guideChangesShown",
    "guideChangesRest",
    "guideChangesReport",
    "readerNext",
    "guideChangesAccess",
  ]),
  chapter("backup", "exportHeading", [
    "guideBackup",
    "exportMeans",
    "guideBackupSealed",
    "guideRestore",
    "guideRestoreUndo",
    "guideRemove",
  ]),
  chapter("two", "guideTwo", [
    "guideTwoFolder",
    "guideTwoAllow",
    "guideTwoKept",
    "guideTwoSealed",
    "guideTwoDeleted",
    "guideTwoFirefox",
  ]),
  chapter("move", "guideMove", ["guideMoveBackup", "guideMoveRestore", "guideMoveChoose"], true),
];

/** The chapters with the lines that hold all these words, or all lines where the title holds them; chapters without any are left out. */
export function foundChapters(
  chapters: readonly GuideChapter[],
  words: string,
): readonly GuideChapter[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const holds = (line: string) => wanted.every((word) => line.toLocaleLowerCase().includes(word));
  return chapters
    .map((one) =>
      wanted.length === 0 || holds(one.title)
        ? one
        : {
            ...one,
            lines: one.lines.filter((line) => holds(line.words)),
            hasRequestPicture: false,
          },
    )
    .filter(({ lines }) => lines.length > 0);
}
