// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { Blob as ReadableBlob, File as ReadableFile } from "node:buffer";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { ExportedRecord } from "../../../src/domain/records/exported-history.ts";
import { BringPanel } from "../../../src/dashboard/bring/bring-panel.tsx";
import { useSafety } from "../../../src/dashboard/backup/use-safety.ts";
import type { Sealing } from "../../../src/dashboard/workers/sealing.ts";
import { sealed, unsealed } from "../../../src/exchange/backup/sealed-file.ts";
import { canonicalJson } from "../../../src/exchange/canonical-json.ts";
import { dateText } from "../../../src/words/moments.ts";
import { historyLines } from "../../../src/exchange/write-history.ts";
import { drawn, found, settled, settledFor } from "../../components/drawn.ts";
import { HEAD } from "../../exchange/arbitrary-records.ts";
import { NOTHING, TAGGED } from "../../exchange/invented-export.ts";

const BACKUP = `${canonicalJson(HEAD)}\n${historyLines([TAGGED])}`;

/** What the background was asked, in order. */
let asked: string[] = [];

function background(answers: Record<string, (about: unknown) => unknown> = {}): void {
  asked = [];
  const all: Record<string, (about: unknown) => unknown> = {
    beginRestore: () => ({ id: "restore-1" }),
    stageRestore: () => undefined,
    previewRestore: () => ({ ...NOTHING, peopleNew: 3, choices: 1 }),
    commitRestore: () => ({ people: 12, interactions: 34 }),
    cancelRestore: () => undefined,
    ...answers,
  };
  answerWith(
    Object.fromEntries(
      Object.entries(all).map(([name, answer]) => [
        name,
        (about: unknown) => {
          asked.push(name);
          return answer(about);
        },
      ]),
    ),
  );
}

// The document's engine has blobs that nobody can read.
beforeAll(() => vi.stubGlobal("Blob", ReadableBlob));
afterAll(() => vi.unstubAllGlobals());
beforeEach(() => background());

let restoredCount = 0;

/** Seals and opens in the same thread, with little work. */
const sealing: Pick<Sealing, "seal" | "open"> = {
  seal: (file, passphrase) => sealed(file, passphrase, 4),
  open: unsealed,
};

function Held({ history }: { readonly history: string | undefined }) {
  const { undoable, askAgain } = useSafety(history, true);
  const restored = () => {
    restoredCount += 1;
    askAgain();
  };
  return (
    <BringPanel isFirst={false} now={0} undoable={undoable} onChange={restored} sealing={sealing} />
  );
}

const panel = (history?: string) => drawn(<Held history={history} />);
/** Chooses a file; the document's engine has files without streams. */
async function choose(
  place: HTMLElement,
  name: string,
  content: string | ArrayBuffer,
): Promise<void> {
  const field = found<HTMLInputElement>(place, 'input[name="given"]');
  Object.defineProperty(field, "files", {
    value: [
      new ReadableFile([typeof content === "string" ? content : new Uint8Array(content)], name),
    ],
    configurable: true,
  });
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await read(place);
}

/** What a file that is read can lead to. */
const READ = ".notice, .preview-heading, input[name=passphrase]";

/** Lets a file be read. */
async function read(place: HTMLElement): Promise<void> {
  for (const end = performance.now() + 10_000; performance.now() < end;) {
    await settled();
    if (!place.querySelector(".progress") && place.querySelector(READ)) return;
  }
}

async function press(place: HTMLElement, name: string): Promise<void> {
  found<HTMLButtonElement>(place, `button[name="${name}"]`).click();
  await settledFor(400);
}

const words = (place: HTMLElement) => (place.textContent ?? "").replace(/[\u2068\u2069]/g, "");

test("what will change is shown before anything changes, and then it changes", async () => {
  const before = restoredCount;
  const place = panel();
  await choose(place, "tielight-2026-01-01.jsonl", BACKUP);
  expect(asked).toEqual(["beginRestore", "stageRestore", "previewRestore"]);
  expect(words(place)).toContain("3 people are new");
  expect(words(place)).toContain("1 note, tag, reminder or choice changes");
  expect(words(place)).not.toContain("interaction");
  await press(place, "restore-commit");
  expect(asked.at(-1)).toBe("commitRestore");
  expect(words(place)).toContain("12 people · 34 interactions");
  expect(restoredCount).toBe(before + 1);
});

test("it is said whose backup it is, of which day, and that it was sealed", async () => {
  const place = panel();
  await choose(place, "backup.jsonl", BACKUP);
  const day = dateText(HEAD.exportedAt, HEAD.exportedAt);
  expect(words(found(place, ".preview-heading"))).toBe(
    `Backup of ${HEAD.owner.name}, made on ${day}`,
  );

  const { file } = await sealed(new Blob([packed()]), "sails and dahlias", 4);
  const other = panel();
  await choose(other, "tielight-2026-05-20.jsonl.gz.age", await file.arrayBuffer());
  expect(words(found(other, ".preview-heading"))).toBe("Backup of May 20, 2026, sealed");
  await openWith(other, "sails and dahlias");
  expect(words(found(other, ".preview-heading"))).toBe(
    `Backup of ${HEAD.owner.name}, made on ${day}, sealed`,
  );
});

test("of several backups and an archive the user says which comes first, and it goes its way", async () => {
  const place = panel();
  const field = found<HTMLInputElement>(place, 'input[name="given"]');
  const files = [
    new ReadableFile(["a,b,c\n"], "Basic.zip"),
    new ReadableFile([BACKUP], "tielight-2026-05-20.jsonl"),
    new ReadableFile([BACKUP], "tielight-2026-05-21.jsonl"),
  ];
  Object.defineProperty(field, "files", { value: files, configurable: true });
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await read(place);
  expect(words(found(place, ".notice"))).toContain("2 backups, and files of an archive");
  expect(
    [...place.querySelectorAll(".notice button")].map(({ textContent }) => textContent),
  ).toEqual([
    "Restore the backup of May 21, 2026",
    "Restore the backup of May 20, 2026",
    "Import the other file",
  ]);
  expect(asked).toEqual([]);
  await press(place, "given-backup");
  await read(place);
  expect(words(place)).toContain("3 people are new");
});

test("backups of one day are told apart by their files, and further ones are counted", async () => {
  const place = panel();
  const field = found<HTMLInputElement>(place, 'input[name="given"]');
  const files = [
    "tielight-2026-05-20-0f1e2d3c.jsonl",
    "tielight-2026-05-20.jsonl",
    ...Array.from({ length: 5 }, (_, day) => `tielight-2026-05-1${day}.jsonl`),
  ].map((name) => new ReadableFile([BACKUP], name));
  Object.defineProperty(field, "files", { value: files, configurable: true });
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await read(place);
  const buttons = [...place.querySelectorAll<HTMLElement>("[name=given-backup]")].map(words);
  expect(buttons.slice(0, 3)).toEqual([
    "Restore tielight-2026-05-20-0f1e2d3c.jsonl",
    "Restore tielight-2026-05-20.jsonl",
    "Restore the backup of May 14, 2026",
  ]);
  expect(words(found(place, ".notice"))).toContain("And 2 more backups.");
});

test("cancelling drops what was staged", async () => {
  const place = panel();
  await choose(place, "backup.jsonl", BACKUP);
  await press(place, "restore-cancel");
  expect(asked.at(-1)).toBe("cancelRestore");
  expect(place.querySelector('input[name="given"]')).not.toBeNull();
});

test("a backup that holds nothing new says so and offers nothing", async () => {
  background({ previewRestore: () => NOTHING });
  const place = panel();
  await choose(place, "backup.jsonl", BACKUP);
  expect(words(place)).toContain("Everything in this backup is in your history already");
  expect(found<HTMLButtonElement>(place, 'button[name="restore-commit"]').disabled).toBe(true);
});

test("lines that are left out are named, and a file that is cut off is called so", async () => {
  const place = panel();
  await choose(place, "backup.jsonl", `${BACKUP}{"subject":"slug:ben-example","kind":\n`);
  expect(words(place)).toContain("This backup is cut off");
  expect(words(place)).toContain("1 line of the backup cannot be read");
  expect(words(place)).toContain("Line 3, ben-example: damaged");
  expect(found<HTMLButtonElement>(place, 'button[name="restore-commit"]').disabled).toBe(false);
});

test("when the history changed meanwhile, the numbers are counted again and the user decides again", async () => {
  const { Refusal } = await import("../../../src/protocol/transport.ts");
  let revision = 7;
  background({
    previewRestore: () => ({ ...NOTHING, revision, peopleNew: revision }),
    commitRestore: (about) => {
      if ((about as { revision: number }).revision === revision)
        return { people: 1, interactions: 0 };
      throw new Refusal("history-moved");
    },
  });
  const place = panel();
  await choose(place, "backup.jsonl", BACKUP);
  revision = 8;
  await press(place, "restore-commit");
  expect(words(place)).toContain("Your history changed in the meantime");
  expect(words(place)).toContain("8 people are new");
  await press(place, "restore-commit");
  expect(words(place)).toContain("1 person · 0 interactions");
});

test.each([
  ["", "holiday.jpg is empty", "another copy"],
  ["GIF89a", "holiday.jpg is a picture", "ends in|\\.jsonl"],
  ["BEGIN:VCARD\r\n", "holiday.jpg is an export for other programs", "ends in \\.jsonl"],
  ["Dear diary\n", "holiday.jpg is neither an archive nor a backup", "\\.jsonl"],
  ['{"format":"tielight-history","version":3}\n', "made by a later version", "Update Tielight"],
  ['{"exportedAt":1,"form', "holiday.jpg ends before the first person", "another copy"],
  [
    `${canonicalJson({ ...HEAD, owner: {} })}\n`,
    "The first line of holiday.jpg is damaged",
    "another copy",
  ],
])(
  "what is no backup is called by what it is, with what helps: %j",
  async (content, title, next) => {
    const place = panel();
    await choose(place, "holiday.jpg", content);
    const notice = found(place, ".notice");
    expect(words(notice)).toContain(title);
    expect(words(notice)).toMatch(new RegExp(next));
    expect(asked).toEqual([]);
  },
);

test("a file that is called like a backup is said to be a damaged one", async () => {
  const place = panel();
  await choose(place, "tielight-2026-05-20.jsonl", "Dear diary\n");
  const notice = words(found(place, ".notice"));
  expect(notice).toContain("The first line of tielight-2026-05-20.jsonl is damaged");
  expect(notice).toContain("another copy");
});

test("a question that fails can be asked again", async () => {
  const { Refusal } = await import("../../../src/protocol/transport.ts");
  let isFull = true;
  background({
    stageRestore: () => {
      if (isFull) throw new Refusal("full");
      return undefined;
    },
  });
  const place = panel();
  await choose(place, "backup.jsonl", BACKUP);
  expect(asked).toContain("cancelRestore");
  isFull = false;
  found<HTMLButtonElement>(place, ".notice button").click();
  await settledFor(1000);
  expect(words(place)).toContain("3 people are new");
});

const packed = (): ArrayBuffer => Uint8Array.from(gzipSync(BACKUP)).buffer;

/** Types the passphrase and opens the file. */
async function openWith(place: HTMLElement, passphrase: string): Promise<void> {
  const field = found<HTMLInputElement>(place, 'input[name="passphrase"]');
  field.value = passphrase;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
  found<HTMLButtonElement>(place, 'button[name="restore-open"]').click();
  await read(place);
}

test("a packed backup is unpacked, whatever it is called", async () => {
  const place = panel();
  await choose(place, "backup", packed());
  expect(words(place)).toContain("3 people are new");
});

test("a packed backup that is cut off gives what is there, and is called so", async () => {
  const place = panel();
  const lines = Array.from({ length: 3000 }, (_, line) => ({
    ...TAGGED.statement,
    subject: `slug:p${(line * 2_654_435_761) % 4_294_967_296}` as const,
  })).map((statement): ExportedRecord => ({ kind: "statement", statement }));
  const whole = gzipSync(`${canonicalJson(HEAD)}\n${historyLines(lines)}`);
  await choose(place, "b.jsonl.gz", Uint8Array.from(whole.subarray(0, -6000)).buffer);
  expect(words(place)).toContain("This backup is cut off");
  expect(asked).toContain("stageRestore");
});

test("a sealed backup is opened with its passphrase; a wrong one is called so and can be mended", async () => {
  const { file } = await sealed(new Blob([packed()]), "sails and dahlias", 4);
  const place = panel();
  await choose(place, "backup.age", await file.arrayBuffer());
  expect(words(place)).toContain("backup.age is sealed");
  expect(asked).toEqual([]);
  await openWith(place, "sails and");
  expect(words(place)).toContain("This passphrase does not open it");
  expect(found<HTMLInputElement>(place, 'input[name="passphrase"]').value).toBe("sails and");
  await openWith(place, "sails and dahlias");
  expect(words(place)).toContain("3 people are new");
});

test.each([
  ["damaged in its first lines", 60, "is damaged"],
  ["damaged in what is sealed", 250, "is damaged"],
])("a sealed backup that is %s is called so", async (_title, at, title) => {
  const { file, check } = await sealed(new Blob([packed()]), "sails and dahlias", 4);
  const bytes = new Uint8Array(await file.arrayBuffer());
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  const place = panel();
  await choose(place, `tielight-2026-05-20-${check}.jsonl.gz.age`, bytes.buffer);
  if (place.querySelector("input[name=passphrase]")) await openWith(place, "sails and dahlias");
  expect(words(found(place, ".notice"))).toContain(title);
  expect(asked).toEqual([]);
});

test("the last restore can be undone or kept, also when the page is opened again", async () => {
  let restore: { readonly at: number } | undefined = { at: Date.now() };
  background({
    undoableRestore: () => restore,
    undoRestore: () => {
      restore = undefined;
      return true;
    },
    keepRestore: () => {
      restore = undefined;
    },
  });
  const before = restoredCount;
  const place = panel("history-1");
  await settled();
  expect(words(place)).toContain("You restored a backup today");
  await press(place, "restore-undo");
  expect(asked).toContain("undoRestore");
  expect(place.querySelector("[name=restore-undo]")).toBeNull();
  expect(restoredCount).toBe(before + 1);

  restore = { at: Date.now() };
  const other = panel("history-1");
  await settled();
  await press(other, "restore-keep");
  expect(asked.at(-2)).toBe("keepRestore");
  expect(other.querySelector("[name=restore-undo]")).toBeNull();
});
