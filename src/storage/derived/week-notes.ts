/**
 * What is kept beside the week so that the popup shows it at once: for each row the person and what the rest of the network said of the person
 * when that was last looked at. It is made anew once a day, and after many people came or went.
 */
import type { Candidate } from "../../domain/candidate.ts";
import type { Surroundings } from "../../domain/circle.ts";
import type { PersonSubject } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database.ts";
import type { Derived } from "./derived.ts";

/** See the file. */
export interface WeekNotes {
  /** The UTC day they are of, see `dayOf`. */
  readonly day: number;
  /** They have to be made anew whatever the day. */
  readonly outdated?: true;
  /** How often shards of the directory were written when the free places of the week were last filled. */
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

const outdate: Derived["rebuilt"] = async ({ transaction }) => {
  const lists = transaction.objectStore("lists");
  const notes = (await lists.get(WEEK_NOTES)) as WeekNotes | undefined;
  if (notes !== undefined && !notes.outdated)
    await lists.put({ ...notes, outdated: true }, WEEK_NOTES);
};

/** See the file. */
export const weekNotes: Derived = {
  async changed(change, changes) {
    if (change.isOfEverybody || changes.length > MANY) await outdate(change, []);
  },
  rebuilt: outdate,
};
