import { useCallback } from "preact/hooks";
import { lastAnswer, useAnswer } from "../components/acts/use-answer.ts";
import { BANDS } from "../domain/tie/band.ts";
import type { Balance } from "../domain/balance/balance.ts";
import { askFromPage } from "../protocol/transport.ts";
import { balanceText } from "../words/balance-words.ts";
import { text } from "../words/text.ts";
import { EVERYBODY } from "./people/people-filters.tsx";

interface PopupFootProps {
  readonly overdue: number;
  /** Another number after every change of the history. */
  readonly round: number;
  readonly onOverdue: () => void;
  readonly onChanged: () => void;
  readonly onBalance: () => void;
}

/** The network as one bar, a part for each band, the warmest first. */
function BalanceBar({ counts }: Pick<Balance, "counts">) {
  return (
    <span class="balance-bar" aria-hidden="true">
      {BANDS.filter((band) => counts[band] > 0).map((band) => (
        <span key={band} class={`band-${band}`} style={{ flexGrow: counts[band] }} />
      ))}
    </span>
  );
}

/** Who is not in this week's list, in three ways on. They are asked for after the list is there. */
export function PopupFoot({ overdue, round, onOverdue, onChanged, onBalance }: PopupFootProps) {
  const askChanged = useCallback(
    async () => ({
      count: (await askFromPage.people({ ...EVERYBODY, changed: true, start: 0, atMost: 1 })).count,
      round,
    }),
    [round],
  );
  const askBalance = useCallback(
    async () => ({ balance: await askFromPage.balance(), round }),
    [round],
  );
  const [changedAnswer] = useAnswer(askChanged);
  const [balanceAnswer] = useAnswer(askBalance);
  const changed = lastAnswer(changedAnswer)?.count ?? 0;
  const balance = lastAnswer(balanceAnswer)?.balance;
  return (
    <footer class="popup-foot small">
      {overdue > 0 && (
        <button type="button" class="button quiet small" name="overdue" onClick={onOverdue}>
          {text("footOverdue", { count: overdue })}
        </button>
      )}
      {changed > 0 && (
        <button type="button" class="button quiet small" name="changed" onClick={onChanged}>
          {text("footChanged", { count: changed })}
        </button>
      )}
      <button
        type="button"
        class="button quiet small balance-button"
        name="balance"
        title={balance && balanceText(balance.meaning)}
        onClick={onBalance}
      >
        {text("tabBalance")}
        {balance && <BalanceBar counts={balance.counts} />}
      </button>
    </footer>
  );
}
