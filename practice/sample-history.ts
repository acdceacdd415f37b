/**
 * An invented network as an export that Tielight can restore: what somebody has who used it for years.
 */
import type { ExportedRecord, ExportHead } from "../src/domain/records/exported-history.ts";
import { compareInteractions } from "../src/domain/interactions/history.ts";
import { type Fact, packed } from "../src/domain/interactions/interaction-columns.ts";
import type { Alias } from "../src/domain/person/person.ts";
import { linksOf } from "../src/domain/records/link.ts";
import { historyFile } from "../src/exchange/write-history.ts";
import type { InventedPerson, Network } from "./network/network.ts";

const DAY_MS = 86_400_000;

/** Who says it: an import that is named after what it holds, because an import never changes. */
interface Said {
  readonly source: `archive:${string}`;
  readonly replica: string;
  readonly version: number;
}

const saidOf = (id: string): Said => ({ source: `archive:${id}`, replica: "sample", version: 1 });

/** An export as a file, and what is in it. */
export interface SampleHistory {
  readonly text: string;
  readonly people: number;
  readonly interactions: number;
}

const aliasesOf = ({
  slug,
  memberId,
}: Pick<InventedPerson, "slug" | "memberId">): readonly [Alias, Alias] => [
  `slug:${slug}`,
  `member:${memberId}`,
];

function factsOf(person: InventedPerson): readonly Fact[] {
  const passed = person.interactions
    .filter(({ kind }) => kind !== "connected")
    .map(({ kind, direction, at, conversationId, postId, groupSize, withNote }): Fact => {
      const ref = conversationId ?? postId;
      return {
        kind,
        direction,
        from: at,
        to: at,
        ...(ref !== undefined && { ref }),
        ...(groupSize !== undefined && groupSize > 1 && { groupSize }),
        ...(withNote && { withNote }),
      };
    });
  const day = person.connectedAt && Math.floor(person.connectedAt / DAY_MS) * DAY_MS;
  const connected: readonly Fact[] =
    day === undefined
      ? []
      : [{ kind: "connected", direction: "both", from: day, to: day + DAY_MS - 1 }];
  return [...passed, ...connected].sort(compareInteractions).filter((fact, place, all) => {
    const before = all[place - 1];
    return before === undefined || compareInteractions(before, fact) !== 0;
  });
}

function recordsOf(person: InventedPerson, said: Said, now: number): readonly ExportedRecord[] {
  const [subject] = aliasesOf(person);
  const facts = packed(factsOf(person));
  const career = person.career.map(({ company, title, from: at, until = now }) => ({
    company,
    title,
    at,
    until,
  }));
  const links = linksOf(aliasesOf(person), { ...said, evidence: "row", firstAt: now });
  return [
    {
      kind: "statement",
      statement: {
        subject,
        ...said,
        body: { names: [{ value: person.name, at: now }], career, facts },
      },
    },
    ...links.map((link) => ({ kind: "link" as const, link })),
  ];
}

/** The import that says all this. */
function sampleImport(
  { viewer }: Network,
  id: string,
  from: number,
  counts: { readonly peopleNew: number; readonly interactionsNew: number },
  now: number,
): ExportedRecord {
  const owner = { aliases: aliasesOf(viewer), name: viewer.name };
  return {
    kind: "import",
    import: {
      id,
      replica: saidOf(id).replica,
      at: now,
      madeAt: now,
      doneAt: now,
      owner,
      coverage: [
        {
          from,
          to: now,
          kinds: ["message", "inmail", "invitation", "connected", "endorsement"],
        },
      ],
      circles: [],
      files: [],
      outcome: {
        ...counts,
        peopleKnown: 0,
        interactionsKnown: 0,
        waiting: 0,
        erased: 0,
      },
    },
  };
}

/**
 * The history of the network's owner, made at `now`: connections, and everybody with interactions.
 *
 * @param others networks with other people; their owners play no part
 */
export async function sampleHistory(
  network: Network,
  now: number,
  others: readonly Network[] = [],
): Promise<SampleHistory> {
  const networks = [network, ...others];
  const id = `sample-${networks.map(({ seed }) => seed).join("-")}`;
  const people = networks
    .flatMap((one) => one.people)
    .filter((person) => person.connectedAt !== undefined || person.interactions.length > 0);
  const facts = people.map(factsOf);
  const from = facts.reduce((earliest, [first]) => Math.min(earliest, first?.from ?? now), now);
  const interactionsNew = facts.reduce((sum, { length }) => sum + length, 0);
  const head: ExportHead = {
    format: "tielight-history",
    version: 1,
    exportedAt: now,
    owner: { aliases: aliasesOf(network.viewer), name: network.viewer.name },
  };
  const records = [
    sampleImport(network, id, from, { peopleNew: people.length, interactionsNew }, now),
    ...people.flatMap((person) => recordsOf(person, saidOf(id), now)),
  ];
  const file = await historyFile(
    { exportHead: async () => head, exportRecords: async () => ({ records }) },
    false,
    () => undefined,
    new AbortController().signal,
  );
  return {
    text: await file.text(),
    people: people.length,
    interactions: interactionsNew,
  };
}
