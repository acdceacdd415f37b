import { watchAll } from "./kept.ts";

/** How much each history holds is kept under this and its name, see `src/background/histories/witness.ts`. */
export const WITNESS = "witness-";

/** Calls the listener whenever a history has grown or shrunk, until the signal is aborted. */
export function watchHistories(listener: () => void, signal: AbortSignal): void {
  watchAll((changes) => {
    if (Object.keys(changes).some((key) => key.startsWith(WITNESS))) listener();
  }, signal);
}
