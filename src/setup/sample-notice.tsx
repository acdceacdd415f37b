import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { useFollowed } from "../components/use-followed.ts";
import { askFromPage } from "../protocol/transport.ts";
import { text } from "../words/text.ts";

const askHistories = () => askFromPage.histories();

interface SampleNoticeProps {
  /** Another history is shown from now on. */
  readonly onChange: () => void;
}

/** Says that the people shown are invented, and removes them with one click. */
export function SampleNotice({ onChange }: SampleNoticeProps) {
  const [answer, askAgain] = useFollowed(askHistories);
  const act = useAct();
  const histories = answer.state === "answered" ? answer.answer : [];
  const sample = histories.find(({ shown, aside }) => shown && aside === "sample");
  if (sample === undefined) return null;
  return (
    <div class="sample-notice" role="status">
      <p>{text("sampleShown")}</p>
      <button
        type="button"
        class="button small"
        name="remove-sample"
        onClick={() =>
          act.run(async () => {
            await askFromPage.removeHistory({ name: sample.name });
            askAgain();
            onChange();
          })
        }
      >
        {text("sampleRemove")}
      </button>
      <ActNotice act={act} />
    </div>
  );
}
