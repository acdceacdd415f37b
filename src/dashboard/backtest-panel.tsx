import { useState } from "preact/hooks";
import { Notice } from "../components/acts/notice.tsx";
import type { Backtest, BacktestRow } from "../domain/backtest/backtest.ts";
import { askFromPage } from "../protocol/transport.ts";
import {
  backtestComparison,
  backtestRefusal,
  backtestVerdict,
  betterOrder,
  intervalText,
  type Judged,
  rankingText,
} from "./backtest-words.ts";
import { dateText } from "../words/moments.ts";
import { listText, numberText, text, sentencesText } from "../words/text.ts";
import { hashOf } from "./frame/address.ts";
import { refusalText } from "../words/trouble-words.ts";

/** How far finding out has come. */
type BacktestStep =
  | { readonly at: "start" | "asked" }
  | { readonly at: "failed"; readonly error: unknown }
  | { readonly at: "answered"; readonly answer: Backtest };

/** A point with its interval on a line from none to all; the stroke in the middle is chance. */
function Interval({ auc, low, high }: BacktestRow) {
  const x = (share: number) => 3 + share * 114;
  return (
    <svg class="interval" viewBox="0 0 120 16" aria-hidden="true" focusable="false">
      <path d="M3 8H117M60 3v10" stroke="var(--line-strong)" stroke-width="1" />
      <path
        d={`M${x(low)} 8H${x(high)}`}
        stroke="var(--accent)"
        stroke-width="3"
        stroke-linecap="round"
      />
      <circle cx={x(auc)} cy="8" r="4" fill="var(--accent)" />
    </svg>
  );
}

/** How many of those ranked highest were talked to again, on a line of all of them; the stroke is chance. What it shows stands above in words. */
function AgainBar({ rows }: Pick<Judged, "rows">) {
  const share = (ranking: BacktestRow["ranking"]): number => {
    const row = rows.find((one) => one.ranking === ranking);
    return row === undefined || row.top === 0 ? 0 : row.topAgain / row.top;
  };
  return (
    <span class="again-bar" aria-hidden="true">
      <span style={{ inlineSize: `${share("tielight") * 100}%` }} />
      <i style={{ insetInlineStart: `${share("chance") * 100}%` }} />
    </span>
  );
}

/** The rankings beside one another. */
function Comparison({ judged }: { readonly judged: Judged }) {
  const { rows, cuts, cases, again } = judged;
  return (
    <details>
      <summary>{text("pictureTable")}</summary>
      <div class="wide">
        <table class="numbers">
          <caption class="hidden-words">{text("backtestTable")}</caption>
          <thead>
            <tr class="headings">
              <th scope="col">{text("backtestRanking")}</th>
              <th scope="col">{text("backtestTop")}</th>
              <th scope="col" colSpan={2}>
                {text("backtestPairs")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.ranking}>
                <th scope="row">{rankingText(row.ranking)}</th>
                <td data-label={text("backtestTop")}>
                  {text("backtestOf", {
                    part: numberText(Math.round(row.topAgain)),
                    whole: numberText(row.top),
                  })}
                </td>
                <td data-label={text("backtestPairs")}>{intervalText(row)}</td>
                <td>
                  <Interval {...row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="soft small">
        {sentencesText([
          text("backtestCases", {
            count: cases,
            again: numberText(again),
            days: listText(cuts.map((at) => dateText(at, at))),
          }),
          text("backtestMeaning"),
        ])}
      </p>
    </details>
  );
}

/** Does this work for you? The ranking replayed on the user's own past, beside simpler ones and chance. */
export function BacktestPanel() {
  const [step, setStep] = useState<BacktestStep>({ at: "start" });
  const find = () => {
    setStep({ at: "asked" });
    askFromPage.backtest().then(
      (answer) => setStep({ at: "answered", answer }),
      (error: unknown) => setStep({ at: "failed", error }),
    );
  };
  const answer = step.at === "answered" ? step.answer : undefined;
  return (
    <section class="panel" aria-labelledby="backtest-heading">
      <h2 id="backtest-heading">{text("backtestHeading")}</h2>
      <p class="soft">{text("backtestLead")}</p>
      <p role="status" class={step.at === "answered" ? "lead" : "soft"}>
        {step.at === "asked" && text("backtestAsked")}
        {answer &&
          (answer.refused === undefined ? backtestVerdict(answer) : backtestRefusal(answer))}
      </p>
      {answer && answer.refused === undefined && (
        <>
          <AgainBar rows={answer.rows} />
          <p>{backtestComparison(answer)}</p>
          {betterOrder(answer) && (
            <div class="row">
              <a class="button" href={hashOf({ section: "people", within: [] })}>
                {text("backtestByDays")}
              </a>
            </div>
          )}
          <Comparison judged={answer} />
        </>
      )}
      {step.at === "failed" && <Notice kind="danger">{refusalText(step.error)}</Notice>}
      <div class="row">
        <button
          type="button"
          name="backtest"
          class="button"
          aria-disabled={step.at === "asked"}
          onClick={() => step.at !== "asked" && find()}
        >
          {text(step.at === "start" ? "backtestFind" : "backtestAgain")}
        </button>
      </div>
    </section>
  );
}
