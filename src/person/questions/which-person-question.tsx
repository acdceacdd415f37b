import type { Question, QuestionAnswer } from "../../domain/projection/question.ts";
import { isAlias } from "../../domain/records/subject.ts";
import type { QuestionSide } from "../../protocol/views.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";
import { SideOfQuestion } from "./side-of-question.tsx";

interface WhichPersonQuestionProps {
  readonly question: Extract<Question, { readonly kind: "which-person" }>;
  readonly sides: readonly QuestionSide[];
  readonly onAnswer: (answer: QuestionAnswer) => void;
}

/** What archives say of a name may be of several people. */
export function WhichPersonQuestion({ question, sides, onAnswer }: WhichPersonQuestionProps) {
  const { name, facts, candidates } = question;
  const people = candidates.flatMap((subject) => {
    const side = sides.find((one) => one.subject === subject);
    return side && isAlias(subject) ? [{ alias: subject, side }] : [];
  });
  const [first] = people;
  if (!first) return null;
  return (
    <div class="stack-tight">
      <p>{text("questionWhichPerson", { count: facts, name: nameInSentence(first.side.name) })}</p>
      <ul class="sides small">
        {people.map(({ alias, side }) => (
          <li key={alias}>
            <SideOfQuestion side={side} />
            <button
              type="button"
              class="button"
              aria-label={text("questionThisOneNamed", {
                name: nameInSentence(side.name),
                work: side.work,
              })}
              onClick={() => onAnswer({ kind: "which-person", name, value: alias })}
            >
              {text("questionThisOne")}
            </button>
          </li>
        ))}
      </ul>
      <div class="row">
        <button
          type="button"
          class="button"
          onClick={() => onAnswer({ kind: "which-person", name, value: "somebody-else" })}
        >
          {text("questionSomebodyElse")}
        </button>
      </div>
    </div>
  );
}
