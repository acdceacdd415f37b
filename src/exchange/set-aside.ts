/**
 * Lines of a file that are not taken, named so that the user can look at them.
 */
import { type GenericSchema, getDotPath, safeParse } from "valibot";
import type { FileLine } from "./file-lines.ts";

/** Why a line is not taken. */
export type SetAsideReason =
  /** It has more bytes than any line of Tielight. */
  | "too-long"
  /** It is not text, or not JSON: damaged or cut off. */
  | "damaged"
  /** It is JSON, and a field of it is not as it has to be. */
  | "malformed"
  /** It stands after the last line of the export. */
  | "after-end";

/** A line that is not taken. */
export interface SetAside {
  readonly line: number;
  readonly reason: SetAsideReason;
  /** What it is about, as far as that can be read. */
  readonly subject?: string;
  /** The field that is not as it has to be, as a path: `body.facts.3.kind`. */
  readonly place?: string;
}

/** What is read of a line. */
export type ReadLine<T> =
  | { readonly value: T; readonly setAside?: undefined }
  | { readonly value?: undefined; readonly setAside: SetAside };

const decoder = new TextDecoder("utf-8", { fatal: true });
const anyway = new TextDecoder();

const SUBJECT = /"subject":"((?:[^"\\]|\\.)*)"/;

/** The subject in the text of a line, where it can be read. */
function subjectIn(text: string): { readonly subject?: string } {
  const [, written] = SUBJECT.exec(text) ?? [];
  if (written === undefined) return {};
  try {
    const subject: unknown = JSON.parse(`"${written}"`);
    return typeof subject === "string" ? { subject } : {};
  } catch {
    return {};
  }
}

/** The JSON of a line; `undefined` where it is none. */
export function jsonOfLine({ bytes, isTooLong }: FileLine): unknown {
  if (isTooLong) return undefined;
  try {
    return JSON.parse(decoder.decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/** Names of fields that objects have from elsewhere; a form that allows any name would pass over them. */
const FOREIGN_NAMES = ["__proto__", "constructor", "prototype"];

/** Whether a value that has a form has such a field. */
function hasForeignName(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return (
    FOREIGN_NAMES.some((name) => Object.hasOwn(value, name)) ||
    Object.values(value).some(hasForeignName)
  );
}

const isSettings = (json: unknown): boolean =>
  typeof json === "object" && json !== null && "kind" in json && json.kind === "settings";

/** What a line says, if it has this form. Every field is copied, so that nothing but data comes in. */
export function readLine<T>(line: FileLine, form: GenericSchema<unknown, T>): ReadLine<T> {
  const json = jsonOfLine(line);
  const named = () => ({ line: line.number, ...subjectIn(anyway.decode(line.bytes)) });
  if (json === undefined)
    return { setAside: { ...named(), reason: line.isTooLong ? "too-long" : "damaged" } };
  const result = safeParse(form, json, { abortEarly: true });
  if (result.success && !(isSettings(json) && hasForeignName(json)))
    return { value: result.output };
  const place = result.issues && getDotPath(result.issues[0]);
  return {
    setAside: { ...named(), reason: "malformed", ...(place && { place }) },
  };
}
