import { useState } from "preact/hooks";
import { Glyph, CARD_SIGNS } from "../../components/pictures/glyph.tsx";
import { useFollowed } from "../../components/use-followed.ts";
import { FIELDS } from "../../domain/career/fields.ts";
import type { Condition } from "../../domain/directory/people-table.ts";
import { BANDS } from "../../domain/tie/band.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { durationText } from "../../words/moments.ts";
import { text, type TextKey } from "../../words/text.ts";
import { bandText } from "../../words/tie-words.ts";
import { conditionText } from "./condition-words.ts";

const askChoices = () => askFromPage.tableChoices();

/** Silences offered, in days: a month to three years. */
const SILENCES = [30, 92, 183, 366, 1096] as const;

const SWITCHES = ["overdue", "two-way", "muted", "untracked"] as const;

interface FilterBarProps {
  readonly conditions: readonly Condition[];
  readonly onConditions: (conditions: readonly Condition[]) => void;
}

const isSame = (a: Condition, b: Condition): boolean =>
  JSON.stringify({ ...a, not: undefined }) === JSON.stringify({ ...b, not: undefined });

/** A choice that adds a condition and forgets what was chosen. */
function Adding({
  words: label,
  options,
  onChosen,
}: {
  readonly words: TextKey;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChosen: (place: number) => void;
}) {
  return (
    <select
      class="adding"
      aria-label={text(label)}
      value=""
      onChange={({ currentTarget }) => {
        const place = options.findIndex(([value]) => value === currentTarget.value);
        currentTarget.value = "";
        if (place >= 0) onChosen(place);
      }}
    >
      <option value="">{text(label)}</option>
      {options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
}

/** A field whose words become a condition. */
function Typing({
  name,
  words: label,
  offered,
  onTyped,
}: {
  readonly name: string;
  readonly words: TextKey;
  readonly offered: readonly string[];
  readonly onTyped: (words: string) => void;
}) {
  const [words, setWords] = useState("");
  return (
    <form
      class="adding"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== "") onTyped(words.trim());
        setWords("");
      }}
    >
      <input
        type="text"
        name={`filter-${name}`}
        list={`offered-${name}`}
        aria-label={text(label)}
        placeholder={text(label)}
        autocomplete="off"
        value={words}
        onInput={({ currentTarget }) => setWords(currentTarget.value)}
        onChange={({ currentTarget: { value } }) => {
          // Chosen from what is offered: that is as good as Enter.
          if (!offered.includes(value)) return;
          onTyped(value);
          setWords("");
        }}
      />
      <datalist id={`offered-${name}`}>
        {offered.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </form>
  );
}

/** The conditions that hold, each to be turned round or removed, and the ways to add one. */
export function FilterBar({ conditions, onConditions }: FilterBarProps) {
  const [choices] = useFollowed(askChoices);
  const offered = choices.state === "answered" ? choices.answer : { companies: [], tags: [] };
  const add = (condition: Condition) =>
    onConditions([...conditions.filter((one) => !isSame(one, condition)), condition]);
  const turned = ({ not, ...condition }: Condition): Condition =>
    (not ? condition : { ...condition, not: true }) as Condition;
  return (
    <div class="filter-bar">
      <div class="row" role="group" aria-label={text("filters")}>
        <Adding
          words="filterBands"
          options={BANDS.map((band) => [band, bandText(band)])}
          onChosen={(place) => {
            const is = BANDS[place];
            if (is !== undefined) add({ of: "band", is });
          }}
        />
        <Typing
          name="company"
          words="filterCompany"
          offered={offered.companies}
          onTyped={(is) => add({ of: "company", is })}
        />
        <Adding
          words="filterField"
          options={FIELDS.map((field) => [field, text(`field_${field}`)])}
          onChosen={(place) => {
            const is = FIELDS[place];
            if (is !== undefined) add({ of: "field", is });
          }}
        />
        <Adding
          words="filterSilent"
          options={SILENCES.map((days) => [String(days), durationText(days)])}
          onChosen={(place) => {
            const is = SILENCES[place];
            if (is !== undefined) add({ of: "silent", is });
          }}
        />
        <Typing
          name="tag"
          words="filterTag"
          offered={offered.tags}
          onTyped={(is) => add({ of: "tag", is })}
        />
        <Adding
          words="filterMore"
          options={SWITCHES.map((of) => [of, conditionText({ of })])}
          onChosen={(place) => {
            const of = SWITCHES[place];
            if (of !== undefined) add({ of });
          }}
        />
      </div>
      {conditions.length > 0 && (
        <ul class="chips" aria-label={text("filtersHeld")}>
          {conditions.map((condition) => {
            const words = conditionText(condition);
            return (
              <li key={JSON.stringify({ ...condition, not: undefined })} class="chip">
                <button
                  type="button"
                  title={text("chipTurn")}
                  onClick={() =>
                    onConditions(conditions.map((one) => (one === condition ? turned(one) : one)))
                  }
                >
                  {words}
                </button>
                <button
                  type="button"
                  class="chip-remove"
                  aria-label={text("chipRemove", { filter: words })}
                  onClick={() => onConditions(conditions.filter((one) => one !== condition))}
                >
                  <Glyph sign={CARD_SIGNS.close} />
                </button>
              </li>
            );
          })}
          <li>
            <button type="button" class="button quiet" onClick={() => onConditions([])}>
              {text("filtersClear")}
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}
