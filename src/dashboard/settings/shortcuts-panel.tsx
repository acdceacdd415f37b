import { browser, type BrowserInUse } from "../../browser.ts";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { lastAnswer, useAnswer } from "../../components/acts/use-answer.ts";
import { text, type TextKey } from "../../words/text.ts";

/** The commands of the manifest, and the browser's own one for the button of the toolbar. */
const COMMANDS = [
  ["_execute_action", "shortcutOpen"],
  ["open-person", "shortcutPerson"],
  ["hide-names", "shortcutHide"],
] as const satisfies readonly (readonly [name: string, words: TextKey])[];

/** Chrome's page of shortcuts. No link leads there, but a tab may be opened on it. */
const IN_CHROME = "chrome://extensions/shortcuts";

const askKeys = async () => {
  const { commands }: BrowserInUse = browser;
  return new Map((await commands?.getAll())?.map(({ name, shortcut }) => [name, shortcut]));
};

/** Opens the browser's own page of shortcuts. */
async function openKeys(): Promise<void> {
  if ("openShortcutSettings" in browser.commands) await browser.commands.openShortcutSettings();
  else await browser.tabs.create({ url: IN_CHROME });
}

/** The keys of Tielight, and where each browser lets the user change them. */
export function ShortcutsPanel() {
  const [answer] = useAnswer(askKeys);
  const opening = useAct();
  const keys = lastAnswer(answer);
  const { commands }: BrowserInUse = browser;
  // On a phone there are none.
  if (commands === undefined) return null;
  return (
    <section class="panel" id="settings-shortcuts">
      <h2>{text("shortcuts")}</h2>
      <dl class="shortcuts">
        {COMMANDS.map(([name, words]) => (
          <div key={name}>
            <dt>{text(words)}</dt>
            <dd>
              {keys?.get(name) ? <kbd>{keys.get(name)}</kbd> : <span>{text("shortcutNone")}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <div class="row">
        <button
          type="button"
          class="button"
          name="change-shortcuts"
          onClick={() => opening.run(openKeys)}
        >
          {text("shortcutChange")}
        </button>
      </div>
      <ActNotice act={opening} />
      <ul class="soft small">
        <li>{text("shortcutWhereChrome")}</li>
        <li>{text("shortcutWhereFirefox")}</li>
      </ul>
    </section>
  );
}
