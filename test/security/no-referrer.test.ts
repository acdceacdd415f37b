/** Where a link of ours leads, nobody is told where it was opened. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => join("src", file))
  .filter((file) => file.endsWith(".tsx"));

/** The links of a file, each as it is written. */
const linksIn = (file: string): readonly string[] =>
  [...readFileSync(file, "utf8").matchAll(/<a\b[^]*?(?<!=)>/g)].map(([link]) => link);

test("every link that opens a tab of its own says nothing of where it was opened", () => {
  const links = sources.flatMap((file) => linksIn(file).map((link) => ({ file, link })));
  const opening = links.filter(({ link }) => link.includes("_blank"));
  expect(opening.length).toBeGreaterThan(15);
  expect(opening.filter(({ link }) => !/rel="noreferrer"/.test(link))).toEqual([]);
});

test("every page of ours tells no address that it leads to where it was left", () => {
  const pages = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .map((file) => readFileSync(join("src", file), "utf8"));
  expect(pages.length).toBe(4);
  for (const page of pages)
    expect(page).toContain('<meta name="referrer" content="no-referrer" />');
});
