/**
 * Files that are dropped where they cannot be read: the page that reads archives is opened, and asks for them. They go by a channel that only
 * pages of this extension are on.
 */

const CHANNEL = "tielight-handed-files";

/** What goes over the channel. */
type Handed = { readonly ask: true } | { readonly files: readonly File[] };

const isHanded = (value: unknown): value is Handed =>
  typeof value === "object" && value !== null && ("ask" in value || "files" in value);

/** Keeps files for the next page that asks for them, until the signal is aborted. */
export function handFiles(files: readonly File[], signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (!isHanded(data) || !("ask" in data)) return;
    channel.postMessage({ files } satisfies Handed);
    channel.close();
  });
  signal.addEventListener("abort", () => channel.close());
}

/** Asks for files that were dropped elsewhere; calls back with them if there are any, until the signal is aborted. */
export function askForFiles(take: (files: readonly File[]) => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (!isHanded(data) || !("files" in data) || signal.aborted) return;
    channel.close();
    take(data.files);
  });
  signal.addEventListener("abort", () => channel.close());
  channel.postMessage({ ask: true } satisfies Handed);
}
