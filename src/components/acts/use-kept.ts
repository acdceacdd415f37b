import { useEffect, useState } from "preact/hooks";

/**
 * A setting, kept up to date while the component is shown.
 *
 * @param read answers what is kept now; the same function every time
 * @param watch tells of every change until the signal is aborted; the same function every time
 * @param known what was kept when somebody read it before, to be shown until storage has answered; absent to be "unread" at first
 * @returns `known` until storage has answered
 */
export function useKept<T>(
  read: () => Promise<T>,
  watch: (listener: (value: T) => void, signal: AbortSignal) => void,
  known: T | "unread" = "unread",
): T | "unread" {
  const [value, setValue] = useState<T | "unread">(known);
  useEffect(() => {
    const gone = new AbortController();
    let hasChanged = false;
    watch((changed) => {
      hasChanged = true;
      setValue(changed);
    }, gone.signal);
    read().then(
      // A change that comes before the answer is the later of the two.
      (kept) => {
        if (!hasChanged && !gone.signal.aborted) setValue(kept);
      },
      // What cannot be read stays unread; the user hears why when a change of it fails.
      () => {},
    );
    return () => gone.abort();
  }, [read, watch]);
  return value;
}
