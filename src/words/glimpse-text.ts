/**
 * One person of a page in words: what the badge and its glance card say. Nothing the user wrote is part of it, because a page may find
 * ways to read what stands on it.
 */
import { circumstances } from "../domain/tie/circumstances.ts";
import { shownName } from "../domain/person/corrected.ts";
import { choicesInForce } from "../domain/person/ruled.ts";
import type { Coverage } from "../domain/tie/coverage.ts";
import type { Alias } from "../domain/person/person.ts";
import type { PersonRecord } from "../domain/directory/person-record.ts";
import { reminder } from "../domain/directory/reminders.ts";
import type { PersonSeen } from "../domain/interactions/sighting.ts";
import { rhythmAlone } from "../domain/suggestions/reasons.ts";
import { lastFact } from "../domain/suggestions/said.ts";
import { tieAllDay } from "../domain/suggestions/tie-of-day.ts";
import type { Tie } from "../domain/tie/tie.ts";
import { tieSummary } from "../domain/tie/tie-summary.ts";
import type { Glimpse } from "../protocol/site-questions.ts";
import { dayText } from "./moments.ts";
import { nameInSentence } from "./name-text.ts";
import { reasonText } from "./reason-words.ts";
import { text, textDirection } from "./text.ts";
import { bandText, knownUntilText, lastContactCompact, lastContactText } from "./tie-words.ts";

const NOTHING = tieSummary([]);

/** How often the two talk, where that is the user's choice or regular enough to be said. */
function rhythmLines(tie: Tie, now: number): readonly string[] {
  if (tie.ownCadence) return [reasonText({ code: "own-cadence", gapDays: tie.gapDays }, now)];
  return tie.rhythmKnown ? [reasonText(rhythmAlone(tie), now)] : [];
}

/** As many characters as a badge on a profile has room for; its width is the same for everybody. */
const BADGE_CHARACTERS = 30;

/** The words of the badge on a profile. The glance card has the sentence that is too long for it. */
function badgeWords(words: string, bandName: string, ago: string): string {
  if (words.length <= BADGE_CHARACTERS) return words;
  return ago === text("compactNothing")
    ? bandName
    : text("badgeShort", { band: bandName, time: ago });
}

function reminderLines(person: PersonRecord, now: number): readonly string[] {
  const known = reminder(person);
  const at = Math.min(known?.dates[0]?.at ?? Infinity, known?.cadenceAt ?? Infinity);
  return at < Infinity ? [text("glanceReminder", { day: dayText(at, now) })] : [];
}

/**
 * The glimpse of a person at `now`.
 *
 * @param alias the first alias as asked
 * @param person `undefined` for somebody the history does not know
 */
export function glimpseText(
  alias: Alias,
  seen: PersonSeen,
  person: PersonRecord | undefined,
  coverage: Coverage,
  now: number,
): Glimpse {
  const known = tieAllDay(
    person?.summary ?? NOTHING,
    circumstances(person ? choicesInForce(person) : {}, coverage),
    now,
  );
  const connected = person?.summary.connected && { connected: person.summary.connected };
  const contact = { ...known, ...connected };
  const bandName = bandText(known.band);
  const words = lastContactText(contact, now);
  const compact = lastContactCompact(contact, now);
  const last = lastFact(contact);
  // Where there are no messages the sentence says up to when.
  const saysUntil = "until" in last && last.until !== undefined;
  const upTo = saysUntil ? undefined : knownUntilText(known, now);
  const name = nameInSentence(seen.name ?? (person && shownName(person)) ?? "");
  return {
    alias,
    band: known.band,
    full: badgeWords(words, bandName, compact),
    compact,
    bandName,
    label: text("badgeLabel", { name, band: bandName, contact: words }),
    glance: [
      words,
      ...(upTo === undefined ? [] : [upTo]),
      ...rhythmLines(known, now),
      ...(person ? reminderLines(person, now) : []),
      ...(person?.choices.notes ? [text("glanceNote")] : []),
    ],
    textDirection: textDirection(),
  };
}
