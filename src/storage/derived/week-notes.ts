/**
 * What is kept beside the week so that the popup shows it at once: for each row the person and what the rest of the network said of the person
 * when that was last looked at. It is made anew once a day, and after many people came or went.
 */
import type { Candidate } from "../../domain/suggestions/candidate.ts";
import type { Surroundings } from "../../domain/suggestions/circle.ts";
import type { PersonSubject } from "../../domain/records/subject.ts";
import type { HistoryDatabase, HistoryTransaction } from "../database/database.ts";
import type { Derived } from "../view/derived.ts";

/** See the file. */
export interface WeekNotes {
  /** The UTC day they are of, see `dayOf`. */
  readonly day: number;
  /** The week they are of, see `localWeek`. */
  readonly week: number;
  /** They have to be made anew on any day. */
  readonly outdated?: true;
  /** How many rows of the directory had changed when the free places of the week were last filled. */
  readonly written: number;
  /** How many rows a list was to have then. */
  readonly perWeek: number;
  /** By handle. */
  readonly people: Readonly<Record<string, NotedPerson>>;
}

/** See the file. */
export interface NotedPerson {
  readonly subject: PersonSubject;
  readonly around: Surroundings;
  /** Where the person was then, see {@link placeText}. */
  readonly place: string;
}

/** Where a person is, as text: what the rest of the network said of somebody holds no longer after a move. */
export const placeText = ({ companyKey, companyKeys, field, howMet }: Candidate): string =>
  JSON.stringify([companyKey, companyKeys, field, howMet]);

/** Where `lists` holds them. */
export const WEEK_NOTES = "week";

/** More changed people than this can change what the network says of anybody. */
const MANY = 50;

/** The notes as last kept. */
export async function storedWeekNotes(database: HistoryDatabase): Promise<WeekNotes | undefined> {
  return (await database.get("lists", WEEK_NOTES)) as WeekNotes | undefined;
}

type NotedPeople = WeekNotes["people"];

/** The notes of those who are still there. */
function without(
  people: NotedPeople,
  isGone: (handle: string, subject: string) => boolean,
): NotedPeople {
  const left = Object.entries(people).filter(([handle, { subject }]) => !isGone(handle, subject));
  return left.length === Object.keys(people).length ? people : Object.fromEntries(left);
}

async function follow(
  transaction: HistoryTransaction,
  isOutdated: boolean,
  isGone: (handle: string, subject: string) => boolean,
): Promise<void> {
  const lists = transaction.objectStore("lists");
  const notes = (await lists.get(WEEK_NOTES)) as WeekNotes | undefined;
  if (notes === undefined) return;
  const people = without(notes.people, isGone);
  const isNewlyOutdated = isOutdated && !notes.outdated;
  if (people !== notes.people || isNewlyOutdated)
    await lists.put({ ...notes, people, ...(isOutdated && { outdated: true }) }, WEEK_NOTES);
}

/** See the file. Nothing of a person who is gone stays in the notes. */
export const weekNotes: Derived = {
  async changed({ transaction, isOfEverybody }, changes) {
    const gone = new Set<string>(
      changes.flatMap(({ before, after }) =>
        before === undefined || before.subject === after?.subject
          ? []
          : [before.id, before.subject],
      ),
    );
    const isOutdated = isOfEverybody || changes.length > MANY;
    if (!isOutdated && gone.size === 0) return;
    await follow(
      transaction,
      isOutdated,
      (handle, subject) => gone.has(handle) || gone.has(subject),
    );
  },
  async rebuilt({ transaction }, everybody) {
    const there = new Set<string>(everybody.map(({ subject }) => subject));
    await follow(transaction, true, (_, subject) => !there.has(subject));
  },
};
