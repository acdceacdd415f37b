/**
 * The arguments of every question as they have to be.
 */
import {
  array,
  boolean,
  check,
  custom,
  exactOptional,
  integer,
  literal,
  maxLength,
  maxValue,
  minLength,
  minValue,
  nullable,
  number,
  picklist,
  pipe,
  readonly,
  record,
  regex,
  strictObject,
  string,
  union,
  unknown,
  variant,
} from "valibot";
import { BANDS } from "../../domain/tie/band.ts";
import { FIELDS } from "../../domain/career/fields.ts";
import { DIRECTIONS } from "../../domain/interactions/interaction.ts";
import { KNOWS, MOST_CADENCE_DAYS, type PersonId } from "../../domain/person/person.ts";
import type { NameSubject } from "../../domain/records/subject.ts";
import { alias, identifier, moment, ownWords } from "../../exchange/value-schemas.ts";
import { sentMessage } from "../../exchange/part-schemas.ts";
import { LONGEST_OPENER } from "../../settings/preferences.ts";
import { personSeen, sighting, viewer } from "./site-schemas.ts";

/** As many people as a page can show at once, and far fewer than a history holds: nobody reads a history out this way. */
export const PEOPLE_AT_ONCE = 200;

const sightings = pipe(
  array(
    pipe(
      strictObject({
        id: pipe(string(), maxLength(100)),
        sighting,
        of: exactOptional(pipe(array(alias), minLength(1), maxLength(50), readonly())),
      }),
      readonly(),
    ),
  ),
  maxLength(1000),
  readonly(),
);

/** A handle: 22 characters of base64url. */
export const personId = custom<PersonId>(
  (value) => typeof value === "string" && /^[\w-]{22}$/.test(value),
);
const nameSubject = custom<NameSubject>(
  (value) => typeof value === "string" && value.length <= 2000 && value.startsWith("name:"),
);
export const count = pipe(number(), integer(), minValue(1), maxValue(10_000));

export const askedGlimpses = strictObject({
  people: pipe(array(personSeen), maxLength(PEOPLE_AT_ONCE), readonly()),
  viewer,
});
export const askedNames = strictObject({
  names: pipe(array(pipe(string(), maxLength(500))), maxLength(PEOPLE_AT_ONCE), readonly()),
  viewer,
});
export const askedCard = strictObject({
  alias: exactOptional(alias),
  beside: exactOptional(boolean()),
  viewer,
});
export const observed = strictObject({ viewer, sightings });
export const askedPerson = strictObject({ id: personId, atMost: count });

/** What the user types into one field. */
const words = pipe(string(), maxLength(10_000));
/** The id of a note; after two people became one it may hold whose text it is, see `noteFrom`. */
const noteId = pipe(
  string(),
  maxLength(2100),
  regex(/^[\w-]{1,64}(?:~(?:slug|member|number|mail|phone|own|name):[^]*)?$/),
);
const tag = pipe(string(), minLength(1), maxLength(200));

/** A value, or none where the choice is taken back. */
const maybe = <T extends Parameters<typeof exactOptional>[0]>(value: T) =>
  exactOptional(pipe(strictObject({ value: exactOptional(value) }), readonly()));

/** No act of a user changes more entries of one kind. */
const few = <Entries extends object>() =>
  check<Entries, string>((entries) => Object.keys(entries).length <= 200, "too many");

export const made = pipe(
  strictObject({
    choices: exactOptional(
      pipe(
        strictObject({
          name: maybe(words),
          company: maybe(words),
          title: maybe(words),
          howMet: maybe(words),
          muted: maybe(boolean()),
          snoozedUntil: maybe(moment),
          cadenceDays: maybe(pipe(number(), minValue(1), maxValue(MOST_CADENCE_DAYS))),
          inTouchElsewhere: maybe(moment),
          knows: maybe(picklist(KNOWS)),
          neverTrack: maybe(boolean()),
          deceased: maybe(boolean()),
        }),
        readonly(),
      ),
    ),
    notes: exactOptional(pipe(record(noteId, words), few(), readonly())),
    tags: exactOptional(pipe(record(tag, boolean()), few(), readonly())),
    reminders: exactOptional(pipe(record(identifier, nullable(moment)), few(), readonly())),
    sent: exactOptional(pipe(record(identifier, nullable(sentMessage)), few(), readonly())),
  }),
  readonly(),
);

export const chosen = strictObject({ id: personId, made });
export const askedDetails = strictObject({ id: personId });
export const askedMerge = strictObject({ id: personId, other: personId });
export const mergedPair = strictObject({ a: alias, b: alias });
export const askedSplit = strictObject({
  id: personId,
  split: pipe(array(alias), maxLength(100), readonly()),
});
export const answeredQuestion = strictObject({
  answer: variant("kind", [
    strictObject({
      kind: literal("one-person"),
      a: alias,
      b: alias,
      value: picklist(["same", "different"]),
    }),
    strictObject({
      kind: literal("which-person"),
      name: nameSubject,
      value: union([alias, literal("somebody-else")]),
    }),
    strictObject({ kind: literal("whose-note"), note: noteId, drop: alias }),
    strictObject({ kind: literal("whose-reminder"), reminder: identifier, drop: alias }),
    strictObject({ kind: literal("shown-with-erased"), alias, mark: identifier }),
  ]),
});
export const namedInteraction = strictObject({
  id: personId,
  key: pipe(string(), maxLength(1000)),
});
export const writtenDown = strictObject({
  id: personId,
  interaction: pipe(
    strictObject({
      kind: picklist(["meeting", "call", "email", "other"]),
      direction: picklist(DIRECTIONS),
      from: moment,
      to: moment,
      words: exactOptional(ownWords),
    }),
    check(({ from, to }) => from <= to),
  ),
});
export const markedDone = strictObject({ id: personId, done: boolean() });
export const place = pipe(number(), integer(), minValue(0));
export const shortText = pipe(string(), maxLength(1000));
export const askedPeople = strictObject({
  text: shortText,
  late: boolean(),
  bands: pipe(array(picklist(BANDS)), readonly()),
  silentDays: exactOptional(pipe(number(), minValue(0))),
  field: exactOptional(picklist(FIELDS)),
  company: exactOptional(shortText),
  tag: exactOptional(shortText),
  connectedFrom: exactOptional(moment),
  connectedTo: exactOptional(moment),
  changed: exactOptional(boolean()),
  known: exactOptional(boolean()),
  twoWay: boolean(),
  choice: exactOptional(picklist(["untracked", "muted"])),
  order: picklist(["worth", "overdue", "silence", "strength", "name"]),
  start: place,
  atMost: pipe(count, maxValue(PEOPLE_AT_ONCE)),
});
export const askedTab = strictObject({ tabId: place });
export const namedHistory = strictObject({ name: identifier });
export const settledUnclaimed = strictObject({ name: exactOptional(identifier) });
export const joinedHistories = pipe(
  strictObject({ from: identifier, into: identifier }),
  check(({ from, into }) => from !== into),
);
const ownOpener = pipe(string(), minLength(1), maxLength(LONGEST_OPENER));
const minutesOfDay = pipe(number(), integer(), minValue(0), maxValue(1439));
export const changedSettings = strictObject({
  mode: exactOptional(picklist(["badges", "popup", "archive"])),
  pause: exactOptional(nullable(strictObject({ since: moment, until: exactOptional(moment) }))),
  preferences: exactOptional(
    strictObject({
      perWeek: exactOptional(pipe(number(), integer(), minValue(3), maxValue(5))),
      weekStartsOn: exactOptional(nullable(picklist([0, 1, 2, 3, 4, 5, 6]))),
      weeklyGoal: exactOptional(nullable(pipe(number(), integer(), minValue(1), maxValue(20)))),
      toolbarNumber: exactOptional(boolean()),
      notifyAtMinutes: exactOptional(nullable(minutesOfDay)),
      callOn: exactOptional(nullable(picklist([0, 1, 2, 3, 4, 5, 6]))),
      callAtMinutes: exactOptional(nullable(minutesOfDay)),
      callNames: exactOptional(nullable(boolean())),
      openers: exactOptional(
        strictObject({
          warm: exactOptional(nullable(ownOpener)),
          brief: exactOptional(nullable(ownOpener)),
          formal: exactOptional(nullable(ownOpener)),
        }),
      ),
    }),
  ),
  showRails: exactOptional(boolean()),
  showStrangers: exactOptional(boolean()),
  badgesIn: exactOptional(
    strictObject({
      profile: exactOptional(boolean()),
      feed: exactOptional(boolean()),
      search: exactOptional(boolean()),
      messaging: exactOptional(boolean()),
      lists: exactOptional(boolean()),
    }),
  ),
  opensBeside: exactOptional(boolean()),
  language: exactOptional(nullable(pipe(string(), maxLength(35)))),
  hidden: exactOptional(boolean()),
  setup: exactOptional(
    strictObject({
      requestedAt: exactOptional(nullable(moment)),
      asksForCall: exactOptional(nullable(boolean())),
      isPutAway: exactOptional(nullable(literal(true))),
    }),
  ),
});
const ownKey = picklist([
  "tone",
  "written",
  "peopleViews",
  "savedViews",
  "updatedFrom",
  "repliesSaid",
]);
export const askedValue = strictObject({ key: ownKey });
export const keptValue = strictObject({
  key: ownKey,
  value: unknown(),
  from: exactOptional(strictObject({ value: exactOptional(unknown()) })),
});
export const reading = strictObject({
  surface: pipe(string(), regex(/^[a-z-]{1,30}$/)),
  found: pipe(number(), integer(), minValue(0)),
  missing: exactOptional(pipe(number(), integer(), minValue(1))),
  structure: exactOptional(pipe(string(), maxLength(50_000))),
});
