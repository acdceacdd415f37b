import { Notice } from "../../components/acts/notice.tsx";
import type { Answer } from "../../components/acts/use-answer.ts";
import type { Overview } from "../../protocol/views.ts";
import { coverageText } from "../../words/coverage-words.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";

interface HistorySummaryProps {
  readonly overview: Answer<Overview>;
  readonly now: number;
}

/** Whose history it is, how much of it there is, and how far it reaches. */
export function HistorySummary({ overview, now }: HistorySummaryProps) {
  if (overview.state === "asked") return <p class="waiting">{text("waiting")}</p>;
  if (overview.state === "failed")
    return <Notice kind="danger">{refusalText(overview.error)}</Notice>;
  const { owner, people, interactions, coverage, trouble } = overview.answer;
  // The section of data says it, with the ways out.
  if (trouble) return null;
  return (
    <section class="summary small">
      {owner?.name !== undefined && (
        <h2>{text("historyOf", { name: nameInSentence(owner.name) })}</h2>
      )}
      <p class="figures">
        <span>{text("peopleCount", { count: people })}</span> ·{" "}
        <span>{text("interactionCount", { count: interactions })}</span>
      </p>
      <p class="soft">{coverageText(coverage, now)}</p>
    </section>
  );
}
