import { type FirstDay, WEEKDAYS } from "../settings/preferences.ts";
import { weekdayText } from "../words/moments.ts";
import { text } from "../words/text.ts";
import { clock, minutesOf } from "./time-of-day.ts";

interface DayAndTimeProps {
  readonly day: FirstDay;
  /** Minutes after midnight. */
  readonly minutes: number;
  readonly onDay: (day: FirstDay) => void;
  /** Not called while the field is empty. */
  readonly onMinutes: (minutes: number) => void;
}

/** On which day of the week, and at what time, the user is called to the week. */
export function DayAndTime({ day, minutes, onDay, onMinutes }: DayAndTimeProps) {
  return (
    <>
      <label class="field inline">
        <span>{text("callOn")}</span>
        <select
          name="call-day"
          value={day}
          onChange={({ currentTarget: { value } }) =>
            onDay(WEEKDAYS.find((one) => String(one) === value) ?? day)
          }
        >
          {WEEKDAYS.map((one) => (
            <option key={one} value={one}>
              {weekdayText(one)}
            </option>
          ))}
        </select>
      </label>
      <label class="field inline">
        <span>{text("notifyAt")}</span>
        <input
          type="time"
          name="call-time"
          required
          value={clock(minutes)}
          onChange={({ currentTarget: { value } }) => {
            const chosen = minutesOf(value);
            if (chosen !== undefined) onMinutes(chosen);
          }}
        />
      </label>
    </>
  );
}
