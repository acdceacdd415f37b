/**
 * The invented people as a history file, so that they come in the way every history does.
 */
import type { ExportedRecord, ExportHead } from "../domain/records/exported-history.ts";
import { packed } from "../domain/interactions/interaction-columns.ts";
import { historyFile } from "../exchange/write-history.ts";
import { samplePeople, type SamplePerson } from "./sample-people.ts";

const ID = "sample";
const SAID = { source: `archive:${ID}`, replica: "sample", version: 1 } as const;

/** Their owner is nobody. */
const OWNER = { aliases: ["number:0"] } as const;

function statementOf(
  { alias, name, career, facts, mutual }: SamplePerson,
  now: number,
): ExportedRecord {
  const body = {
    names: [{ value: name, at: now }],
    career,
    facts: packed(facts),
    ...(mutual && { mutual: [mutual] }),
  };
  return { kind: "statement", statement: { subject: alias, ...SAID, body } };
}

/** What the invented people were imported with: without it nothing would be known to be covered. */
function importOf(people: readonly SamplePerson[], now: number): ExportedRecord {
  const facts = people.flatMap((one) => one.facts);
  const from = facts.reduce((earliest, fact) => Math.min(earliest, fact.from), now);
  const outcome = {
    peopleNew: people.length,
    peopleKnown: 0,
    interactionsNew: facts.length,
    interactionsKnown: 0,
    waiting: 0,
    erased: 0,
  };
  return {
    kind: "import",
    import: {
      id: ID,
      replica: SAID.replica,
      at: now,
      madeAt: now,
      doneAt: now,
      owner: OWNER,
      coverage: [{ from, to: now, kinds: ["message", "connected"] }],
      circles: [],
      files: [],
      outcome,
    },
  };
}

/** The history of the invented people as of a moment (ms), as a file. */
export function sampleFile(now: number): Promise<Blob> {
  const people = samplePeople(now);
  const head: ExportHead = {
    format: "tielight-history",
    version: 1,
    exportedAt: now,
    owner: OWNER,
  };
  const records = [importOf(people, now), ...people.map((one) => statementOf(one, now))];
  return historyFile(
    { exportHead: async () => head, exportRecords: async () => ({ records }) },
    false,
    () => {},
    new AbortController().signal,
  );
}
