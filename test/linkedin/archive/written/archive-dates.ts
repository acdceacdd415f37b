/** Writes dates as the archive does, and says which moments a reader may make of them. */

export interface WrittenDate {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const LOS_ANGELES = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/Los_Angeles",
  year: "2-digit",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
});

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** `2024-01-05 13:22:10`, with another separator or the zone where asked. */
export function secondDate(at: number, zone = "", separator = "-"): WrittenDate {
  const text = new Date(at).toISOString().slice(0, 19).replace("T", " ").replaceAll("-", separator);
  return { text: text + zone, from: at, to: at + 999 };
}

/** `05 Jan 2024`, or `5-Jan-24` as spreadsheets write it. */
export function dayDate(at: number, isSpreadsheet: boolean): WrittenDate {
  const date = new Date(at);
  const month = MONTHS[date.getUTCMonth()] ?? "";
  const year = date.getUTCFullYear();
  const text = isSpreadsheet
    ? `${date.getUTCDate()}-${month}-${two(year % 100)}`
    : `${two(date.getUTCDate())} ${month} ${year}`;
  const from = Math.floor(at / DAY_MS) * DAY_MS;
  return { text, from, to: from + DAY_MS - 1 };
}

/** `10/9/18, 7:05 AM` by a clock the reader does not know (here UTC); zero-padded where asked. */
export function minuteDate(at: number, isPadded = false): WrittenDate {
  const date = new Date(at);
  const hours = date.getUTCHours();
  const pad = (value: number): string => (isPadded ? two(value) : String(value));
  const day = `${pad(date.getUTCMonth() + 1)}/${pad(date.getUTCDate())}/${two(date.getUTCFullYear() % 100)}`;
  const text = `${day}, ${pad(hours % 12 || 12)}:${two(date.getUTCMinutes())} ${hours < 12 ? "AM" : "PM"}`;
  const minute = Math.floor(at / 60_000) * 60_000;
  return { text, from: minute - 14 * HOUR_MS, to: minute + 12 * HOUR_MS + 59_999 };
}

/** `2/12/26, 11:44 AM` by the clock of Los Angeles. Not for the hours when that clock is put back. */
export function pacificDate(at: number): WrittenDate {
  const minute = Math.floor(at / 60_000) * 60_000;
  return {
    text: LOS_ANGELES.format(minute).replace(/\u202F/g, " "),
    from: minute,
    to: minute + 59_999,
  };
}

/** Whether the clock in Los Angeles may show this time twice, so that a writer should choose another. */
export function isDoubtfulInLosAngeles(at: number): boolean {
  const text = LOS_ANGELES.format(at);
  return /\b[12]:\d\d\sAM/.test(text);
}
