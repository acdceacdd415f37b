/**
 * The conventions of this repository, as far as a machine can check them. CONTRIBUTING.md says why they are there.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { FILE_FORMS, fileForm } from "../src/linkedin/archive/files.ts";

const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "" && existsSync(file));
const sources = tracked.filter((file) => /^src\/.*\.tsx?$/.test(file));
const content = new Map(
  tracked
    .filter((file) => /\.(?:tsx?|mjs|json|css|html|md)$/.test(file))
    .map((file) => [file, readFileSync(file, "utf8")]),
);
const textOf = (file: string): string => content.get(file) ?? "";

/** The parts of the source: folders, and single files at the top that stand for one. */
const partOf = (file: string): string => file.split("/")[1]?.replace(/\.tsx?$/, "") ?? "";

/** What each part may import: other parts, and packages. A type counts as much as a value. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  "asked-person": ["domain", "browser"],
  browser: ["webextension-polyfill"],
  domain: [],
  linkedin: ["domain", "@zip.js/zip.js", "papaparse"],
  storage: ["domain", "idb"],
  "exchange-questions": ["domain"],
  "import-questions": ["domain"],
  messages: ["domain", "exchange-questions", "import-questions", "browser"],
  "person-address": ["domain"],
  settings: ["browser"],
  words: ["domain", "messages", "exchange", "browser"],
  exchange: ["domain", "messages", "exchange-questions", "valibot", "papaparse"],
  background: [
    "domain",
    "storage",
    "messages",
    "exchange-questions",
    "import-questions",
    "asked-person",
    "person-address",
    "settings",
    "words",
    "exchange",
    // Text of style sheets and no more: what is drawn on the site is dressed by the background.
    "components/site-styles",
    "webextension-polyfill",
    "valibot",
  ],
  components: ["domain", "messages", "settings", "words", "exchange", "preact", "browser"],
  content: ["domain", "linkedin", "messages", "settings", "words", "components", "browser"],
  popup: [
    "domain",
    "messages",
    "asked-person",
    "person-address",
    "settings",
    "words",
    "components",
    "exchange",
    "preact",
    "browser",
  ],
  dashboard: [
    "domain",
    "linkedin/archive",
    "messages",
    "import-questions",
    "settings",
    "words",
    "components",
    "exchange",
    "preact",
    "browser",
  ],
  welcome: ["domain", "messages", "settings", "words", "components", "preact", "browser"],
};

interface Import {
  readonly file: string;
  readonly from: string;
}

const imports: readonly Import[] = sources.flatMap((file) =>
  [
    ...textOf(file).matchAll(
      /^(?:import|export)\b[^"';]*?\bfrom\s+"([^"\s]+)"|^import\s+"([^"\s]+)"|\bimport\("([^"\s]+)"\)/gm,
    ),
  ].map((match) => ({ file, from: match[1] ?? match[2] ?? match[3] ?? "" })),
);

/** The file an import leads to, or the name of its package. */
function target({ file, from }: Import): string {
  if (from.startsWith(".")) return normalize(join(dirname(file), from.replace(/\?.*$/, "")));
  return from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");
}

const mayImport = (part: string, to: string): boolean =>
  (MAY_IMPORT[part] ?? []).some((allowed) =>
    to.startsWith("src/")
      ? to === `src/${allowed}.ts` || to.startsWith(`src/${allowed}/`)
      : to === allowed,
  );

test("every part of the source stands in the import table", () => {
  expect([...new Set(sources.map(partOf))].filter((part) => !(part in MAY_IMPORT))).toEqual([]);
});

test("no part imports what it must not know", () => {
  const wrong = imports
    .map((one) => ({ part: partOf(one.file), file: one.file, to: target(one) }))
    .filter(
      ({ part, to }) =>
        partOf(to) !== part && !to.startsWith("public/_locales/") && !mayImport(part, to),
    )
    .map(({ file, to }) => `${file} imports ${to}`);
  expect(wrong).toEqual([]);
});

test("nobody imports in circles, types included", () => {
  const next = new Map<string, readonly string[]>(
    sources.map((file) => [
      file,
      imports
        .filter((one) => one.file === file)
        .map(target)
        .filter((to) => to.startsWith("src/")),
    ]),
  );
  const finished = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      circles.push([...path.slice(start), file].join(" → "));
      return;
    }
    if (finished.has(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...path, file]);
    finished.add(file);
  };
  for (const file of sources) walk(file, []);
  expect(circles).toEqual([]);
});

test("only the storage folder knows IndexedDB, and only the background knows the storage folder", () => {
  const outside = sources.filter(
    (file) => !file.startsWith("src/storage/") && /\bindexedDB\b|from "idb"/.test(textOf(file)),
  );
  expect(outside).toEqual([]);
  expect(
    imports.filter(
      (one) =>
        target(one).startsWith("src/storage/") && !/^src\/(?:storage|background)\//.test(one.file),
    ),
  ).toEqual([]);
});

test("the reader of the site and the storage never touch the browser's extension interface", () => {
  const wrong = sources.filter(
    (file) =>
      /^src\/(?:domain|linkedin|storage)\//.test(file) &&
      /\b(?:browser|chrome)\.(?:runtime|storage|tabs|i18n)\b/.test(textOf(file)),
  );
  expect(wrong).toEqual([]);
});

/** A promise that is thrown away: an operand of `void`, which a type never has. */
const THROWN_AWAY = /\bvoid\s+(?!0\b)[\w$("'`[]/;

test("no page of ours throws a promise away: what the user does is said to be under way, done or failed", () => {
  const found = sources
    .filter((file) => /^src\/(?:background|components|dashboard|popup|welcome)\//.test(file))
    .flatMap((file) =>
      textOf(file)
        .split("\n")
        .filter((line) => !/^\s*(?:\*|\/\/|\/\*)/.test(line) && THROWN_AWAY.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});

test("there is no network code, no code from text, and no markup from text", () => {
  const banned =
    /\bfetch\(|XMLHttpRequest|sendBeacon|\bWebSocket\b|EventSource|RTCPeerConnection|\beval\(|new Function\(|setUninstallURL|\.innerHTML|\.outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/;
  expect(sources.filter((file) => banned.test(textOf(file)))).toEqual([]);
});

test("the manifest asks for nothing a page could use, and for no permission beyond the few", () => {
  const manifest = JSON.parse(textOf("manifest.json")) as Record<string, unknown>;
  expect(Object.keys(manifest)).not.toContain("web_accessible_resources");
  expect(Object.keys(manifest)).not.toContain("externally_connectable");
  expect(manifest["host_permissions"]).toEqual(["https://www.linkedin.com/*"]);
  expect(manifest["incognito"]).toBe("not_allowed");
  const allowed = ["storage", "unlimitedStorage", "alarms", "scripting", "notifications"];
  expect(
    (manifest["permissions"] as readonly string[]).filter((one) => !allowed.includes(one)),
  ).toEqual([]);
});

test("files say what they hold: no drawer for odds and ends, no list of re-exports", () => {
  expect(
    tracked.filter((file) =>
      /(?:^|\/)(?:utils?|helpers?|common|shared|core|lib|services?|managers?|misc)(?:\/|\.[a-z]+$)/.test(
        file,
      ),
    ),
  ).toEqual([]);
  expect(sources.filter((file) => /^export (?:\*|\{[^}]*\}) from/m.test(textOf(file)))).toEqual([]);
});

/** The protocol is meant to be read as a whole, however many questions there are. */
const ONE_PAGE = /^src\/messages\.ts$/;

test("source files are kebab-case and short enough to be read whole", () => {
  const code = tracked.filter((file) => /\.(?:tsx?|mjs)$/.test(file));
  expect(code.filter((file) => !/(?:^|\/)[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(file))).toEqual([]);
  expect(
    sources.filter((file) => textOf(file).split("\n").length > 300 && !ONE_PAGE.test(file)),
  ).toEqual([]);
});

test("functions say what they answer or do, not that they get, handle, process or manage it", () => {
  const empty = /\b(?:function|const) (?:get|handle|process|manage)[A-Z]\w*/g;
  expect(
    sources.flatMap((file) =>
      [...textOf(file).matchAll(empty)].map(([name]) => `${file}: ${name}`),
    ),
  ).toEqual([]);
});

test("every word a person reads comes from the locale", () => {
  const inMarkup = />\s*([^<>{}=;()&|]*\p{L}{2}[^<>{}=;()&|]*)<\//gu;
  const inAttribute = /\b(?:aria-label|title|placeholder|alt|label)="([^"]*\p{L}[^"]*)"/gu;
  const found = sources
    .filter((file) => file.endsWith(".tsx"))
    .flatMap((file) =>
      [inMarkup, inAttribute].flatMap((words) =>
        [...textOf(file).matchAll(words)].map((match) => `${file}: ${match[1]?.trim()}`),
      ),
    );
  expect(found).toEqual([]);
});

test("every file form of the archive has an example among the fixtures", () => {
  const shown = new Set(
    tracked
      .filter((file) => file.startsWith("test/fixtures/archives/"))
      .map((file) => fileForm(file.split("/").slice(4).join("/"))),
  );
  expect(FILE_FORMS.filter((form) => !shown.has(form)).map(({ kind }) => kind)).toEqual([]);
});

test("every step of a workflow that is not ours is pinned to one commit", () => {
  const used = tracked
    .filter((file) => /^\.github\/workflows\/.*\.yml$/.test(file))
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/\buses: *(\S+)/g)].map((match) => match[1] ?? ""),
    );
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((one) => !/@[0-9a-f]{40}$/.test(one))).toEqual([]);
});

test("no escape from the type system, no muted rule", () => {
  const escapes = /\bas any\b|: any\b|<any>|@ts-ignore|@ts-nocheck|oxlint-disable|eslint-disable/;
  expect(
    tracked.filter(
      (file) =>
        /^(?:src|test|practice)\/.*\.tsx?$/.test(file) &&
        file !== "test/architecture.test.ts" &&
        escapes.test(textOf(file)),
    ),
  ).toEqual([]);
});

test("no test is skipped, singled out, or left for later", () => {
  const marks = /\b(?:test|it|describe)\.(?:skip|only|todo|fails)\b/;
  expect(
    tracked.filter((file) => /^test\/.*\.tsx?$/.test(file) && marks.test(textOf(file))),
  ).toEqual([]);
});

test("temporary code carries a date, and the date has not passed", () => {
  const today = new Date().toISOString().slice(0, 10);
  const marks = [...content].flatMap(([file, text]) =>
    file === "test/architecture.test.ts"
      ? []
      : [...text.matchAll(/\b(?:TODO|FIXME)\b(?: \[(\d{4}-\d{2}-\d{2})\])?/g)].map((match) => ({
          file,
          date: match[1],
        })),
  );
  expect(marks.filter(({ date }) => date === undefined || date < today)).toEqual([]);
});

test("nothing names a machine or the tools of a workplace", () => {
  const leaks = /\/work\/|\.library\b|\/root\/|\/tmp\/[a-z]/;
  const files = tracked.filter(
    (file) =>
      content.has(file) && file !== "test/architecture.test.ts" && file !== "package-lock.json",
  );
  expect(files.filter((file) => leaks.test(textOf(file)))).toEqual([]);
});

test("the site's name is no part of the product's name", () => {
  const english = JSON.parse(textOf("public/_locales/en/messages.json")) as Record<
    string,
    { message: string }
  >;
  expect(english["extensionName"]?.message).not.toMatch(/linkedin/i);
});

test("the top level holds only what a newcomer expects there", () => {
  const allowed =
    /^(?:src|public|test|practice|docs|\.ci|\.github|manifest\.json|package\.json|package-lock\.json|tsconfig\.json|vite\.config\.ts|README\.md|LICENSE|CONTRIBUTING\.md|CHANGELOG\.md|PRIVACY\.md|\.[a-z].*)$/;
  expect(
    [...new Set(tracked.map((file) => file.split("/")[0] ?? ""))].filter(
      (name) => !allowed.test(name),
    ),
  ).toEqual([]);
});
