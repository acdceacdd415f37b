// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { Blob as ReadableBlob, Buffer } from "node:buffer";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { BackupPanel } from "../../../src/dashboard/backup/backup-panel.tsx";
import { BackupReminder } from "../../../src/dashboard/backup/backup-reminder.tsx";
import { sinceBackupText } from "../../../src/dashboard/backup/backup-state.tsx";
import { useSafety } from "../../../src/dashboard/backup/use-safety.ts";
import type { Sealing } from "../../../src/dashboard/workers/sealing.ts";
import type { SinceBackup } from "../../../src/domain/backup/backup-due.ts";
import { sealed, unsealed } from "../../../src/exchange/backup/sealed-file.ts";
import { drawn, found, settled } from "../../components/drawn.ts";
import { HEAD } from "../../exchange/arbitrary-records.ts";

const DAY = 86_400_000;
const now = Date.UTC(2026, 4, 20);

const offered: { readonly name: string; readonly content: ReadableBlob }[] = [];
const contents: ReadableBlob[] = [];
const noted: unknown[] = [];
let sealingFails = false;

/** Seals in the same thread, with little work. */
const sealing: Pick<Sealing, "seal" | "open"> = {
  seal: (file, passphrase) =>
    sealingFails ? Promise.reject(new Error("out of memory")) : sealed(file, passphrase, 4),
  open: unsealed,
};

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
  offered.length = 0;
  noted.length = 0;
  sealingFails = false;
  answerWith({
    exportHead: () => HEAD,
    exportRecords: () => ({ records: [{ kind: "settings", settings: { mode: "badges" } }] }),
    backupMark: () => ({ at: 5, revision: 7 }),
    noteBackup: (mark) => noted.push(mark),
    backupState: () => ({ at: Date.now() - 3 * DAY, days: 4, imports: 1 }),
    peopleSinceBackup: () => 12,
  });
});

const words = (place: Element) => (place.textContent ?? "").replace(/[\u2068\u2069]/g, "");

/** Lets an act come to its end. */
async function ended(place: Element): Promise<void> {
  await vi.waitFor(async () => {
    await settled();
    expect(place.querySelector("form button[type=submit]:disabled")).toBeNull();
  }, 20_000);
}

function Held() {
  const { backup, askAgain } = useSafety("history-1", true);
  return <BackupPanel erasedCount={0} backup={backup} onWritten={askAgain} sealing={sealing} />;
}

const panel = async (): Promise<HTMLElement> => {
  const place = drawn(<Held />);
  await settled();
  return place;
};

const button = (place: Element) =>
  found<HTMLButtonElement>(place, 'button[name="export"][value="json"]');

function type(place: Element, passphrase: string): void {
  const field = found<HTMLInputElement>(place, 'input[name="passphrase"]');
  field.value = passphrase;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

test("what the last backup lacks is said, in people and days", async () => {
  const place = await panel();
  expect(words(place)).toContain(
    "Last backup: 3 days ago. New since then: 12 people · 4 days. 1 import is not in it.",
  );
});

test.each<[SinceBackup, string]>([
  [
    { days: 9, imports: 1 },
    "There is no backup yet. If this browser or Tielight is removed, everything is gone.",
  ],
  [{ at: now, days: 0, imports: 0 }, "Last backup: today. Nothing is new since then."],
  [
    { at: now - DAY, days: 1, imports: 0 },
    "Last backup: yesterday. New since then: 3 people · 1 day.",
  ],
])("the state %j is said as it is", (state, said) => {
  expect(sinceBackupText({ ...state, people: 3 }, now)).toBe(said);
});

test("one click writes the packed file and notes it", async () => {
  const place = await panel();
  button(place).click();
  await ended(place);
  expect(offered[0]?.name).toMatch(/^tielight-\d{4}-\d\d-\d\d\.jsonl\.gz$/);
  expect(words(place)).toContain(`Your browser saves ${offered[0]?.name}`);
  expect(noted).toEqual([{ at: 5, revision: 7 }]);
});

test("with a passphrase the file is sealed, and the passphrase opens it", async () => {
  const place = await panel();
  found<HTMLInputElement>(place, "[name=backup-sealed]").click();
  await settled();
  expect(button(place).disabled).toBe(true);
  type(place, "short");
  await settled();
  expect(button(place).disabled).toBe(true);
  found<HTMLButtonElement>(place, "[name=passphrase-suggest]").click();
  await settled();
  const passphrase = found<HTMLInputElement>(place, "[name=passphrase]").value;
  expect(found<HTMLInputElement>(place, "[name=passphrase]").type).toBe("text");
  button(place).click();
  await ended(place);
  expect(offered[0]?.name).toMatch(/^tielight-\d{4}-\d\d-\d\d-[\da-f]{8}\.jsonl\.gz\.age$/);
  const opened = await unsealed(offered[0]?.content as unknown as Blob, passphrase);
  const lines =
    opened.outcome === "opened"
      ? gunzipSync(Buffer.from(await opened.file.arrayBuffer())).toString()
      : "";
  expect(lines.split("\n")[1]).toBe('{"kind":"settings","settings":{"mode":"badges"}}');
});

test("a seal that fails is said, nothing is offered or noted, and what was typed stays", async () => {
  sealingFails = true;
  const place = await panel();
  found<HTMLInputElement>(place, "[name=backup-sealed]").click();
  await settled();
  type(place, "long enough");
  await settled();
  button(place).click();
  await ended(place);
  expect(place.querySelector(".notice.danger")).not.toBeNull();
  expect([offered, noted]).toEqual([[], []]);
  expect(found<HTMLInputElement>(place, "[name=passphrase]").value).toBe("long enough");
});

test("the reminder comes when the last backup is old and much is new, and leads to the button", async () => {
  const reminder = async (state: SinceBackup): Promise<string> => {
    answerWith({ backupState: () => state });
    const place = drawn(<BackupReminder now={now} href="#data" />);
    await settled();
    return words(place);
  };
  expect(await reminder({ at: now - 40 * DAY, days: 3, imports: 0 })).toBe("");
  expect(await reminder({ at: now - 20 * DAY, days: 30, imports: 3 })).toBe("");
  expect(await reminder({ at: now - 40 * DAY, days: 5, imports: 0 })).toBe(
    "Last backup: 5 weeks ago. Back up",
  );
  expect(await reminder({ at: now - 40 * DAY, days: 0, imports: 1 })).toContain("Back up");
  expect(await reminder({ days: 2, imports: 1 })).toBe("");
  expect(await reminder({ days: 5, imports: 0 })).toContain("There is no backup yet");
});
