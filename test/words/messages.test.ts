/** What holds for the messages of every language, and for how the source uses them. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test, describe } from "vitest";
import { argumentsOf, parts } from "../../practice/messages/compiled.ts";
import {
  SOURCE_LANGUAGE,
  type Written,
  writtenLanguages,
} from "../../practice/messages/written.ts";

const root = new URL("../../", import.meta.url);
const languages = writtenLanguages();
const english: Readonly<Record<string, Written>> = languages.get(SOURCE_LANGUAGE) ?? {};
const sources = new Map(
  readdirSync(new URL("src", root), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => [path, readFileSync(new URL(`src/${path}`, root), "utf8")]),
);

/** What the build reads of a file itself. */
const OF_THE_FILE = ["languageTag", "languageName", "textDirection"];

/** Whole string literals of the source, and templates, where a hole stands for letters. */
const patterns = [
  ...new Set(
    [...sources.values()].flatMap((source) =>
      [...source.matchAll(/"([A-Za-z]\w*)"|`([A-Za-z]\w*(?:\$\{[^`}]*\}\w*)*)`/g)].map(
        ([, literal, template]) =>
          literal ?? template?.replaceAll(/\$\{[^}]*\}/g, "[A-Za-z]+") ?? "",
      ),
    ),
  ),
].map((words) => new RegExp(`^${words}$`));

const unused = (keys: readonly string[]) =>
  keys.filter((key) => !OF_THE_FILE.includes(key) && !patterns.some((one) => one.test(key)));

test("every message is used", () => {
  expect(Object.keys(english).length).toBeGreaterThan(500);
  expect(unused(Object.keys(english))).toEqual([]);
  expect(unused(["nobodyAsksForThis"])).toEqual(["nobodyAsksForThis"]);
});

test("every message says in a description where it stands and what it means", () => {
  expect(
    Object.entries(english)
      .filter(([, { description = "" }]) => description.trim().length < 10)
      .map(([key]) => key),
  ).toEqual([]);
});

test("a description names only values that the message has", () => {
  const wrong = Object.entries(english).flatMap(([key, { description = "", placeholders = {} }]) =>
    [...description.matchAll(/\{(\w+)\}|\$\d/g)]
      .filter(([, name]) => name === undefined || !(name in placeholders))
      .map(([place]) => `${key}: ${place}`),
  );
  expect(wrong).toEqual([]);
});

test("every value has an example, a number where the message counts it, and no example is without its value", () => {
  for (const [key, { message, placeholders = {} }] of Object.entries(english)) {
    const uses = argumentsOf(parts(message));
    expect([key, Object.keys(placeholders).toSorted()]).toEqual([key, [...uses.keys()].toSorted()]);
    for (const [name, { example }] of Object.entries(placeholders)) {
      expect([key, name, typeof example]).toEqual([
        key,
        name,
        uses.get(name) === "number" ? "number" : "string",
      ]);
      expect([key, name, String(example).trim()]).not.toEqual([key, name, ""]);
    }
  }
});

describe.each([...languages])("the messages in %s", (tag, messages) => {
  test("are messages of the English file and no others", () => {
    expect(Object.keys(messages).filter((key) => !(key in english))).toEqual([]);
  });

  test("have the arguments of the English ones, used in the same way", () => {
    const uses = (message: string) =>
      [...argumentsOf(parts(message))].toSorted(([one], [two]) => one.localeCompare(two));
    for (const [key, { message }] of Object.entries(messages))
      expect([key, uses(message)]).toEqual([key, uses(english[key]?.message ?? "")]);
  });

  test("have plural forms of this language only, and one for everything else", async () => {
    const { parse } = await import("@messageformat/parser");
    const cardinal = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    for (const { message } of Object.values(messages)) {
      expect(() =>
        parse(message, { strict: true, strictPluralKeys: true, cardinal }),
      ).not.toThrow();
      expect(message).not.toMatch(/, plural,(?!.*\bother \{)/);
    }
  });

  test("are not empty, and have no stray spaces", () => {
    const stray = Object.entries(messages).filter(
      ([, { message }]) => message !== message.trim() || message === "" || message.includes("  "),
    );
    expect(stray).toEqual([]);
  });

  test("say which language they are in", () => {
    expect(messages["languageTag"]?.message).toBe(tag);
    expect(messages["languageName"]?.message).toBeTruthy();
    expect(["ltr", "rtl"]).toContain(messages["textDirection"]?.message);
  });
});

/** Pieces of sentences that code joins: by a template, by `+`, by a space or a comma, or side by side in markup. A dot between whole phrases is none. */
const JOINED: readonly RegExp[] = [
  // `${text("a")} b`, but for the dot between phrases.
  /`[^`]*\$\{(?:text|(?!csv)\w+Text)\([^`]*`/g,
  /\btext\((?:[^()]|\([^()]*\))*\)\s*\+|\+\s*text\(/g,
  /\{text\((?:[^(){}]|\([^()]*\)|\{[^{}]*\})*\)\}(?:[:,;]?[ \t]*\{(?!" "\})|\{" "\}\s*\{|[:,;])/g,
];

const joined = (source: string): readonly string[] =>
  JOINED.flatMap((pattern) => [...source.matchAll(pattern)].map(([found]) => found)).filter(
    (found) => !/^` · \$\{text\((?:[^`])*\)\}`$/.test(found),
  );

test("no code joins pieces of sentences", () => {
  expect(joined('`${text("a")}: ${name}`')).not.toEqual([]);
  expect(joined('text("a") + name')).not.toEqual([]);
  expect(joined('<p>{text("a", { count: f(x) })} {text("b")}</p>')).not.toEqual([]);
  expect(joined('<p>{text("a")}: {name}</p>')).not.toEqual([]);
  expect(joined('<p>{text("a")}{" "}\n  {text("b")}</p>')).not.toEqual([]);
  expect(joined('<p>{text("a")} · {text("b")}</p>{is && ` · ${text("c", { count: 1 })}`}')).toEqual(
    [],
  );
  const speaking = [...sources].filter(
    ([, source]) => source.includes("words/text.ts") || source.includes("./text.ts"),
  );
  const found = speaking.flatMap(([path, source]) =>
    joined(source).map((piece) => `${path}: ${piece}`),
  );
  expect(found).toEqual([]);
});

test("what the browser shows itself is in the locale folder, and no more", () => {
  const manifest = readFileSync(new URL("manifest.json", root), "utf8");
  const asked = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? "");
  const locale = JSON.parse(
    readFileSync(new URL("public/_locales/en/messages.json", root), "utf8"),
  ) as Record<string, Written>;
  expect(Object.keys(locale).toSorted()).toEqual([...new Set(asked)].toSorted());
  for (const { description } of Object.values(locale)) expect(description).toBeTruthy();
  expect(locale["extensionName"]?.message).toBe(english["extensionName"]?.message);
});

/** The keys of an object in a JSON file, as often as they stand there: a parser keeps the last of two. */
const writtenKeys = (json: string) =>
  [...json.matchAll(/^ {2}"(\w+)":/gm)].map(([, key]) => key ?? "");

const twice = (keys: readonly string[]) => keys.filter((key, place) => keys.indexOf(key) < place);

test("no key stands twice in a file", () => {
  const files = [
    ...[...languages.keys()].map((tag) => `src/words/messages/${tag}.json`),
    ...readdirSync(new URL("public/_locales", root)).map(
      (tag) => `public/_locales/${tag}/messages.json`,
    ),
  ];
  for (const file of files) {
    const keys = writtenKeys(readFileSync(new URL(file, root), "utf8"));
    expect(keys.length).toBeGreaterThan(0);
    expect(twice(keys)).toEqual([]);
  }
  expect(twice(writtenKeys('{\n  "a": {},\n  "b": {},\n  "a": {}\n}'))).toEqual(["a"]);
});

test("the browser has the words of the manifest, and no others", () => {
  const wanted = [
    ...new Set(
      [...readFileSync(new URL("manifest.json", root), "utf8").matchAll(/__MSG_(\w+)__/g)].map(
        ([, key]) => key ?? "",
      ),
    ),
  ].toSorted();
  for (const tag of readdirSync(new URL("public/_locales", root))) {
    const file = readFileSync(new URL(`public/_locales/${tag}/messages.json`, root), "utf8");
    expect(Object.keys(JSON.parse(file)).toSorted()).toEqual(wanted);
  }
});
