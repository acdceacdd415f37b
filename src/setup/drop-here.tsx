import { useEffect, useRef } from "preact/hooks";
import { browser } from "../browser.ts";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { DASHBOARD, isPopup } from "../components/own-pages.ts";
import { text } from "../words/text.ts";
import { handFiles } from "./handed-files.ts";
import { useDroppedFiles } from "./use-dropped-files.ts";

/** The place itself; what is dropped beside it counts, too. */
function DropPlace() {
  const act = useAct();
  const gone = useRef(new AbortController());
  useEffect(() => () => gone.current.abort(), []);
  const isOver = useDroppedFiles((dropped) =>
    act.runLatest(async () => {
      const files = await dropped;
      if (files.length === 0) return;
      gone.current.abort();
      gone.current = new AbortController();
      handFiles(files, gone.current.signal);
      await browser.tabs.create({ url: browser.runtime.getURL(DASHBOARD) });
    }),
  );
  return (
    <div class={isOver ? "drop-here over" : "drop-here"}>
      <p>{text("importDrop")}</p>
      <ActNotice act={act} />
    </div>
  );
}

/**
 * A place for archives and backups where they are not read: the page that reads them is opened and goes on. The toolbar popup closes as soon as the user turns
 * to the file, so it has none and takes nothing.
 */
export const DropHere = () => (isPopup() ? null : <DropPlace />);
