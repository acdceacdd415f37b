import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { keepView, viewKept } from "./people-views.ts";
import { asPeopleView, FIRST_VIEW, type PeopleView } from "./people-view.ts";

/** A view is kept once per pause in typing (ms). */
const PAUSE_MS = 300;

/** How a view changed: by typing, which makes no new step on the way back. */
export type PeopleViewChange = "typed" | "chosen";

/**
 * The view that an id of the address names.
 *
 * @param onId shows an id in the address; the same function every time
 * @returns the view, absent until it was read, and a function that changes it
 */
export function usePeopleView(
  id: string | undefined,
  onId: (id: string, change: PeopleViewChange) => void,
): readonly [PeopleView | undefined, (view: PeopleView, change?: PeopleViewChange) => void] {
  const [view, setView] = useState<PeopleView>();
  /** The id of what is shown, as far as it has one. */
  const shown = useRef<string>(undefined);
  /** Ids of views that were shown only until the next change: the address may come by them late, and they are not shown again. */
  const passed = useRef(new Set<string>());
  /** One view is kept after the other: the address ends with the one chosen last. */
  const keeping = useRef(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (id !== undefined && passed.current.has(id) && id !== shown.current) return undefined;
    passed.current.clear();
    if (id !== undefined && id === shown.current) return undefined;
    let current = true;
    shown.current = id;
    const reading = id === undefined ? Promise.resolve(undefined) : viewKept(id);
    reading.then(
      (kept) => current && setView(asPeopleView(kept)),
      () => current && setView(FIRST_VIEW),
    );
    return () => {
      current = false;
    };
  }, [id]);
  const change = useCallback(
    (next: PeopleView, how: PeopleViewChange = "chosen") => {
      setView(next);
      clearTimeout(timer.current);
      const keepAfter = async (before: Promise<void>) => {
        await before;
        try {
          const kept = await keepView(next);
          passed.current.add(kept);
          shown.current = kept;
          onId(kept, how);
        } catch {
          // Without storage the view is shown all the same; it only has no address.
        }
      };
      const keep = () => {
        keeping.current = keepAfter(keeping.current);
      };
      if (how === "typed") timer.current = setTimeout(keep, PAUSE_MS);
      else keep();
    },
    [onId],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  return [view, change];
}
