/** What the stores are told: within their limits, complete, and with a test behind each claim. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writtenLanguages } from "../../practice/messages/written.ts";

const LISTINGS = "docs/listings";

/** Widths and heights that the stores take, by the beginning of a picture's name. */
const SIZES: readonly (readonly [RegExp, string])[] = [
  [/^\d-/, "1280 x 800"],
  [/^promotion-small/, "440 x 280"],
  [/^promotion-large/, "1400 x 560"],
];
/** All pictures of a listing together: the repository is to stay small. */
const MOST_BYTES = 1_500_000;

interface Manifest {
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly optional_permissions: readonly string[];
}
const manifest = JSON.parse(readFileSync("manifest.json", "utf8")) as Manifest;

/** The rows of the first table of a page, without its head. */
function rowsOf(page: string): readonly (readonly string[])[] {
  return page
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** What stands under a heading of the second level. */
const under = (page: string, heading: string): string =>
  page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0]?.trim() ?? "";

/** Width and height, from the first chunk of a PNG. */
function sizeOf(file: string): string {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return `${bytes.readUInt32BE(16)} x ${bytes.readUInt32BE(20)}`;
}

/** The listing that the others are translations of. */
const ORIGINAL = "en";
const listed = readdirSync(LISTINGS);

test("there is a listing in every language of the interface, and in no other", () => {
  expect(listed.toSorted()).toEqual([...writtenLanguages().keys()].toSorted());
});

/** The paragraphs of a description, each as how many points it has; 0 for sentences. */
const outline = (description: string): readonly number[] =>
  description
    .trim()
    .split("\n\n")
    .map((paragraph) => paragraph.match(/^• /gm)?.length ?? 0);

describe.each(listed)("the listing in %s", (language) => {
  const folder = join(LISTINGS, language);
  const file = (name: string): string => readFileSync(join(folder, name), "utf8");
  const listing = file("listing.md");
  const description = file("description.txt");
  const messages = JSON.parse(
    readFileSync(`public/_locales/${language.replace("-", "_")}/messages.json`, "utf8"),
  ) as Record<string, { readonly message: string }>;

  test("has the name and the short description of the package, within the stores' limits", () => {
    const name = under(listing, "Name");
    const short = under(listing, "Short description");
    expect(name).toBe(messages["extensionName"]?.message);
    expect(name.length).toBeLessThanOrEqual(45);
    expect(name).not.toMatch(/linkedin/i);
    expect(short).toBe(messages["extensionDescription"]?.message);
    expect(short.length).toBeLessThanOrEqual(132);
  });

  test("has a long description as text without marks, within the stores' limits", () => {
    expect(description.length).toBeGreaterThan(250);
    // Edge takes 10,000 characters, the others more.
    expect(description.length).toBeLessThanOrEqual(10_000);
    expect(description).not.toMatch(/[<>*_`#]|https?:/);
  });

  test("has a single purpose of one sentence", () => {
    expect(under(listing, "Single purpose")).toMatch(/^[^.。\n]{20,}[.。]$/);
  });

  test("justifies every permission of the manifest, and no other", () => {
    const rows = rowsOf(under(listing, "Permissions"));
    const asked = [
      ...manifest.permissions,
      ...manifest.host_permissions,
      ...manifest.optional_permissions,
    ];
    expect(new Set(rows.map(([name]) => name?.replaceAll("`", "")))).toEqual(new Set(asked));
    expect(rows).toHaveLength(asked.length);
    for (const [, why] of rows) expect(why).toMatch(/^.{20,1000}[.。]$/);
  });

  test("says in its data use what the manifest says", () => {
    const text = readFileSync("manifest.json", "utf8");
    expect(text).toContain('"data_collection_permissions": { "required": ["none"] }');
    expect(under(listing, "Data use")).toContain(
      'data_collection_permissions: { required: ["none"] }',
    );
  });

  test("says in its description point by point what the original says", () => {
    const original = readFileSync(join(LISTINGS, ORIGINAL, "description.txt"), "utf8");
    expect(outline(description)).toEqual(outline(original));
    const messages = writtenLanguages().get(language);
    // The way to have nothing against the terms, in the words of the interface.
    expect(description).toContain(messages?.["modeArchive"]?.message);
  });
});

describe("the original listing", () => {
  const folder = join(LISTINGS, ORIGINAL);
  const file = (name: string): string => readFileSync(join(folder, name), "utf8");
  const description = file("description.txt");

  test("claims nothing without a test that is there", () => {
    const rows = rowsOf(file("claims.md"));
    const [does, warnings = ""] = description.split("\nPlease know\n");
    const claimed = (does ?? "").match(/(?<=^• ).+$/gm) ?? [];
    expect(claimed.length).toBeGreaterThan(5);
    const shown = rows.map(([claim]) => claim ?? "");
    expect(claimed.filter((claim) => !shown.includes(claim))).toEqual([]);
    expect(shown.filter((claim) => !description.includes(claim))).toEqual([]);
    expect(warnings).toContain("user agreement");
    const tests = rows.flatMap(([, named]) => named?.split(", ") ?? []);
    expect(
      tests.filter((name) => !/^test\/.+\.test\.tsx?$/.test(name) || !existsSync(name)),
    ).toEqual([]);
  });

  test("names every language of the interface", () => {
    const [, named = ""] = /Languages: (.+)\./.exec(file("listing.md")) ?? [];
    const english = new Intl.DisplayNames("en", { type: "language", languageDisplay: "standard" });
    expect(new Set(named.split(/, | and /))).toEqual(
      new Set([...writtenLanguages().keys()].map((tag) => english.of(tag))),
    );
  });

  test("has pictures in the sizes that the stores want, and is small in all", () => {
    const pictures = readdirSync(join(folder, "pictures"));
    const wanted = (name: string): string | undefined =>
      SIZES.find(([pattern]) => pattern.test(name))?.[1];
    expect(pictures.filter((name) => /^\d-/.test(name)).length).toBeGreaterThanOrEqual(3);
    expect(pictures.filter((name) => !/^\d-/.test(name)).toSorted()).toEqual([
      "promotion-large.png",
      "promotion-small.png",
    ]);
    for (const name of pictures)
      expect([name, sizeOf(join(folder, "pictures", name))]).toEqual([name, wanted(name)]);
    const bytes = pictures.map((name) => statSync(join(folder, "pictures", name)).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
  });
});
