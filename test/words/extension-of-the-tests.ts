/**
 * Stands in for the browser's extension interface: import it before anything that imports `webextension-polyfill`. It answers
 * messages from the English file as browsers do, and throws where a message is missing, so that no test passes over a gap.
 */
import english from "../../public/_locales/en/messages.json";
import { tellChange } from "../../src/protocol/changes.ts";
import { asSettings } from "../../src/settings/settings.ts";

/** A message as it stands in a file; its placeholders by name, lower case. */
interface Written {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<
    Record<string, { readonly content: string; readonly example?: string }>
  >;
}

/** The messages of the English file by key, whole. */
export const writtenMessages: ReadonlyMap<string, Written> = new Map(
  Object.entries<Written>(english),
);

/** Browsers put the content of a named placeholder in its place. */
const withPlaceholders = ({ message: words, placeholders = {} }: Written): string =>
  words.replace(
    /\$(\w*[a-z]\w*)\$/gi,
    (whole, name: string) => placeholders[name.toLowerCase()]?.content ?? whole,
  );

/** The messages of the English file by key. */
export const englishMessages: ReadonlyMap<string, string> = new Map(
  [...writtenMessages].map(([key, written]) => [key, withPlaceholders(written)]),
);

const PLURAL = /_(zero|one|two|few|many)$/;

function message(key: string, substitutions: readonly string[] = []): string {
  const words = englishMessages.get(key);
  if (words === undefined) {
    // A plural form that a language does not have is not missing: `_other` is.
    if (PLURAL.test(key)) return "";
    throw new Error(`No message "${key}" in public/_locales/en/messages.json`);
  }
  return words.replace(/\$(\d)/g, (_, n: string) => substitutions[Number(n) - 1] ?? "");
}

/** What the stand-in's storage holds. */
export const storedValues = new Map<string, unknown>();

type Changes = Record<string, { readonly newValue?: unknown }>;
const listeners = new Set<(changes: Changes) => void>();

/** The background answers these from `storedValues`, unless a test answers them itself. */
const SETTINGS: Readonly<Record<string, (about: unknown) => unknown>> = {
  settings: () => asSettings(Object.fromEntries(storedValues)),
  changeSettings: (changed) => {
    for (const [key, value] of Object.entries(changed as object)) storedValues.set(key, value);
    tellChange({ of: "settings" });
  },
  keptValue: (asked) => storedValues.get((asked as { readonly key: string }).key),
  keepValue: (asked) => {
    const { key, value } = asked as { readonly key: string; readonly value: unknown };
    storedValues.set(key, value);
    tellChange({ of: "value", key });
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
  i18n: { getMessage: message, getUILanguage: () => "en" },
  extension: { getViews: () => [] },
  permissions: {
    contains: async () => true,
    onAdded: { addListener: () => {}, removeListener: () => {} },
  },
  tabs: {
    getCurrent: async () => ({ id: 1 }),
    create: async (_tab: { url: string }) => ({ id: 2 }),
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
      remove: async (key: string) => void storedValues.delete(key),
      onChanged: {
        addListener: (listener: (changes: Changes) => void) => listeners.add(listener),
        removeListener: (listener: (changes: Changes) => void) => listeners.delete(listener),
      },
    },
  },
};

Object.assign(globalThis, { browser: extension, chrome: extension });
