import { useLayoutEffect, useRef } from "preact/hooks";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { LONGEST_OPENER } from "../settings/preferences.ts";
import type { Tone } from "../words/openers.ts";
import { text } from "../words/text.ts";
import { keepTemplate } from "./tone.ts";

interface TemplateEditorProps {
  readonly tone: Tone;
  /** The user's own words for the tone; absent without any. */
  readonly template: string | undefined;
  /** What the user has typed and not kept yet; absent without any. */
  readonly draft: string | undefined;
  /** What the field begins with where there are none. */
  readonly proposed: string;
  /** Something was typed. */
  readonly onDraft: (draft: string) => void;
  /** Other words are kept, or nothing is to be changed. */
  readonly onClose: (isChanged: boolean) => void;
}

/** The user's own words for a tone, in which name, company and the last talk are filled in. */
export function TemplateEditor({
  tone,
  template,
  draft,
  proposed,
  onDraft,
  onClose,
}: TemplateEditorProps) {
  const words = draft ?? template ?? proposed;
  const act = useAct();
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const keep = (kept: string) =>
    act.run(async () => {
      await keepTemplate(tone, kept);
      onClose(true);
    });
  const isUnderWay = act.state.at === "under-way";
  return (
    <form
      class="stack-tight template"
      onSubmit={(event) => {
        event.preventDefault();
        keep(words);
      }}
    >
      <label class="field">
        <span>{text("templateWords")}</span>
        <textarea
          ref={field}
          class="words"
          name="template"
          rows={3}
          dir="auto"
          maxLength={LONGEST_OPENER}
          aria-describedby="template-blanks"
          value={words}
          onInput={({ currentTarget }) => onDraft(currentTarget.value)}
        />
      </label>
      <p class="small soft" id="template-blanks">
        {text("templateBlanks", { first: "{first}", company: "{company}", since: "{since}" })}
      </p>
      <div class="row">
        <button type="submit" name="template-keep" class="button" disabled={isUnderWay}>
          {text("templateKeep")}
        </button>
        {template !== undefined && (
          <button
            type="button"
            name="template-remove"
            class="button quiet"
            disabled={isUnderWay}
            onClick={() => keep("")}
          >
            {text("templateRemove")}
          </button>
        )}
        <button
          type="button"
          name="template-cancel"
          class="button quiet"
          disabled={isUnderWay}
          onClick={() => onClose(false)}
        >
          {text("cancel")}
        </button>
      </div>
      <ActNotice act={act} />
    </form>
  );
}
