import { BANDS } from "../domain/tie/band.ts";
import { text, type TextKey } from "../words/text.ts";
import { bandMeaning, bandText } from "../words/tie-words.ts";

/** One chapter of the guide, in the language that is spoken. */
export interface GuideChapter {
  readonly name: string;
  readonly title: string;
  /** Whole sentences. */
  readonly lines: readonly string[];
}

const chapter = (name: string, title: TextKey, keys: readonly TextKey[]): GuideChapter => ({
  name,
  title: text(title),
  lines: keys.map((key) => text(key)),
});

/** The guide: short, and mostly the sentences that stand where they are needed, so that both say the same. */
export const guideChapters = (): readonly GuideChapter[] => [
  {
    name: "lights",
    title: text("guideLights"),
    lines: [
      ...BANDS.map((band) =>
        text("guideBand", { band: bandText(band), meaning: bandMeaning(band) }),
      ),
      text("guideClock"),
      text("guideOwnWord"),
    ],
  },
  chapter("archive", "importHow", [
    "setupWhy",
    "importHowAsk",
    "requestNoMessages",
    "importHowMail",
    "importHowLarge",
  ]),
  chapter("privacy", "promisesLabel", [
    "readsNothingElse",
    "readsNoTexts",
    "drawsVisible",
    "keepsWhat",
    "keepsNoServer",
    "guidePause",
  ]),
  chapter("changes", "guideChanges", ["guideChangesShown", "readerNext", "guideChangesReport"]),
  chapter("backup", "exportHeading", ["guideBackup", "exportMeans", "guideRemove"]),
];

/** The chapters with the lines that hold all these words, or all lines where the title holds them; chapters without any are left out. */
export function foundChapters(
  chapters: readonly GuideChapter[],
  words: string,
): readonly GuideChapter[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const holds = (line: string) => wanted.every((word) => line.toLocaleLowerCase().includes(word));
  return chapters
    .map((one) => (holds(one.title) ? one : { ...one, lines: one.lines.filter(holds) }))
    .filter(({ lines }) => lines.length > 0);
}
