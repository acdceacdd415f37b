/**
 * The preview of a staged import: a projection of what is staged with what is stored. The commit writes exactly what it counted.
 */
import { importSource, type ImportPreview } from "../../domain/records/archive-import.ts";
import { seenWork, shownName } from "../../domain/person/corrected.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import type { Link } from "../../domain/records/link.ts";
import type { RegisterRecord, RegisterWord } from "../../domain/records/register.ts";
import { isAlias, type Subject } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import type { HybridTime } from "../../domain/records/hybrid-time.ts";
import { changeOfMany, type ManyChange } from "../records/change-many.ts";
import { type Ground, timeOf } from "../ground/ground.ts";
import { groundNow } from "../records/ground-now.ts";
import type { Overlay } from "../ground/overlay.ts";
import { inTurn } from "../database/turn.ts";
import { counting, waitingFacts } from "./counted.ts";
import { type ImportAsked, ImportIncomplete, type StepControl } from "./import-asked.ts";
import { notTaken } from "./not-taken.ts";
import { type StagedSaid, stagedSaid, stagedSubjects } from "./staged-said.ts";
import { isCommitted } from "./staging.ts";

/** A commit that is computed and not written. */
export interface Prepared {
  readonly ground: Ground;
  readonly overlay: Overlay;
  readonly change: ManyChange;
  readonly time: HybridTime;
  readonly preview: ImportPreview;
  /** Bodies that stand in place of the staged ones; `undefined` for a subject without anything to take. */
  readonly replaced: ReadonlyMap<string, string | undefined>;
  /** Links of the import that are not taken. */
  readonly refused: readonly Link[];
}

/** Changes computed for a preview, kept for the commit that follows. */
const kept = new WeakMap<object, { readonly key: string; readonly made: Prepared }>();

/** Drops what was computed. */
export function dropPrepared(database: HistoryDatabase): void {
  kept.delete(database);
}

const keyOf = (id: string, { parts, owner, named }: ImportAsked): string =>
  JSON.stringify([id, parts, owner, named]);

function candidateOf(person: PersonRecord): ImportPreview["questions"][number]["candidates"] {
  const [alias] = person.aliases;
  if (alias === undefined) return [];
  const { company, title } = seenWork(person.career);
  return [
    {
      alias,
      name: shownName(person),
      work: [title, company].filter(Boolean).join(" · "),
      interactions: person.summary.interactions,
    },
  ];
}

/** Computes the commit of a staged import, or takes the one that was computed for its preview. */
export async function prepared(
  database: HistoryDatabase,
  id: string,
  asked: ImportAsked,
  { signal, progress }: StepControl,
  now: number,
): Promise<Prepared> {
  const { parts, owner, named } = asked;
  const source = importSource(id);
  const ground = await groundNow(database, now);
  const before = kept.get(database);
  const key = keyOf(id, asked);
  if (before?.key === key && before.made.ground.revision === ground.revision) return before.made;
  const head = await database.get("imports", source);
  if (head === undefined || isCommitted(head) || head.staged.length !== parts)
    throw new ImportIncomplete(id);
  const subjects = await stagedSubjects(database, source);
  const links = (await database.getAll("links")).filter((one) => one.source === source);
  const {
    replaced,
    erased,
    words,
    links: refused,
  } = await notTaken(database, ground, subjects, links);
  const time = timeOf(ground, now);
  const answers = named.map(({ name, value }): RegisterWord => ({ kind: "named", name, value }));
  const registers = [...answers, ...words].map((word): RegisterRecord => ({
    word,
    replica: ground.replica,
    time,
  }));
  const overlay: Overlay = { statements: [], links: [], registers, adds: source, erased };
  const withOwner: Ground = {
    ...ground,
    allImports: [...ground.allImports.filter((one) => one.source !== source), { ...head, owner }],
  };
  const counts = counting(source);
  let said: StagedSaid = {
    texts: new Map(),
    repeated: new Set(),
    news: new Set(),
    again: new Set(),
  };
  const others = [
    ...named.map(({ name }) => name),
    ...links.flatMap(({ a, b }) => [a, b]),
    ...owner.aliases,
  ];
  const change = await changeOfMany(
    database,
    withOwner,
    overlay,
    (everything, people) => {
      said = stagedSaid(everything, source, subjects, people);
      return { news: new Set([...said.news, ...others]), again: said.again };
    },
    { visit: counts.visit, ...(signal && { signal }), ...(progress && { progress }) },
    replaced,
  );
  const byAlias = new Map(
    change.records.flatMap((one) => one.aliases.map((alias) => [alias, one] as const)),
  );
  const made: Prepared = {
    ground: withOwner,
    overlay,
    change,
    time,
    replaced,
    refused,
    preview: {
      revision: ground.revision,
      ...counts.counted(said, change),
      waiting: waitingFacts(said, change),
      erased: [...erased].filter((subject) => subjects.has(subject as Subject)).length,
      ownerNew: !ground.imports.length && !ground.said.length,
      questions: change.questions.flatMap((question) => {
        if (question.kind !== "which-person") return [];
        const { name, facts, candidates, strangers } = question;
        return [
          {
            name,
            facts,
            strangers,
            candidates: candidates.flatMap((one) => {
              const person = isAlias(one) ? byAlias.get(one) : undefined;
              return person === undefined ? [] : candidateOf(person);
            }),
          },
        ];
      }),
    },
  };
  kept.set(database, { key, made });
  return made;
}

/** What an import would change. Nothing is written. */
export function previewImport(
  database: HistoryDatabase,
  id: string,
  asked: ImportAsked,
  step: StepControl,
  now: number,
): Promise<ImportPreview> {
  return inTurn(database, async () => (await prepared(database, id, asked, step, now)).preview);
}
