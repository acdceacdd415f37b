/**
 * Stands in for the browser's extension interface: import it before anything that imports `webextension-polyfill`. It answers
 * messages from the English file as browsers do, and throws where a message is missing, so that no test passes over a gap.
 */
import { readFileSync } from "node:fs";

interface Message {
  readonly message: string;
}

const file: unknown = JSON.parse(
  readFileSync(new URL("../../public/_locales/en/messages.json", import.meta.url), "utf8"),
);

function isMessage(value: unknown): value is Message {
  return (
    typeof value === "object" &&
    value !== null &&
    "message" in value &&
    typeof value.message === "string"
  );
}

/** The messages of the English file by key. */
export const englishMessages: ReadonlyMap<string, string> = new Map(
  Object.entries(file ?? {}).map(([key, value]: [string, unknown]) => {
    if (!isMessage(value)) throw new Error(`${key} has no message`);
    return [key, value.message];
  }),
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

const stored = new Map<string, unknown>();

/** What the stand-in's storage holds. */
export const storedValues = stored;

const extension = {
  runtime: { id: "tests" },
  i18n: { getMessage: message, getUILanguage: () => "en" },
  storage: {
    local: {
      get: async (key: string) => (stored.has(key) ? { [key]: stored.get(key) } : {}),
      set: async (values: Record<string, unknown>) => {
        for (const [key, value] of Object.entries(values)) stored.set(key, value);
      },
      remove: async (key: string) => void stored.delete(key),
    },
    onChanged: { addListener: () => {}, removeListener: () => {} },
  },
};

Object.assign(globalThis, { browser: extension, chrome: extension });
