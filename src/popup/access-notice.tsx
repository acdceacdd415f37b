import { useEffect, useState } from "preact/hooks";
import { browser } from "../browser.ts";
import { Notice } from "../components/notice.tsx";
import { useAnswer } from "../components/use-answer.ts";
import { text } from "../words/text.ts";

/** The pages the script on the site runs on. */
const site = () => ({
  origins: (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ matches }) => matches),
});

const askAllowed = () => browser.permissions.contains(site());

/**
 * Says that the browser keeps Tielight from the site, which users can tell it to in both browsers, and otherwise is silence: the
 * script just does not run. Asks for it back after a click.
 */
export function AccessNotice() {
  const [allowed, askAgain] = useAnswer(askAllowed);
  const [isRefused, setIsRefused] = useState(false);
  useEffect(() => {
    const { onAdded } = browser.permissions;
    onAdded.addListener(askAgain);
    return () => onAdded.removeListener(askAgain);
  }, [askAgain]);
  if (allowed.state !== "answered" || allowed.answer) return null;
  const allow = () =>
    browser.permissions.request(site()).then(
      (granted) => setIsRefused(!granted),
      () => setIsRefused(true),
    );
  return (
    <Notice kind="calm" title={text("accessHeading")}>
      <p>{text("accessMeaning")}</p>
      <div class="row">
        <button type="button" class="button" onClick={() => void allow()}>
          {text("accessAllow")}
        </button>
      </div>
      {isRefused && <p class="small">{text("accessRefused")}</p>}
    </Notice>
  );
}
