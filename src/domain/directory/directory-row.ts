/**
 * What the directory keeps of one person, for any day: enough to search, filter, rank and show a row.
 */
import { candidate, type Candidate } from "../suggestions/candidate.ts";
import { shownCareer, shownName } from "../person/corrected.ts";
import { newestFirst } from "../person/person.ts";
import { choicesInForce } from "../person/ruled.ts";
import { folded } from "../names/names.ts";
import { joinedNames } from "./looked-for.ts";
import type { PersonRecord } from "./person-record.ts";
import type { PersonSubject } from "../records/subject.ts";
import { type RowParts, workText } from "./ready-row.ts";

/** What searching and ranking look at. */
export interface SearchedRow {
  readonly person: Candidate;
  /** Folded, a line each: the name as shown, the name as last seen, then company, title, headline, tags and notes. */
  readonly text: string;
  /** The name as shown and as last seen, see `joinedNames`. */
  readonly joinedName: string;
  /** Folded; absent without any. */
  readonly tags?: readonly string[];
  /** Recording was stopped. */
  readonly untracked?: true;
  /** The user said "never suggest", of the person or by a rule. */
  readonly muted?: true;
}

/** See the file. */
export interface DirectoryRow extends SearchedRow, RowParts {
  readonly subject: PersonSubject;
  readonly person: Candidate;
}

/** Characters of a note that a row has room for. */
const NOTE_CHARACTERS = 80;

/** The first words of the latest note. */
function firstWords({ choices }: PersonRecord): string | undefined {
  const line = choices.notes?.at(-1)?.text.trim().split("\n", 1)[0];
  if (!line) return undefined;
  const characters = [...line];
  return characters.length <= NOTE_CHARACTERS
    ? line
    : `${characters.slice(0, NOTE_CHARACTERS - 1).join("")}…`;
}

/** The row of a person. */
export function directoryRow(person: PersonRecord): DirectoryRow {
  const { subject, choices, career } = person;
  const shown = shownCareer(person);
  const work = new Set<string>();
  for (const seen of shown === career ? career : [...career, ...shown])
    for (const line of [seen.company, seen.title, seen.headline])
      if (line !== undefined && line !== "") work.add(line);
  const tags = (choices.tags ?? []).map(folded);
  const notes = (choices.notes ?? []).map(({ text }) => folded(text));
  const name = shownName(person);
  const note = firstWords(person);
  const lines = new Set([...[...work].map(folded), ...tags, ...notes]);
  return {
    subject,
    person: candidate(person, person.summary),
    aliases: newestFirst(person),
    name,
    headline: workText(shown),
    ...(note !== undefined && { note }),
    text: [folded(name), folded(person.name.value), ...lines].join("\n"),
    joinedName: joinedNames([name, person.name.value]),
    ...(tags.length > 0 && { tags }),
    ...(choices.neverTrack?.value && { untracked: true as const }),
    ...(choicesInForce(person).muted?.value && { muted: true as const }),
  };
}

/** The folded name as shown, which is what lists are sorted by. */
export const nameKey = ({ text }: Pick<SearchedRow, "text">): string =>
  text.slice(0, text.indexOf("\n"));

/** The folded name as last seen on a page or in an archive. */
export function seenNameKey({ text }: Pick<SearchedRow, "text">): string {
  const start = text.indexOf("\n") + 1;
  const end = text.indexOf("\n", start);
  return end < 0 ? text.slice(start) : text.slice(start, end);
}
