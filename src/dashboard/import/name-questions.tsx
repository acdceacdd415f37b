import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { useStepFocus } from "../../components/acts/use-step-focus.ts";
import type { NameQuestion } from "../../domain/records/archive-import.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { numberText, text } from "../../words/text.ts";
import { NameChoice, type PickedName } from "./name-choice.tsx";

/** Asks who is meant by names that several people share: after the import, one at a time. What is skipped stays open; the person's card asks it, too. */
export function NameQuestions({ questions }: { readonly questions: readonly NameQuestion[] }) {
  const [place, setPlace] = useState(0);
  const [answered, setAnswered] = useState(0);
  const [picked, setPicked] = useState<PickedName>();
  const act = useAct();
  const question = questions[place];
  const [after] = useStepFocus<HTMLParagraphElement, HTMLElement>(question === undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // The button that was pressed is of no use before the next answer.
    if (place > 0) heading.current?.focus();
  }, [place]);
  const next = () => {
    setPicked(undefined);
    setPlace(place + 1);
  };
  if (question === undefined)
    return (
      questions.length > 0 &&
      answered === questions.length && (
        <p class="soft" role="status" tabIndex={-1} ref={after}>
          {text("importQuestionsDone")}
        </p>
      )
    );
  const count = text("importOneQuestion", {
    done: numberText(place + 1),
    total: numberText(questions.length),
  });
  return (
    <section class="question" aria-labelledby="import-open-heading">
      <h3 id="import-open-heading" tabIndex={-1} ref={heading}>
        {text("importOpenHeading")}
      </h3>
      {questions.length > 1 && <p class="small soft">{count}</p>}
      <NameChoice key={question.name} question={question} picked={picked} onPick={setPicked} />
      <div class="row">
        <button
          type="button"
          class="button"
          name="answer-name"
          disabled={picked === undefined}
          onClick={() =>
            picked !== undefined &&
            act.run(async () => {
              const { name } = question;
              await askFromPage.answerQuestion({
                answer: { kind: "which-person", name, value: picked },
              });
              setAnswered(answered + 1);
              next();
            })
          }
        >
          {text("importOpenApply")}
        </button>
        <button type="button" class="button quiet" name="skip-name" onClick={next}>
          {text("importSkip")}
        </button>
        {questions.length > 1 && (
          <button
            type="button"
            class="button quiet"
            name="skip-names"
            onClick={() => setPlace(questions.length)}
          >
            {text("importSkipAll")}
          </button>
        )}
      </div>
      <ActNotice act={act} />
    </section>
  );
}
