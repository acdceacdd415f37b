import { useState } from "preact/hooks";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { Notice } from "../components/acts/notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { useAnswer } from "../components/acts/use-answer.ts";
import { askFromPage } from "../protocol/transport.ts";
import type { UnreadSurface } from "../protocol/views.ts";
import { dayText } from "../words/moments.ts";
import { surfaceText } from "../words/surface-words.ts";
import { text } from "../words/text.ts";

const askReport = () => askFromPage.readerReport();

/** What the user may send us: what the pages are built of, and nothing anybody wrote. */
function report(surfaces: readonly UnreadSurface[]): string {
  return surfaces.map(({ surface, structure }) => `${surface}\n${structure}`).join("\n\n");
}

/** Pages of the site where nobody, or not everybody, is recognised any more, probably because they were built anew. */
export function ReaderNotice({ now }: { readonly now: number }) {
  const [answer] = useAnswer(askReport);
  const [copied, setCopied] = useState(false);
  const act = useAct();
  if (answer.state !== "answered" || answer.answer.length === 0) return null;
  const surfaces = answer.answer;
  return (
    <Notice kind="calm" title={text("readerHeading")}>
      <ul>
        {surfaces.map(({ surface, since, partly }) => (
          <li key={surface}>
            {text(partly ? "readerPartly" : "readerUnread", {
              page: surfaceText(surface),
              day: dayText(since, now),
            })}
          </li>
        ))}
      </ul>
      <p class="small">{text("readerNext")}</p>
      <details class="small">
        <summary>{text("readerShow")}</summary>
        <textarea readOnly rows={8} aria-label={text("readerShow")} value={report(surfaces)} />
      </details>
      <div class="row">
        <button
          type="button"
          class="button"
          onClick={() =>
            act.run(async () => {
              await navigator.clipboard.writeText(report(surfaces));
              setCopied(true);
            })
          }
        >
          {text(copied ? "copied" : "readerCopy")}
        </button>
      </div>
      <ActNotice act={act} />
    </Notice>
  );
}
