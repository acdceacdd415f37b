/** A name as it is compared: letters in one form, one space between words, no matter how it is written. */
export function comparedName(name: string): string {
  return name.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}
