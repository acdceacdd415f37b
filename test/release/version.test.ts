/** One version for everything: the year, the month, and a number within it. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { releaseNotes } from "../../practice/release/release-notes.ts";
import { NEWS } from "../../src/popup/news.ts";

const json = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;

const version = String(json("package.json")["version"]);

test("the version is a year, a month and a number, as both stores take it", () => {
  expect(version).toMatch(/^20\d\d\.(?:[1-9]|1[0-2])\.(?:0|[1-9]\d{0,3})$/);
});

test("the manifest, the lock file and the citation have the version of package.json", () => {
  expect(json("manifest.json")["version"]).toBe(version);
  expect(json("package-lock.json")["version"]).toBe(version);
  expect(readFileSync("CITATION.cff", "utf8")).toContain(`\nversion: ${version}\n`);
});

test("the changelog begins with this version and says what is in it", () => {
  const changelog = readFileSync("CHANGELOG.md", "utf8");
  expect(changelog.match(/^## (\S+)/m)?.[1]).toBe(version);
  expect(releaseNotes(changelog, version)).toMatch(/^- /m);
});

test("the popup says after an update what is new in this version, in at most four lines", () => {
  expect(NEWS[0]?.version).toBe(version);
  expect(NEWS.map(({ lines }) => lines.length).filter((count) => count < 1 || count > 4)).toEqual(
    [],
  );
});
