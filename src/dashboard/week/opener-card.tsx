import { useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { messageLink } from "../../components/profile-link.ts";
import { useAct } from "../../components/acts/use-act.ts";
import type { SuggestedRow } from "../../domain/week/week.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { opener, TONES, type Tone } from "../../words/openers.ts";
import { text, type TextKey } from "../../words/text.ts";

const TONE_NAMES: Readonly<Record<Tone, TextKey>> = {
  warm: "toneWarm",
  brief: "toneBrief",
  formal: "toneFormal",
};

/** A first sentence to change and copy, beside the person it is for. */
export function OpenerCard({ row, now }: { readonly row: SuggestedRow; readonly now: number }) {
  const [tone, setTone] = useState<Tone>("warm");
  const [words, setWords] = useState(() => opener(row, "warm", now) ?? "");
  const [copied, setCopied] = useState(false);
  const act = useAct();
  const link = messageLink(row.aliases);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(words);
    setCopied(true);
  };
  return (
    <div class="suggest-opener">
      <textarea
        class="words"
        rows={4}
        dir="auto"
        aria-label={text("openerFor", { name: nameInSentence(row.name) })}
        value={words}
        onInput={({ currentTarget }) => {
          setWords(currentTarget.value);
          setCopied(false);
        }}
      />
      <div class="row">
        {link === undefined ? (
          <button type="button" class="button main" onClick={() => act.run(copy)}>
            {text("copy")}
          </button>
        ) : (
          <a
            class="button main"
            href={link}
            target="_blank"
            rel="noreferrer"
            // The window for the message opens meanwhile; the words are there to be pasted.
            onClick={() => act.run(copy)}
          >
            {text("copyAndOpen")}
          </a>
        )}
        <select
          class="button"
          aria-label={text("tone")}
          value={tone}
          onChange={({ currentTarget }) => {
            const chosen = TONES.find((one) => one === currentTarget.value) ?? "warm";
            setTone(chosen);
            setWords(opener(row, chosen, now) ?? "");
            setCopied(false);
          }}
        >
          {TONES.map((one) => (
            <option key={one} value={one}>
              {text(TONE_NAMES[one])}
            </option>
          ))}
        </select>
        <span class="small soft" role="status">
          {copied && text("copied")}
        </span>
      </div>
      {act.state.at === "failed" && <ActNotice act={act} />}
    </div>
  );
}
