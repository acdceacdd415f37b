import { SAFE, WELCOME } from "../../components/own-pages.ts";
import { PromisesTested } from "../../preferences/promises-tested.tsx";
import { text } from "../../words/text.ts";

/** The promises, each with how it is tested. */
export function PrivacyPanel() {
  return (
    <section class="panel" id="settings-privacy">
      <h2>{text("privacyHeading")}</h2>
      <p class="soft small">{text("privacyLead")}</p>
      <PromisesTested />
      <a class="alone" href={SAFE} target="_blank" rel="noreferrer">
        {text("safeTitle")}
      </a>
      <a class="alone" href={WELCOME} target="_blank" rel="noreferrer">
        {text("whatTielightDoes")}
      </a>
    </section>
  );
}
