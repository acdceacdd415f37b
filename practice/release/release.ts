/**
 * `npm run package`: the files of a release. With `--verify` they are made a second time, in an empty folder, from nothing but the source archive,
 * and compared byte for byte.
 */
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uncommitted, unpack } from "./folder-files.ts";
import { makePackages, PACKAGES, program, type ReleaseFile, sha256 } from "./packages.ts";
import { filesOfZip } from "./zip-file.ts";

/** Runs the command. Answers the exit code: 0 when all files are made, lint has nothing against them and, if asked for, they are the same twice. */
export async function main(root: string, argv: readonly string[]): Promise<number> {
  const files = await makePackages(root);
  await lintFirefox(root, files);
  console.log(`\nIn ${PACKAGES}:`);
  print(files);
  console.log("\nEdge takes the ZIP for Chrome.");
  const changed = uncommitted(root);
  if (changed.length > 0)
    console.log(`Not to be released: ${changed.length} files differ from the last commit.`);
  return argv.includes("--verify") ? verify(files) : 0;
}

/** What the store of Firefox would say of the package, of which there may be no error. */
async function lintFirefox(root: string, files: readonly ReleaseFile[]): Promise<void> {
  const firefox = files.find(({ name }) => name.endsWith("-firefox.zip"));
  if (firefox === undefined) throw new Error("There is no package for Firefox");
  await inEmptyFolder(async (folder) => {
    await unpack(await filesOfZip(firefox.bytes), folder);
    program(root, "node_modules/web-ext/bin/web-ext.js", "lint", `--source-dir=${folder}`);
  });
}

/** Builds from the source archive as a reviewer would. Answers the exit code. */
async function verify(files: readonly ReleaseFile[]): Promise<number> {
  const source = files.find(({ name }) => name.endsWith("-source.zip"));
  if (source === undefined) throw new Error("There is no source archive");
  return inEmptyFolder(async (folder) => {
    console.log(`\nThe same from ${source.name}, in an empty folder:`);
    await unpack(await filesOfZip(source.bytes), folder);
    npm(folder, "ci", "--prefer-offline", "--no-audit", "--no-fund");
    npm(folder, "run", "package");
    const again = await Promise.all(
      files.map(async ({ name, bytes, sha256: first }) => {
        const second = await readFile(join(folder, PACKAGES, name));
        return { name, first, second: sha256(second), same: Buffer.from(bytes).equals(second) };
      }),
    );
    for (const { name, first, second, same } of again)
      console.log(`${same ? "same" : "DIFFERENT"}  ${name}\n  ${first} here\n  ${second} there`);
    return again.every(({ same }) => same) ? 0 : 1;
  });
}

function npm(folder: string, ...args: readonly string[]): void {
  const { status } = spawnSync("npm", args, {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm ${args.join(" ")} failed`);
}

async function inEmptyFolder<Answer>(work: (folder: string) => Promise<Answer>): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), "tielight-package-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function print(files: readonly ReleaseFile[]): void {
  for (const { name, bytes, sha256 } of files)
    console.log(`${sha256}  ${String(bytes.length).padStart(8)}  ${name}`);
}
