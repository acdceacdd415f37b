const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

const BETWEEN = { "": /[^\p{L}\p{N}]+/u, "&+": /[^\p{L}\p{N}&+]+/u } as const;
const ASCII_BETWEEN = { "": /[^a-z0-9]+/, "&+": /[^a-z0-9&+]+/ } as const;

/** Text as it is compared: lower case, without accents, spaces single. Two words stay two, and a hyphen stays. For search, see {@link folded}. */
export function softFolded(text: string): string {
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
    .replaceAll("ð", "d")
    .replaceAll("þ", "th")
    .replaceAll("ł", "l")
    .replaceAll("æ", "ae")
    .replaceAll("œ", "oe")
    .replaceAll("ı", "i")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Apostrophes and hyphens of every kind. */
const JOINTS = /['’‘ʼ`´‐‑–-]/gu;
/** Two letters that stand for one with a sign over it in some languages: Müller and Mueller, Søren and Soeren, Ågård and Aagaard, Đorđe and Djordje. */
const DIGRAPHS = /([aou])e|aa|dj/gu;

/**
 * Text as it is searched: besides what `softFolded` does, apostrophes and hyphens are gone, and spellings of one letter with two are that letter. Both
 * the text and what is typed have to be folded.
 */
export function folded(text: string): string {
  return softFolded(text)
    .replace(JOINTS, "")
    .replace(DIGRAPHS, (pair, letter: string | undefined) => letter ?? pair.slice(0, 1));
}

/** The words of folded text: runs of letters, digits and what `extra` names. */
export function wordsIn(text: string, extra: "" | "&+" = ""): string[] {
  // Unicode classes cost several times what ranges do, and most text needs none.
  const between = isAscii(text) ? ASCII_BETWEEN[extra] : BETWEEN[extra];
  return text.split(between).filter(Boolean);
}
