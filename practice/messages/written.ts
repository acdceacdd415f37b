/**
 * The messages as translators write them: one file for each language in `src/words/messages`, named by its tag.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** One message. `message` is ICU; each argument of it has an example, of the type the code gives: a number for a count. */
export interface Written {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly example: string | number }>>;
}

/** The messages of a language by key. */
export type WrittenLanguage = Readonly<Record<string, Written>>;

/** The folder of the languages. */
export const FOLDER = fileURLToPath(new URL("../../src/words/messages", import.meta.url));

/** The complete language. What another one lacks is said in it. */
export const SOURCE_LANGUAGE = "en";

/** Every language that is written, by its tag. */
export function writtenLanguages(): ReadonlyMap<string, WrittenLanguage> {
  const tags = readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .toSorted();
  return new Map(
    tags.map((tag) => [
      tag,
      JSON.parse(readFileSync(join(FOLDER, `${tag}.json`), "utf8")) as WrittenLanguage,
    ]),
  );
}
