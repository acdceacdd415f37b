/**
 * Stands in for the browser's extension interface, and speaks English: import it before anything that imports `src/browser.ts`.
 */
import type { PageQuestions } from "../../src/protocol/page-questions.ts";
import { tellChange } from "../../src/protocol/changes.ts";
import { asSettings, type ChangedSettings, withChanged } from "../../src/settings/settings.ts";
import { speakAtOnce } from "../../src/words/speak-at-once.ts";

/** What the stand-in's storage holds. */
export const storedValues = new Map<string, unknown>();

type Changes = Record<string, { readonly newValue?: unknown }>;
const listeners = new Set<(changes: Changes) => void>();

/** The background answers these from `storedValues`, unless a test answers them itself. */
const SETTINGS: Readonly<Record<string, (about: unknown) => unknown>> = {
  settings: () => asSettings(Object.fromEntries(storedValues)),
  changeSettings: (changed) => {
    const before = asSettings(Object.fromEntries(storedValues));
    const after: object = withChanged(before, changed as ChangedSettings);
    for (const one of Object.keys(changed as object)) {
      const key = one === "badgesIn" ? "noBadgesIn" : one;
      storedValues.set(key, Reflect.get(after, key));
    }
    tellChange({ of: "settings" });
  },
  keptValue: (asked) => storedValues.get((asked as { readonly key: string }).key),
  keepValue: (asked) => {
    const { key, value, from } = asked as Parameters<PageQuestions["keepValue"]>[0];
    const isSame = JSON.stringify(storedValues.get(key)) === JSON.stringify(from?.value);
    if (from !== undefined && !isSame) return false;
    storedValues.set(key, value);
    tellChange({ of: "value", key });
    return true;
  },
};

let answers: Readonly<Record<string, (about: unknown) => unknown>> = {};

/** From now on the background answers these questions and refuses all others. */
export function answerWith(given: typeof answers): void {
  answers = given;
}

interface Question {
  readonly ask: string;
  readonly about: unknown;
}

/** The stand-in itself, for tests that need more of the browser. */
export const extension = {
  runtime: {
    id: "tests",
    getManifest: () => ({}),
    sendMessage: async ({ ask, about }: Question) => {
      const answer = answers[ask] ?? SETTINGS[ask];
      return answer === undefined ? { refused: ask } : { answered: true, answer: answer(about) };
    },
  },
  i18n: { getUILanguage: () => "en" },
  extension: { getViews: () => [] },
  permissions: {
    contains: async () => true,
    onAdded: { addListener: () => {}, removeListener: () => {} },
    onRemoved: { addListener: () => {}, removeListener: () => {} },
  },
  tabs: {
    getCurrent: async () => ({ id: 1 }),
    create: async (_tab: { url: string }) => ({ id: 2 }),
    query: async (_wanted: object): Promise<readonly unknown[]> => [],
  },
  storage: {
    session: {
      get: async () => ({}),
      set: async () => {},
      remove: async () => {},
    },
    local: {
      get: async (key: string) => (storedValues.has(key) ? { [key]: storedValues.get(key) } : {}),
      set: async (values: Record<string, unknown>) => {
        for (const [key, value] of Object.entries(values)) {
          storedValues.set(key, value);
          for (const listener of listeners) listener({ [key]: { newValue: value } });
        }
      },
      remove: async (key: string) => {
        storedValues.delete(key);
        for (const listener of listeners) listener({ [key]: {} });
      },
      onChanged: {
        addListener: (listener: (changes: Changes) => void) => listeners.add(listener),
        removeListener: (listener: (changes: Changes) => void) => listeners.delete(listener),
      },
    },
  },
};

Object.assign(globalThis, { browser: extension, chrome: extension });
speakAtOnce("en", "en");
