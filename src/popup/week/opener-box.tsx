import { useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { messageLink } from "../../components/profile-link.ts";
import { useAct } from "../../components/acts/use-act.ts";
import type { SuggestedRow } from "../../domain/week/week.ts";
import { opener, TONES, type Tone } from "../../words/openers.ts";
import { text, type TextKey } from "../../words/text.ts";

const TONE_NAMES: Record<Tone, TextKey> = {
  warm: "toneWarm",
  brief: "toneBrief",
  formal: "toneFormal",
};

/** A first sentence to change and copy. Nothing is sent from here. */
export function OpenerBox({ row, now }: { readonly row: SuggestedRow; readonly now: number }) {
  const [tone, setTone] = useState<Tone>("warm");
  const [words, setWords] = useState(opener(row, "warm", now) ?? "");
  const [copied, setCopied] = useState(false);
  const act = useAct();
  const link = messageLink(row.aliases);
  const name = `tone-${row.id}`;
  return (
    <div class="unfolded">
      <fieldset class="tones">
        <legend class="hidden-words">{text("tone")}</legend>
        {TONES.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={name}
              checked={one === tone}
              onChange={() => {
                setTone(one);
                setWords(opener(row, one, now) ?? "");
                setCopied(false);
              }}
            />
            <span>{text(TONE_NAMES[one])}</span>
          </label>
        ))}
      </fieldset>
      <textarea
        class="words"
        rows={4}
        dir="auto"
        aria-label={text("openerWords")}
        value={words}
        onInput={({ currentTarget }) => {
          setWords(currentTarget.value);
          setCopied(false);
        }}
      />
      <div class="row">
        <button
          type="button"
          class="button main"
          onClick={() =>
            act.run(async () => {
              await navigator.clipboard.writeText(words);
              setCopied(true);
            })
          }
        >
          {text("copy")}
        </button>
        {link !== undefined && (
          <a class="button" href={link} target="_blank" rel="noreferrer">
            {text("openMessage")}
          </a>
        )}
        <span class="small soft copied" role="status">
          {copied && text("copied")}
        </span>
      </div>
      <ActNotice act={act} />
    </div>
  );
}
