/** What the user gave, so that it goes the right way: an archive is imported, a backup is restored. */
import { folderKeyId } from "../../domain/backup/folder-files.ts";
import { chosenFile, isPacked } from "../../exchange/backup/opened-backup.ts";
import { kindOfName } from "../../exchange/backup/backup-name.ts";
import { type OtherFile, recognisedFile } from "../../exchange/recognised-file.ts";
import type { GivenFile } from "../../setup/given-files.ts";

/** See the file. */
export type Given =
  /** One archive or several, unpacked or not, or single files of one. What is in them is seen when they are read. */
  | { readonly what: "archive"; readonly files: readonly GivenFile[] }
  | { readonly what: "backup"; readonly file: GivenFile }
  /** Several backups, or backups and other files: only the user knows which comes first. */
  | {
      readonly what: "several";
      readonly backups: readonly GivenFile[];
      readonly others: readonly GivenFile[];
    }
  /** One file that nothing is read from. */
  | { readonly what: "other"; readonly name: string; readonly as: NothingRead }
  | { readonly what: "nothing" };

/** What a file can be from which nothing is read. */
export type NothingRead = Exclude<OtherFile, "archive" | "zip" | "table">;

const NOTHING_READ: readonly OtherFile[] = ["empty", "picture", "export", "other"];
const isNothingRead = (kind: OtherFile): kind is NothingRead => NOTHING_READ.includes(kind);

/** What a backup begins with that is neither packed nor sealed. */
const LINES = /^(?:\u00EF\u00BB\u00BF)?\{"(?:exportedAt":|format":"tielight-history")/;

const AT_START = 64;
const latin1 = new TextDecoder("latin1");

async function isBackup({ name, blob }: GivenFile): Promise<boolean> {
  if (blob.size === 0) return false;
  const start = latin1.decode(await blob.slice(0, AT_START).arrayBuffer());
  if (LINES.test(start) || (await isPacked(blob))) return true;
  if ((await chosenFile(blob, name)).kind !== "open") return true;
  // What is wrong with a file that is named like a backup is said by what reads it.
  return /\.jsonl(?:\W|$)/i.test(name) || kindOfName(name) !== undefined
    ? (await recognisedFile(blob)) === "other"
    : false;
}

/** What these files are, see {@link Given}. @throws what the browser throws that no longer has a file */
export async function given(all: readonly GivenFile[]): Promise<Given> {
  // The key of a sealed folder stands in each of its files as well.
  const withoutKeys = all.filter(({ name }) => folderKeyId(name) === undefined);
  const files = withoutKeys.length === 0 ? all : withoutKeys;
  const [first] = files;
  if (first === undefined) return { what: "nothing" };
  const are = await Promise.all(files.map(isBackup));
  const backups = files.filter((_, place) => are[place]);
  const others = files.filter((_, place) => !are[place]);
  const [backup] = backups;
  if (backup !== undefined)
    return files.length === 1
      ? { what: "backup", file: backup }
      : { what: "several", backups, others };
  if (files.length > 1) return { what: "archive", files };
  const kind = await recognisedFile(first.blob);
  // A name that says archive is taken at its word, and what is wrong with it is said by what reads it.
  if (!isNothingRead(kind) || (kind === "other" && /\.(?:zip|csv|tsv)$/i.test(first.name)))
    return { what: "archive", files };
  return { what: "other", name: first.name, as: kind };
}
