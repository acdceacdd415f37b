import type { ReactNode } from "react";
import { filled } from "../words/words.ts";
import { useSurroundings } from "./surroundings.tsx";

/** Asks before an invitation is sent. */
export function InviteDialog({
  slug,
  close,
}: {
  readonly slug: string;
  readonly close: () => void;
}): ReactNode {
  const { names, words, act } = useSurroundings();
  return (
    <dialog open role="dialog" className={names("card dialog")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void act({ what: "invite", slug }).then(close);
        }}
      >
        <p className={names("text")}>{filled(words.invite, { name: slug })}</p>
        <div className={names("row")}>
          <button className={names("button")} type="button" onClick={close}>
            ×
          </button>
          <button className={names("button chosen")} type="submit">
            {words.noNote}
          </button>
        </div>
      </form>
    </dialog>
  );
}
