import { counts } from "./counts.ts";
import type { Derived } from "../view/derived.ts";
import { reminders } from "./reminders.ts";
import { rows } from "./rows.ts";
import { version } from "./version.ts";
import { weekNotes } from "./week-notes.ts";

/** Everything that follows from people, in the order in which it follows. */
export const ALL_DERIVED: readonly Derived[] = [version, counts, rows, reminders, weekNotes];
