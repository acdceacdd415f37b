/**
 * Which file of a vault is about whom: known of everybody before the first note is written, because notes link to one another.
 */
import { companyKey } from "../../domain/career/company-name.ts";
import type { ExportedPerson } from "../../domain/directory/exported-person.ts";
import type { Alias, PersonId } from "../../domain/person/person.ts";
import { FolderNames } from "./file-names.ts";
import { personInFile } from "./person-in-file.ts";

/** A note about a company or a tag, and the people in it. */
export interface GroupNote {
  /** Path without the ending. */
  readonly path: string;
  readonly name: string;
  readonly people: PersonId[];
}

/** Notes of one kind, by what is the same however it is spelt. */
class Groups {
  readonly #folder: string;
  readonly #names = new FolderNames();
  readonly #notes = new Map<string, GroupNote>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  add(key: string, name: string, person: PersonId): void {
    const known = this.#notes.get(key);
    if (known !== undefined) known.people.push(person);
    else {
      const path = `${this.#folder}/${this.#names.unique(name)}`;
      this.#notes.set(key, { path, name, people: [person] });
    }
  }

  of(key: string): GroupNote | undefined {
    return this.#notes.get(key);
  }

  all(): Iterable<GroupNote> {
    return this.#notes.values();
  }
}

/** See the file. */
export class VaultNames {
  readonly companies = new Groups("Companies");
  readonly tags = new Groups("Tags");
  readonly #folder = new FolderNames();
  readonly #people = new Map<PersonId, string>();
  readonly #aliases = new Map<Alias, PersonId>();

  /** Namesakes are told by their company, or by the address of the profile. */
  add(person: ExportedPerson, isOwnIncluded: boolean): void {
    const { id, aliases, choices } = person;
    const { name, company } = personInFile(person);
    const [, address = ""] = (aliases.find((one) => one.startsWith("slug:")) ?? "").split(":");
    this.#people.set(id, `People/${this.#folder.unique(name, company, address)}`);
    for (const alias of aliases) this.#aliases.set(alias, id);
    const key = companyKey(company);
    if (key !== undefined) this.companies.add(key, company, id);
    if (isOwnIncluded) for (const tag of choices.tags ?? []) this.tags.add(tag, tag, id);
  }

  /** The path of somebody's note without the ending; `undefined` where the vault has none. */
  pathOf(id: PersonId): string | undefined {
    return this.#people.get(id);
  }

  /** The note about a company, by any spelling. */
  companyOf(name: string): GroupNote | undefined {
    const key = companyKey(name);
    return key === undefined ? undefined : this.companies.of(key);
  }

  /** Who in the vault has an alias. */
  withAlias(alias: Alias): PersonId | undefined {
    return this.#aliases.get(alias);
  }
}
