import { useEffect, useRef } from "preact/hooks";
import { lastAnswer } from "../components/acts/use-answer.ts";
import { Toasts } from "../components/pieces/toast.tsx";
import { useFollowed } from "../components/use-followed.ts";
import { askFromPage } from "../protocol/transport.ts";
import type { Settings } from "../settings/settings.ts";
import { SetupList } from "../setup/setup-list.tsx";
import { nextStep } from "../setup/setup-steps.ts";
import { text } from "../words/text.ts";

const askOverview = () => askFromPage.overview();

interface AfterChoiceProps {
  readonly kept: Settings;
  readonly now: number;
  /** The choice was made just now, on this page. */
  readonly isFresh: boolean;
}

/** What happens now: the next of the first steps, and how to choose otherwise. */
export function AfterChoice({ kept, now, isFresh }: AfterChoiceProps) {
  const [overview] = useFollowed(askOverview);
  const place = useRef<HTMLElement>(null);
  const known = lastAnswer(overview);
  const step = known && !known.trouble ? nextStep(kept, known.coverage, now) : undefined;
  const isThere = known !== undefined;
  useEffect(() => {
    if (isFresh && isThere) place.current?.scrollIntoView({ block: "start" });
  }, [isFresh, isThere, kept.mode]);
  return (
    <section class="after" ref={place}>
      <p role="status">{text(kept.mode === "badges" ? "afterBadges" : "afterOther")}</p>
      <Toasts>
        {step !== undefined && known && (
          <SetupList step={step} kept={kept} overview={known} now={now} place="welcome" />
        )}
      </Toasts>
      <p class="small soft">{text("nextChange")}</p>
    </section>
  );
}
