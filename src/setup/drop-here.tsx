import { useEffect, useRef, useState } from "preact/hooks";
import { browser } from "../browser.ts";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { DASHBOARD, isPopup } from "../components/own-pages.ts";
import { text } from "../words/text.ts";
import { droppedFiles } from "./given-files.ts";
import { handFiles } from "./handed-files.ts";

/**
 * A place for archives and backups where they are not read: the page that reads them is opened and goes on. The toolbar popup closes as soon as the user turns
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
        if (!event.dataTransfer) return;
        const dropped = droppedFiles(event.dataTransfer);
        act.runLatest(async () => {
          const files = await dropped;
          if (files.length === 0) return;
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
