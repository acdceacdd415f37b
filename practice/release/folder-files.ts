/** Folders as the files that are packed from them, and back. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import type { PackedFile, PackedFiles } from "./zip-file.ts";

/** All files of a folder but those whose path begins in one of these ways. */
export async function filesOfFolder(
  folder: string,
  without: readonly string[] = [],
): Promise<PackedFiles> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length))
    .map((name) => name.replaceAll(sep, "/"))
    .filter((name) => without.every((start) => !name.startsWith(start)));
  return read(folder, names);
}

/** What is generated and installed in a tree of this repository. */
const NO_SOURCES = ["node_modules/", "dist/", "practice/out/", "practice/dist/", "test/out/"];

/**
 * The sources in a folder: what git tracks, as it stands on the disk; in a folder that is no checkout, such as an unpacked source archive,
 * everything but what was generated.
 */
export async function sourcesOf(root: string): Promise<PackedFiles> {
  if (!existsSync(join(root, ".git"))) return filesOfFolder(root, NO_SOURCES);
  const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  return read(
    root,
    tracked.split("\0").filter((name) => name !== "" && existsSync(join(root, name))),
  );
}

/** What git would not know again: changed, new or removed files. Empty in a folder that is no checkout. */
export function uncommitted(root: string): readonly string[] {
  if (!existsSync(join(root, ".git"))) return [];
  return execFileSync("git", ["status", "--porcelain"], { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter((line) => line !== "");
}

/** Writes files into a folder, which is made. */
export async function unpack(files: PackedFiles, folder: string): Promise<void> {
  for (const [name, { bytes, executable }] of files) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes, { mode: executable ? 0o755 : 0o644 });
  }
}

async function read(folder: string, names: readonly string[]): Promise<PackedFiles> {
  const files = names.map(async (name): Promise<[string, PackedFile]> => {
    const path = join(folder, name);
    const { mode } = await stat(path);
    return [name, { bytes: await readFile(path), executable: (mode & 0o100) !== 0 }];
  });
  return new Map(await Promise.all(files));
}
