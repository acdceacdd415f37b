import { useState } from "preact/hooks";
import { DateField } from "../components/date-field.tsx";
import { inTouchElsewhereAt } from "../domain/in-touch-elsewhere.ts";
import type { Choices, PersonId } from "../domain/person.ts";
import { askFromPage } from "../messages.ts";
import { dayText, everyText } from "../words/moments.ts";
import { text } from "../words/text.ts";

interface PersonWishesProps {
  readonly id: PersonId;
  readonly choices: Choices;
  readonly now: number;
  /** Something was kept that changes the tie. */
  readonly onChange: () => void;
}

/** The rhythms one can wish for, in days. */
const CADENCES = [14, 30, 61, 91, 183, 365] as const;

/** The words between commas, each once. */
function tagsIn(words: string): readonly string[] {
  return [...new Set(words.split(",").map((tag) => tag.trim()))].filter((tag) => tag !== "");
}

/** The user's own words and wishes about a person; each is kept when its field is left. */
export function PersonWishes({ id, choices, now, onChange }: PersonWishesProps) {
  const [kept, setKept] = useState(false);
  const keep = (wish: (at: number) => Choices) => {
    setKept(false);
    void askFromPage.choose({ id, choices: wish(Date.now()) }).then(() => {
      setKept(true);
      onChange();
    });
  };
  const { snoozedUntil } = choices;
  const elsewhereAt = inTouchElsewhereAt(choices);
  const isElsewhere = elsewhereAt !== undefined;
  const isPutOff = snoozedUntil !== undefined && snoozedUntil.value > now;
  const remindAt = choices.remindAt?.value;
  return (
    <details class="wishes">
      <summary>{text("wishes")}</summary>
      <div class="stack">
        <label class="field">
          <span>{text("wishNote")}</span>
          <textarea
            rows={3}
            dir="auto"
            defaultValue={choices.note?.value ?? ""}
            onChange={({ currentTarget: { value } }) => keep((at) => ({ note: { value, at } }))}
          />
        </label>
        <label class="field">
          <span>{text("wishTags")}</span>
          <input
            type="text"
            dir="auto"
            defaultValue={choices.tags?.value.join(", ") ?? ""}
            onChange={({ currentTarget }) =>
              keep((at) => ({ tags: { value: tagsIn(currentTarget.value), at } }))
            }
          />
        </label>
        <label class="field">
          <span>{text("wishHowMet")}</span>
          <input
            type="text"
            dir="auto"
            defaultValue={choices.howMet?.value ?? ""}
            onChange={({ currentTarget: { value } }) => keep((at) => ({ howMet: { value, at } }))}
          />
        </label>
        <label class="field">
          <span>{text("wishCadence")}</span>
          <select
            value={choices.cadenceDays?.value ?? ""}
            onChange={({ currentTarget }) => {
              const days = Number(currentTarget.value) || undefined;
              keep((at) => ({ cadenceDays: days === undefined ? { at } : { value: days, at } }));
            }}
          >
            <option value="">{text("wishCadenceLearnt")}</option>
            {CADENCES.map((days) => (
              <option key={days} value={days}>
                {everyText(days)}
              </option>
            ))}
          </select>
        </label>
        <DateField
          label={text("wishRemind")}
          {...(remindAt !== undefined && { value: remindAt })}
          // The same day wherever the clocks go.
          hour={12}
          onChosen={(due) =>
            keep((at) => ({ remindAt: due === undefined ? { at } : { value: due, at } }))
          }
        />
        <div class="row">
          <button
            type="button"
            class="button"
            onClick={() =>
              keep((at) => ({ inTouchElsewhere: isElsewhere ? { at } : { value: true, at } }))
            }
          >
            {text(isElsewhere ? "wishNotElsewhere" : "wishElsewhere")}
          </button>
          {isPutOff && (
            <button
              type="button"
              class="button"
              onClick={() => keep((at) => ({ snoozedUntil: { value: 0, at } }))}
            >
              {text("wishNow")}
            </button>
          )}
          <button
            type="button"
            class="button"
            onClick={() => keep((at) => ({ muted: { value: choices.muted?.value !== true, at } }))}
          >
            {text(choices.muted?.value === true ? "wishSuggestAgain" : "actionNever")}
          </button>
        </div>
        {(isElsewhere || isPutOff) && (
          <p class="small soft">
            {isElsewhere && text("wishElsewhereSince", dayText(elsewhereAt, now))}{" "}
            {isPutOff && text("wishPutOff", dayText(snoozedUntil.value, now))}
          </p>
        )}
        <p class="small soft" role="status">
          {kept && text("wishKept")}
        </p>
      </div>
    </details>
  );
}
