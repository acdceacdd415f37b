const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

const BETWEEN = { "": /[^\p{L}\p{N}]+/u, "&+": /[^\p{L}\p{N}&+]+/u } as const;
const ASCII_BETWEEN = { "": /[^a-z0-9]+/, "&+": /[^a-z0-9&+]+/ } as const;

/** Text as it is compared and searched: lower case, without accents, spaces single. */
export function folded(text: string): string {
  // Plain ASCII, the most frequent text by far, has no accents to take off.
  if (isAscii(text)) {
    const lower = text.toLowerCase();
    return (lower.includes("  ") ? lower.replace(/ +/gu, " ") : lower).trim();
  }
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("đ", "d")
    .replaceAll("ł", "l")
    .replaceAll("æ", "ae")
    .replaceAll("œ", "oe")
    .replaceAll("ı", "i")
    .replace(/\s+/gu, " ")
    .trim();
}

/** The words of folded text: runs of letters, digits and what `extra` names. */
export function wordsIn(text: string, extra: "" | "&+" = ""): string[] {
  // Unicode classes cost several times what ranges do, and most text needs none.
  const between = isAscii(text) ? ASCII_BETWEEN[extra] : BETWEEN[extra];
  return text.split(between).filter(Boolean);
}
