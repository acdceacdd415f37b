/** Short words for records. Days are counted from the first of January 2026; replica and moments are the same unless said otherwise. */
import { union } from "../../../src/domain/interactions/history.ts";
import { packed } from "../../../src/domain/interactions/interaction-columns.ts";
import type { Interaction, SourceId } from "../../../src/domain/interactions/interaction.ts";
import type { Alias } from "../../../src/domain/person/person.ts";
import type { HybridTime } from "../../../src/domain/records/hybrid-time.ts";
import type { Link, LinkEvidence } from "../../../src/domain/records/link.ts";
import type { Records } from "../../../src/domain/records/record-set.ts";
import type { RegisterRecord, RegisterWord } from "../../../src/domain/records/register.ts";
import type {
  AuthorSighting,
  HistoryStatement,
  PersonStatement,
  PostStatement,
  Statement,
} from "../../../src/domain/records/statement.ts";
import type { PersonSubject, PostSubject } from "../../../src/domain/records/subject.ts";

const START = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;

/** The moment (ms) at which a day begins. */
export const day = (count: number): number => START + count * DAY;

/** The moment of an act of the user on a day. */
export const onDay = (count: number, replica = "r1"): HybridTime => [day(count), 0, replica];

const fact = (kind: Interaction["kind"], at: number, more: Partial<Interaction>): Interaction => ({
  kind,
  direction: "in",
  from: day(at),
  to: day(at),
  sources: ["page"],
  ...more,
});

export const message = (at: number, more: Partial<Interaction> = {}): Interaction =>
  fact("message", at, more);
export const connected = (at: number): Interaction =>
  fact("connected", at, { direction: "both", to: day(at) + DAY - 1 });
export const liked = (at: number, post: string): Interaction =>
  fact("reaction", at, { direction: "out", ref: post });

/** What is said of a person: facts as they are, everything else as in a statement. */
type Said = Omit<PersonStatement["body"], "facts" | "names"> & {
  readonly facts?: readonly Interaction[];
  readonly called?: string;
  /** The day of the name. */
  readonly calledAt?: number;
};

const bodyOf = ({ facts, called, calledAt = 0, ...rest }: Said): PersonStatement["body"] => ({
  ...rest,
  ...(facts && { facts: packed(union(facts, [])) }),
  ...(called !== undefined && { names: [{ value: called, at: day(calledAt) }] }),
});

const by =
  (source: SourceId) =>
  (subject: PersonSubject, said: Said, replica = "r1"): PersonStatement => ({
    subject,
    source,
    replica,
    version: 1,
    body: bodyOf(said),
  });

export const page = by("page");
export const hand = by("hand");
export const archive = by("archive:one");
export const otherArchive = by("archive:two");

/** What the owner did under a post, and who wrote it. */
export const post = (
  subject: PostSubject,
  source: SourceId,
  said: { readonly facts?: readonly Interaction[]; readonly authors?: readonly AuthorSighting[] },
): PostStatement => ({
  subject,
  source,
  replica: "r1",
  version: 1,
  body: {
    ...(said.facts && { facts: packed(union(said.facts, [])) }),
    ...(said.authors && { authors: said.authors }),
  },
});

/** Who the owner is, as an archive says. */
export const owner = (...aliases: readonly Alias[]): HistoryStatement => ({
  subject: "history",
  source: "archive:one",
  replica: "r1",
  version: 1,
  body: { owner: { aliases } },
});

/** A link, on a card of a page unless said otherwise. */
export const link = (
  one: Alias,
  other: Alias,
  more: { readonly evidence?: LinkEvidence; readonly at?: number; readonly source?: SourceId } = {},
): Link => ({
  a: one < other ? one : other,
  b: one < other ? other : one,
  source: more.source ?? "page",
  replica: "r1",
  version: 1,
  evidence: more.evidence ?? "card",
  firstAt: day(more.at ?? 0),
});

/** A word of the user. */
export const word = (said: RegisterWord, at = 0, replica = "r1"): RegisterRecord => ({
  word: said,
  replica,
  time: onDay(at, replica),
});

/** Words of one act. */
export const act = (said: readonly RegisterWord[], at = 0): readonly RegisterRecord[] =>
  said.map((one) => word(one, at));

/** Records in any order; what a record holds says its kind. */
export const records = (...all: readonly (Statement | Link | RegisterRecord)[]): Records => ({
  statements: all.filter((one): one is Statement => "subject" in one),
  links: all.filter((one): one is Link => "evidence" in one),
  registers: all.filter((one): one is RegisterRecord => "word" in one),
});
