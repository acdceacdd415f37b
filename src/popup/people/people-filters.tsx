import { BANDS } from "../../domain/tie/band.ts";
import { FIELDS } from "../../domain/career/fields.ts";
import type { PeopleAsked, PeopleOrder } from "../../domain/directory/directory.ts";
import { DateField } from "../../components/date-field.tsx";
import { Popover } from "../../components/pieces/popover.tsx";
import { Glyph, PAGE_SIGNS } from "../../components/pictures/glyph.tsx";
import { BandGlyph } from "../../components/pictures/band-glyph.tsx";
import { text, type TextKey } from "../../words/text.ts";
import { bandText } from "../../words/tie-words.ts";
import { durationText } from "../../words/moments.ts";

/** Who is looked for, without the part of the list. */
export type Filter = Omit<PeopleAsked, "start" | "atMost">;

/** No filter at all. */
export const EVERYBODY: Filter = {
  text: "",
  late: false,
  bands: [],
  twoWay: false,
  order: "strength",
};

const ORDERS: Record<PeopleOrder, TextKey> = {
  overdue: "orderOverdue",
  worth: "orderWorth",
  silence: "orderSilence",
  strength: "orderStrength",
  name: "orderName",
};

const SILENCES = [30, 92, 183, 366, 1096] as const;

interface PeopleFiltersProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly onBack: () => void;
}

/** The filter with one of its optional parts replaced, or without it. */
function having<Key extends keyof Filter>(
  filter: Filter,
  key: Key,
  value: Filter[Key] | undefined,
): Filter {
  const { [key]: _before, ...rest } = filter;
  return (value === undefined ? rest : { ...rest, [key]: value }) as Filter;
}

/** How many filters narrow the list down; words and order are none. */
function activeFilters(filter: Filter) {
  const {
    text: _words,
    order: _order,
    bands,
    late: _late,
    changed: _changed,
    twoWay,
    ...rest
  } = filter;
  const given = Object.values(rest).filter((value) => value !== undefined).length;
  return given + Number(bands.length > 0) + Number(twoWay);
}

/** Narrows the list down and orders it. */
export function PeopleFilters({ filter, onFilter, onBack }: PeopleFiltersProps) {
  const set = <Key extends keyof Filter>(key: Key, value: Filter[Key] | undefined) =>
    onFilter(having(filter, key, value));
  const words = (key: "company" | "tag", label: TextKey) => (
    <label class="field">
      <span>{text(label)}</span>
      <input
        type="text"
        value={filter[key] ?? ""}
        onInput={({ currentTarget }) => set(key, currentTarget.value || undefined)}
      />
    </label>
  );
  const date = (key: "connectedFrom" | "connectedTo", label: TextKey) => (
    <DateField
      label={text(label)}
      {...(filter[key] !== undefined && { value: filter[key] })}
      onChosen={(at) => set(key, at)}
    />
  );
  const active = activeFilters(filter);
  const chip = (isOn: boolean, label: TextKey, without: Filter, name: string) => (
    <button
      type="button"
      class="button small chip"
      name={name}
      aria-pressed={isOn}
      onClick={() => onFilter(without)}
    >
      {text(label)}
    </button>
  );
  return (
    <div class="view-head filters">
      <button
        type="button"
        class="button icon small"
        name="back"
        aria-label={text("tabWeek")}
        title={text("tabWeek")}
        onClick={onBack}
      >
        <Glyph sign={PAGE_SIGNS.back} sideways />
      </button>
      {chip(filter.late, "filterLate", { ...filter, late: !filter.late }, "late")}
      {chip(
        filter.changed === true,
        "filterChanged",
        having(filter, "changed", filter.changed === true ? undefined : true),
        "changed",
      )}
      <Popover
        label={text("filters")}
        face={active === 0 ? text("filters") : text("filtersOn", { count: active })}
        class={`small chip${active > 0 ? " on" : ""}`}
        name="filters"
      >
        {() => (
          <div class="filter-panel">
            <label class="field inline">
              <span>{text("orderLabel")}</span>
              <select
                name="order"
                value={filter.order}
                onChange={({ currentTarget: { value } }) => {
                  const order = Object.keys(ORDERS).find((one) => one === value);
                  set("order", (order ?? "overdue") as PeopleOrder);
                }}
              >
                {Object.entries(ORDERS).map(([order, label]) => (
                  <option key={order} value={order}>
                    {text(label)}
                  </option>
                ))}
              </select>
            </label>
            <fieldset class="bands">
              <legend class="small soft">{text("filterBands")}</legend>
              {BANDS.map((band) => (
                <label key={band} class={`toggle band-${band}`}>
                  <input
                    type="checkbox"
                    checked={filter.bands.includes(band)}
                    onChange={({ currentTarget }) =>
                      set(
                        "bands",
                        BANDS.filter((one) =>
                          one === band ? currentTarget.checked : filter.bands.includes(one),
                        ),
                      )
                    }
                  />
                  <span class="band">
                    <BandGlyph band={band} />
                    {bandText(band)}
                  </span>
                </label>
              ))}
            </fieldset>
            <div class="fields">
              <label class="toggle">
                <input
                  type="checkbox"
                  checked={filter.twoWay}
                  onChange={({ currentTarget }) => set("twoWay", currentTarget.checked)}
                />
                <span>{text("filterTwoWay")}</span>
              </label>
              <label class="field">
                <span>{text("filterSilent")}</span>
                <select
                  value={filter.silentDays ?? ""}
                  onChange={({ currentTarget }) =>
                    set("silentDays", Number(currentTarget.value) || undefined)
                  }
                >
                  <option value="">{text("filterAny")}</option>
                  {SILENCES.map((days) => (
                    <option key={days} value={days}>
                      {durationText(days)}
                    </option>
                  ))}
                </select>
              </label>
              <label class="field">
                <span>{text("filterField")}</span>
                <select
                  value={filter.field ?? ""}
                  onChange={({ currentTarget: { value } }) =>
                    set(
                      "field",
                      FIELDS.find((field) => field === value),
                    )
                  }
                >
                  <option value="">{text("filterAny")}</option>
                  {FIELDS.map((field) => (
                    <option key={field} value={field}>
                      {text(`field_${field}`)}
                    </option>
                  ))}
                </select>
              </label>
              {words("company", "filterCompany")}
              {words("tag", "filterTag")}
              {date("connectedFrom", "filterConnectedFrom")}
              {date("connectedTo", "filterConnectedTo")}
            </div>
          </div>
        )}
      </Popover>
    </div>
  );
}
