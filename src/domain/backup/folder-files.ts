/**
 * The files of a shared folder, by their names alone: `tielight-2026-05-20-0f1e2d3c-000012-9a8b7c6d.jsonl.gz`. Each holds one whole history as one
 * copy of it (a browser profile) had it. A copy only adds files, and removes old ones of its own; so there are no locks and no conflicts.
 * Sealed files end in `.age`. Beside them lies the key that opens them, sealed with a passphrase: `tielight-key-1a2b3c4d.age`.
 */

/** What a name says. */
export interface FolderFile {
  /** The name as it stands in the folder. */
  readonly name: string;
  /** The day it was written, as that computer saw it: `2026-05-20`. */
  readonly day: string;
  /** The copy of the history that wrote it: eight hexadecimal digits, at random. */
  readonly copy: string;
  /** Rises with each file of a copy. */
  readonly counter: number;
  /** The first eight hexadecimal digits of the SHA-256 of the file. */
  readonly check: string;
  readonly isSealed: boolean;
}

/** The name of a file. */
export const folderFileName = ({
  day,
  copy,
  counter,
  check,
  isSealed,
}: Omit<FolderFile, "name">): string =>
  `tielight-${day}-${copy}-${String(counter).padStart(6, "0")}-${check}.jsonl.gz${isSealed ? ".age" : ""}`;

const NAMED = /tielight-(\d{4}-\d\d-\d\d)-([\da-f]{8})-(\d{6,9})-([\da-f]{8})(?![\da-f])/;

const SEALED = /\.age(?![a-z\d])/i;

/** What browsers leave behind of a file that they were writing. */
const UNFINISHED = /\.crswap$/i;

/** What stands in a name, also where a program that syncs put words around it; `undefined` for a file of somebody else. */
export function folderFile(name: string): FolderFile | undefined {
  if (UNFINISHED.test(name)) return undefined;
  const [, day = "", copy = "", counter = "", check = ""] = NAMED.exec(name) ?? [];
  if (check === "") return undefined;
  return { name, day, copy, counter: Number(counter), check, isSealed: SEALED.test(name) };
}

/** The name of the file of a key. @param id the first eight hexadecimal digits of its SHA-256 */
export const folderKeyName = (id: string): string => `tielight-key-${id}.age`;

const NAMED_KEY = /tielight-key-([\da-f]{8})(?![\da-f])/;

/** The id of the key in a file, also where a program that syncs put words around its name; `undefined` for other files. */
export const folderKeyId = (name: string): string | undefined =>
  UNFINISHED.test(name) ? undefined : NAMED_KEY.exec(name)?.[1];

/** Whether somebody sealed the folder with these files: a key lies in it, or a sealed file. */
export const isSealedFolder = (names: readonly string[]): boolean =>
  names.some((name) => folderKeyId(name) !== undefined || folderFile(name)?.isSealed === true);

/** Whether a name is what a browser left behind of a file that this copy was writing. */
export const isLeftover = (name: string, copy: string): boolean =>
  UNFINISHED.test(name) && NAMED.exec(name)?.[2] === copy;

/** Whether a file has the name that it was given, without words of another program around it. */
export const isOriginal = (file: FolderFile): boolean => file.name === folderFileName(file);

/** The last file that is known of each copy, by its counter. */
export type KnownFiles = Readonly<Record<string, number>>;

/**
 * The files of other copies that may say something new: for each copy newest first, as the first that is complete says everything that
 * the earlier ones say. A file that is there several times comes once, in its own name where it has that.
 */
export function filesToRead(
  files: readonly FolderFile[],
  own: ReadonlySet<string>,
  known: KnownFiles,
): readonly (readonly FolderFile[])[] {
  const found = new Map<string, Map<string, FolderFile>>();
  for (const file of files) {
    if (own.has(file.copy) || file.counter <= (known[file.copy] ?? 0)) continue;
    const same = found.get(file.copy) ?? new Map<string, FolderFile>();
    const id = `${file.counter} ${file.check}`;
    if (!same.has(id) || isOriginal(file)) same.set(id, file);
    found.set(file.copy, same);
  }
  return [...found.keys()]
    .sort()
    .map((copy) =>
      [...(found.get(copy) ?? new Map<string, FolderFile>()).values()].sort(
        (a, b) => b.counter - a.counter || (a.check < b.check ? -1 : 1),
      ),
    );
}

/** What one copy has in a folder. */
export interface CopyFiles {
  readonly copy: string;
  /** The day of its last file: `2026-05-20`. */
  readonly day: string;
  /** The highest number of a file of it. */
  readonly counter: number;
  /** How many files it has there, renamed ones among them. */
  readonly files: number;
}

/** What each of the other copies has in a folder, the one first that wrote longest ago. */
export function otherCopies(
  files: readonly FolderFile[],
  own: ReadonlySet<string>,
): readonly CopyFiles[] {
  const found = new Map<string, CopyFiles>();
  for (const { copy, day, counter } of files) {
    if (own.has(copy)) continue;
    const before = found.get(copy) ?? { copy, day, counter, files: 0 };
    found.set(copy, {
      copy,
      day: day > before.day ? day : before.day,
      counter: Math.max(counter, before.counter),
      files: before.files + 1,
    });
  }
  return [...found.values()].sort((a, b) => (`${a.day} ${a.copy}` < `${b.day} ${b.copy}` ? -1 : 1));
}

/** What a copy wrote last. */
export interface OwnFile {
  readonly copy: string;
  readonly counter: number;
  readonly check: string;
}

/** Whether a name is that of the file that a copy wrote last. */
export const isLastOf = (
  file: FolderFile | undefined,
  { copy, counter, check }: OwnFile,
): boolean => file?.copy === copy && file.counter === counter && file.check === check;

/** Whether somebody else writes under the id of this copy, as after a browser profile was copied: it has to take another id. */
export const isTwin = (files: readonly FolderFile[], { copy, counter, check }: OwnFile): boolean =>
  files.some(
    (file) =>
      file.copy === copy &&
      (file.counter > counter || (file.counter === counter && file.check !== check)),
  );

/** Of how many days, weeks and months the last file is kept. */
const KEPT = { days: 7, weeks: 4, months: 12 } as const;

/** Monday 29 December 1969 is the first day of week 0. */
const weekOf = (day: string): string =>
  String(Math.floor((Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 3) / 7));

/**
 * The own files that can go: all but the newest of each of the last 7 days, 4 weeks and 12 months of which there is a file. Files with
 * words around their names are left to the program that put them there.
 */
export function surplusFiles(files: readonly FolderFile[], copy: string): readonly FolderFile[] {
  const own = files
    .filter((file) => file.copy === copy && isOriginal(file))
    .sort((a, b) => b.counter - a.counter);
  const kept = new Set<FolderFile>();
  const keep = (most: number, spanOf: (day: string) => string): void => {
    const spans = new Set<string>();
    for (const file of own) {
      const span = spanOf(file.day);
      if (spans.has(span)) continue;
      if (spans.size === most) return;
      spans.add(span);
      kept.add(file);
    }
  };
  keep(KEPT.days, (day) => day);
  keep(KEPT.weeks, weekOf);
  keep(KEPT.months, (day) => day.slice(0, 7));
  return own.filter((file) => !kept.has(file));
}
