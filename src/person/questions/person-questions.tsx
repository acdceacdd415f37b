import { useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { useFocusAfter } from "../../components/acts/use-focus-after.ts";
import type { PersonDetails } from "../../domain/directory/person-card.ts";
import type { Question, QuestionAnswer } from "../../domain/projection/question.ts";
import { askFromPage } from "../../protocol/transport.ts";
import type { MergedPair } from "../../protocol/page-questions.ts";
import type { QuestionSide } from "../../protocol/views.ts";
import { text } from "../../words/text.ts";
import { OnePersonQuestion } from "./one-person-question.tsx";
import { ShownWithErasedQuestion } from "./shown-with-erased-question.tsx";
import { WhichPersonQuestion } from "./which-person-question.tsx";
import { WhoseNoteQuestion } from "./whose-note-question.tsx";

interface PersonQuestionsProps {
  readonly details: Pick<PersonDetails, "questions" | "choices"> & {
    readonly sides: readonly QuestionSide[];
  };
  readonly now: number;
  readonly onChange: () => void;
}

/** What is not certain about a person, for the user to answer. */
export function PersonQuestions({ details, now, onChange }: PersonQuestionsProps) {
  const act = useAct();
  // The answer that can be taken back.
  const [answered, setAnswered] = useState<MergedPair>();
  const said = useFocusAfter<HTMLDivElement>(act.state);
  const { questions, sides, choices } = details;
  const onAnswer = (answer: QuestionAnswer) =>
    act.run(async () => {
      await askFromPage.answerQuestion({ answer });
      setAnswered(answer.kind === "one-person" ? { a: answer.a, b: answer.b } : undefined);
      onChange();
    });
  const takeBack = (pair: MergedPair) =>
    act.run(async () => {
      await askFromPage.undoMerge(pair);
      setAnswered(undefined);
      onChange();
    });
  const asked = (question: Question) => {
    switch (question.kind) {
      case "one-person":
        return <OnePersonQuestion question={question} sides={sides} onAnswer={onAnswer} />;
      case "which-person":
        return <WhichPersonQuestion question={question} sides={sides} onAnswer={onAnswer} />;
      case "whose-note":
        return (
          <WhoseNoteQuestion
            question={question}
            sides={sides}
            choices={choices}
            now={now}
            onAnswer={onAnswer}
          />
        );
      case "shown-with-erased":
        return <ShownWithErasedQuestion question={question} sides={sides} onAnswer={onAnswer} />;
    }
  };
  if (questions.length === 0 && act.state.at === "idle") return null;
  return (
    <section class="questions stack" aria-label={text("questionsHeading")}>
      {questions.map((question) => (
        <div key={JSON.stringify(question)}>{asked(question)}</div>
      ))}
      <div class="row middle" ref={said} tabIndex={-1}>
        <ActNotice act={act} done={text("choiceKept")} />
        {answered && act.state.at === "done" && (
          <button type="button" class="button" onClick={() => takeBack(answered)}>
            {text("undo")}
          </button>
        )}
      </div>
    </section>
  );
}
