/**
 * What a staged import says that the import before it does not. Next month's archive repeats nearly every body word for word: then the only
 * news is the moment at which it is said again, and few records of people hold one that this changes.
 */
import { archiveBody, namesInBody } from "../../domain/records/archive-body.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import type { ShownWork } from "../../domain/person/person.ts";
import type { SourceId } from "../../domain/interactions/interaction.ts";
import { isPost, type PostSubject, type Subject } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import type { Everything } from "../ground/everything.ts";
import { eachPart } from "../ground/parts.ts";

/** See the file. */
export interface StagedSaid {
  /** What is said of each subject, but for erased ones. */
  readonly texts: ReadonlyMap<Subject, string>;
  /** Subjects of which the import before says the same. */
  readonly repeated: ReadonlySet<Subject>;
  /** The others. */
  readonly news: ReadonlySet<Subject>;
  /** Those of the repeated ones whose people have to be projected anew all the same. */
  readonly again: ReadonlySet<Subject>;
}

/** Every subject that a staged import speaks of. */
export async function stagedSubjects(
  database: HistoryDatabase,
  source: SourceId,
): Promise<ReadonlySet<Subject>> {
  const all = new Set<Subject>();
  const store = () => database.transaction("parts").store;
  for await (const { subjects } of eachPart(store, source))
    for (const subject of subjects) all.add(subject as Subject);
  return all;
}

/** Of two aliases of one of these kinds, which one was shown last is kept. */
const KINDS_WITH_NEWEST = ["slug:", "member:"];

const hasNewest = ({ aliases }: PersonRecord): boolean =>
  KINDS_WITH_NEWEST.some((kind) => aliases.filter((one) => one.startsWith(kind)).length > 1);

const isSameWork = (a: ShownWork, b: ShownWork | undefined): boolean =>
  a.company === b?.company && a.title === b?.title && a.headline === b?.headline;

/** Whether the record of a person stays what it is when an archive of this moment (ms) repeats a body. */
function staysAsItIs(record: PersonRecord, text: string, madeAt: number): boolean {
  const { name, career } = record;
  if (name.at !== undefined || hasNewest(record)) return false;
  const [first = name.value] = namesInBody(text);
  if (first !== name.value) return false;
  const newest = career.at(-1);
  if (newest === undefined) return true;
  if (madeAt < newest.at) return false;
  // Of a single job the body can say nothing else. Until when a job was shown is kept of those before the newest.
  if (career.length === 1) return true;
  const { career: said = [] } = archiveBody(text, madeAt);
  return said.every((one) => isSameWork(one, newest));
}

/**
 * Compares a staged import with the one before it.
 *
 * @param subjects every subject that it speaks of
 * @param people the records as they are
 */
export function stagedSaid(
  { imports, texts: all, said, registers }: Everything,
  source: SourceId,
  subjects: ReadonlySet<Subject>,
  people: readonly PersonRecord[],
): StagedSaid {
  const own = imports.find((one) => one.source === source);
  const before = imports.findLast((one) => one !== own);
  const texts = new Map<Subject, string>();
  const repeated = new Set<Subject>();
  const news = new Set<Subject>();
  for (const subject of subjects) {
    const versions = all.get(subject) ?? [];
    const text = versions.find(({ from }) => from === own)?.text;
    if (text !== undefined) texts.set(subject, text);
    const known = versions.find(({ from }) => from === before)?.text;
    (text !== undefined && text === known ? repeated : news).add(subject);
  }
  const records = new Map<Subject, PersonRecord>();
  for (const record of people) for (const alias of record.aliases) records.set(alias, record);
  const authored = new Set<Subject>(
    registers.flatMap(({ word }) => (word.kind === "author" ? [word.post as PostSubject] : [])),
  );
  const again = new Set<Subject>();
  /** People of whom something is repeated. What is repeated of two aliases is counted in the person. */
  const met = new Set<PersonRecord>();
  for (const subject of repeated) {
    if (isPost(subject)) {
      // Only the interactions are counted: they are somebody's where a page or the user says who wrote the post.
      if (said.has(subject) || authored.has(subject)) again.add(subject);
      continue;
    }
    const record = records.get(subject);
    const stays =
      record !== undefined &&
      !met.has(record) &&
      staysAsItIs(record, texts.get(subject) ?? "", own?.madeAt ?? 0);
    if (record !== undefined) met.add(record);
    if (!stays) again.add(subject);
  }
  return { texts, repeated, news, again };
}
