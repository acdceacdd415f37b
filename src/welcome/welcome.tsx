import { useEffect, useState } from "preact/hooks";
import { chooseMode, mode, type Mode } from "../settings.ts";
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
  const [chosen, setChosen] = useState<Mode>();
  useEffect(() => void mode().then(setChosen), []);
  const choose = async (wanted: Mode) => {
    await chooseMode(wanted);
    setChosen(wanted);
  };
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
      <Choices chosen={chosen} onChoose={(wanted) => void choose(wanted)} />
      {chosen !== undefined && <AfterChoice mode={chosen} />}
    </main>
  );
}
