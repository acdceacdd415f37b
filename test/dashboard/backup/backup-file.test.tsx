// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { Blob as ReadableBlob, Buffer } from "node:buffer";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { BackupPanel } from "../../../src/dashboard/backup/backup-panel.tsx";
import { HEAD } from "../../exchange/arbitrary-records.ts";
import { drawn, found, settled } from "../../components/drawn.ts";

/** The files that were offered. */
let offered: { readonly name: string; readonly content: ReadableBlob }[] = [];
let contents: ReadableBlob[] = [];
/** Whether the list of deleted people was wanted, for every part that was asked for. */
let wanted: boolean[] = [];
/** What was noted of backups. */
let noted: unknown[] = [];

beforeAll(() => {
  // The document's engine has blobs that nobody can read, and no addresses for them.
  vi.stubGlobal("Blob", ReadableBlob);
  URL.createObjectURL = (content) => {
    contents.push(content as unknown as ReadableBlob);
    return `blob:${contents.length - 1}`;
  };
  URL.revokeObjectURL = () => undefined;
  HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
    const content = contents[Number(this.href.slice("blob:".length))];
    if (content) offered.push({ name: this.download, content });
  };
});
afterAll(() => vi.unstubAllGlobals());

beforeEach(() => {
  [offered, contents, wanted, noted] = [[], [], [], []];
});

function background(isFailing = () => false): void {
  answerWith({
    backupState: () => ({ days: 0, imports: 0 }),
    backupMark: () => ({ at: 5, revision: 7 }),
    noteBackup: (mark) => noted.push(mark),
    exportHead: () => HEAD,
    exportRecords: (about) => {
      if (isFailing()) throw new Error("asleep");
      wanted.push((about as { erased: boolean }).erased);
      return { records: [{ kind: "settings", settings: { mode: "badges" } }] };
    },
  });
}

async function pressed(place: HTMLElement, value: string): Promise<void> {
  const before = noted.length;
  found<HTMLButtonElement>(place, `button[name="export"][value="${value}"]`).click();
  // It is packed by a stream of the machine's own, which takes its time.
  await vi.waitFor(() => expect(noted.length).toBeGreaterThan(before), 10_000);
}

test("the backup is offered as packed JSON Lines, without the list of deleted people unless it is wanted", async () => {
  background();
  const place = drawn(<BackupPanel erasedCount={2} backup={undefined} onWritten={() => {}} />);
  await settled();
  expect(place.textContent).toContain("can test whether a person they know of was deleted");
  await pressed(place, "json");
  expect(offered[0]?.name).toMatch(/^tielight-\d{4}-\d\d-\d\d\.jsonl\.gz$/);
  const packed = Buffer.from((await offered[0]?.content.arrayBuffer()) ?? new ArrayBuffer(0));
  expect(gunzipSync(packed).toString().split("\n")[1]).toBe(
    '{"kind":"settings","settings":{"mode":"badges"}}',
  );
  found<HTMLInputElement>(place, 'input[name="export-erased"]').click();
  await settled();
  await pressed(place, "json");
  expect(wanted).toEqual([false, true]);
  expect(noted).toEqual([
    { at: 5, revision: 7 },
    { at: 5, revision: 7 },
  ]);
});

test("the list of deleted people is not offered where there is none", async () => {
  background();
  const place = drawn(<BackupPanel erasedCount={0} backup={undefined} onWritten={() => {}} />);
  await settled();
  expect(place.querySelector('input[name="export-erased"]')).toBeNull();
});

test("a backup that fails is said, offers nothing, and can be tried again", async () => {
  let isFailing = true;
  background(() => isFailing);
  const place = drawn(<BackupPanel erasedCount={0} backup={undefined} onWritten={() => {}} />);
  await settled();
  // A question is repeated for seconds before it counts as unanswered.
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  found<HTMLButtonElement>(place, 'button[name="export"][value="json"]').click();
  await vi.advanceTimersByTimeAsync(10_000);
  vi.useRealTimers();
  await settled();
  expect(offered).toEqual([]);
  isFailing = false;
  found<HTMLButtonElement>(place, ".notice button").click();
  await vi.waitFor(() => expect(offered).toHaveLength(1), 10_000);
});
