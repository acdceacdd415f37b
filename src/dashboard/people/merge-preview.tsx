import { useCallback, useEffect } from "preact/hooks";
import { Notice } from "../../components/acts/notice.tsx";
import { useAnswer } from "../../components/acts/use-answer.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { listText, text } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { MOST_MERGED } from "./selection-acts.ts";

interface MergePreviewProps {
  readonly ids: readonly PersonId[];
  /** Whether they can be merged. */
  readonly onMergeable: (isMergeable: boolean) => void;
}

/** Who is about to be one person, or why that cannot be. */
export function MergePreview({ ids, onMergeable }: MergePreviewProps) {
  const isFew = ids.length >= 2 && ids.length <= MOST_MERGED;
  const asked = ids.join(" ");
  const ask = useCallback(
    () =>
      isFew ? askFromPage.tableRows({ ids: asked.split(" ") as PersonId[] }) : Promise.resolve([]),
    [asked, isFew],
  );
  const [answer] = useAnswer(ask);
  const rows = answer.state === "answered" ? answer.answer : [];
  // Who is known by name alone can be merged with one other person, and that has no way back as one act.
  const byName = rows.find(({ alias }) => alias === undefined);
  const isMergeable = isFew && rows.length === ids.length && byName === undefined;
  useEffect(() => onMergeable(isMergeable), [isMergeable, onMergeable]);
  if (!isFew) return <p class="small soft">{text("mergeManyLimit")}</p>;
  if (answer.state === "failed") return <Notice kind="danger">{refusalText(answer.error)}</Notice>;
  if (byName !== undefined)
    return (
      <p class="small soft">{text("mergeManyByName", { name: nameInSentence(byName.name) })}</p>
    );
  return (
    <p>
      {rows.length > 0 &&
        text("mergeManyOf", { names: listText(rows.map(({ name }) => nameInSentence(name))) })}
    </p>
  );
}
