/** What can happen to the files in which a browser keeps what an extension stores. The browser has ended. */
import { readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserName } from "../../../practice/browser/browser-driver.ts";

/** One damage. */
export interface Damage {
  /** `the log of the database, truncated`. */
  readonly title: string;
  /** @returns whether there was something to damage */
  readonly done: (profile: string) => Promise<boolean>;
}

type Harm = (file: string) => Promise<void>;

const flipped: Harm = async (file) => {
  const bytes = await readFile(file);
  // Somewhere in the middle, and for more than one block of it.
  const [from, to] = [Math.floor(bytes.length / 3), Math.ceil((bytes.length * 2) / 3)];
  for (let at = from; at < to; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  await writeFile(file, bytes);
};

const HARMS: Readonly<Record<string, Harm>> = {
  truncated: async (file) => truncate(file, Math.floor((await stat(file)).size / 2)),
  flipped,
  emptied: (file) => truncate(file, 0),
  missing: (file) => rm(file),
};

const entries = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);

async function foldersOfChromium(profile: string): Promise<Readonly<Record<string, string>>> {
  const all = join(profile, "Default", "IndexedDB");
  const origin = (await entries(all)).find((one) => /^chrome-extension_.*\.leveldb$/.test(one));
  const settings = join(profile, "Default", "Local Extension Settings");
  const id = origin?.split("_")[1] ?? "";
  return { "the databases": join(all, origin ?? "none"), "storage.local": join(settings, id) };
}

/** The kinds of files that a LevelDB is made of. */
const KINDS: Readonly<Record<string, RegExp>> = {
  MANIFEST: /^MANIFEST/,
  CURRENT: /^CURRENT$/,
  log: /^\d+\.log$/,
  table: /^\d+\.ldb$/,
};

const DAMAGES_OF_CHROMIUM: readonly Damage[] = ["the databases", "storage.local"].flatMap(
  (place): readonly Damage[] => [
    ...Object.entries(KINDS).flatMap(([kind, name]) =>
      // So little is stored there that it has no table.
      (kind === "table" && place === "storage.local" ? [] : Object.entries(HARMS)).map(
        ([harm, act]): Damage => ({
          title: `${kind} of ${place}, ${harm}`,
          done: async (profile) => {
            const folder = (await foldersOfChromium(profile))[place] ?? "";
            const files = (await entries(folder)).filter((file) => name.test(file));
            for (const file of files) await act(join(folder, file));
            return files.length > 0;
          },
        }),
      ),
    ),
    {
      title: `${place}, gone`,
      done: async (profile) => {
        const folder = (await foldersOfChromium(profile))[place] ?? "";
        const isThere = (await entries(folder)).length > 0;
        await rm(folder, { recursive: true, force: true });
        return isThere;
      },
    },
  ],
);

/** The folders of an extension in Firefox: of its databases, and of `storage.local`, which is a database, too. */
async function foldersOfFirefox(profile: string): Promise<readonly string[]> {
  const all = join(profile, "storage", "default");
  return (await entries(all))
    .filter((origin) => origin.startsWith("moz-extension"))
    .map((origin) => join(all, origin));
}

const isOfStorage = (folder: string): boolean => folder.includes("userContextId=4294967295");

/** Files of databases by what is in them: the largest database of an extension is its history. */
async function filesOfFirefox(profile: string): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {};
  for (const folder of await foldersOfFirefox(profile)) {
    const sized = await Promise.all(
      (await entries(join(folder, "idb")))
        .filter((file) => file.endsWith(".sqlite"))
        .map(async (file) => {
          const path = join(folder, "idb", file);
          return { path, size: (await stat(path)).size };
        }),
    );
    const [largest, ...others] = sized.toSorted((a, b) => b.size - a.size).map(({ path }) => path);
    if (largest === undefined) continue;
    if (isOfStorage(folder)) files["storage.local"] ??= largest;
    // The watcher of the tests keeps nothing.
    else if (others[0] !== undefined) {
      files["the history"] = largest;
      files["the other database"] = others[0];
    }
  }
  return files;
}

const DAMAGES_OF_FIREFOX: readonly Damage[] = [
  ...["the history", "the other database", "storage.local"].flatMap((what) =>
    Object.entries(HARMS).map(([harm, act]): Damage => ({
      title: `${what}, ${harm}`,
      done: async (profile) => {
        const file = (await filesOfFirefox(profile))[what];
        if (file !== undefined) await act(file);
        return file !== undefined;
      },
    })),
  ),
  {
    title: "the databases, gone",
    done: async (profile) => {
      const folders = (await foldersOfFirefox(profile)).filter((folder) => !isOfStorage(folder));
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
      return folders.length > 0;
    },
  },
  {
    title: "what says whose the databases are, gone",
    done: async (profile) => {
      const folders = await foldersOfFirefox(profile);
      for (const folder of folders) await rm(join(folder, ".metadata-v2"), { force: true });
      return folders.length > 0;
    },
  },
];

/** All damages that are tried in a browser. */
export const DAMAGES: Readonly<Record<BrowserName, readonly Damage[]>> = {
  chromium: DAMAGES_OF_CHROMIUM,
  firefox: DAMAGES_OF_FIREFOX,
};
