// @vitest-environment jsdom
import { answerWith } from "../words/extension-of-the-tests.ts";
import { Blob as ReadableBlob } from "node:buffer";
import { beforeEach, expect, test, vi } from "vitest";
import { TroubleNotice } from "../../src/components/trouble-notice.tsx";
import type { ExportedRecord, ExportHead } from "../../src/domain/records/exported-history.ts";
import { drawn, found, settledFor } from "./drawn.ts";

const DAY = Date.UTC(2026, 4, 3, 12);
const ID = "aaaaaaaa-0000-4000-8000-000000000000";
const HEAD: ExportHead = {
  format: "tielight-history",
  version: 1,
  exportedAt: 1,
  owner: { aliases: [], name: "Sam Example" },
};
const IMPORT: ExportedRecord = {
  kind: "import",
  import: {
    id: ID,
    replica: "r1",
    at: DAY,
    madeAt: DAY,
    doneAt: DAY,
    coverage: [],
    circles: [],
    files: [],
    outcome: {} as never,
  },
};
const SETTINGS: ExportedRecord = { kind: "settings", settings: {} };

let files: string[] = [];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 3) });
  globalThis.Blob = ReadableBlob as never;
  files = [];
  const offered: Promise<void>[] = [];
  URL.createObjectURL = (content) => {
    offered.push((content as Blob).text().then((words) => void files.push(words)));
    return "blob:tests";
  };
  URL.revokeObjectURL = () => undefined;
  HTMLAnchorElement.prototype.click = () => undefined;
  await import("../../src/exchange/write-history.ts");
});

async function said(records: readonly ExportedRecord[], missing: readonly string[]) {
  const asked: unknown[] = [];
  answerWith({
    exportHead: () => HEAD,
    exportRecords: (about: unknown) => {
      asked.push(about);
      const isFirst = asked.length === 1;
      // Two parts of an export meet the same damage.
      return { records: isFirst ? records : [], missing, ...(isFirst && { next: "-x" }) };
    },
  });
  const place = drawn(
    <TroubleNotice
      trouble={{ code: "unreadable", detail: "" }}
      restore="here"
      onChange={() => undefined}
    />,
  );
  found(place, "[name=export-readable]").click();
  await settledFor(100);
  return { words: place.textContent ?? "", asked };
}

test("what is missing in what could be saved is counted, each once, and the archive that helps is named", async () => {
  const missing = [`parts ["archive:${ID}","slug:bo"]`, 'statements ["slug:cy","page","r1"]'];
  const { words, asked } = await said([IMPORT, SETTINGS], missing);
  expect(asked[0]).toMatchObject({ readable: true });
  expect(words).toContain("2 pieces of the history cannot be read");
  expect(words).toContain("the archive that you added on May 3");
  expect(files.join("")).toContain(ID);
});

test("that nothing is missing is said, too", async () => {
  const { words } = await said([IMPORT, SETTINGS], []);
  expect(words).toContain("everything that can be read is in the file");
  expect(files).toHaveLength(1);
});

test.each([[["statements keys"]], [[]]])(
  "where nothing of a history can be read, no file is saved, and that is said: %j",
  async (missing) => {
    const { words } = await said([SETTINGS], missing);
    expect(words).toContain("Nothing of the history can be read");
    expect(files).toEqual([]);
  },
);
