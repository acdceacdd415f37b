/** The files of a release, made from a tree with its npm packages installed. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { billOfMaterials } from "./bill-of-materials.ts";
import { filesOfFolder, sourcesOf } from "./folder-files.ts";
import { releaseNotes } from "./release-notes.ts";
import { zipOf } from "./zip-file.ts";

/** Where they are written, in the tree. */
export const PACKAGES = "dist/packages";

/** One file of a release. */
export interface ReleaseFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

/** Builds the extension for both browsers and writes everything a release consists of into {@link PACKAGES}. */
export async function makePackages(root: string): Promise<readonly ReleaseFile[]> {
  for (const mode of ["chrome", "firefox"])
    program(root, "node_modules/vite/bin/vite.js", "build", "--mode", mode, "--logLevel", "warn");
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
    version: string;
  };
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  const changelog = await readFile(join(root, "CHANGELOG.md"), "utf8");
  const built = async (browser: string): Promise<Uint8Array> =>
    zipOf(await filesOfFolder(join(root, "dist", browser), [".vite/"]));
  const files: readonly (readonly [string, Uint8Array])[] = [
    [`tielight-${version}-chrome.zip`, await built("chrome")],
    [`tielight-${version}-firefox.zip`, await built("firefox")],
    [`tielight-${version}-source.zip`, await zipOf(await sourcesOf(root))],
    [`tielight-${version}.cdx.json`, text(billOfMaterials(root))],
    ["RELEASE-NOTES.md", text(releaseNotes(changelog, version))],
  ];
  const made = files.map(([name, bytes]) => ({ name, bytes, sha256: sha256(bytes) }));
  const folder = join(root, PACKAGES);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of made) await writeFile(join(folder, name), bytes);
  await writeFile(
    join(folder, "SHA256SUMS"),
    made.map(({ name, sha256: hash }) => `${hash}  ${name}\n`).join(""),
  );
  return made;
}

/** In hexadecimal digits. */
export const sha256 = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

/**
 * Runs a program of an npm package with this Node, and shows what it says.
 *
 * @throws when it fails
 */
export function program(root: string, ...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NO_UPDATE_NOTIFIER: "1" },
  });
  if (status !== 0) throw new Error(`${args.join(" ")} failed`);
}
