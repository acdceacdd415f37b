/**
 * Names and other words written by strangers, made fit to stand in our sentences.
 */

/** Controls of writing direction, zero-width characters, line breaks and the like: nothing a name needs, except the joiners. */
const INVISIBLE = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const LONGEST_NAME = 120;

/** A name without invisible characters, cut after 120 characters. Empty when nothing visible is left. */
export function plainName(name: string): string {
  const visible = name.replace(INVISIBLE, " ").replace(/\s+/g, " ").trim();
  const characters = [...visible];
  return characters.length <= LONGEST_NAME
    ? visible
    : `${characters.slice(0, LONGEST_NAME - 1).join("")}…`;
}

/** A name that keeps its own direction inside a sentence of another one (Unicode isolates). */
export function nameInSentence(name: string): string {
  return `\u2068${plainName(name)}\u2069`;
}
