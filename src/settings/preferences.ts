/** A day of the week, 0 for Sunday to 6 for Saturday. */
export type FirstDay = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Tones of openers that the user may have words of their own for. */
const OWN_TONES = ["warm", "brief", "formal"] as const;

/** The user's own openers by tone, with `{first}`, `{company}` and `{since}` where these are filled in; none is empty. */
export type OwnOpeners = Readonly<Partial<Record<(typeof OWN_TONES)[number], string>>>;

/** Characters of an own opener. */
export const LONGEST_OPENER = 1000;

/** What the user set about suggestions and reminders. */
export interface Preferences {
  /** Suggestions a week and list, 3 to 5. */
  readonly perWeek: number;
  /** The day on which a week begins; absent for Monday. */
  readonly weekStartsOn?: FirstDay;
  /** How many suggestions the user wants to follow each week; absent while there is no goal. */
  readonly weeklyGoal?: number;
  /** The number of this week's open names stands on the toolbar icon. */
  readonly toolbarNumber: boolean;
  /** Minutes after midnight, local time, at which one notification a day may come; absent while none is wanted. */
  readonly notifyAtMinutes?: number;
  /** The day of the week on which the user is called to the week; absent while that is not wanted. */
  readonly callOn?: FirstDay;
  /** Minutes after midnight, local time, of that call; absent for nine in the morning. */
  readonly callAtMinutes?: number;
  /** The call names people. Others may see the screen. */
  readonly callNames?: boolean;
  /** Absent without any. */
  readonly openers?: OwnOpeners;
}

/** Some values of `T` anew; the others stay. `null` takes away what may be absent. */
export type Changed<T> = {
  readonly [Key in keyof T]?: T[Key] | (object extends Pick<T, Key> ? null : never);
};

/** Some preferences anew; the others stay, and the own openers of other tones, too. */
export interface ChangedPreferences extends Omit<Changed<Preferences>, "openers"> {
  readonly openers?: Changed<OwnOpeners>;
}

/** Nine in the morning, in minutes after midnight. */
export const NINE_IN_THE_MORNING = 540;

const UNCHANGED: Preferences = { perWeek: 4, toolbarNumber: false };

/** The days of a week, in the order of most calendars. */
export const WEEKDAYS: readonly FirstDay[] = [1, 2, 3, 4, 5, 6, 0];

/** The day on which a week begins where the user has chosen none: Monday. */
export const USUAL_FIRST_DAY: FirstDay = 1;

const wholeBetween = (value: unknown, least: number, most: number): number | undefined =>
  typeof value === "number" && Number.isInteger(value) && value >= least && value <= most
    ? value
    : undefined;

/** The openers that were kept, as far as they are openers; `undefined` without any. */
function asOpeners(value: unknown): OwnOpeners | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const kept = value as Readonly<Record<string, unknown>>;
  const openers = OWN_TONES.flatMap((tone) => {
    const words = kept[tone];
    return typeof words === "string" && words.trim() !== ""
      ? [[tone, words.slice(0, LONGEST_OPENER)] as const]
      : [];
  });
  return openers.length === 0 ? undefined : Object.fromEntries(openers);
}

/** The preferences that were kept or come from a file, as far as they are preferences of this version. */
export function asPreferences(value: unknown): Preferences {
  const kept: Partial<Record<keyof Preferences, unknown>> =
    typeof value === "object" && value !== null ? value : {};
  const weekStartsOn = WEEKDAYS.find((day) => day === kept.weekStartsOn);
  const weeklyGoal = wholeBetween(kept.weeklyGoal, 1, 20);
  const notifyAtMinutes = wholeBetween(kept.notifyAtMinutes, 0, 1439);
  const callOn = WEEKDAYS.find((day) => day === kept.callOn);
  const callAtMinutes = wholeBetween(kept.callAtMinutes, 0, 1439);
  const openers = asOpeners(kept.openers);
  return {
    perWeek: wholeBetween(kept.perWeek, 3, 5) ?? UNCHANGED.perWeek,
    ...(weekStartsOn !== undefined && { weekStartsOn }),
    ...(weeklyGoal !== undefined && { weeklyGoal }),
    toolbarNumber: kept.toolbarNumber === true,
    ...(notifyAtMinutes !== undefined && { notifyAtMinutes }),
    ...(callOn !== undefined && { callOn }),
    ...(callAtMinutes !== undefined && { callAtMinutes }),
    ...(kept.callNames === true && { callNames: true }),
    ...(openers && { openers }),
  };
}

/** The preferences with those that were chosen anew. */
export const withChangedPreferences = (
  before: Preferences,
  changed: ChangedPreferences,
): Preferences =>
  asPreferences({
    ...before,
    ...changed,
    openers: { ...before.openers, ...changed.openers },
  });

/** The change after which preferences are these, whatever they were before. */
export const wholePreferences = ({ openers, ...wanted }: Preferences): ChangedPreferences => ({
  weekStartsOn: null,
  weeklyGoal: null,
  notifyAtMinutes: null,
  callOn: null,
  callAtMinutes: null,
  callNames: null,
  ...wanted,
  openers: { warm: null, brief: null, formal: null, ...openers },
});
