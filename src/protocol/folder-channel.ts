/**
 * How the folder that the user chose travels between our pages and the background: messages of the extension lose it, this channel of the
 * browser does not. Only pages of this extension and its background are on it.
 */

const CHANNEL = "tielight-folder";

/** A folder on its way. */
interface SentDirectory {
  readonly to: "background" | "page";
  /** Random, to name it in questions. */
  readonly id: string;
  readonly directory: FileSystemDirectoryHandle;
}

const isSent = (value: unknown): value is SentDirectory =>
  typeof value === "object" && value !== null && "to" in value && "directory" in value;

/** Sends a folder. Nobody hears of it who does not listen yet. */
export function sendDirectory(sent: SentDirectory): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(sent);
  channel.close();
}

/** Calls the listener with every later folder, until the signal is aborted. */
export function watchDirectories(
  to: SentDirectory["to"],
  listener: (id: string, directory: FileSystemDirectoryHandle) => void,
  signal: AbortSignal,
): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (isSent(data) && data.to === to && !signal.aborted) listener(data.id, data.directory);
  });
  signal.addEventListener("abort", () => channel.close());
}
