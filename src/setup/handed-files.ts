/**
 * Files that are dropped where they cannot be read: the page that reads them is opened, and asks for them. They go by channels that only
 * pages of this extension are on. All pages hear who asks; the files go by a channel of the one that asked.
 */
import type { GivenFile } from "./given-files.ts";

const CHANNEL = "tielight-handed-files";

/** What a page says that asks for files: the name of its own channel. */
interface FilesWanted {
  readonly on: string;
}

const isWanted = (value: unknown): value is FilesWanted =>
  typeof value === "object" && value !== null && "on" in value && typeof value.on === "string";

/** What goes over the channel of a page. */
interface Handed {
  readonly files: readonly GivenFile[];
}

const isHanded = (value: unknown): value is Handed =>
  typeof value === "object" && value !== null && "files" in value;

/** Keeps files for the next page that asks for them, until the signal is aborted. */
export function handFiles(files: readonly GivenFile[], signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (!isWanted(data)) return;
    const theirs = new BroadcastChannel(data.on);
    theirs.postMessage({ files } satisfies Handed);
    theirs.close();
    channel.close();
  });
  signal.addEventListener("abort", () => channel.close());
}

/** Asks for files that were dropped elsewhere; calls back with them if there are any, until the signal is aborted. */
export function askForFiles(
  take: (files: readonly GivenFile[]) => void,
  signal: AbortSignal,
): void {
  const on = `${CHANNEL} ${crypto.randomUUID()}`;
  const own = new BroadcastChannel(on);
  own.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (!isHanded(data) || signal.aborted) return;
    own.close();
    take(data.files);
  });
  signal.addEventListener("abort", () => own.close());
  const all = new BroadcastChannel(CHANNEL);
  all.postMessage({ on } satisfies FilesWanted);
  all.close();
}
