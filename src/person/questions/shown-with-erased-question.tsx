import type { Question, QuestionAnswer } from "../../domain/projection/question.ts";
import type { QuestionSide } from "../../protocol/views.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";

interface ShownWithErasedQuestionProps {
  readonly question: Extract<Question, { readonly kind: "shown-with-erased" }>;
  readonly sides: readonly QuestionSide[];
  readonly onAnswer: (answer: QuestionAnswer) => void;
}

/** A source shows this person together with one whom the user deleted. Deleting is done further down, with its own question. */
export function ShownWithErasedQuestion(props: ShownWithErasedQuestionProps) {
  const { question, sides, onAnswer } = props;
  const { alias, mark } = question;
  const side = sides.find(({ subject }) => subject === alias);
  return (
    <div class="stack-tight">
      <p>{text("questionErased", { name: nameInSentence(side?.name ?? "") })}</p>
      <div class="row">
        <button
          type="button"
          class="button"
          onClick={() => onAnswer({ kind: "shown-with-erased", alias, mark })}
        >
          {text("questionNotErased")}
        </button>
      </div>
    </div>
  );
}
