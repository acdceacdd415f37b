import { useState } from "preact/hooks";
import { ExportButtons } from "../components/export-buttons.tsx";
import { Mark } from "../components/pictures/mark.tsx";
import { useAnswer } from "../components/acts/use-answer.ts";
import { askFromPage } from "../protocol/transport.ts";
import { text } from "../words/text.ts";
import { BacktestPanel } from "./backtest-panel.tsx";
import { BalancePanel } from "./balance-panel.tsx";
import { HistorySummary } from "./history-summary.tsx";
import { ImportLog } from "./import/import-log.tsx";
import { ImportPanel } from "./import/import-panel.tsx";
import { RestorePanel } from "./restore-panel.tsx";

const askImports = () => askFromPage.imports();
const askOverview = () => askFromPage.overview();

/** The history page: what Tielight knows, how to take it away, and how to bring it back. */
export function Dashboard({ now }: { readonly now: number }) {
  const [overview, askOverviewAgain] = useAnswer(askOverview);
  const [log, askLogAgain] = useAnswer(askImports);
  const [undone, setUndone] = useState(0);
  const askAgain = () => {
    askOverviewAgain();
    askLogAgain();
  };
  const hasPeople = overview.state === "answered" && overview.answer.people > 0;
  return (
    <main class="dashboard">
      <header class="dashboard-head">
        <Mark />
        <h1>{text("historyTitle")}</h1>
      </header>
      <HistorySummary overview={overview} now={now} />
      <ImportPanel
        isFirst={overview.state === "answered" && overview.answer.people === 0}
        undone={undone}
        onChange={askAgain}
      />
      <ImportLog
        log={log}
        onChange={() => {
          setUndone(undone + 1);
          askAgain();
        }}
      />
      <section class="panel">
        <h2>{text("exportHeading")}</h2>
        <ExportButtons />
      </section>
      <RestorePanel onRestored={askAgain} />
      {/* Last: they take a moment, and must not move what the user may be about to press. */}
      {hasPeople && (
        <>
          <BalancePanel />
          <BacktestPanel />
        </>
      )}
    </main>
  );
}
