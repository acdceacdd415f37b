import { WELCOME } from "../../components/own-pages.ts";
import { text, type TextKey } from "../../words/text.ts";

/** What is promised, and the test that shows it. */
const PROMISES: readonly (readonly [promise: TextKey, test: TextKey])[] = [
  ["promiseHere", "promiseHereTest"],
  ["promiseSite", "promiseSiteTest"],
  ["promiseBadges", "promiseBadgesTest"],
  ["promiseFiles", "promiseFilesTest"],
  ["promiseDeleted", "promiseDeletedTest"],
  ["promisePermissions", "promisePermissionsTest"],
];

/** The promises, each with how it is tested. */
export function PrivacyPanel() {
  return (
    <section class="panel" id="settings-privacy">
      <h2>{text("privacyHeading")}</h2>
      <p class="soft small">{text("privacyLead")}</p>
      <dl class="promises-tested">
        {PROMISES.map(([promise, test]) => (
          <div key={promise}>
            <dt>{text(promise)}</dt>
            <dd class="soft small">{text(test)}</dd>
          </div>
        ))}
      </dl>
      <a href={WELCOME} target="_blank" rel="noreferrer">
        {text("whatTielightDoes")}
      </a>
    </section>
  );
}
