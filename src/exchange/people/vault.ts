/**
 * People as notes in Markdown with YAML front matter, for Obsidian and the like. `docs/formats/notes.md` describes the files.
 *
 * What others wrote, headlines and titles, stands in the front matter alone, where nothing of it can become a link or a picture.
 */
import type { ExportedPerson } from "../../domain/directory/exported-person.ts";
import { safeName } from "./file-names.ts";
import { type FieldValue, frontMatter } from "./front-matter.ts";
import type { PeopleParts } from "./people-parts.ts";
import { type FileOptions, personInFile, wellFormed } from "./person-in-file.ts";
import { type GroupNote, VaultNames } from "./vault-names.ts";
import { isoDay, isoTime } from "./written-time.ts";

/** A file of the vault. */
export interface VaultFile {
  /** With `/` between folders. */
  readonly path: string;
  readonly text: string;
}

/** A link to a note by its path, which leads to it from every folder. */
const link = (path: string): string => `[[${path}|${path.slice(path.indexOf("/") + 1)}]]`;

const section = (heading: string, text: string): string =>
  text === "" ? "" : `\n## ${heading}\n\n${text}\n`;

const list = (lines: readonly string[]): string => lines.map((one) => `- ${one}`).join("\n");

/** A tag as Obsidian takes it: letters, digits, `_`, `-` and `/`, and not only digits. */
export function obsidianTag(tag: string): string {
  const plain = tag
    .trim()
    .replaceAll(/\s+/gu, "-")
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{So}_/-]/gu, "");
  return /^\p{N}+$/u.test(plain) ? `_${plain}` : plain;
}

/** What happened, newest first, the same of one day once with how often it was. */
function happenings(
  { interactions }: ExportedPerson,
  { words, isOwnIncluded }: FileOptions,
): readonly string[] {
  const times = new Map<string, number>();
  for (const one of interactions.toReversed()) {
    const said =
      isOwnIncluded && one.words ? ` – ${wellFormed(one.words).replaceAll(/\s+/gu, " ")}` : "";
    const line = `${isoTime(one.from, one.to)} · ${words.happened(one)}${said}`;
    times.set(line, (times.get(line) ?? 0) + 1);
  }
  return [...times].map(([line, count]) => (count === 1 ? line : `${line} (×${count})`));
}

function fieldsOf(
  person: ExportedPerson,
  company: GroupNote | undefined,
  isOwnIncluded: boolean,
): readonly (readonly [string, FieldValue])[] {
  const { tie, connected, choices, mutual, isOverdue } = person;
  const { name, title, headline, profile } = personInFile(person);
  const { lastExchange } = tie;
  return [
    ["name", name],
    ["company", company && link(company.path)],
    ["title", title],
    ["headline", headline],
    ["profile", profile],
    ["band", tie.band],
    ["last_exchange", lastExchange && isoTime(lastExchange.from, lastExchange.to)],
    ["known_until", tie.knownUntil === undefined ? undefined : isoDay(tie.knownUntil)],
    ["rhythm_days", tie.ownCadence || tie.rhythmKnown ? Math.round(tie.gapDays) : undefined],
    ["overdue", isOverdue],
    ["connected", connected && isoTime(connected.from, connected.to)],
    ["mutual", mutual],
    ["tags", isOwnIncluded ? (choices.tags ?? []).map(obsidianTag).filter(Boolean) : []],
    ["reminders", isOwnIncluded ? choices.reminders?.map(({ at }) => isoDay(at)) : []],
  ];
}

/** The note about a person. */
function personNote(person: ExportedPerson, names: VaultNames, options: FileOptions): string {
  const { isOwnIncluded, words } = options;
  const { choices, mutualNamed } = person;
  const shown = personInFile(person);
  const company = names.companyOf(shown.company);
  const links = (paths: readonly (string | undefined)[]): string =>
    list([...new Set(paths.filter((one) => one !== undefined))].map(link));
  // Where they are not wanted the vault has no note about any.
  const tags = (choices.tags ?? []).map((tag) => names.tags.of(tag)?.path);
  const notes = isOwnIncluded
    ? (choices.notes ?? []).map(({ text, at }) => `### ${isoDay(at)}\n\n${wellFormed(text.trim())}`)
    : [];
  const mutual = mutualNamed.map((alias) => {
    const id = names.withAlias(alias);
    return id && names.pathOf(id);
  });
  return [
    frontMatter(fieldsOf(person, company, isOwnIncluded)),
    `\n# ${safeName(shown.name)}\n`,
    section(words.company, links([company?.path])),
    section(words.tags, links(tags)),
    section(words.howMet, isOwnIncluded ? wellFormed(choices.howMet?.value ?? "") : ""),
    section(words.notes, notes.join("\n\n")),
    section(words.mutual, links(mutual)),
    section(words.interactions, list(happenings(person, options))),
  ].join("");
}

/** The note about a company or a tag: who belongs to it. */
const groupNote = ({ name, people }: GroupNote, names: VaultNames): string =>
  [
    frontMatter([["name", name]]),
    `\n# ${safeName(name)}\n\n`,
    `${list(people.flatMap((id) => names.pathOf(id) ?? []).map(link))}\n`,
  ].join("");

/** Gives everybody a file. @param parts needs no interactions */
export async function vaultNames(
  parts: PeopleParts,
  { isOwnIncluded }: Pick<FileOptions, "isOwnIncluded">,
): Promise<VaultNames> {
  const names = new VaultNames();
  for await (const people of parts) for (const person of people) names.add(person, isOwnIncluded);
  return names;
}

/** The files of the vault, one after the other: people, then companies and tags. Who came since the names were given is left out. */
export async function* vault(
  parts: PeopleParts,
  names: VaultNames,
  options: FileOptions,
): AsyncGenerator<VaultFile> {
  for await (const people of parts)
    for (const person of people) {
      const path = names.pathOf(person.id);
      if (path !== undefined)
        yield { path: `${path}.md`, text: personNote(person, names, options) };
    }
  for (const groups of [names.companies, names.tags])
    for (const group of groups.all())
      yield { path: `${group.path}.md`, text: groupNote(group, names) };
}
