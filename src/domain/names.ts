/** Text as it is compared and searched: lower case, without accents, spaces single. */
export function folded(text: string): string {
  // Plain ASCII, the most frequent text by far, has no accents to take off.
  if (/^[\x20-\x7e]*$/u.test(text)) return text.toLowerCase().replace(/ +/gu, " ").trim();
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
