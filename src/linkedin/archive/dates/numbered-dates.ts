/** Dates of numbers alone. The month comes first or second. */

/** `2/12/26, 11:44 AM` and `01/05/24, 01:22 PM`; newer Java writes a narrow space before the half of the day. */
export const AMERICAN =
  /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2}),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AP])\.?M\.?$/i;
/** What a spreadsheet makes of a day or moment: `1/25/2021`, `25-01-21`, `1/25/2021 16:12`. Which number is the month, only the column can tell. */
export const NUMBERED =
  /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
