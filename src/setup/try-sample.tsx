import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { askFromPage } from "../protocol/transport.ts";
import { text } from "../words/text.ts";

interface TrySampleProps {
  /** The invented people are shown from now on. */
  readonly onShown?: () => void;
}

/** Shows Tielight with invented people, in a history of their own. */
export function TrySample({ onShown = () => {} }: TrySampleProps) {
  const act = useAct();
  const isUnderWay = act.state.at === "under-way";
  return (
    <div class="try-sample">
      <button
        type="button"
        class="button quiet"
        name="try-sample"
        onClick={() =>
          act.run(async () => {
            const { showSample } = await import("../sample/show-sample.ts");
            await showSample(askFromPage, Date.now());
            onShown();
          })
        }
      >
        {text(isUnderWay ? "sampleMaking" : "sampleTry")}
      </button>
      {act.state.at === "failed" && <ActNotice act={act} />}
    </div>
  );
}
