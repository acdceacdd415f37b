import { useState } from "preact/hooks";
import { askFromPage } from "../protocol/transport.ts";
import type { Trouble } from "../protocol/views.ts";
import { dayText } from "../words/moments.ts";
import { text } from "../words/text.ts";
import { troubleText } from "../words/trouble-words.ts";
import { ActNotice } from "./acts/act-notice.tsx";
import { Notice } from "./acts/notice.tsx";
import { useAct } from "./acts/use-act.ts";
import { useStepFocus } from "./acts/use-step-focus.ts";
import { saveReadable, type SavedFile } from "./save-readable.ts";
import { DASHBOARD } from "./own-pages.ts";

interface TroubleNoticeProps {
  readonly trouble: Trouble;
  /** Where a backup is restored: on this page, or on another one. */
  readonly restore: "here" | "elsewhere";
  /** The user goes on with what is left, or anew. */
  readonly onChange: () => void;
}

/** Troubles that do not go away by themselves. */
const LASTING: readonly Trouble["code"][] = ["damaged", "unreadable", "later-version", "lost"];

/** Why the history cannot be shown, and the ways out. */
export function TroubleNotice({ trouble, restore, onChange }: TroubleNoticeProps) {
  const act = useAct();
  const [saved, setSaved] = useState<SavedFile>();
  const [isSure, setIsSure] = useState(false);
  const [question, begin] = useStepFocus<HTMLParagraphElement, HTMLButtonElement>(isSure);
  const { code } = trouble;
  const { title, next } = troubleText(trouble);
  const button = (name: string, words: string, work: () => Promise<void>) => (
    <button type="button" class="button" name={name} onClick={() => act.run(work)}>
      {words}
    </button>
  );
  return (
    <Notice kind="danger" title={title}>
      <p>{next}</p>
      {LASTING.includes(code) && !isSure && (
        <div class="row">
          {restore === "elsewhere" && (
            <a class="button main" href={DASHBOARD} target="_blank" rel="noreferrer">
              {text("restoreNow")}
            </a>
          )}
          {code !== "lost" &&
            button("export-readable", text("exportReadable"), async () => {
              setSaved(undefined);
              setSaved(await saveReadable());
            })}
          {code === "damaged" &&
            button("accept-damage", text("goOnWithRest"), async () => {
              await askFromPage.acceptDamage();
              onChange();
            })}
          <button
            type="button"
            class="button"
            name="start-anew"
            ref={begin}
            onClick={() => setIsSure(true)}
          >
            {text("startAnew")}
          </button>
        </div>
      )}
      {isSure && (
        <>
          <p tabIndex={-1} ref={question}>
            {text(code === "lost" ? "startAnewLost" : "startAnewMeans")}
          </p>
          <div class="row">
            {button("start-anew-sure", text("startAnew"), async () => {
              await askFromPage.startAnew();
              onChange();
            })}
            <button type="button" class="button" onClick={() => setIsSure(false)}>
              {text("cancel")}
            </button>
          </div>
        </>
      )}
      <ActNotice act={act} done={saved && text("savedReadable", { count: saved.missing })} />
      {saved?.archives.map((at) => (
        <p key={at} role="status">
          {text("savedWithoutArchive", { day: dayText(at, Date.now()) })}
        </p>
      ))}
    </Notice>
  );
}
