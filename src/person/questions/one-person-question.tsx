import type { Question, QuestionAnswer } from "../../domain/projection/question.ts";
import type { QuestionSide } from "../../protocol/views.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";
import { SideOfQuestion } from "./side-of-question.tsx";

interface OnePersonQuestionProps {
  readonly question: Extract<Question, { readonly kind: "one-person" }>;
  readonly sides: readonly QuestionSide[];
  readonly onAnswer: (answer: QuestionAnswer) => void;
}

/** A source shows two people as one and something speaks against it, or two people look like one. */
export function OnePersonQuestion({ question, sides, onAnswer }: OnePersonQuestionProps) {
  const { a, b, reason } = question;
  const [one, two] = [a, b].map((alias) => sides.find(({ subject }) => subject === alias));
  if (!one || !two) return null;
  const answers = [
    { value: "same", words: text("questionSame") },
    { value: "different", words: text("questionDifferent") },
  ] as const;
  return (
    <div class="stack-tight">
      <p>
        {text(reason === "alike" ? "questionAlike" : "questionOnePerson", {
          one: nameInSentence(one.name),
          other: nameInSentence(two.name),
        })}
      </p>
      <ul class="sides small">
        <li>
          <SideOfQuestion side={one} />
        </li>
        <li>
          <SideOfQuestion side={two} />
        </li>
      </ul>
      <div class="row">
        {answers.map(({ value, words }) => (
          <button
            type="button"
            class="button"
            key={value}
            onClick={() => onAnswer({ kind: "one-person", a, b, value })}
          >
            {words}
          </button>
        ))}
      </div>
    </div>
  );
}
