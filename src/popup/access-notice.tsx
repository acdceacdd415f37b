import { useEffect, useState } from "preact/hooks";
import { browser } from "../browser.ts";
import { Notice } from "../components/acts/notice.tsx";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { useAnswer } from "../components/acts/use-answer.ts";
import { mayReadSite, siteAccess } from "../protocol/site-access.ts";
import { text } from "../words/text.ts";

/**
 * Says that the browser keeps Tielight from the site, which users can tell it to in both browsers, and otherwise is silence: the
 * script just does not run. Asks for it back after a click.
 */
export function AccessNotice() {
  const [allowed, askAgain] = useAnswer(mayReadSite);
  const act = useAct();
  const [isRefused, setIsRefused] = useState(false);
  useEffect(() => {
    const { onAdded } = browser.permissions;
    onAdded.addListener(askAgain);
    return () => onAdded.removeListener(askAgain);
  }, [askAgain]);
  if (allowed.state !== "answered" || allowed.answer) return null;
  const allow = () => {
    // Browsers ask only in the moment of the click.
    const asked = browser.permissions.request(siteAccess());
    act.run(async () => setIsRefused(!(await asked)));
  };
  return (
    <Notice kind="calm" title={text("accessHeading")}>
      <p>{text("accessMeaning")}</p>
      <div class="row">
        <button type="button" class="button" onClick={allow}>
          {text("accessAllow")}
        </button>
      </div>
      {isRefused && <p class="small">{text("accessRefused")}</p>}
      <ActNotice act={act} />
    </Notice>
  );
}
