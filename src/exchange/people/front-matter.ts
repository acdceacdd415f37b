/**
 * YAML front matter: what is known of a person as fields over a note.
 */
import { wellFormed } from "./person-in-file.ts";

/** A field: text, a number, a day, yes or no, or several texts. Empty ones are left out. */
export type FieldValue = string | number | boolean | undefined | readonly string[];

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Characters that YAML does not print as they are, beyond those that JSON marks. */
const UNPRINTED = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;

/** Text in double quotes: JSON is YAML, but for a few characters. */
export const yamlText = (text: string): string =>
  JSON.stringify(wellFormed(text)).replaceAll(
    UNPRINTED,
    (one) => String.raw`\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

function field(name: string, value: FieldValue): string {
  if (value === undefined || value === "" || value === false) return "";
  if (typeof value === "number" || value === true) return `${name}: ${value}\n`;
  // Days without quotes are days for Obsidian.
  if (typeof value === "string") return `${name}: ${DAY.test(value) ? value : yamlText(value)}\n`;
  if (value.length === 0) return "";
  return `${name}:\n${value.map((one) => `  - ${yamlText(one)}\n`).join("")}`;
}

/** The fields as the head of a note. */
export const frontMatter = (fields: readonly (readonly [string, FieldValue])[]): string =>
  `---\n${fields.map(([name, value]) => field(name, value)).join("")}---\n`;
