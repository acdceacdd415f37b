import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { POPUP, WELCOME } from "../components/own-pages.ts";
import { Glyph, PAGE_SIGNS } from "../components/pictures/glyph.tsx";
import type { Overview } from "../protocol/views.ts";
import type { Settings } from "../settings/settings.ts";
import { text, type TextKey } from "../words/text.ts";
import { BringStep, RequestStep } from "./archive-step.tsx";
import { CallQuestion } from "./call-question.tsx";
import { changeSetup } from "./change-setup.ts";
import { DropHere } from "./drop-here.tsx";
import { Meanwhile } from "./meanwhile.tsx";
import { SETUP_STEPS, type SetupStep } from "./setup-steps.ts";
import { useFocusWhenGone } from "./use-focus-when-gone.ts";
import { TrySample } from "./try-sample.tsx";

const STEP_NAMES: Record<SetupStep, TextKey> = {
  choose: "setupChoose",
  request: "setupRequest",
  bring: "setupBring",
  call: "setupCall",
};

interface SetupListProps {
  /** The step that is next, see `nextStep`. */
  readonly step: SetupStep;
  readonly kept: Settings;
  readonly overview: Pick<Overview, "people" | "coverage">;
  readonly now: number;
  readonly place: "popup" | "page" | "welcome";
}

interface StepLineProps {
  readonly step: SetupStep;
  readonly current: SetupStep;
  readonly children: ComponentChildren;
}

/** One step: done, next, or still to come. What there is to do stands under the next one. */
function StepLine({ step, current, children }: StepLineProps) {
  const isDone = SETUP_STEPS.indexOf(step) < SETUP_STEPS.indexOf(current);
  const isCurrent = step === current;
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(current);
  useLayoutEffect(() => {
    if (before.current === current) return;
    before.current = current;
    // The button that led here is gone. Who is busy with something else on the page stays there.
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isCurrent && isFree) heading.current?.focus({ preventScroll: true });
  }, [current, isCurrent]);
  return (
    <li
      class={isDone ? "done" : isCurrent ? "current" : "ahead"}
      {...(isCurrent && { "aria-current": "step" as const })}
    >
      <h3 tabIndex={-1} ref={heading}>
        {isDone && (
          <span class="tick">
            <Glyph sign={PAGE_SIGNS.done} />
            <span class="hidden-words">{text("setupStepDone")}</span>
          </span>
        )}
        {text(STEP_NAMES[step])}
      </h3>
      {isCurrent && children}
    </li>
  );
}

/** The first steps, until they are done: what Tielight does, the archive, and whether it calls back. */
export function SetupList({ step, kept, overview, now, place }: SetupListProps) {
  const act = useAct();
  const whole = useFocusWhenGone<HTMLElement>();
  const { mode, setup: { requestedAt } = {} } = kept;
  const isArchive = step === "request" || step === "bring";
  const isBelow = place === "page";
  const isReading = mode === "badges" || mode === "popup";
  // An archive without messages ends no step, and its people are known from no page.
  const hasArchive = overview.coverage.archives.length > 0;
  return (
    <section class="setup" aria-labelledby="setup-heading" ref={whole}>
      <header class="setup-head">
        <h2 id="setup-heading">{text("setupHeading")}</h2>
        {isArchive && place !== "welcome" && (
          <button
            type="button"
            class="button quiet small"
            name="put-away"
            onClick={() => act.run(() => changeSetup({ isPutAway: true }))}
          >
            {text("setupPutAway")}
          </button>
        )}
      </header>
      <ActNotice act={act} />
      <ol class="setup-steps">
        {SETUP_STEPS.map((one) => (
          <StepLine key={one} step={one} current={step}>
            {one === "choose" && (
              <div class="setup-step">
                <p class="soft">{text("emptyNothingChosenNext")}</p>
                <div class="row">
                  <a class="button main" href={WELCOME} target="_blank" rel="noreferrer">
                    {text("chooseNow")}
                  </a>
                </div>
              </div>
            )}
            {one === "request" && (
              <RequestStep
                isBelow={isBelow}
                isWide={place !== "popup"}
                requestedAt={requestedAt}
                now={now}
              />
            )}
            {one === "bring" && <BringStep isBelow={isBelow} requestedAt={requestedAt} now={now} />}
            {one === "call" && <CallQuestion />}
          </StepLine>
        ))}
      </ol>
      {isArchive && place !== "page" && <DropHere />}
      {isArchive && (
        <Meanwhile people={isReading && !hasArchive ? overview.people : 0} isReading={isReading} />
      )}
      {overview.people === 0 && (
        <TrySample
          // The steps are done as soon as the invented people are there, and the welcome page shows nobody.
          {...(place === "welcome" && { onShown: () => location.assign(POPUP) })}
        />
      )}
    </section>
  );
}
