import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { useChosen } from "../components/acts/use-chosen.ts";
import { useDraft } from "../components/use-draft.ts";
import { Segments } from "../components/pieces/segments.tsx";
import type { SuggestedRow } from "../domain/week/week.ts";
import { nameInSentence } from "../words/name-text.ts";
import { addressed, opener, TONES, type Tone } from "../words/openers.ts";
import { text, type TextKey } from "../words/text.ts";
import { TemplateEditor } from "./template-editor.tsx";
import { useTemplates, useTone } from "./tone.ts";

const TONE_NAMES: Record<Tone, TextKey> = {
  warm: "toneWarm",
  brief: "toneBrief",
  formal: "toneFormal",
};

/** Of whom the words are made. */
export type Addressed = Pick<
  SuggestedRow,
  "id" | "name" | "company" | "tie" | "news" | "connected"
>;

interface WordsBoxProps {
  readonly person: Addressed;
  readonly now: number;
  /** It was just opened. */
  readonly hasFocus?: boolean;
  /** Copies these words and opens the message window. */
  readonly onWrite: (words: string) => void;
}

/** The first sentence of a message, to change before it is copied. Nothing is sent from here. */
export function WordsBox({ person, now, hasFocus, onWrite }: WordsBoxProps) {
  const [keptTone, keepTone] = useTone();
  const { shown: tone, choose, act } = useChosen(keptTone);
  // What was changed in one tone is there again when the user comes back to it.
  const [own, setOwn] = useDraft<Partial<Record<Tone, string | undefined>>>(person.id, "words", {});
  // Own words for a tone that are not kept yet: they stay while another tone is chosen, here or elsewhere, and while the editor is folded.
  const [drafts, setDrafts] = useDraft<Partial<Record<Tone, string | undefined>>>(
    person.id,
    "templates",
    {},
  );
  const templates = useTemplates();
  const [isEditing, setEditing] = useState(false);
  const editor = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (hasFocus) field.current?.focus();
  }, [hasFocus]);
  const made = opener(person, tone, now, templates) ?? "";
  const words = own[tone] ?? made;
  const close = (isChanged: boolean) => {
    setEditing(false);
    setDrafts((all) => ({ ...all, [tone]: undefined }));
    if (isChanged) setOwn((all) => ({ ...all, [tone]: undefined }));
    editor.current?.focus();
  };
  return (
    <div class="unfolded">
      <Segments
        label={text("tone")}
        group={`tone-${person.id}`}
        segments={TONES.map((one) => ({ name: one, label: text(TONE_NAMES[one]) }))}
        chosen={tone}
        onChoose={(one) => choose(one, () => keepTone(one))}
      />
      <textarea
        ref={field}
        class="words"
        rows={4}
        dir="auto"
        aria-label={text("openerFor", { name: nameInSentence(person.name) })}
        value={words}
        onInput={({ currentTarget }) => setOwn({ ...own, [tone]: currentTarget.value })}
      />
      <div class="row">
        <button type="button" class="button main" name="copy" onClick={() => onWrite(words)}>
          {text("copyAndOpen")}
        </button>
        <button
          ref={editor}
          type="button"
          class="button quiet"
          name="own-words"
          aria-expanded={isEditing}
          onClick={() => setEditing(!isEditing)}
        >
          {text("templateOpen")}
        </button>
      </div>
      {isEditing && (
        <TemplateEditor
          key={tone}
          tone={tone}
          template={templates[tone]}
          draft={drafts[tone]}
          onDraft={(draft) => setDrafts({ ...drafts, [tone]: draft })}
          proposed={made.replace(addressed(person), "{first}")}
          onClose={close}
        />
      )}
      <ActNotice act={act} />
    </div>
  );
}
