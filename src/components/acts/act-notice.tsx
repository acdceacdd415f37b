import { useLayoutEffect, useRef } from "preact/hooks";
import { text } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { Notice } from "./notice.tsx";
import type { Act } from "./use-act.ts";

interface ActNoticeProps {
  readonly act: Act;
  /** What is said when it is done; absent where something else shows it. */
  readonly done?: string | undefined;
}

/** How an act goes, to be put where the user looks: under way, done, or why it failed with the way to try again. */
export function ActNotice({ act: { state, retry }, done }: ActNoticeProps) {
  const said = useRef<HTMLParagraphElement>(null);
  const isRetried = useRef(false);
  useLayoutEffect(() => {
    // The button that was pressed is gone; what became of it is read next.
    if (state.at === "failed") isRetried.current = false;
    else if (isRetried.current) said.current?.focus();
  }, [state]);
  return (
    <>
      {state.at === "failed" && (
        <Notice kind="danger">
          <p>{refusalText(state.error)}</p>
          <button
            type="button"
            class="button"
            onClick={() => {
              isRetried.current = true;
              retry();
            }}
          >
            {text("tryAgain")}
          </button>
        </Notice>
      )}
      <p class={`act small soft ${state.at}`} role="status" tabIndex={-1} ref={said}>
        {state.at === "under-way" && text("actUnderWay")}
        {state.at === "done" && done}
      </p>
    </>
  );
}
