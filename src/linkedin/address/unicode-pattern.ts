/**
 * A regular expression with classes of Unicode (`\p{L}`) that is made when it is first used, and once.
 *
 * A browser checks each regular expression in the text of a script while it reads the script, and looks its classes up in the tables of
 * Unicode. Measured in Chromium: with 25 of them that was 4 of the 7 ms that the script on the site took on every page.
 *
 * @param source as between the slashes, written with `String.raw`
 * @param flags `u` is among them
 */
export function unicodePattern(source: string, flags = "u"): () => RegExp {
  let made: RegExp | undefined;
  return () => (made ??= new RegExp(source, flags));
}
