/** The table of the archive's files as a whole. */
import { expect, test } from "vitest";
import {
  comparedFileName,
  isNotNeeded,
} from "../../../../src/linkedin/archive/files/file-names.ts";
import { FILE_FORMS, fileForm } from "../../../../src/linkedin/archive/forms/files.ts";

test("a file that is read is not in the list of files that are not needed", () => {
  const names = FILE_FORMS.flatMap((form) => form.names);
  expect(names.filter((name) => isNotNeeded(`${name}.csv`))).toEqual([]);
});

test("each name belongs to one form, and is written as names are compared", () => {
  for (const form of FILE_FORMS)
    for (const name of form.names) {
      expect(comparedFileName(`${name}.csv`)).toBe(name);
      expect(fileForm(`${name}.csv`)).toBe(form);
    }
});
