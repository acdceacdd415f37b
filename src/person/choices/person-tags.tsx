import { useRef, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { CARD_SIGNS, Glyph } from "../../components/pictures/glyph.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { nameInSentence, plainName } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";
import { storeChoice } from "./use-choose.ts";

interface PersonTagsProps {
  readonly id: PersonId;
  readonly tags: readonly string[];
  readonly onChange: () => void;
}

/** The words between commas, each once. */
const tagsIn = (words: string): readonly string[] =>
  [...new Set(words.split(",").map((tag) => tag.trim()))].filter((tag) => tag !== "");

/** The tags of a person, each with the way to remove it, and a field for more. */
export function PersonTags({ id, tags, onChange }: PersonTagsProps) {
  const act = useAct();
  const [words, setWords] = useState("");
  /** Tags whose removal is under way: pressing their button again does nothing. */
  const removing = useRef(new Set<string>());
  const field = useRef<HTMLInputElement>(null);
  const put = (changed: readonly string[], isThere: boolean, after: () => void) =>
    act.runLatest(async () => {
      const made = { tags: Object.fromEntries(changed.map((tag) => [tag, isThere])) };
      try {
        await storeChoice(id, made, () => {
          after();
          onChange();
        });
      } finally {
        for (const tag of changed) removing.current.delete(tag);
      }
    });
  const remove = (tag: string) => {
    if (removing.current.has(tag)) return;
    removing.current.add(tag);
    put([tag], false, () => {});
  };
  const add = () => {
    const typed = field.current?.value ?? "";
    const wanted = tagsIn(typed);
    if (wanted.length === 0) return;
    // What was typed since is not stored yet.
    put(wanted, true, () => setWords((now) => (now === typed ? "" : now)));
  };
  return (
    <div class="kept">
      <form
        class="tag-form"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        {tags.length > 0 && (
          <ul class="tags">
            {tags.map((tag) => (
              <li key={tag}>
                <bdi>{plainName(tag)}</bdi>
                <button
                  type="button"
                  class="button icon small"
                  aria-label={text("tagRemove", { tag: nameInSentence(tag) })}
                  onClick={() => remove(tag)}
                >
                  <Glyph sign={CARD_SIGNS.close} />
                </button>
              </li>
            ))}
          </ul>
        )}
        <label class="tag-field">
          <span class="hidden-words">{text("choiceTags")}</span>
          <input
            ref={field}
            type="text"
            name="tags"
            dir={words === "" ? undefined : "auto"}
            maxLength={200}
            placeholder={text("tagAdd")}
            value={words}
            onInput={({ currentTarget }) => setWords(currentTarget.value)}
            onBlur={add}
          />
        </label>
      </form>
      <ActNotice act={act} done={text("choiceKept")} />
    </div>
  );
}
