/**
 * How wide words are in a picture, so that no two of them touch.
 */

/** Answers how wide words are (px). Names are set in stronger letters than numbers. */
export type WidthOf = (words: string, weight?: "usual" | "strong") => number;

/** Size of the letters in units of the design, as `--text-small`. */
const LETTERS = 0.8125;

const WEIGHTS = { usual: 400, strong: 600 } as const;

/** Roughly, in units of the design: letters of Chinese, Japanese and Korean are wider. */
const guessedWidth = (letter: string): number =>
  (letter.codePointAt(0) ?? 0) >= 0x1100 ? 0.85 : 0.52;

const guessed = (words: string, unit: number): number =>
  [...words].reduce((sum, letter) => sum + guessedWidth(letter), 0) * unit;

let ruler: OffscreenCanvasRenderingContext2D | null | undefined;

/**
 * The widths of words in the letters of this page.
 *
 * @param unit pixels of one unit of the design
 */
export function widthOfWords(unit: number): WidthOf {
  // A document without a screen has no canvas.
  ruler ??=
    typeof OffscreenCanvas === "undefined" ? null : new OffscreenCanvas(1, 1).getContext("2d");
  if (ruler === null) return (words) => guessed(words, unit);
  const canvas = ruler;
  const { fontFamily } = getComputedStyle(document.body);
  return (words, weight = "usual") => {
    canvas.font = `${WEIGHTS[weight]} ${LETTERS * unit}px ${fontFamily}`;
    return canvas.measureText(words).width;
  };
}
