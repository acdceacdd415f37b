/**
 * The weekly call: one notification on the day and at the time that the user chose.
 */
import { callState, nextCallAt, type WeekCall } from "../../domain/week/week-call.ts";
import { NINE_IN_THE_MORNING, type Preferences } from "../../settings/preferences.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { listText, text } from "../../words/text.ts";
import { changeOwnValue, ownValue } from "../kept/own-kept.ts";
import { zoneOfNow } from "../kept/week-start.ts";
import { notify } from "./notifications.ts";

/** Where the day of the last call is kept, see `calledDay`. */
const CALLED = "week-called";

/** As many names as a notification has room for. */
const MOST_NAMES = 4;

const wantedCall = ({
  callOn: weekday,
  callAtMinutes: minutes = NINE_IN_THE_MORNING,
}: Preferences): WeekCall | undefined => (weekday === undefined ? undefined : { weekday, minutes });

const noteCall = async (day: number | undefined): Promise<void> => {
  await changeOwnValue(CALLED, () => day);
};

/**
 * Calls the user to the week where it is time for that and the week still asks for somebody.
 *
 * @param names whom the week still asks to write to
 * @param day any text that is the same all day and differs from every other day
 */
export async function callToWeek(
  wanted: Preferences,
  names: readonly string[],
  day: string,
  now: number,
): Promise<void> {
  const call = wantedCall(wanted);
  if (call === undefined) return;
  const last = await ownValue(CALLED);
  const state = callState(call, typeof last === "number" ? last : undefined, zoneOfNow(), now);
  if (state.at === "rest") return;
  const isCalled =
    state.at === "begin" ||
    names.length === 0 ||
    (await notify("week", day, () =>
      wanted.callNames
        ? text("notificationWeekNames", {
            names: listText(names.slice(0, MOST_NAMES).map(nameInSentence)),
          })
        : text("notificationWeek", { count: names.length }),
    ));
  if (isCalled) await noteCall(state.day);
}

/** When the user is to be called next (ms). */
export function nextCall(wanted: Preferences, now: number): number {
  const call = wantedCall(wanted);
  return call === undefined ? Infinity : nextCallAt(call, zoneOfNow(), now);
}

/** Day or time of the call were chosen anew: the next one counts, none of the past. */
export const beginCalls = (): Promise<void> => noteCall(undefined);
