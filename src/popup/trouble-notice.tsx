import { ActNotice } from "../components/acts/act-notice.tsx";
import { Notice } from "../components/acts/notice.tsx";
import { DASHBOARD } from "../components/own-pages.ts";
import { useAct } from "../components/acts/use-act.ts";
import { askFromPage } from "../protocol/transport.ts";
import type { Trouble } from "../protocol/views.ts";
import { text } from "../words/text.ts";
import { troubleText } from "../words/trouble-words.ts";

interface TroubleNoticeProps {
  readonly trouble: Trouble;
  /** The user goes on with what is left of a damaged history. */
  readonly onAccept: () => void;
}

/** Why the history cannot be shown, and what to do about it. */
export function TroubleNotice({ trouble, onAccept }: TroubleNoticeProps) {
  const act = useAct();
  const { title, next } = troubleText(trouble);
  return (
    <Notice kind="danger" title={title}>
      <p>{next}</p>
      {trouble.code === "damaged" && (
        <div class="row">
          <a class="button main" href={DASHBOARD} target="_blank" rel="noreferrer">
            {text("restoreNow")}
          </a>
          <button
            type="button"
            class="button"
            onClick={() =>
              act.run(async () => {
                await askFromPage.acceptDamage();
                onAccept();
              })
            }
          >
            {text("goOnWithRest")}
          </button>
        </div>
      )}
      <ActNotice act={act} />
    </Notice>
  );
}
