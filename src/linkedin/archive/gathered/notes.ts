/**
 * The notes of invitations, as fingerprints. When an invitation is accepted its note comes back as a message, and only the text
 * tells. Texts are compared while their row is read; what stays, in memory only and until the archive is read, is a number.
 */

const SPACE = 32;
const NO_BREAK_SPACE = 160;

/** Notes have at most 300 characters; some white space more may have come in. */
const LONGEST = 600;

/** No fingerprint. */
export const NO_NOTE = 0;

/**
 * A number that differs for different texts (53 bits, so two texts of one pair never share it by chance). White space is left
 * out: messages lose their line breaks. 0 for a text that is empty or too long for a note.
 */
export function fingerprint(text: string): number {
  if (text.length > LONGEST) return NO_NOTE;
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  let seen = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= SPACE || code === NO_BREAK_SPACE) continue;
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13);
    seen += 1;
  }
  return seen === 0 ? NO_NOTE : (a >>> 0) + ((b >>> 0) & 0x1fffff) * 0x1_0000_0000 || 1;
}

export interface Notes {
  /** Remembers the note of an invitation and answers its number, `NO_NOTE` for none. */
  remember(text: string): number;
  /** The number of a remembered note with this text, `NO_NOTE` for any other text. */
  find(text: string): number;
}

export function notes(): Notes {
  const numbers = new Map<number, number>();
  return {
    remember(text) {
      const print = fingerprint(text);
      if (print === NO_NOTE) return NO_NOTE;
      const known = numbers.get(print);
      if (known !== undefined) return known;
      numbers.set(print, numbers.size + 1);
      return numbers.size;
    },
    find(text) {
      if (numbers.size === 0) return NO_NOTE;
      return numbers.get(fingerprint(text)) ?? NO_NOTE;
    },
  };
}
