import { useCallback } from "preact/hooks";
import { Notice } from "../../components/acts/notice.tsx";
import { lastAnswer, useAnswer } from "../../components/acts/use-answer.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { reasonKindText } from "../../words/reason-words.ts";
import { numberText, text } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";

/** Which messages brought replies, by the kind of reason. Nothing where no message can be judged yet. */
export function RepliesTable({ round }: { readonly round: number }) {
  const ask = useCallback(
    async () => ({ counts: await askFromPage.replies(), of: round }),
    [round],
  );
  const [answer] = useAnswer(ask);
  const counts = lastAnswer(answer)?.counts ?? [];
  if (answer.state === "failed") return <Notice kind="danger">{refusalText(answer.error)}</Notice>;
  if (counts.length === 0) return null;
  return (
    <details class="panel replies">
      <summary>{text("repliesHeading")}</summary>
      <p class="small soft">{text("repliesCounted")}</p>
      <table class="numbers">
        <caption class="hidden-words">{text("repliesHeading")}</caption>
        <thead>
          <tr class="headings">
            <th scope="col">{text("repliesReason")}</th>
            <th scope="col">{text("repliesBegun")}</th>
            <th scope="col">{text("repliesReplied")}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ why, sent, replied }) => (
            <tr key={why}>
              <th scope="row">{reasonKindText(why)}</th>
              <td data-label={text("repliesBegun")}>{numberText(sent)}</td>
              <td data-label={text("repliesReplied")}>{numberText(replied)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
