import type { Choices } from "../../domain/person/person.ts";
import type { Question, QuestionAnswer } from "../../domain/projection/question.ts";
import type { QuestionSide } from "../../protocol/views.ts";
import { dayText } from "../../words/moments.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";
import { SideOfQuestion } from "./side-of-question.tsx";

interface WhoseNoteQuestionProps {
  readonly question: Extract<Question, { readonly kind: "whose-note" }>;
  readonly sides: readonly QuestionSide[];
  readonly choices: Choices;
  readonly now: number;
  readonly onAnswer: (answer: QuestionAnswer) => void;
}

/** Two people that were split both have notes or reminders from before. */
export function WhoseNoteQuestion(props: WhoseNoteQuestionProps) {
  const { question, sides, choices, now, onAnswer } = props;
  const { a, b, notes, reminders } = question;
  const entries = [
    ...(choices.notes ?? [])
      .filter(({ id }) => notes.includes(id))
      .map(({ id, text: words }) => ({ id, words, kind: "whose-note" as const })),
    ...(choices.reminders ?? [])
      .filter(({ id }) => reminders.includes(id))
      .map(({ id, at }) => ({
        id,
        words: text("questionReminder", { day: dayText(at, now) }),
        kind: "whose-reminder" as const,
      })),
  ];
  const ends = [
    { keep: a, drop: b },
    { keep: b, drop: a },
  ];
  return (
    <>
      {entries.map(({ id, words, kind }) => (
        <div class="stack-tight" key={id}>
          <p>{text("questionWhoseNote")}</p>
          <blockquote dir="auto">{words}</blockquote>
          <ul class="sides small">
            {ends.map(({ keep, drop }) => {
              const side = sides.find(({ subject }) => subject === keep);
              return (
                side && (
                  <li key={keep}>
                    <SideOfQuestion side={side} />
                    <button
                      type="button"
                      class="button"
                      aria-label={text("questionThisOneNamed", {
                        name: nameInSentence(side.name),
                        work: side.work,
                      })}
                      onClick={() =>
                        onAnswer(
                          kind === "whose-note"
                            ? { kind, note: id, drop }
                            : { kind, reminder: id, drop },
                        )
                      }
                    >
                      {text("questionThisOne")}
                    </button>
                  </li>
                )
              );
            })}
          </ul>
        </div>
      ))}
    </>
  );
}
