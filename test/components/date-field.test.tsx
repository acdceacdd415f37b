// @vitest-environment jsdom
import { expect, test } from "vitest";
import { DateField, dayTyped } from "../../src/components/date-field.tsx";
import { drawn, found } from "./drawn.ts";

function field(min?: number): { readonly input: HTMLInputElement; readonly chosen: unknown[] } {
  const chosen: unknown[] = [];
  const place = drawn(
    <DateField
      label="Until"
      {...(min !== undefined && { min })}
      onChosen={(at) => chosen.push(at)}
    />,
  );
  return { input: found<HTMLInputElement>(place, "input"), chosen };
}

/** What Chromium reports while 02152027 is typed: every complete date on the way. */
function type(input: HTMLInputElement, ...values: readonly string[]): void {
  for (const value of values) {
    input.value = value;
    for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

const leave = (input: HTMLInputElement) => input.dispatchEvent(new FocusEvent("blur"));
const whileTyped = ["0002-02-15", "0020-02-15", "0202-02-15", "2027-02-15"];
const meant = new Date(2027, 1, 15).getTime();

test("a date counts when its field is left, and no year on the way to it", () => {
  const { input, chosen } = field();
  type(input, ...whileTyped);
  expect(chosen).toEqual([]);
  leave(input);
  leave(input);
  expect(chosen).toEqual([meant]);
});

test("Enter confirms a date", () => {
  const { input, chosen } = field();
  type(input, ...whileTyped);
  input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  leave(input);
  expect(chosen).toEqual([meant]);
});

test("a field that is left in the middle of a year changes nothing", () => {
  for (const value of whileTyped.slice(0, -1)) {
    const { input, chosen } = field();
    type(input, value);
    leave(input);
    expect(chosen).toEqual([]);
  }
});

test("a day before the first one allowed is not taken", () => {
  const { input, chosen } = field(new Date(2027, 5, 1).getTime());
  type(input, "2027-02-15");
  leave(input);
  expect(chosen).toEqual([]);
});

test("an emptied field takes the day back", () => {
  const { input, chosen } = field();
  type(input, "2027-02-15");
  leave(input);
  type(input, "");
  leave(input);
  expect(chosen).toEqual([meant, undefined]);
});

test("a date is a day of the reader's calendar, at the hour asked for", () => {
  expect(dayTyped("2027-02-15", 12)).toBe(new Date(2027, 1, 15, 12).getTime());
  for (const value of ["", "2027", "27-02-15", "0002-02-15"])
    expect(dayTyped(value)).toBeUndefined();
});
