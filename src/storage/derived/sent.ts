/**
 * Messages that were sent because of a suggestion, with what came of them.
 */
import type { PersonId } from "../../domain/person/person.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import {
  type ReplyCount,
  replyCounts,
  type SentOutcome,
} from "../../domain/suggestions/replies.ts";
import { archiveEnd } from "../../domain/tie/coverage.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { storedCoverage } from "../view/about.ts";
import type { Derived } from "../view/derived.ts";
import { touched } from "./touched.ts";

const KEY = "sent";

/** The messages to one person. */
interface SentTo {
  readonly id: PersonId;
  readonly sent: readonly SentOutcome[];
}

const sentTo = (people: readonly PersonRecord[]): readonly SentTo[] =>
  people.flatMap(({ id, sent }) => (sent === undefined ? [] : [{ id, sent }]));

const inOrder = (all: readonly SentTo[]): readonly SentTo[] =>
  all.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/**
 * How many messages brought a reply, by the kind of reason, as of `now`. Only an archive shows every reply: of what people answer on the phone, the pages that
 * are opened here show nothing.
 */
export async function storedReplyCounts(
  database: HistoryDatabase,
  now: number,
): Promise<readonly ReplyCount[]> {
  const [all = [], coverage] = await Promise.all([
    database.get("lists", KEY) as Promise<readonly SentTo[] | undefined>,
    storedCoverage(database),
  ]);
  const end = archiveEnd(coverage);
  return replyCounts(
    all.flatMap(({ sent }) => sent),
    end === undefined ? undefined : Math.min(end, now),
  );
}

/** See the file. */
export const sent: Derived = {
  async changed({ transaction }, changes) {
    if (!changes.some(({ before, after }) => (before?.sent ?? after?.sent) !== undefined)) return;
    const { ids, people } = touched(changes);
    const lists = transaction.objectStore("lists");
    const kept = ((await lists.get(KEY)) as readonly SentTo[] | undefined) ?? [];
    const others = kept.filter(({ id }) => !ids.has(id));
    await lists.put(inOrder([...others, ...sentTo(people)]), KEY);
  },
  async rebuilt({ transaction }, everybody) {
    await transaction.objectStore("lists").put(inOrder(sentTo(everybody)), KEY);
  },
};
