/**
 * Whole numbers as text: six bits a character, five of value and one that says "more follows", the sign in the lowest bit. Small
 * numbers take one character, a gap of days in milliseconds seven. Plain ASCII without quotes, so JSON adds nothing to it.
 */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const CHARACTERS = [...ALPHABET];
const DIGITS = new Uint8Array(128);
for (const [digit, character] of CHARACTERS.entries()) DIGITS[character.charCodeAt(0)] = digit;

/** The text of a whole number (any safe integer up to 2^52 either way). */
export function numberText(value: number): string {
  let rest = value < 0 ? -2 * value + 1 : 2 * value;
  if (rest < 32) return CHARACTERS[rest] ?? "";
  let text = "";
  // Bit operations hold 32 bits; a moment in milliseconds needs more.
  while (rest > 0x3fff_ffff) {
    text += CHARACTERS[32 + (rest % 32)];
    rest = Math.floor(rest / 32);
  }
  while (rest >= 32) {
    text += CHARACTERS[32 + (rest & 31)];
    rest >>= 5;
  }
  return text + CHARACTERS[rest];
}

/** Reads numbers off a text one after the other, in the order they were written. */
export function numberReader(text: string): () => number {
  let position = 0;
  return () => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const digit = DIGITS[text.charCodeAt(position)] ?? 0;
      position += 1;
      value += (digit % 32) * scale;
      if (digit < 32) break;
      scale *= 32;
    }
    return value % 2 === 1 ? -(value - 1) / 2 : value / 2;
  };
}
