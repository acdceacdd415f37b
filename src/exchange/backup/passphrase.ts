/**
 * Passphrases for sealed files.
 */

/** Fewer characters are tried out too soon. */
export const LEAST_CHARACTERS = 8;

/** Letters and digits that nobody takes for another one. */
const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const IN_GROUP = 4;

/** A random passphrase of four groups: 80 bits, as each of the 32 characters gives 5. */
export function suggestedPassphrase(): string {
  const random = crypto.getRandomValues(new Uint8Array(GROUPS * IN_GROUP));
  // 256 is a multiple of 32, so every character is as likely.
  const signs = [...random].map((byte) => ALPHABET[byte % ALPHABET.length] ?? "");
  return Array.from({ length: GROUPS }, (_, group) =>
    signs.slice(group * IN_GROUP, (group + 1) * IN_GROUP).join(""),
  ).join("-");
}
