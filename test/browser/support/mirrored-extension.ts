/** The built extension in a language that is read from right to left, made up for looking at it: nobody is meant to read it. */
import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Message {
  readonly message: string;
}

/** Arabic letters of about the same width, so that lines break as they would. */
const LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";

/** The words in Arabic letters; places of values, digits and signs stay. */
function mirrored(words: string): string {
  return words.replace(/\$\d|\$\w+\$|[A-Za-z]/g, (part) =>
    part.length > 1 ? part : (LETTERS[part.toLowerCase().charCodeAt(0) - 97] ?? part),
  );
}

/** Copies the built extension and replaces its words. The caller removes the folder. */
export async function mirroredExtension(built: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tielight-mirrored-"));
  await cp(built, folder, { recursive: true });
  const file = join(folder, "_locales/en/messages.json");
  const messages = JSON.parse(await readFile(file, "utf8")) as Record<string, Message>;
  const changed = Object.entries(messages).map(([key, entry]) => [
    key,
    { ...entry, message: mirrored(entry.message) },
  ]);
  await writeFile(
    file,
    JSON.stringify({
      ...Object.fromEntries(changed),
      languageTag: { message: "ar" },
      textDirection: { message: "rtl" },
    }),
  );
  return folder;
}
