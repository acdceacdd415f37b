import { expect, test } from "vitest";
import {
  ArchiveRefusal,
  type RefusalCode,
} from "../../../../src/linkedin/archive/files/refusal.ts";
import {
  ZIP_LIMITS,
  type ZipLimits,
  zipFiles,
} from "../../../../src/linkedin/archive/files/zip-entries.ts";
import { type LyingEntry, lyingZip } from "../written/zip-bytes.ts";

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const CONNECTIONS = {
  name: "Connections.csv",
  content: text("First Name,Last Name,URL,Connected On\n".repeat(20)),
};

async function read(zip: Blob, limits: Partial<ZipLimits>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const file of await zipFiles(zip, "a.zip", undefined, { ...ZIP_LIMITS, ...limits })) {
    let content = "";
    await file.read((bytes) => {
      content += new TextDecoder().decode(bytes);
    });
    found.set(file.path, content);
  }
  return found;
}

/** The files of a ZIP: what is held in memory and what is read from the disk have to come to the same. */
async function contents(zip: Blob, limits: Partial<ZipLimits> = {}): Promise<Map<string, string>> {
  const fromDisk = await outcome(read(zip, { ...limits, heldBytes: 0 }));
  const held = await outcome(read(zip, limits));
  expect(held).toEqual(fromDisk);
  if (held instanceof ArchiveRefusal) throw held;
  return held;
}

const outcome = (reading: Promise<Map<string, string>>) =>
  reading.catch((error: unknown) => {
    if (error instanceof ArchiveRefusal) return error;
    throw error;
  });

test("an honest ZIP gives its files", async () => {
  const zip = lyingZip([CONNECTIONS, { name: "stored.csv", content: text("a,b\n"), method: 0 }]);
  expect(await contents(zip)).toEqual(
    new Map([
      ["Connections.csv", "First Name,Last Name,URL,Connected On\n".repeat(20)],
      ["stored.csv", "a,b\n"],
    ]),
  );
});

const zeros = new Uint8Array(40 * 1024 * 1024);

interface Hostile {
  readonly what: string;
  readonly entries: readonly LyingEntry[];
  readonly code: RefusalCode;
  readonly limits?: Partial<ZipLimits>;
}

const HOSTILE: readonly Hostile[] = [
  { what: "a bomb", entries: [{ name: "messages.csv", content: zeros }], code: "ratio" },
  {
    what: "a bomb that claims to be small",
    entries: [{ name: "messages.csv", content: zeros, claimedSize: 10 }],
    code: "damaged",
  },
  { what: "a wrong check sum", entries: [{ ...CONNECTIONS, claimedCrc: 1 }], code: "damaged" },
  {
    what: "a size that is too large",
    entries: [{ ...CONNECTIONS, claimedSize: 5000 }],
    code: "damaged",
  },
  {
    what: "a size that is too small",
    entries: [{ ...CONNECTIONS, claimedSize: 5 }],
    code: "damaged",
  },
  {
    what: "a stored file with a wrong check sum",
    entries: [{ ...CONNECTIONS, method: 0, claimedCrc: 7 }],
    code: "damaged",
  },
  { what: "an encrypted file", entries: [{ ...CONNECTIONS, flags: 1 }], code: "encrypted" },
  {
    what: "a method nobody unpacks",
    entries: [{ ...CONNECTIONS, method: 14 }],
    code: "unknown-method",
  },
  {
    what: "the same file twice",
    entries: [CONNECTIONS, { ...CONNECTIONS, name: "connections.CSV" }],
    code: "duplicated",
  },
  {
    what: "two files of the same bytes",
    entries: [CONNECTIONS, { ...CONNECTIONS, name: "b.csv", localName: "b.csv", sharesWith: 0 }],
    code: "ambiguous-zip",
  },
  {
    what: "two names for the same bytes",
    entries: [
      { ...CONNECTIONS, name: "x.csv" },
      { ...CONNECTIONS, name: "X.csv ", sharesWith: 0 },
    ],
    code: "ambiguous-zip",
  },
  {
    what: "a name that differs between the two records",
    entries: [{ ...CONNECTIONS, localName: "Connectionz.csv" }],
    code: "ambiguous-zip",
  },
  {
    what: "too many files",
    entries: [CONNECTIONS, { ...CONNECTIONS, name: "b" }],
    code: "too-many-entries",
    limits: { entries: 1 },
  },
  {
    what: "a file that is too large",
    entries: [CONNECTIONS],
    code: "entry-too-large",
    limits: { entryBytes: 100 },
  },
  {
    what: "too much in all",
    entries: [CONNECTIONS, { ...CONNECTIONS, name: "b" }],
    code: "total-too-large",
    limits: { totalBytes: 1000 },
  },
  {
    what: "an archive that is too large",
    entries: [CONNECTIONS],
    code: "archive-too-large",
    limits: { archiveBytes: 10 },
  },
];

for (const { what, entries, code, limits } of HOSTILE) {
  test(`${what} is refused as ${code}`, async () => {
    await expect(contents(lyingZip(entries), limits)).rejects.toMatchObject({
      name: "ArchiveRefusal",
      code,
    });
  });
}

test("a ZIP cut short anywhere is refused", async () => {
  const zip = lyingZip([CONNECTIONS, { name: "messages.csv", content: text("x\n".repeat(300)) }]);
  for (let length = 0; length < zip.size; length += 7) {
    await expect(contents(zip.slice(0, length))).rejects.toMatchObject({ name: "ArchiveRefusal" });
  }
});

test("files whose ranges overlap are refused", async () => {
  // The second record lies inside the stored bytes of the first.
  const inner = new Uint8Array(
    await lyingZip([{ name: "b.csv", content: text("inner"), method: 0 }]).arrayBuffer(),
  );
  const local = inner.slice(0, 30 + 5 + 5);
  const outer = lyingZip([
    { name: "a.csv", content: local, method: 0 },
    { name: "b.csv", content: text("inner"), method: 0, sharesWith: 0 },
  ]);
  const bytes = new Uint8Array(await outer.arrayBuffer());
  const view = new DataView(bytes.buffer);
  const directory = view.getUint32(bytes.length - 6, true);
  // Points the second record at the inner one.
  view.setUint32(directory + 46 + 5 + 42, 30 + 5, true);
  await expect(contents(new Blob([bytes]))).rejects.toMatchObject({ code: "overlapping" });
});

/** Writes over the end record and the directory of a ZIP with one file. */
async function forged(change: (view: DataView, end: number, directory: number) => void) {
  const bytes = new Uint8Array(await lyingZip([CONNECTIONS]).arrayBuffer());
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  change(view, end, view.getUint32(end + 16, true));
  return new Blob([bytes]);
}

const FORGED: Readonly<Record<string, (view: DataView, end: number, directory: number) => void>> = {
  "a directory in the 64-bit record that is not there": (view, end) => {
    view.setUint16(end + 10, 0xffff, true);
    view.setUint32(end + 16, 0xffffffff, true);
  },
  "a file whose size is in a 64-bit field that is not there": (view, _, directory) =>
    view.setUint32(directory + 24, 0xffffffff, true),
  "a file that begins behind the end": (view, _, directory) =>
    view.setUint32(directory + 42, 0x7fffffff, true),
  "more files in the directory than there are": (view, end) => {
    view.setUint16(end + 8, 2, true);
    view.setUint16(end + 10, 2, true);
  },
  "fewer files in the directory than there are": (view, end) => {
    view.setUint16(end + 8, 0, true);
    view.setUint16(end + 10, 0, true);
  },
  "the second volume of two": (view, end) => {
    view.setUint16(end + 4, 1, true);
    view.setUint16(end + 6, 1, true);
  },
};

for (const [what, change] of Object.entries(FORGED))
  test(`a ZIP that claims ${what} is refused`, async () => {
    await expect(contents(await forged(change))).rejects.toMatchObject({ name: "ArchiveRefusal" });
  });

test("a ZIP in a ZIP is a file like any other, and not opened", async () => {
  const inner = new Uint8Array(await lyingZip([CONNECTIONS]).arrayBuffer());
  const outer = lyingZip([{ name: "inner.zip", content: inner }]);
  expect([...(await contents(outer)).keys()]).toEqual(["inner.zip"]);
});

test("names that lead out of the archive stay names", async () => {
  const zip = lyingZip([{ ...CONNECTIONS, name: "../../../Connections.csv" }]);
  expect([...(await contents(zip)).keys()]).toEqual(["../../../Connections.csv"]);
});

test("of three thousand ZIPs with flipped bytes, none gives other content than the untouched one", async () => {
  const entries = [
    CONNECTIONS,
    {
      name: "messages.csv",
      content: text(Array.from({ length: 60 }, (_, row) => `id-${row},text ${row * 7}\n`).join("")),
    },
  ];
  const zip = lyingZip(entries);
  const original = await contents(zip);
  const bytes = new Uint8Array(await zip.arrayBuffer());
  let seed = 1;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  let accepted = 0;
  let refused = 0;
  for (let round = 0; round < 3000; round += 1) {
    const mutated = bytes.slice();
    const flips = 1 + next(4);
    for (let flip = 0; flip < flips; flip += 1) mutated[next(mutated.length)] = next(256);
    const found = await contents(new Blob([mutated])).catch((error: unknown) => error);
    if (found instanceof Map) {
      expect(found).toEqual(original);
      accepted += 1;
    } else {
      expect(found).toMatchObject({ name: "ArchiveRefusal" });
      refused += 1;
    }
  }
  expect(accepted + refused).toBe(3000);
  expect(refused).toBeGreaterThan(1000);
}, 120_000);
