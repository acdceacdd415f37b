import type { QuestionSide } from "../../protocol/views.ts";
import { plainName } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";

/** One person in a question about several: name, work, and how much there is. */
export function SideOfQuestion({ side }: { readonly side: QuestionSide }) {
  return (
    <>
      <strong>
        <bdi>{plainName(side.name)}</bdi>
      </strong>
      {side.work !== "" && <bdi>{plainName(side.work)}</bdi>}
      <span>{text("interactionCount", { count: side.interactions })}</span>
    </>
  );
}
