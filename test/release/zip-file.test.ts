import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { filesOfZip, type PackedFile, zipOf } from "../../practice/release/zip-file.ts";

const zone = process.env["TZ"];
afterEach(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

const file = (text: string, executable = false): PackedFile => ({
  bytes: new TextEncoder().encode(text),
  executable,
});

const someFiles = fc.uniqueArray(
  fc.tuple(
    fc.stringMatching(/^[a-z]{1,4}(?:\/[a-z]{1,4}){0,2}\.txt$/),
    fc.string().map((text) => file(text)),
  ),
  { selector: ([name]) => name, maxLength: 8 },
);

test("an archive holds the files it was made of, programs as programs", async () => {
  const files = new Map([
    ["b/run", file("#!/bin/sh", true)],
    ["a.txt", file("a".repeat(5000))],
    ["empty.txt", file("")],
  ]);
  const read = await filesOfZip(await zipOf(files));
  expect([...read.keys()]).toEqual(["a.txt", "b/run", "empty.txt"]);
  for (const [name, { bytes, executable }] of read) {
    expect([...bytes]).toEqual([...files.get(name)!.bytes]);
    expect(executable).toBe(name === "b/run");
  }
});

test("the same files in any order give the same bytes", async () => {
  await fc.assert(
    fc.asyncProperty(someFiles, async (files) => {
      const one = await zipOf(new Map(files));
      const other = await zipOf(new Map(files.toReversed()));
      expect(Buffer.from(one).equals(other)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test("the place on earth and the hour make no difference", async () => {
  const files = new Map([["a.txt", file("words")]]);
  process.env["TZ"] = "Asia/Tokyo";
  const tokyo = await zipOf(files);
  process.env["TZ"] = "America/New_York";
  const newYork = await zipOf(files);
  expect(Buffer.from(tokyo).equals(newYork)).toBe(true);
});
