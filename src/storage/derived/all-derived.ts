import { counts } from "./counts.ts";
import type { Derived } from "../view/derived.ts";
import { months } from "./months.ts";
import { reminders } from "./reminders.ts";
import { rows } from "./rows.ts";
import { sent } from "./sent.ts";
import { version } from "./version.ts";
import { weekNotes } from "./week-notes.ts";

/** Everything that follows from people. None of it follows from another, so all of it follows at once. */
export const ALL_DERIVED: readonly Derived[] = [
  version,
  counts,
  rows,
  reminders,
  sent,
  weekNotes,
  months,
];
