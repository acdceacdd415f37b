/**
 * People as contacts: vCard 4.0 (RFC 6350), and 3.0 (RFC 2426) for older programs. `docs/formats/contacts.md` describes the file.
 */
import type { ExportedPerson } from "../../domain/directory/exported-person.ts";
import { addressName } from "../../domain/names/given-name.ts";
import { contentLine, onePartValue, textValue } from "./content-lines.ts";
import type { PeopleParts } from "./people-parts.ts";
import { type FileOptions, notesText, personInFile } from "./person-in-file.ts";
import { basicMoment } from "./written-time.ts";

/** The versions that are written. */
export type VcardVersion = "4.0" | "3.0";

/** A name of two words of which one is the given name for certain is divided; any other stands whole, so that it is never wrong. */
function nameParts(name: string): readonly [family: string, given: string] {
  const words = name.split(/\s+/u);
  const given = words.find((word) => word === addressName(name));
  const family = words.find((word) => word !== given);
  return words.length === 2 && given !== undefined && family !== undefined
    ? [family, given]
    : ["", name];
}

function vcard(
  person: ExportedPerson,
  version: VcardVersion,
  { isOwnIncluded, now }: Pick<FileOptions, "isOwnIncluded" | "now">,
): string {
  const { name, company, title, headline, profile } = personInFile(person);
  const { tags = [], howMet, notes } = person.choices;
  const [family, given] = nameParts(name);
  const note = [howMet?.value ?? "", notesText(notes)].filter((one) => one !== "").join("\n\n");
  const onePart = version === "4.0" ? onePartValue : textValue;
  const lines: readonly (readonly [name: string, value: string])[] = [
    ["BEGIN", "VCARD"],
    ["VERSION", version],
    [version === "4.0" ? "UID;VALUE=text" : "UID", onePart(`tielight-${person.id}`)],
    ["FN", onePart(name)],
    ["N", `${textValue(family)};${textValue(given)};;;`],
    ["ORG", textValue(company)],
    ["TITLE", onePart(title || headline)],
    ["URL", profile],
    ["CATEGORIES", isOwnIncluded ? tags.map(onePart).join(",") : ""],
    ["NOTE", isOwnIncluded ? onePart(note) : ""],
    ["REV", basicMoment(now)],
    ["END", "VCARD"],
  ];
  return lines
    .filter(([, value]) => value !== "")
    .map(([key, value]) => contentLine(key, value))
    .join("");
}

/** The text of the file, piece by piece. */
export async function* vcards(
  parts: PeopleParts,
  version: VcardVersion,
  options: Pick<FileOptions, "isOwnIncluded" | "now">,
): AsyncGenerator<string> {
  for await (const people of parts)
    yield people.map((person) => vcard(person, version, options)).join("");
}
