import { useState } from "preact/hooks";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { useChosen } from "../components/acts/use-chosen.ts";
import { useKept } from "../components/acts/use-kept.ts";
import { chooseMode, settings, watchSettings } from "../components/kept-settings.ts";
import { POPUP } from "../components/own-pages.ts";
import type { Mode } from "../settings/mode.ts";
import { TrySample } from "../setup/try-sample.tsx";
import { text } from "../words/text.ts";
import { AfterChoice } from "./after-choice.tsx";
import { Choices } from "./choices.tsx";
import { Guide } from "./guide.tsx";
import { ProductPicture } from "./product-picture.tsx";
import { Promises } from "./promises.tsx";

/**
 * The first page: what one gets, two ways to begin, what the site says to that, and what is promised. Nothing is read, drawn or kept before the
 * choice; shown again later, it is the place to read all that up and to choose otherwise.
 */
export function Welcome({ now }: { readonly now: number }) {
  const kept = useKept(settings, watchSettings);
  const [isFresh, setIsFresh] = useState(false);
  const { shown, choose, act } = useChosen(kept === "unread" ? undefined : kept.mode);
  const decide = (mode: Mode) => {
    setIsFresh(true);
    choose(mode, () => chooseMode(mode));
  };
  return (
    <main class="welcome">
      <header class="hero">
        <div class="hero-words">
          <h1>{text("welcomeHeading")}</h1>
          <p class="lead">{text("welcomeLead")}</p>
        </div>
        <ProductPicture now={now} />
      </header>
      <Choices chosen={shown} onChoose={decide} />
      <ActNotice act={act} />
      {kept !== "unread" && kept.mode !== undefined ? (
        <AfterChoice kept={kept} now={now} isFresh={isFresh} />
      ) : (
        <TrySample onShown={() => location.assign(POPUP)} />
      )}
      <Promises />
      <Guide />
    </main>
  );
}
