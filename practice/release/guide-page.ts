/**
 * The guide of the product as a page of the repository. It is made of the same chapters, in the language that is spoken.
 */
import { BAND_SHAPES, outline } from "../../src/components/pictures/band-shapes.ts";
import type { Band } from "../../src/domain/tie/band.ts";
import { REQUEST_BOXES } from "../../src/setup/request-boxes.ts";
import type { GuideChapter } from "../../src/welcome/guide-chapters.ts";
import { text, textDirection } from "../../src/words/text.ts";

/** A colour that can be seen on white and on black: pages of a repository are shown on both. */
const COLOR = "#b3742d";

const attributes = (of: Readonly<Record<string, string>>): string =>
  Object.entries(of)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join("");

/** The light of a band as a picture. */
export function lightPicture(band: Band): string {
  const { filled, drawn, ...shape } = BAND_SHAPES[band];
  const paths = [
    ...(filled === undefined ? [] : [`<path d="${filled}" fill="currentColor"/>`]),
    ...(drawn === undefined ? [] : [`<path d="${drawn}"${attributes(outline(shape))}/>`]),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16" color="${COLOR}">${paths.join("")}</svg>\n`;
}

/** The page on which members ask for their archive, drawn with letters. */
function requestDrawing(): readonly string[] {
  return [
    `**${text("requestTitle")}**`,
    "",
    `- ◯ ${text("requestLarge")}`,
    `- ◉ ${text("requestSome")}`,
    ...REQUEST_BOXES.map((box) => `  - ☑ ${text(box)}`),
    "",
    `\`${text("requestButton")}\``,
    "",
    text("requestNoMessages"),
    "",
    `_${text("requestDrawing")}_`,
  ].map((line) => (line === "" ? ">" : `> ${line}`));
}

function chapterText({ title, lines, isInSteps, hasRequestPicture }: GuideChapter): string {
  const mark = isInSteps ? "1." : "-";
  return [
    `## ${title}`,
    "",
    ...lines.map(({ words, band }) =>
      [mark, ...(band ? [`![](lights/${band}.svg)`] : []), words].join(" "),
    ),
    ...(hasRequestPicture ? ["", ...requestDrawing()] : []),
    "",
  ].join("\n");
}

/** The whole guide. Under it the pages that only the repository has, by their names, which no language changes. */
export function guidePage(chapters: readonly GuideChapter[]): string {
  const isMirrored = textDirection() === "rtl";
  return [
    "<!-- `npm run guide` makes this page of src/words/messages. What is changed here by hand is lost. -->",
    "",
    ...(isMirrored ? ['<div dir="rtl">', ""] : []),
    `# ${text("guideHeading")}`,
    "",
    ...chapters.map(chapterText),
    "[PRIVACY.md](../../PRIVACY.md) · [docs/formats](../formats/backup.md) · [install.md](install.md)",
    ...(isMirrored ? ["", "</div>"] : []),
    "",
  ].join("\n");
}
