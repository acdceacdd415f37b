import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { useFollowed } from "../components/use-followed.ts";
import { askFromPage } from "../protocol/transport.ts";
import { text } from "../words/text.ts";

const askCount = () => askFromPage.erasedCount();

/** How many addresses of deleted people are kept as keys, what that means, and the way to let them be met again. */
export function ErasuresChoice() {
  const [answer, askAgain] = useFollowed(askCount);
  const act = useAct();
  const [step, setStep] = useState<"shown" | "sure" | "lifted">("shown");
  const begin = useRef<HTMLButtonElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const wasSure = useRef(false);
  useLayoutEffect(() => {
    // What had the focus is gone.
    if (step === "lifted") said.current?.focus();
    else if (step === "shown" && wasSure.current) begin.current?.focus();
    wasSure.current = step === "sure";
  }, [step]);
  if (answer.state !== "answered") return null;
  const erased = answer.answer;
  if (erased === 0 && step === "shown") return null;
  const lift = () =>
    act.run(async () => {
      await askFromPage.liftErasures();
      setStep("lifted");
      askAgain();
    });
  return (
    <section class="stack-tight">
      <h3>{text("erasedCount", { count: erased })}</h3>
      {erased > 0 && <p class="small soft">{text("erasedMeaning")}</p>}
      {step === "sure" ? (
        <div class="notice" role="alert">
          <p>{text("erasedLiftSure")}</p>
          <div class="row">
            <button type="button" class="button" onClick={lift}>
              {text("erasedLiftNow")}
            </button>
            <button type="button" class="button" onClick={() => setStep("shown")}>
              {text("cancel")}
            </button>
          </div>
          <ActNotice act={act} />
        </div>
      ) : (
        erased > 0 && (
          <div class="row">
            <button type="button" class="button" ref={begin} onClick={() => setStep("sure")}>
              {text("erasedLift")}
            </button>
          </div>
        )
      )}
      <p class="small soft" role="status" tabIndex={-1} ref={said}>
        {step === "lifted" && text("erasedLifted")}
      </p>
    </section>
  );
}
