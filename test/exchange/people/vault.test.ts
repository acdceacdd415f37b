/** The vault is read back by libraries that others wrote. */
import { BlobReader, TextWriter, ZipReader } from "@zip.js/zip.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { ExportedPerson } from "../../../src/domain/directory/exported-person.ts";
import { FolderNames, safeName } from "../../../src/exchange/people/file-names.ts";
import { obsidianTag, vault, vaultNames } from "../../../src/exchange/people/vault.ts";
import type { FileOptions } from "../../../src/exchange/people/person-in-file.ts";
import { zipFile } from "../../../src/exchange/zip-file.ts";
import { runs } from "../../effort.ts";
import { DAY, hostile, invented, message, NOW, OPTIONS, parts } from "./exported.ts";

/** The texts of a ZIP by their paths. */
async function unzipped(file: Blob): Promise<ReadonlyMap<string, string>> {
  const reader = new ZipReader(new BlobReader(file), {
    useWebWorkers: false,
    checkSignature: true,
  });
  const texts = new Map<string, string>();
  for (const entry of await reader.getEntries())
    if (!entry.directory) {
      expect(texts.has(entry.filename)).toBe(false);
      texts.set(entry.filename, await entry.getData(new TextWriter()));
    }
  return texts;
}

async function written(
  people: readonly ExportedPerson[],
  options: FileOptions = OPTIONS,
): Promise<ReadonlyMap<string, string>> {
  const names = await vaultNames(parts(...people), options);
  return unzipped(await zipFile(vault(parts(...people), names, options), NOW));
}

/** The fields over a note, and the rest of it. */
function noteParts(note = ""): { readonly fields: Record<string, unknown>; readonly body: string } {
  const [, head = "", body = ""] = /^---\n([^]*?)\n---\n([^]*)$/.exec(note) ?? [];
  return { fields: parse(head) as Record<string, unknown>, body };
}

/** The paths that a note links to. */
const linked = (text: string): readonly string[] =>
  [...text.matchAll(/\[\[([^\]|]+)\|/g)].map(([, path = ""]) => path);

const ADA = invented({
  id: "ada",
  name: "Ada Example",
  company: "Tin Whistle",
  title: "Engineer",
  headline: "Builds [[things]] ![x](https://example.org/x.png)",
  choices: {
    tags: ["close friend", "2024"],
    notes: [{ id: "n", text: "Likes *tea*.", at: new Date(2026, 0, 2, 12).getTime() }],
    howMet: { value: "in Rome", at: 1 },
  },
  interactions: [message(NOW - 9 * DAY), message(NOW - 9 * DAY), message(NOW - 2 * DAY)],
  mutualNamed: ["slug:ben", "slug:nobody"],
});
const BEN = invented({ id: "ben", name: "Ben Example", company: "TIN WHISTLE" });

test("a person is a note that links to company, tags and mutual connections, which link back", async () => {
  const files = await written([ADA, BEN]);
  expect([...files.keys()].sort()).toEqual([
    "Companies/Tin Whistle.md",
    "People/Ada Example.md",
    "People/Ben Example.md",
    "Tags/2024.md",
    "Tags/close friend.md",
  ]);
  const { fields, body } = noteParts(files.get("People/Ada Example.md"));
  expect(fields).toEqual({
    name: "Ada Example",
    company: "[[Companies/Tin Whistle|Tin Whistle]]",
    title: "Engineer",
    headline: "Builds [[things]] ![x](https://example.org/x.png)",
    profile: "https://www.linkedin.com/in/ada/",
    band: "acquaintance",
    last_exchange: "2026-05-18",
    tags: ["close-friend", "_2024"],
  });
  expect(body).not.toContain("things");
  expect(body).toContain("## Notes\n\n### 2026-01-02\n\nLikes *tea*.\n");
  expect(body).toContain("## How you met\n\nin Rome\n");
  expect(body).toContain("- 2026-05-18 · message in\n- 2026-05-11 · message in (×2)\n");
  expect(linked(body)).toEqual([
    "Companies/Tin Whistle",
    "Tags/close friend",
    "Tags/2024",
    "People/Ben Example",
  ]);
  expect(linked(files.get("Companies/Tin Whistle.md") ?? "")).toEqual([
    "People/Ada Example",
    "People/Ben Example",
  ]);
  expect(files.get("People/Ada Example.md")).toMatch(/^last_exchange: 2026-05-18$/m);
});

test("without the user's own words there are no tags and no notes", async () => {
  const files = await written([ADA], { ...OPTIONS, isOwnIncluded: false });
  expect([...files.keys()].sort()).toEqual(["Companies/Tin Whistle.md", "People/Ada Example.md"]);
  expect([...files.values()].join("\n")).not.toMatch(/tea|Rome|friend|2024/);
});

test("namesakes have files of their own, told by company, address or number", async () => {
  const ana = (id: string, company?: string) =>
    invented({ id, name: "Ana Silva", ...(company !== undefined && { company }) });
  const files = await written([
    ana("a"),
    ana("b", "Tin"),
    ana("c", "tin"),
    invented({ id: "d", name: "ANA SILVA", aliases: [] }),
    invented({ id: "e", name: "Ana Sılva", aliases: [] }),
  ]);
  expect([...files.keys()].filter((path) => path.startsWith("People/"))).toEqual([
    "People/Ana Silva.md",
    "People/Ana Silva (Tin).md",
    "People/Ana Silva (c).md",
    "People/ANA SILVA (2).md",
    "People/Ana Sılva (3).md",
  ]);
});

test.each([
  ["CON", "_CON"],
  ["nul.txt", "_nul.txt"],
  ["com¹", "_com¹"],
  ["Conny", "Conny"],
  ["../../etc/passwd", "etc passwd"],
  ['a<b>c:d"e/f\\g|h?i*j', "a b c d e f g h i j"],
  ["Tom # [x] ^y", "Tom x y"],
  [" .hidden. ", "hidden"],
  ["\u202Eexe.gnp\u202C", "exe.gnp"],
  ["👩‍👧 Fam", "👩 👧 Fam"],
  ["\u200B\u0007", ""],
])("%j is the file %j", (name, expected) => {
  expect(safeName(name)).toBe(expected);
});

test("any names make files that every system takes, no two the same", () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 12 }), (names) => {
      const folder = new FolderNames();
      const made = names.map((name) => folder.unique(name, name, "detail"));
      expect(new Set(made.map((one) => one.normalize("NFKC").toLowerCase())).size).toBe(
        names.length,
      );
      for (const one of made) {
        expect(one).toMatch(/^(?![\s.])[^<>:"/\\|?*\p{Cc}#^[\]]+(?<![\s.])$/u);
        expect(one).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(Buffer.byteLength(one)).toBeLessThan(240);
        expect(one).not.toMatch(/\p{Surrogate}/u);
      }
    }),
    { numRuns: runs(500) },
  );
});

test("any name, company, headline, tag and note come back, and every link leads to a file", async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, async (words, note, tag) => {
      const headline = words;
      const person = invented({
        id: "any",
        name: `x${words}`,
        company: `c${note}`,
        headline,
        choices: { tags: [tag], notes: [{ id: "n", text: note, at: 1 }] },
      });
      const files = await written([person, invented({ id: "other", name: `x${words}` })]);
      const plain = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, "\uFFFD");
      const notes = [...files].filter(([path]) => path.startsWith("People/"));
      expect(notes).toHaveLength(2);
      const { fields, body } = noteParts(notes[0]?.[1]);
      expect(fields["name"]).toBe(plain(`x${words}`.trim()));
      expect(fields["headline"] ?? "").toBe(plain(headline));
      expect(body).toContain(plain(note.trim()));
      const all = [...files.values()].flatMap((one) =>
        linked(noteParts(one).body.split("## Notes")[0] ?? ""),
      );
      expect(all.filter((path) => !files.has(`${path}.md`))).toEqual([]);
    }),
    { numRuns: runs(200) },
  );
});

test.each([
  ["close friend", "close-friend"],
  ["2024", "_2024"],
  ["a/b", "a/b"],
  ["C++ (dev)", "C-dev"],
  ["équipe", "équipe"],
  ["!!", ""],
])("the tag %j is %j for Obsidian", (tag, expected) => {
  expect(obsidianTag(tag)).toBe(expected);
});

test("a ZIP of more than 65,535 files is whole", async () => {
  async function* many() {
    for (let place = 0; place < 66_000; place += 1) yield { path: `${place}.md`, text: `${place}` };
  }
  const reader = new ZipReader(new BlobReader(await zipFile(many(), NOW)), {
    useWebWorkers: false,
  });
  const entries = await reader.getEntries();
  expect(entries).toHaveLength(66_000);
  const last = entries.at(-1);
  expect(last?.directory === false && (await last.getData(new TextWriter()))).toBe("65999");
});
