/**
 * A disk of its own for the files of a browser, so small that a test can fill it. It is a file system in memory; to mount one needs rights
 * that not every machine gives.
 */
import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SIZE = "300m";
const [LARGE, SMALL] = [1_048_576, 4096];
/** What becomes free is taken again after this time (ms). */
const AGAIN_MS = 5;

/** A mounted disk. */
export interface SmallDisk {
  readonly path: string;
  /** Takes all room there is, and all that becomes free, until `makeRoom`. */
  readonly fill: () => void;
  readonly makeRoom: () => void;
  readonly unmount: () => void;
}

const run = (program: string, ...args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: "ignore" }).status === 0;

/** Mounts a disk in this folder, which is made; `undefined` where that is not permitted. */
export function smallDisk(path: string): SmallDisk | undefined {
  mkdirSync(path, { recursive: true });
  if (!run("mount", "-t", "tmpfs", "-o", `size=${SIZE}`, "tmpfs", path)) return undefined;
  const ballast = join(path, "ballast");
  let refilling: NodeJS.Timeout | undefined;
  const take = (size: number): void => {
    const bytes = Buffer.alloc(size);
    const file = openSync(ballast, "a");
    try {
      while (writeSync(file, bytes) > 0);
    } catch {
      // There is no room any more.
    } finally {
      closeSync(file);
    }
  };
  const makeRoom = (): void => {
    clearInterval(refilling);
    rmSync(ballast, { force: true });
  };
  return {
    path,
    fill: () => {
      take(LARGE);
      take(SMALL);
      refilling = setInterval(() => take(SMALL), AGAIN_MS);
    },
    makeRoom,
    unmount: () => {
      clearInterval(refilling);
      run("umount", "-l", path);
    },
  };
}

/** Whether this machine lets a test mount a disk. */
export const canMount = (() => {
  const folder = mkdtempSync(join(tmpdir(), "tielight-disk-"));
  const disk = smallDisk(folder);
  disk?.unmount();
  rmdirSync(folder);
  return disk !== undefined;
})();
