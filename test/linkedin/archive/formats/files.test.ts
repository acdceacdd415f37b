/** The table of the archive's files as a whole. */
import { expect, test } from "vitest";
import {
  comparedFileName,
  isNotNeeded,
} from "../../../../src/linkedin/archive/files/file-names.ts";
import { FILE_FORMATS, formatOfFile } from "../../../../src/linkedin/archive/formats/files.ts";

test("a file that is read is not in the list of files that are not needed", () => {
  const names = FILE_FORMATS.flatMap((format) => format.names);
  expect(names.filter((name) => isNotNeeded(`${name}.csv`))).toEqual([]);
});

test("each name belongs to one form, and is written as names are compared", () => {
  for (const format of FILE_FORMATS)
    for (const name of format.names) {
      expect(comparedFileName(`${name}.csv`)).toBe(name);
      expect(formatOfFile(`${name}.csv`)).toBe(format);
    }
});
