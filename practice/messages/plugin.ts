/**
 * Compiles the messages for Vite and Vitest. `src/words/virtual-languages.d.ts` says what each of the modules holds.
 */
import { join } from "node:path";
import type { Plugin } from "vite";
import { compiledLanguage } from "./compiled.ts";
import { MADE_UP, type MadeUp } from "./made-up.ts";
import { FOLDER, SOURCE_LANGUAGE, type WrittenLanguage, writtenLanguages } from "./written.ts";

/** The messages of a language by key; what it lacks is said in the source language. */
function complete(language: WrittenLanguage, source: WrittenLanguage): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(source).map(([key, { message }]) => [key, language[key]?.message ?? message]),
  );
}

/** Each language there is, with its messages as JavaScript. */
function languages(written: ReadonlyMap<string, WrittenLanguage>, madeUp: readonly MadeUp[]) {
  const source = written.get(SOURCE_LANGUAGE);
  if (source === undefined) throw new Error(`There is no ${SOURCE_LANGUAGE}.json`);
  const real = [...written].map(([tag, language]) => ({
    tag,
    name: language["languageName"]?.message,
    direction: language["textDirection"]?.message,
    compiled: () => compiledLanguage(complete(language, source)),
  }));
  const invented = madeUp.map(({ tag, name, direction, change }) => ({
    tag,
    name,
    direction,
    compiled: () => compiledLanguage(complete(source, source), change),
  }));
  return [...real, ...invented];
}

const PREFIX = "virtual:languages";

/** The modules of the messages. `withMadeUp` adds languages for tests. */
export function messages(withMadeUp = false): Plugin {
  return {
    name: "tielight:messages",
    resolveId: (id) => (id === PREFIX || id.startsWith(`${PREFIX}/`) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const written = writtenLanguages();
      const all = languages(written, withMadeUp ? MADE_UP : []);
      for (const tag of written.keys()) this.addWatchFile(join(FOLDER, `${tag}.json`));
      const [, what] = id.split("/");
      if (what === undefined) {
        const list = all.map(({ tag, name, direction }) => ({ tag, name, direction }));
        return `export const LANGUAGES = ${JSON.stringify(list)};\n`;
      }
      if (what === "when-wanted") {
        const rows = all.map(
          ({ tag }) =>
            `${JSON.stringify(tag)}: async () => (await import("${PREFIX}/${tag}")).default`,
        );
        return `export const WHEN_WANTED = { ${rows.join(", ")} };\n`;
      }
      if (what === "at-once") {
        // Each language is a function, so that only the one that is spoken costs time at the start.
        const rows = all.map(
          ({ tag, compiled }) => `${JSON.stringify(tag)}: () => (${compiled()})`,
        );
        return `export const AT_ONCE = { ${rows.join(", ")} };\n`;
      }
      const language = all.find(({ tag }) => tag === what);
      if (language === undefined) throw new Error(`There is no language ${what}`);
      return `export default ${language.compiled()};\n`;
    },
  };
}
