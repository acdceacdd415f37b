import { ExportButtons } from "../components/export-buttons.tsx";
import { Mark } from "../components/mark.tsx";
import { useAnswer } from "../components/use-answer.ts";
import { askFromPage } from "../messages.ts";
import { text } from "../words/text.ts";
import { HistorySummary } from "./history-summary.tsx";
import { RestorePanel } from "./restore-panel.tsx";

const askOverview = () => askFromPage.overview();

/** The history page: what Tielight knows, how to take it away, and how to bring it back. */
export function Dashboard({ now }: { readonly now: number }) {
  const [overview, askAgain] = useAnswer(askOverview);
  return (
    <main class="dashboard">
      <header class="dashboard-head">
        <Mark />
        <h1>{text("historyTitle")}</h1>
      </header>
      <HistorySummary overview={overview} now={now} />
      <section class="panel">
        <h2>{text("exportHeading")}</h2>
        <ExportButtons />
      </section>
      <RestorePanel onRestored={askAgain} />
    </main>
  );
}
