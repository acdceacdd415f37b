import { ActNotice } from "../components/acts/act-notice.tsx";
import { Notice } from "../components/acts/notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { useKept } from "../components/acts/use-kept.ts";
import { keep, kept, watch } from "../components/kept-values.ts";
import { SAFE, WELCOME } from "../components/own-pages.ts";
import { text } from "../words/text.ts";
import { newsSince } from "./news.ts";

const KEY = "updatedFrom";
const read = (): Promise<unknown> => kept(KEY);
const watchVersion = (listener: (value: unknown) => void, signal: AbortSignal): void =>
  watch(KEY, listener, signal);

/** What is new, once after an update, until it is put away. */
export function NewsNotice() {
  const from = useKept(read, watchVersion, undefined);
  const act = useAct();
  const news = typeof from === "string" ? newsSince(from) : undefined;
  if (news === undefined) return null;
  return (
    <Notice kind="calm" title={text("newsHeading", { version: news.version })}>
      <ul class="points">
        {news.lines.map((line) => (
          <li key={line}>{text(line)}</li>
        ))}
      </ul>
      <div class="row">
        <button
          type="button"
          class="button"
          name="news-read"
          onClick={() => act.run(() => keep(KEY, null))}
        >
          {text("newsRead")}
        </button>
        <a class="button" href={`${WELCOME}#guide`} target="_blank" rel="noreferrer">
          {text("guideHeading")}
        </a>
        <a class="button" href={SAFE} target="_blank" rel="noreferrer">
          {text("safeTitle")}
        </a>
      </div>
      <ActNotice act={act} />
    </Notice>
  );
}
