import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { useKept } from "../components/acts/use-kept.ts";
import { chooseMode, mode, watchMode } from "../components/kept-settings.ts";
import { text } from "../words/text.ts";
import { AfterChoice } from "./after-choice.tsx";
import { Choices } from "./choices.tsx";
import { Promises } from "./promises.tsx";
import { Scene } from "./scene.tsx";

/**
 * The first page: what Tielight reads, draws and keeps, what the site says to that, and the choice. Nothing is read, drawn or
 * kept before it; shown again later, it is the place to read all that up and to choose otherwise.
 */
export function Welcome() {
  const kept = useKept(mode, watchMode);
  const act = useAct();
  const chosen = kept === "unread" ? undefined : kept;
  return (
    <main class="welcome">
      <header class="hero">
        <Scene />
        <h1>{text("welcomeHeading")}</h1>
        <p class="lead">{text("welcomeLead")}</p>
      </header>
      <Promises />
      <section class="terms" aria-labelledby="terms-heading">
        <h2 id="terms-heading">{text("termsHeading")}</h2>
        <p>{text("termsForbid")}</p>
        <p>{text("termsRisk")}</p>
        <p>{text("termsChoice")}</p>
      </section>
      <Choices chosen={chosen} onChoose={(wanted) => act.runLatest(() => chooseMode(wanted))} />
      <ActNotice act={act} />
      {chosen !== undefined && <AfterChoice mode={chosen} />}
    </main>
  );
}
