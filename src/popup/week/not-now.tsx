import { DateField } from "../../components/date-field.tsx";
import { text, type TextKey } from "../../words/text.ts";

interface NotNowProps {
  readonly now: number;
  readonly onUntil: (until: number) => void;
  /** Absent where "never" is no answer. */
  readonly onNever?: () => void;
}

/** Midnight so many days and months after the day of `now`, in the reader's calendar. */
function after(now: number, days: number, months: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth() + months, day.getDate() + days).getTime();
}

const SPANS: readonly { readonly name: TextKey; readonly days: number; readonly months: number }[] =
  [
    { name: "later1Week", days: 7, months: 0 },
    { name: "later1Month", days: 0, months: 1 },
    { name: "later3Months", days: 0, months: 3 },
  ];

/** For how long a person is not to be suggested. */
export function NotNow({ now, onUntil, onNever }: NotNowProps) {
  return (
    <div class="unfolded" role="group" aria-label={text("laterQuestion")}>
      <p class="small soft">{text("laterQuestion")}</p>
      <div class="row">
        {SPANS.map(({ name, days, months }) => (
          <button
            type="button"
            class="button"
            key={name}
            onClick={() => onUntil(after(now, days, months))}
          >
            {text(name)}
          </button>
        ))}
        <DateField
          label={text("laterUntil")}
          min={after(now, 1, 0)}
          inline
          onChosen={(until) => {
            if (until !== undefined) onUntil(until);
          }}
        />
        {onNever && (
          <button type="button" class="button quiet danger" onClick={onNever}>
            {text("actionNever")}
          </button>
        )}
      </div>
    </div>
  );
}
