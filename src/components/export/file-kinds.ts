/**
 * The kinds of files that people are exported as: what each is called, and its name on the disk.
 */
import type { ExportKind } from "../../exchange/people-file.ts";
import type { FileWords } from "../../exchange/people/person-in-file.ts";
import { interactionText } from "../../words/interaction-words.ts";
import { plainName } from "../../words/name-text.ts";
import { text, type TextKey } from "../../words/text.ts";

interface ExportKindRow {
  readonly label: TextKey;
  /** The name of the file with `{day}` in it. */
  readonly file: (day: string) => string;
}

/** In the order of the list. */
export const FILE_KINDS: Readonly<Record<ExportKind, ExportKindRow>> = {
  "people-csv": { label: "exportAsPeople", file: (day) => `tielight-people-${day}.csv` },
  "interactions-csv": {
    label: "exportAsInteractions",
    file: (day) => `tielight-interactions-${day}.csv`,
  },
  "vcard-4": { label: "exportAsContacts", file: (day) => `tielight-contacts-${day}.vcf` },
  "vcard-3": { label: "exportAsOldContacts", file: (day) => `tielight-contacts-${day}.vcf` },
  calendar: { label: "exportAsCalendar", file: (day) => `tielight-reminders-${day}.ics` },
  vault: { label: "exportAsNotes", file: (day) => `tielight-notes-${day}.zip` },
};

/** The words of the user's language that stand in files. */
export const fileWords = (): FileWords => ({
  getInTouch: (name) => text("fileGetInTouch", { name: plainName(name) }),
  happened: interactionText,
  company: text("columnCompany"),
  tags: text("columnTags"),
  howMet: text("choiceHowMet"),
  notes: text("notes"),
  mutual: text("fileMutual"),
  interactions: text("fileInteractions"),
});
