import { useCallback } from "preact/hooks";
import { CHANGES_PAGE } from "../components/own-pages.ts";
import { lastAnswer, useAnswer } from "../components/acts/use-answer.ts";
import { BANDS } from "../domain/tie/band.ts";
import type { Balance } from "../domain/balance/balance.ts";
import { askFromPage } from "../protocol/transport.ts";
import { balanceText } from "../words/balance-words.ts";
import { text } from "../words/text.ts";

interface PopupFootProps {
  readonly overdue: number;
  /** Another number after every change of the history. */
  readonly round: number;
  readonly onOverdue: () => void;
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
export function PopupFoot({ overdue, round, onOverdue, onBalance }: PopupFootProps) {
  const askChanged = useCallback(
    async () => ({
      counts: (await askFromPage.changes({ start: 0, atMost: 0 })).counts,
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
  const counts = lastAnswer(changedAnswer)?.counts;
  const changed = counts === undefined ? 0 : Object.values(counts).reduce((a, b) => a + b, 0);
  const balance = lastAnswer(balanceAnswer)?.balance;
  return (
    <footer class="popup-foot small">
      {overdue > 0 && (
        <button type="button" class="button quiet small" name="overdue" onClick={onOverdue}>
          {text("footOverdue", { count: overdue })}
        </button>
      )}
      {changed > 0 && (
        <a class="button quiet small changed" href={CHANGES_PAGE} target="_blank" rel="noreferrer">
          {text("footChanges", { count: changed })}
        </a>
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
