import { useCallback, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Notice } from "../../components/acts/notice.tsx";
import { useAnswer } from "../../components/acts/use-answer.ts";
import { useDraft } from "../../components/use-draft.ts";
import type { PersonId } from "../../domain/person/person.ts";
import type { ReadyRow } from "../../domain/directory/ready-row.ts";
import { askFromPage } from "../../protocol/transport.ts";
import type { MergedPair } from "../../protocol/page-questions.ts";
import { plainName } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";
import { lastContactText } from "../../words/tie-words.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { MergeSides } from "./merge-sides.tsx";

interface MergeFinderProps {
  readonly id: PersonId;
  readonly name: string;
  readonly now: number;
  /** The two are one now. */
  readonly onMerged: (pair: MergedPair | undefined) => void;
  readonly onCancel: () => void;
}

/** People offered at once: who is not among them is found by typing more of the name. */
const OFFERED = 6;

/** Finds the other one that is the same person, shows both, and makes them one. */
export function MergeFinder({ id, name, now, onMerged, onCancel }: MergeFinderProps) {
  const [words, setWords] = useDraft(id, "merge", plainName(name));
  const [other, setOther] = useState<ReadyRow>();
  const field = useRef<HTMLInputElement>(null);
  // The button that opened this is gone, or the choice was taken back: the search has the focus.
  useLayoutEffect(() => {
    if (other !== undefined) return;
    field.current?.focus();
    // Typing another name replaces the one that stands there.
    field.current?.select();
  }, [other]);
  const ask = useCallback(
    () =>
      askFromPage.people({
        text: words,
        late: false,
        bands: [],
        twoWay: false,
        order: "name",
        start: 0,
        atMost: OFFERED + 1,
      }),
    [words],
  );
  const [answer] = useAnswer(ask);
  const found = answer.state === "answered" ? answer.answer.rows : [];
  const others = found.filter((row) => row.id !== id).slice(0, OFFERED);
  if (other)
    return (
      <MergeSides
        id={id}
        other={other.id}
        now={now}
        onMerged={onMerged}
        onBack={() => setOther(undefined)}
      />
    );
  return (
    <section class="unfolded" aria-label={text("mergeHeading")}>
      <label class="field">
        <span>{text("mergeSearch")}</span>
        <input
          ref={field}
          type="search"
          name="merge-search"
          dir={words === "" ? undefined : "auto"}
          value={words}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
        />
      </label>
      <ul class="offered">
        {others.map((row) => (
          <li key={row.id}>
            <button type="button" class="button quiet" onClick={() => setOther(row)}>
              <bdi>{plainName(row.name)}</bdi>
              <small class="soft">
                {row.headline !== undefined && <bdi>{plainName(row.headline)}</bdi>}
                <span>{lastContactText(row.tie, now)}</span>
              </small>
            </button>
          </li>
        ))}
      </ul>
      {answer.state === "failed" && <Notice kind="danger">{refusalText(answer.error)}</Notice>}
      <p class="small soft" role="status">
        {answer.state === "answered" && others.length === 0 && text("mergeNobody")}
      </p>
      <div class="row">
        <button type="button" class="button" onClick={onCancel}>
          {text("cancel")}
        </button>
      </div>
    </section>
  );
}
