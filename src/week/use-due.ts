import { useState } from "preact/hooks";
import { type Act, useAct } from "../components/acts/use-act.ts";
import type { Made } from "../domain/records/made.ts";
import { waitsSince } from "../domain/suggestions/ended-reminders.ts";
import type { DueRow } from "../domain/week/week.ts";
import { askFromPage } from "../protocol/transport.ts";
import { dayText } from "../words/moments.ts";
import { nameInSentence } from "../words/name-text.ts";
import { text } from "../words/text.ts";

/** What the user did about somebody due, and how that is undone. */
interface Done {
  readonly words: string;
  readonly undo: Made;
}

/** The date that is due moved to this moment; `null` takes it back. */
const dateMoved = ({ reminder }: DueRow, at: number | null): Made =>
  reminder === undefined ? {} : { reminders: { [reminder]: at } };

/** A value as it was, or none. */
const asBefore = (value: number | undefined) => (value === undefined ? {} : { value });

/** What is chosen when it is done: the date goes, and one's own rhythm begins anew. */
const doneNow = (row: DueRow, now: number): Made =>
  row.dueBy === "date" ? dateMoved(row, null) : { choices: { inTouchElsewhere: { value: now } } };

const undone = (row: DueRow): Made =>
  row.dueBy === "date"
    ? dateMoved(row, row.dueAt)
    : { choices: { inTouchElsewhere: asBefore(row.chosen.inTouchElsewhere) } };

const later = (row: DueRow, until: number): Made =>
  row.dueBy === "date" ? dateMoved(row, until) : { choices: { snoozedUntil: { value: until } } };

const notLater = (row: DueRow): Made =>
  row.dueBy === "date"
    ? dateMoved(row, row.dueAt)
    : { choices: { snoozedUntil: asBefore(row.chosen.snoozedUntil) } };

/** Why somebody is due: a day, a rhythm, or no reply to what the user wrote. */
export function dueText({ dueBy, dueAt, reminder }: DueRow, now: number): string {
  if (dueBy === "cadence") return text("dueByCadence", { day: dayText(dueAt, now) });
  const since = waitsSince(reminder);
  return since === undefined
    ? text("dueSince", { day: dayText(dueAt, now) })
    : text("dueNoReply", { day: dayText(since, now) });
}

/** What became of somebody due, and the ways to make it so and to take it back. */
interface DueActs {
  /** What was done, in words; absent while it is due. */
  readonly said: string | undefined;
  /** How doing it goes. */
  readonly act: Act;
  /** It was just taken back. */
  readonly isBack: boolean;
  readonly finish: () => void;
  /** Puts it off until a moment (ms). */
  readonly putOff: (until: number) => void;
  readonly undo: () => void;
}

/**
 * What can be done about somebody due.
 *
 * @param onAct called before something is done
 */
export function useDue(row: DueRow, now: number, onAct: () => void): DueActs {
  const act = useAct();
  const [done, setDone] = useState<Done>();
  const [isBack, setIsBack] = useState(false);
  const { id, dueBy } = row;
  const name = nameInSentence(row.name);
  const carry = (made: Made, outcome: Done) => {
    onAct();
    act.run(async () => {
      await askFromPage.choose({ id, made });
      setIsBack(false);
      setDone(outcome);
    });
  };
  return {
    said: done?.words,
    act,
    isBack,
    finish: () =>
      carry(doneNow(row, Date.now()), {
        words: text(dueBy === "date" ? "dueDone" : "dueElsewhere", { name }),
        undo: undone(row),
      }),
    putOff: (until) =>
      carry(later(row, until), {
        words: text("outcomeLater", { name, day: dayText(until, now) }),
        undo: notLater(row),
      }),
    undo: () =>
      act.run(async () => {
        if (done) await askFromPage.choose({ id, made: done.undo });
        setDone(undefined);
        setIsBack(true);
      }),
  };
}
