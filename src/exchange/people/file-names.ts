/**
 * Names of files and folders that Windows, macOS, Linux and Obsidian take, made of names that strangers wrote.
 */

/** Signs with a meaning in paths, on Windows, and in links of Obsidian; and what is invisible. */
const UNSAFE = /[<>:"/\\|?*#^[\]]|[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Devices of Windows, which no file may be called by, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?:\.|$)/iu;

/** Room for a folder, a number and the ending within the 255 bytes that file systems give a name. */
const LONGEST_BYTES = 180;

const utf8 = new TextEncoder();

/** As many whole characters as fit. */
function cut(name: string): string {
  if (name.length * 3 <= LONGEST_BYTES) return name;
  let bytes = 0;
  let text = "";
  for (const character of name) {
    bytes += utf8.encode(character).length;
    if (bytes > LONGEST_BYTES) break;
    text += character;
  }
  return text;
}

/** A name that is safe as the name of a file; empty where nothing is left of it. */
export function safeName(name: string): string {
  const visible = name.normalize("NFC").replaceAll(UNSAFE, " ").replaceAll(/\s+/gu, " ");
  // Windows drops dots and spaces at the end, and a dot in front hides a file.
  const bare = (text: string): string => text.replaceAll(/^[\s.]+|[\s.]+$/gu, "");
  const safe = bare(cut(bare(visible)));
  return DEVICE.test(safe) ? `_${safe}` : safe;
}

/** File systems that do not tell capitals, or forms of Unicode, must not lose a file. */
const compared = (name: string): string => name.normalize("NFKC").toUpperCase().toLowerCase();

/** The names in one folder: no two of them are the same on any file system. */
export class FolderNames {
  readonly #taken = new Set<string>();

  /**
   * A name that nothing else in the folder has.
   *
   * @param name what it is called
   * @param detail what tells it from others of the name, best first
   */
  unique(name: string, ...detail: readonly string[]): string {
    const first = safeName(name);
    const named = detail.map(safeName).filter((one) => one !== "");
    const base = first || (named[0] ?? "") || "_";
    const free = [base, ...named.map((one) => cut(`${base} (${one})`))].find(
      (one) => safeName(one) === one && !this.#taken.has(compared(one)),
    );
    let found = free;
    for (let number = 2; found === undefined; number += 1) {
      const numbered = `${base} (${number})`;
      if (!this.#taken.has(compared(numbered))) found = numbered;
    }
    this.#taken.add(compared(found));
    return found;
  }
}
