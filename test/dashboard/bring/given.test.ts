import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { type Given, given } from "../../../src/dashboard/bring/given.ts";
import { sealed } from "../../../src/exchange/backup/sealed-file.ts";
import { canonicalJson } from "../../../src/exchange/canonical-json.ts";
import type { GivenFile } from "../../../src/setup/given-files.ts";
import { HEAD } from "../../exchange/arbitrary-records.ts";

const named = (name: string, content: BlobPart = "a,b,c\n"): GivenFile => ({
  name,
  blob: new File([content], name.split("/").pop() ?? name),
});

const LINES = `${canonicalJson(HEAD)}\n`;
const packed = (): BlobPart => Uint8Array.from(gzipSync(LINES));
const zip = (list: string): string => `PK\u0003\u0004${"-".repeat(600)}${list}`;

/** What files were taken for, in one word and the names. */
async function wayOf(...files: readonly GivenFile[]): Promise<string> {
  const way: Given = await given(files);
  const names = (all: readonly GivenFile[]) => all.map(({ name }) => name).join(" ");
  switch (way.what) {
    case "archive":
      return `archive: ${names(way.files)}`;
    case "backup":
      return `backup: ${way.file.name}`;
    case "several":
      return `several: ${names(way.backups)}; ${names(way.others)}`;
    case "other":
      return way.as;
    case "nothing":
      return "nothing";
  }
}

test.each([
  ["the ZIP of the site", named("Basic.zip", zip("Connections.csv")), "archive: Basic.zip"],
  ["a ZIP of anything", named("some.zip", zip("letters.txt")), "archive: some.zip"],
  ["a damaged ZIP", named("Basic.zip", "not a zip"), "archive: Basic.zip"],
  ["a file of an archive", named("messages.csv", "FROM,TO,DATE\n"), "archive: messages.csv"],
  ["a backup as lines", named("old.txt", LINES), "backup: old.txt"],
  ["a packed backup by any name", named("copy", packed()), "backup: copy"],
  ["a backup that was damaged", named("b.jsonl", "{{{{ no json"), "backup: b.jsonl"],
  ["an empty file", named("tielight-2026-05-20.jsonl.gz", ""), "empty"],
  ["a picture", named("holiday.zip", "GIF89a"), "picture"],
  ["contacts", named("people.vcf", "BEGIN:VCARD\r\nVERSION:4.0\r\n"), "export"],
  ["a calendar", named("due.ics", "BEGIN:VCALENDAR\r\n"), "export"],
  ["notes", named("notes.zip", zip("People/Ada Example.md")), "export"],
  [
    "a table of people that Tielight wrote",
    named("p.csv", "\uFEFFname,profile,company,title,headline,band\n"),
    "export",
  ],
  ["a diary", named("diary.txt", "Dear diary\n"), "other"],
])("%s is seen as what it is", async (_title, file, way) => {
  expect(await wayOf(file)).toBe(way);
});

test("a sealed backup is seen by its first bytes, and by its name where these are damaged", async () => {
  const { file } = await sealed(new Blob([LINES]), "sails and dahlias", 4);
  expect(await wayOf(named("copy", file))).toBe("backup: copy");
  const name = "tielight-2026-05-20-0f1e2d3c.jsonl.gz.age";
  expect(await wayOf(named(name, "\u0000\u0001"))).toBe(`backup: ${name}`);
});

test("the key of a sealed folder beside one of its files changes nothing, as it stands in the file as well", async () => {
  const { file } = await sealed(new Blob([LINES]), "sails and dahlias", 4);
  const name = "tielight-2026-05-20-0f1e2d3c-000012-9a8b7c6d.jsonl.gz.age";
  const both = [named(name, file), named("tielight-key-0f1e2d3c.age", file)];
  expect(await wayOf(...both)).toBe(`backup: ${name}`);
});

test("several archives and the files of a folder go in together", async () => {
  expect(await wayOf(named("1.zip", zip("Profile.csv")), named("2.zip", zip("messages.csv")))).toBe(
    "archive: 1.zip 2.zip",
  );
  expect(await wayOf(named("Basic/Connections.csv"), named("Basic/photo.png", "GIF89a"))).toBe(
    "archive: Basic/Connections.csv Basic/photo.png",
  );
});

test("of several backups, or backups and other files, only the user knows which comes first", async () => {
  expect(await wayOf(named("a", packed()), named("b.zip"), named("c.jsonl", LINES))).toBe(
    "several: a c.jsonl; b.zip",
  );
  expect(await wayOf()).toBe("nothing");
});
