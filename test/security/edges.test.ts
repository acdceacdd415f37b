/**
 * The edges that are known, each with what was seen before and after, and its test. A test that is gone, or has another name, fails here.
 */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const TABLE = readFileSync("docs/decisions/the-edges.md", "utf8");

const rows = TABLE.split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (?:edge|-)/.test(line))
  .map((line) =>
    line
      .slice(2, -2)
      .split(" | ")
      .map((cell) => cell.trim()),
  );

test("the table has a row for each edge, and each row says all", () => {
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter((cells) => cells.length !== 5 || cells.includes(""))).toEqual([]);
});

test.each(rows)("%s (%s): there is a test", (...cells) => {
  const [, file = "", title = ""] = /^`([^`]+)`: “(.+)”$/.exec(cells[4] ?? "") ?? [];
  expect(existsSync(file)).toBe(true);
  expect(title).not.toBe("");
  expect(readFileSync(file, "utf8")).toContain(title);
});
