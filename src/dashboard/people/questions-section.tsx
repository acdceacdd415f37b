import { useCallback, useState } from "preact/hooks";
import { Notice } from "../../components/acts/notice.tsx";
import { lastAnswer, useAnswer } from "../../components/acts/use-answer.ts";
import { EmptyState } from "../../components/pieces/empty-state.tsx";
import { PersonQuestions } from "../../person/questions/person-questions.tsx";
import { askFromPage } from "../../protocol/transport.ts";
import type { OpenQuestion } from "../../protocol/views.ts";
import { text } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { hashOf } from "../frame/address.ts";

interface QuestionsSectionProps {
  readonly now: number;
  /** Another number after every change of the history. */
  readonly round: number;
}

const keyOf = ({ question }: OpenQuestion): string => JSON.stringify(question);

/** Questions about who is who, one after the other. */
export function QuestionsSection({ now, round }: QuestionsSectionProps) {
  const ask = useCallback(
    async () => ({ open: await askFromPage.openQuestions(), of: round }),
    [round],
  );
  const [answer, askAgain] = useAnswer(ask);
  /** What was skipped, in that order. */
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const open = lastAnswer(answer)?.open;
  const rank = (one: OpenQuestion): number => skipped.indexOf(keyOf(one));
  const [first] = open?.toSorted((a, b) => rank(a) - rank(b)) ?? [];
  return (
    <>
      {first !== undefined && <p class="soft">{text("sortOutLead")}</p>}
      {answer.state === "failed" && <Notice kind="danger">{refusalText(answer.error)}</Notice>}
      {answer.state === "asked" && <p class="waiting">{text("waiting")}</p>}
      {open && (
        <section class="panel stack one-question">
          {open.length > 0 && (
            <p class="small soft" role="status">
              {text("sortOutCount", { count: open.length })}
            </p>
          )}
          {/* One for all: the way back from the last answer stays under the next question. */}
          <PersonQuestions
            details={{
              questions: first === undefined ? [] : [first.question],
              sides: first?.sides ?? [],
              choices: first?.choices ?? {},
            }}
            now={now}
            onChange={askAgain}
          />
          {first !== undefined && open.length > 1 && (
            <div>
              <button
                type="button"
                class="button quiet"
                name="skip-question"
                onClick={() =>
                  setSkipped([...skipped.filter((one) => one !== keyOf(first)), keyOf(first)])
                }
              >
                {text("sortOutSkip")}
              </button>
            </div>
          )}
          {first === undefined && (
            <EmptyState title={text("sortOutNone")}>
              <a class="button" href={hashOf({ section: "people", within: [] })}>
                {text("people")}
              </a>
            </EmptyState>
          )}
        </section>
      )}
    </>
  );
}

/** The way to the questions, where there are some. */
export function QuestionsLink({ round }: { readonly round: number }) {
  const ask = useCallback(
    async () => ({ count: (await askFromPage.openQuestions()).length, of: round }),
    [round],
  );
  const count = lastAnswer(useAnswer(ask)[0])?.count ?? 0;
  return (
    count > 0 && (
      <a class="button quiet" href={hashOf({ section: "questions", within: [] })}>
        {text("sortOutLink", { count })}
      </a>
    )
  );
}
