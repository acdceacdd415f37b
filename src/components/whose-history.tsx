import { ActNotice } from "./acts/act-notice.tsx";
import { useChosen } from "./acts/use-chosen.ts";
import { useFollowed } from "./use-followed.ts";
import { askFromPage } from "../protocol/transport.ts";
import { historyName } from "../words/history-words.ts";
import { text } from "../words/text.ts";

const askHistories = () => askFromPage.histories();

interface WhoseHistoryProps {
  /** Another history is shown from now on. */
  readonly onChange: () => void;
}

/** With several accounts in this browser, whose history is shown and the choice between them. */
export function WhoseHistory({ onChange }: WhoseHistoryProps) {
  const [answer, askAgain] = useFollowed(askHistories);
  const histories = answer.state === "answered" ? answer.answer : [];
  const { shown, choose, act } = useChosen(histories.find((one) => one.shown)?.name ?? "");
  if (histories.length < 2) return null;
  return (
    <div class="kept">
      <label class="field inline">
        <span>{text("whoseHistory")}</span>
        <select
          name="history"
          value={shown}
          onChange={({ currentTarget: { value: name } }) =>
            choose(name, async () => {
              await askFromPage.showHistory({ name });
              askAgain();
              onChange();
            })
          }
        >
          {histories.map((one) => (
            <option key={one.name} value={one.name}>
              {one.signedIn
                ? text("historySignedIn", { name: historyName(one) })
                : historyName(one)}
            </option>
          ))}
        </select>
      </label>
      <ActNotice act={act} />
    </div>
  );
}
