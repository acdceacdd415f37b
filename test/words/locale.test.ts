import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { englishMessages } from "./extension-of-the-tests.ts";

const root = new URL("../../", import.meta.url);
const sources = readdirSync(new URL("src", root), { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(new URL(`src/${path}`, root), "utf8"));
const manifest = readFileSync(new URL("manifest.json", root), "utf8");

/** Whole string literals of the source, and templates with their holes as `*`. */
const written = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/"([A-Za-z]\w*)"|`([A-Za-z]\w*(?:\$\{[^`}]*\}\w*)*)`/g)].map(
      ([, literal, template]) => literal ?? template?.replace(/\$\{[^}]*\}/g, "*") ?? "",
    ),
  ),
);
const patterns = [...written].map((words) => new RegExp(`^${words.replaceAll("*", "[A-Za-z]+")}$`));

const isWritten = (key: string) => patterns.some((pattern) => pattern.test(key));
const stem = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, "");

/** Keys given to `text` and `counted` as plain strings, wherever they stand in the call. */
const asked = sources.flatMap((source) =>
  [...source.matchAll(/\b(text|counted)\(\s*"(\w+)"/g)].map(([, how, key]) =>
    how === "counted" ? `${key}_other` : (key ?? ""),
  ),
);

test("every message the source asks for is in the English file", () => {
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((key) => !englishMessages.has(key))).toEqual([]);
});

test("every message the manifest asks for is in the English file", () => {
  const keys = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? "");
  expect(keys.filter((key) => !englishMessages.has(key))).toEqual([]);
});

test("every message of the English file is used", () => {
  const unused = [...englishMessages.keys()].filter(
    (key) => !isWritten(key) && !isWritten(stem(key)) && !manifest.includes(`__MSG_${key}__`),
  );
  expect(unused).toEqual([]);
});

test("no two keys differ by case alone, which browsers do not tell apart", () => {
  const keys = [...englishMessages.keys()].map((key) => key.toLowerCase());
  expect(keys.length).toBe(new Set(keys).size);
});

test("every counted message has a form for everything else", () => {
  const counted = [...englishMessages.keys()].filter((key) =>
    /_(zero|one|two|few|many)$/.test(key),
  );
  expect(counted.filter((key) => !englishMessages.has(`${stem(key)}_other`))).toEqual([]);
});

test("no message is empty or has stray spaces", () => {
  expect(
    [...englishMessages].filter(([, words]) => words !== words.trim() || words === ""),
  ).toEqual([]);
});
