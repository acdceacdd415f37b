/** The guide says what people see: its bold words are words of the interface, and its links lead somewhere. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import english from "../../src/words/messages/en.json" with { type: "json" };

const GUIDE = "docs/guide";
const messages: readonly string[] = Object.values(english).map(({ message }) => message);

const pages = readdirSync(GUIDE).filter((name) => name.endsWith(".md"));

test("every page of the guide is in its list", () => {
  const list = readFileSync(join(GUIDE, "README.md"), "utf8");
  expect(pages.filter((name) => name !== "README.md" && !list.includes(`](${name})`))).toEqual([]);
});

test.each(["README.md", "install.md", "en.md"])(
  "%s sets words in bold that the interface has, letter for letter",
  (name) => {
    const page = readFileSync(join(GUIDE, name), "utf8");
    const bold = [...page.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = ""]) =>
      words.replace(/\s+/g, " "),
    );
    expect(bold.filter((words) => !messages.includes(words))).toEqual([]);
  },
);

describe.each(pages)("the page %s", (name) => {
  const page = readFileSync(join(GUIDE, name), "utf8");

  test("links to what is there", () => {
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, to = ""]) => to);
    expect(links.filter((to) => !existsSync(join(dirname(join(GUIDE, name)), to)))).toEqual([]);
  });
});
