import { useEffect, useRef, useState } from "preact/hooks";
import { browser } from "../browser.ts";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { DASHBOARD, isPopup } from "../components/own-pages.ts";
import { text } from "../words/text.ts";
import { handFiles } from "./handed-files.ts";

/**
 * A place for the archive where it is not read: the page that reads it is opened and goes on. The toolbar popup closes as soon as the user turns
 * to the file, so it has none.
 */
export function DropHere() {
  const act = useAct();
  const [isOver, setIsOver] = useState(false);
  const gone = useRef(new AbortController());
  useEffect(() => () => gone.current.abort(), []);
  if (isPopup()) return null;
  return (
    <div
      class={isOver ? "drop-here over" : "drop-here"}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        // What was dropped can be looked at only now.
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0) return;
        act.runLatest(async () => {
          gone.current.abort();
          gone.current = new AbortController();
          handFiles(files, gone.current.signal);
          await browser.tabs.create({ url: browser.runtime.getURL(DASHBOARD) });
        });
      }}
    >
      <p>{text("importDrop")}</p>
      <ActNotice act={act} />
    </div>
  );
}
