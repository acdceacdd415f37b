/**
 * What one change reads. Each thing is read once, however many steps of the change look at it, and what is asked for in one go is one
 * transaction. Nothing is kept beyond the change: when something was written meanwhile, its write finds that, and the change is computed
 * again with new readings.
 */
import type { SourceId } from "../../domain/interactions/interaction.ts";
import type { Alias } from "../../domain/person/person.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import type { Link } from "../../domain/records/link.ts";
import type { NameSubject, Subject } from "../../domain/records/subject.ts";
import type { HistoryDatabase, StoredPart, StoredStatement } from "../database/database.ts";
import { bodyText } from "./parts.ts";
import type { StoredImport } from "../database/stored-import.ts";

/** See the file. */
export interface Readings {
  /** What pages and the user say of a subject. */
  readonly statements: (subject: Subject) => Promise<readonly StoredStatement[]>;
  /** The text of what an import says of a subject. */
  readonly body: (source: SourceId, subject: Subject) => Promise<string | undefined>;
  /** The links of an alias, in both directions. */
  readonly links: (alias: Alias) => Promise<readonly Link[]>;
  /** Subjects of statements that name an alias as an author. */
  readonly authored: (alias: Alias) => Promise<readonly Subject[]>;
  /** Aliases that are called by a name, if it has statements. */
  readonly called: (name: NameSubject) => Promise<readonly Alias[] | undefined>;
  /** The person who has an alias, or is known by a name only. */
  readonly person: (subject: string) => Promise<PersonRecord | undefined>;
}

const STORES = ["statements", "parts", "links", "names", "people", "aliases"] as const;

const openStores = (database: HistoryDatabase) => database.transaction(STORES);

const rangeOf = (subject: string): IDBKeyRange => IDBKeyRange.bound([subject], [subject, []]);

/** Reads each key once. */
function once<Key extends string, T>(read: (key: Key) => Promise<T>): (key: Key) => Promise<T> {
  const known = new Map<Key, Promise<T>>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const reading = read(key);
    known.set(key, reading);
    return reading;
  };
}

/** Begins to read for one change. */
export function readings(database: HistoryDatabase): Readings {
  let open: ReturnType<typeof openStores> | undefined;
  type Stores = NonNullable<typeof open>;
  const ask = <T>(request: (transaction: Stores) => Promise<T>): Promise<T> => {
    if (open !== undefined)
      try {
        return request(open);
      } catch {
        // Nothing was asked of it for a while, so it takes no more questions.
      }
    open = openStores(database);
    return request(open);
  };
  const parts = {
    getAll: (range: IDBKeyRange, atMost?: number): Promise<StoredPart[]> =>
      ask((transaction) => transaction.objectStore("parts").getAll(range, atMost)),
  };
  const recordWith = once((subject: string) =>
    ask((transaction) => transaction.objectStore("people").get(subject)),
  );
  const bodies = new Map<SourceId, (subject: Subject) => Promise<string | undefined>>();
  return {
    statements: once((subject: Subject) =>
      ask((transaction) => transaction.objectStore("statements").getAll(rangeOf(subject))),
    ),
    body(source, subject) {
      const known = bodies.get(source) ?? once((one: Subject) => bodyText(parts, source, one));
      bodies.set(source, known);
      return known(subject);
    },
    links: once(async (alias: Alias) => {
      const [forwards, backwards] = await Promise.all([
        ask((transaction) => transaction.objectStore("links").getAll(rangeOf(alias))),
        ask((transaction) => transaction.objectStore("links").index("b").getAll(alias)),
      ]);
      return [...forwards, ...backwards];
    }),
    authored: once(async (alias: Alias) => {
      const keys = await ask((transaction) =>
        transaction.objectStore("statements").index("authors").getAllKeys(alias),
      );
      return keys.map(([subject]) => subject);
    }),
    called: once((name: NameSubject) =>
      ask((transaction) => transaction.objectStore("names").get(name)),
    ),
    person: once(async (subject: string) => {
      const own = await recordWith(subject);
      if (own !== undefined) return own;
      const other = await ask((transaction) =>
        transaction.objectStore("aliases").get(subject as Alias),
      );
      return other === undefined ? undefined : recordWith(other);
    }),
  };
}

/** Reads everything that a change of some people looks at, in one go. */
export async function readAhead(
  reading: Readings,
  aliases: readonly Alias[],
  imports: readonly StoredImport[],
): Promise<void> {
  await Promise.all(
    aliases.flatMap((alias): readonly Promise<unknown>[] => [
      reading.person(alias),
      reading.statements(alias),
      reading.links(alias),
      reading.authored(alias),
      ...imports.map(({ source }) => reading.body(source, alias)),
    ]),
  );
}
