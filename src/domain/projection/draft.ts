/**
 * People in the making: for each group of aliases, what is gathered for one person.
 */
import type { Interaction } from "../interactions/interaction.ts";
import type { Alias, Dated } from "../person/person.ts";
import type { ClockCorrection } from "../records/hybrid-time.ts";
import type { PersonStatement } from "../records/statement.ts";
import { isAlias, type NameSubject } from "../records/subject.ts";
import type { CountedRecords } from "./counted-records.ts";
import { grouped, type LeftOut } from "./groups.ts";

/** See the file. Steps of the projection add to it. */
export interface PersonDraft {
  /** Sorted as text; at least one. */
  readonly aliases: readonly Alias[];
  readonly isOwner: boolean;
  readonly statements: PersonStatement[];
  /** Names of archives that are this person and nobody else. */
  readonly names: NameSubject[];
  /** Facts of names and posts. */
  facts: readonly Interaction[];
  /** What a page called the author of a post. */
  seenName?: Dated<string>;
}

/** All drafts. */
export interface Drafts {
  readonly all: readonly PersonDraft[];
  readonly of: ReadonlyMap<Alias, PersonDraft>;
  readonly leftOut: readonly LeftOut[];
}

/** Whether a statement holds a word of the user. */
export const hasWords = ({ source, body }: PersonStatement): boolean =>
  source === "hand" && Object.keys(body).length > 0;

/** Whether only somebody else than the owner can be meant by a statement. */
const isOfSomebody = (statement: PersonStatement): boolean =>
  (statement.body.facts?.count ?? 0) > 0 || hasWords(statement);

/** Groups the aliases of the records. */
export function draftsOf(records: CountedRecords, corrections: readonly ClockCorrection[]): Drafts {
  const owner = new Set(records.history.flatMap(({ body }) => body.owner?.aliases ?? []));
  const { groups, leftOut } = grouped({
    aliases: [...[...records.people.keys()].filter(isAlias), ...owner, ...records.named],
    links: records.links,
    pairs: records.pairs,
    corrections,
    owner,
    isSomebody: (alias) => records.people.get(alias)?.some(isOfSomebody) ?? false,
  });
  const all = groups.map((aliases): PersonDraft => ({
    aliases,
    isOwner: aliases.some((alias) => owner.has(alias)),
    statements: aliases.flatMap((alias) => records.people.get(alias) ?? []),
    names: [],
    facts: [],
  }));
  return {
    all,
    of: new Map(all.flatMap((draft) => draft.aliases.map((alias) => [alias, draft]))),
    leftOut,
  };
}
