import { expect, test } from "vitest";
import { releaseNotes } from "../../practice/release/release-notes.ts";

const CHANGELOG = `# Changelog

Words about versions.

## 2026.12.0 (not yet released)

- Later.

### Details

- More.

## 2026.1.1

- Earlier.
`;

test("the notes of a version are what stands between its heading and the next", () => {
  expect(releaseNotes(CHANGELOG, "2026.12.0")).toBe("- Later.\n\n### Details\n\n- More.\n");
  expect(releaseNotes(CHANGELOG, "2026.1.1")).toBe("- Earlier.\n");
});

test("a version that only begins like another has no notes, which is an error", () => {
  expect(() => releaseNotes(CHANGELOG, "2026.1")).toThrow("CHANGELOG.md says nothing of 2026.1");
});
