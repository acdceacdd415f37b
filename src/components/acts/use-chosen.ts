import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { untilAnswered } from "../../protocol/transport.ts";
import { type Act, useAct } from "./use-act.ts";

/** Values that a control shows. Two of them are the same as `Object.is` says. */
type Shown = string | number | boolean | undefined;

/** What the user chose last, and how far keeping it has come. */
type Wanted<T> =
  | { readonly at: "under-way" | "failed"; readonly value: T }
  /** `from` was still read as kept when the choice was, and nothing older can be read any more. */
  | { readonly at: "kept"; readonly value: T; readonly from: T };

/** A control whose value is kept somewhere else. */
interface Chosen<T> {
  /** The value that the control shows. */
  readonly shown: T;
  /** Shows the value at once and keeps it. `keep` resolves with "not-kept" where the user did not want it after all. */
  readonly choose: (value: T, keep: () => Promise<void | "not-kept">) => void;
  /** How keeping it goes, to be shown beside the control. */
  readonly act: Act;
}

/** Resolves when nothing is read any more that may be older than what was just kept, and what was read is drawn. */
async function untilAllIsRead(): Promise<void> {
  await untilAnswered();
  await new Promise((go) => setTimeout(go, 0));
}

/**
 * What a control shows while its value is kept by an act that takes time: what the user chose, until what is kept has caught up; what is kept
 * where the act failed, and the user's choice again while it is tried again. A control that fell back to the old value meanwhile would take the
 * next key for a choice of what is chosen already, and lose it.
 *
 * @param kept what is kept, as it was read last
 */
export function useChosen<T extends Shown>(kept: T): Chosen<T> {
  const act = useAct();
  const [wanted, setWanted] = useState<Wanted<T>>();
  const latest = useRef<object>(undefined);
  const keptNow = useRef(kept);
  keptNow.current = kept;
  const isCaughtUp = wanted?.at === "kept" && !Object.is(kept, wanted.from);
  useLayoutEffect(() => {
    // From here on changes that come from elsewhere are shown, also back to the value before.
    if (isCaughtUp) setWanted(undefined);
  }, [isCaughtUp]);
  useLayoutEffect(
    () => () => {
      latest.current = undefined;
    },
    [],
  );
  const choose = (value: T, keep: () => Promise<void | "not-kept">): void => {
    // A button for what is chosen already was pressed twice.
    if (wanted?.at === "under-way" && Object.is(wanted.value, value)) return;
    const mine = {};
    latest.current = mine;
    const become = (how: Wanted<T> | undefined): void => {
      if (latest.current === mine) setWanted(how);
    };
    const begin = (): void => become({ at: "under-way", value });
    const end = (): void => become({ at: "kept", value, from: keptNow.current });
    begin();
    act.runLatest(async () => {
      // After a failure it is tried again.
      begin();
      try {
        if ((await keep()) === "not-kept") become(undefined);
        else untilAllIsRead().then(end, end);
      } catch (error) {
        become({ at: "failed", value });
        throw error;
      }
    });
  };
  const isShown = wanted !== undefined && wanted.at !== "failed" && !isCaughtUp;
  return { shown: isShown ? wanted.value : kept, choose, act };
}
