import { MODE_TEXTS, MODES } from "../components/mode-choice.tsx";
import { WELCOME } from "../components/own-pages.ts";
import { PromisesTested } from "../preferences/promises-tested.tsx";
import { text, type TextKey } from "../words/text.ts";
import { SpyTest } from "./spy-test.tsx";

const READ: readonly TextKey[] = [
  "readsOpened",
  "readsNoTexts",
  "readsNothingElse",
  "keepsHere",
  "keepsWhat",
];

const OPEN: readonly TextKey[] = [
  "drawsVisible",
  "safeOpenBeside",
  "safeOpenOthers",
  "keepsNoServer",
];

function Points({ keys }: { readonly keys: readonly TextKey[] }) {
  return (
    <ul class="points">
      {keys.map((key) => (
        <li key={key}>{text(key)}</li>
      ))}
    </ul>
  );
}

/** What the terms say, what is read, what is promised and tested, what nobody can promise, and an experiment in the middle. */
export function Safe({ now }: { readonly now: number }) {
  return (
    <main class="safe">
      <header>
        <h1>{text("safeTitle")}</h1>
        <p class="lead">{text("safeLead")}</p>
      </header>
      <section>
        <h2>{text("safeTerms")}</h2>
        <p>{text("riskParagraph")}</p>
        <dl class="terms">
          {MODES.map((mode) => (
            <div key={mode}>
              <dt>{text(MODE_TEXTS[mode].name)}</dt>
              <dd>{text(MODE_TEXTS[mode].terms)}</dd>
            </div>
          ))}
        </dl>
        <a class="alone" href={WELCOME}>
          {text("choicesHeading")}
        </a>
      </section>
      <SpyTest now={now} />
      <section>
        <h2>{text("safeRead")}</h2>
        <Points keys={READ} />
      </section>
      <section>
        <h2>{text("safePromises")}</h2>
        <PromisesTested />
      </section>
      <section>
        <h2>{text("safeOpen")}</h2>
        <Points keys={OPEN} />
      </section>
    </main>
  );
}
