/**
 * What every kind of file says of a person.
 */
import type { ExportedPerson } from "../../domain/directory/exported-person.ts";
import { shownCareer, shownName } from "../../domain/person/corrected.ts";
import type { Note } from "../../domain/person/person.ts";
import type { Interaction } from "../../domain/interactions/interaction.ts";

/** What the user wants of the people in a file. */
export interface FileOptions {
  /** With what the user wrote and chose: notes, tags, how the two met, choices. */
  readonly isOwnIncluded: boolean;
  readonly words: FileWords;
  /** When the file is made (ms). */
  readonly now: number;
}

/** Words of the user's language that stand in files. */
export interface FileWords {
  readonly getInTouch: (name: string) => string;
  readonly happened: (interaction: Interaction) => string;
  readonly company: string;
  readonly tags: string;
  readonly howMet: string;
  readonly notes: string;
  readonly mutual: string;
  readonly interactions: string;
}

/** The name, work and profile as shown; empty where nothing is known. */
export interface PersonInFile {
  readonly name: string;
  readonly company: string;
  readonly title: string;
  readonly headline: string;
  /** The address of the profile. */
  readonly profile: string;
}

/** The alias that the address of the profile ends with. */
const pathOf = ({ aliases }: ExportedPerson): string | undefined =>
  aliases.find((alias) => alias.startsWith("slug:"))?.slice("slug:".length) ??
  aliases.find((alias) => alias.startsWith("member:"))?.slice("member:".length);

/** Half of a surrogate pair, which has no form in UTF-8, becomes the sign for what is unreadable. */
export const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, "\uFFFD");

/** See {@link PersonInFile}. A person without a name is called by the end of the address. */
export function personInFile(person: ExportedPerson): PersonInFile {
  const career = shownCareer(person);
  const path = pathOf(person);
  const last = (field: "company" | "title" | "headline"): string =>
    wellFormed(career.findLast((seen) => seen[field])?.[field] ?? "");
  return {
    name: wellFormed(shownName(person).trim() || (path ?? "")),
    company: last("company"),
    title: last("title"),
    headline: last("headline"),
    profile:
      path === undefined
        ? ""
        : `https://www.linkedin.com/in/${encodeURIComponent(wellFormed(path))}/`,
  };
}

/** The user's notes as one text, oldest first. */
export const notesText = (notes: readonly Note[] = []): string =>
  wellFormed(notes.map(({ text }) => text.trim()).join("\n\n"));
