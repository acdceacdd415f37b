import { DateField } from "./date-field.tsx";
import { text, type TextKey } from "../words/text.ts";

interface LaterChoicesProps {
  readonly now: number;
  /** The hour of the chosen day that is answered, 0 for its beginning. */
  readonly hour?: number;
  readonly onUntil: (until: number) => void;
}

/** An hour of the day so many days and months after the day of `now`, in the reader's calendar. */
export function after(now: number, days: number, months: number, hour = 0): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth() + months, day.getDate() + days, hour).getTime();
}

const SPANS: readonly { readonly name: TextKey; readonly days: number; readonly months: number }[] =
  [
    { name: "later1Week", days: 7, months: 0 },
    { name: "later1Month", days: 0, months: 1 },
    { name: "later3Months", days: 0, months: 3 },
  ];

/** A later day: three that are chosen often, and any other. */
export function LaterChoices({ now, hour = 0, onUntil }: LaterChoicesProps) {
  return (
    <>
      {SPANS.map(({ name, days, months }) => (
        <button
          type="button"
          class="menu-choice"
          key={name}
          onClick={() => onUntil(after(now, days, months, hour))}
        >
          {text(name)}
        </button>
      ))}
      <div class="menu-field">
        <DateField
          label={text("laterUntil")}
          min={after(now, 1, 0)}
          hour={hour}
          inline
          onChosen={(until) => {
            if (until !== undefined) onUntil(until);
          }}
        />
      </div>
    </>
  );
}
