import { useEffect, useRef } from "preact/hooks";
import { fileDate } from "./offer-file.ts";

interface DateFieldProps {
  readonly label: string;
  /** A stable name of the field, for tests and styles. */
  readonly name?: string;
  /** The day chosen before: a moment of it (ms); absent without any. */
  readonly value?: number;
  /** Days before this moment's (ms) are not taken. */
  readonly min?: number;
  /** The hour of the chosen day that is answered, 0 for its beginning. */
  readonly hour?: number;
  /** Name of the choice, in one line with what stands beside it. */
  readonly inline?: boolean;
  /** The day that was chosen (ms), once; `undefined` when the field was emptied. */
  readonly onChosen: (at: number | undefined) => void;
}

/** No day that anybody means lies before this year: it is a year that is being typed. */
const FIRST_YEAR = 1900;

/** The first day that is taken, as a date field has it. */
export const FIRST_DAY = `${FIRST_YEAR}-01-01`;

/** The moment (ms) of a complete date, in the reader's calendar; `undefined` for anything else. */
export function dayTyped(value: string, hour = 0): number | undefined {
  const [, year, month, day] = /^(\d{4,6})-(\d\d)-(\d\d)$/u.exec(value) ?? [];
  if (year === undefined || Number(year) < FIRST_YEAR) return undefined;
  return new Date(Number(year), Number(month) - 1, Number(day), hour).getTime();
}

/**
 * A day to choose. It counts when the field is left or Enter is pressed: while a year is typed, browsers report one complete date after the other, the
 * year 2 first.
 */
export function DateField({ label, name, value, min, hour = 0, inline, onChosen }: DateFieldProps) {
  const shown = value === undefined ? "" : fileDate(value);
  const counted = useRef(shown);
  const input = useRef<HTMLInputElement>(null);
  const take = (field: HTMLInputElement) => {
    if (field.value === counted.current || field.validity.badInput) return;
    const at = field.value === "" ? undefined : dayTyped(field.value, hour);
    if (field.value !== "" && (at === undefined || !field.validity.valid)) return;
    counted.current = field.value;
    onChosen(at);
  };
  // The choice was changed elsewhere, for example taken back.
  useEffect(() => {
    if (counted.current === shown || !input.current) return;
    counted.current = shown;
    input.current.value = shown;
  }, [shown]);
  return (
    <label class={`field${inline ? " inline" : ""}`}>
      <span>{label}</span>
      <input
        ref={input}
        type="date"
        {...(name !== undefined && { name })}
        defaultValue={shown}
        {...(min !== undefined && { min: fileDate(min) })}
        onBlur={({ currentTarget }) => take(currentTarget)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === "Enter") take(currentTarget);
        }}
      />
    </label>
  );
}
