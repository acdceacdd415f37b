/**
 * Of what our own pages hear without asking: that something changed. The page then asks anew. It goes by a channel that only pages of
 * this extension and its background are on.
 */

/** What changed. */
export type Change =
  | { readonly of: "settings" }
  /** A value that our own pages keep for themselves. */
  | { readonly of: "value"; readonly key: string }
  /** Whom or what the page in a tab is about. */
  | { readonly of: "tab"; readonly tabId: number }
  /** The panel in a window is to show the person who was asked for, see `askedPerson`. */
  | { readonly of: "asked"; readonly windowId: number }
  /** People were deleted on one of our pages: a deletion before that cannot be undone any more. */
  | { readonly of: "deletion"; readonly id: string }
  /** Which histories there are, whose they are, which one is in use or shown. */
  | { readonly of: "histories" }
  /** A history, by every write of it, notes and choices included. */
  | { readonly of: "history"; readonly name: string; readonly revision: number };

const CHANNEL = "tielight-changes";

const isChange = (value: unknown): value is Change =>
  typeof value === "object" && value !== null && "of" in value;

/** Calls the listener with every later change, until the signal is aborted. */
export function watchChanges(listener: (change: Change) => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (isChange(data) && !signal.aborted) listener(data);
  });
  signal.addEventListener("abort", () => channel.close());
}

let channel: BroadcastChannel | undefined;

/** Says that something changed. */
export function tellChange(change: Change): void {
  channel ??= new BroadcastChannel(CHANNEL);
  channel.postMessage(change);
}
