/**
 * Reading an exported history back in. Everything is checked before anything is added.
 */
import { array, flatten, readonly, pipe, safeParse } from "valibot";
import type { ExportedHistory, ExportedPerson, ExportHead } from "../domain/exported-history.ts";
import type { Asked, PageQuestions } from "../messages.ts";
import { exportedPerson, exportHead } from "./forms.ts";

/** People in one message. */
const PEOPLE_IN_PART = 1000;

/** Why a file was not taken; the pages put it in words. */
export type RestoreProblem =
  /** It is not JSON at all, or cut off. */
  | { readonly code: "not-json" }
  /** It is JSON, but no export of Tielight. */
  | { readonly code: "not-an-export" }
  /** It was made by a later version. */
  | { readonly code: "later-version"; readonly version: number }
  /** A part of it does not have the form it should; `place` says which. */
  | { readonly code: "malformed"; readonly place: string };

/** The history in a file, or why there is none. */
export type ReadHistory =
  | { readonly history: ExportedHistory; readonly problem?: undefined }
  | { readonly history?: undefined; readonly problem: RestoreProblem };

const everybody = pipe(array(exportedPerson), readonly());

function headOf(value: object): { readonly head?: ExportHead; readonly problem?: RestoreProblem } {
  const { people: _people, ...rest } = value as Record<string, unknown>;
  if (rest["format"] !== "tielight-history") return { problem: { code: "not-an-export" } };
  const { version } = rest;
  if (typeof version === "number" && version > 1)
    return { problem: { code: "later-version", version } };
  const head = safeParse(exportHead, rest);
  if (!head.success)
    return {
      problem: {
        code: "malformed",
        place: Object.keys(flatten(head.issues).nested ?? {})[0] ?? "",
      },
    };
  return { head: head.output };
}

/** The history in the text of a file. Every field is checked and copied, so nothing but data comes in. */
export function historyInText(text: string): ReadHistory {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: { code: "not-json" } };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { problem: { code: "not-an-export" } };
  const { head, problem } = headOf(value);
  if (head === undefined) return { problem: problem ?? { code: "not-an-export" } };
  const people = safeParse(everybody, (value as Record<string, unknown>)["people"], {
    abortEarly: true,
  });
  if (!people.success) {
    const place = Object.keys(flatten(people.issues).nested ?? {})[0];
    return {
      problem: { code: "malformed", place: place === undefined ? "people" : `people.${place}` },
    };
  }
  return { history: { ...head, people: people.output } };
}

/**
 * Adds a history to the one of its owner. Safe to repeat: what is there already stays as it is.
 *
 * @param progress is told how many people have been added so far
 * @returns how much the history of that owner holds now
 */
export async function restoreHistory(
  ask: Asked<PageQuestions>,
  history: ExportedHistory,
  progress: (people: number) => void,
): Promise<{ readonly people: number; readonly interactions: number }> {
  const { people, ...head } = history;
  await ask.restoreHead(head);
  let counts = await ask.restorePeople([]);
  for (let start = 0; start < people.length; start += PEOPLE_IN_PART) {
    const part: readonly ExportedPerson[] = people.slice(start, start + PEOPLE_IN_PART);
    counts = await ask.restorePeople(part);
    progress(start + part.length);
  }
  return counts;
}
