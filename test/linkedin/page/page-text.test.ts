import { expect, test } from "vitest";
import { squeezed } from "../../../src/linkedin/page/page-text.ts";

test("invisible characters are dropped and runs of spaces made one; joiners and marks of a script stay", () => {
  expect(squeezed(" Alex\u202E \u00A0\n Exa\u200Bmple\u2069 ")).toBe("Alex Example");
  expect(squeezed("Zoe\u0308 \u0645\u06CC\u200C\u0646\u0627")).toBe(
    "Zoe\u0308 \u0645\u06CC\u200C\u0646\u0627",
  );
});

test("of a text without end the beginning is read, whatever it is made of", () => {
  for (const piece of ["Alex ", "A\u0301", "\u202EAlex\u202D ", "\u200B\u200D", "\u00A0\u2003"]) {
    const text = squeezed(`Alex Example ${piece.repeat(100_000)}`);
    expect(text.startsWith("Alex Example")).toBe(true);
    expect(text.length).toBeLessThanOrEqual(4000);
  }
});
