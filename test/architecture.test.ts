/**
 * The conventions of this repository, as far as a machine can check them. CONTRIBUTING.md says why they are there.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { FILE_FORMATS, formatOfFile } from "../src/linkedin/archive/formats/files.ts";

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
  // Types only.
  browser: ["webextension-polyfill"],
  domain: [],
  linkedin: ["domain", "@zip.js/zip.js", "papaparse"],
  storage: ["domain", "idb", "@scure/base"],
  settings: ["domain"],
  protocol: ["domain", "settings", "browser"],
  words: ["domain", "protocol", "exchange", "browser", "virtual:languages"],
  exchange: [
    "domain",
    "protocol",
    "valibot",
    "papaparse",
    "age-encryption",
    "@noble/ciphers",
    "@scure/base",
  ],
  background: [
    "domain",
    "storage",
    "protocol",
    "settings",
    "words",
    "exchange",
    // Text of style sheets and no more: what is drawn on the site is dressed by the background.
    "components/styles/site-styles",
    "browser",
    // Types only.
    "webextension-polyfill",
    "valibot",
  ],
  components: [
    "domain",
    "protocol",
    "settings",
    "words",
    "exchange",
    "preact",
    "d3-shape",
    "browser",
  ],
  content: ["domain", "linkedin", "protocol", "words", "components", "browser"],
  // Invented people, for those who want to see what there is first.
  sample: ["domain", "protocol", "exchange"],
  setup: ["domain", "protocol", "settings", "words", "components", "sample", "preact", "browser"],
  week: ["domain", "protocol", "settings", "words", "components", "preact", "browser"],
  person: ["domain", "protocol", "words", "components", "week", "preact", "browser"],
  preferences: [
    "domain",
    "protocol",
    "settings",
    "words",
    "components",
    "setup",
    "preact",
    "browser",
  ],
  popup: [
    "domain",
    "protocol",
    "settings",
    "words",
    "components",
    "setup",
    "week",
    "person",
    "preferences",
    "exchange",
    "preact",
    "browser",
  ],
  dashboard: [
    "domain",
    "linkedin/archive",
    "protocol",
    "settings",
    "words",
    "components",
    "setup",
    "week",
    "person",
    "preferences",
    "exchange",
    "preact",
    "browser",
  ],
  welcome: ["domain", "protocol", "settings", "words", "components", "setup", "preact", "browser"],
  // Draws badges by the very code that draws them on the site.
  safe: [
    "domain",
    "protocol",
    "settings",
    "words",
    "components",
    "preferences",
    "content/badges",
    "content/page/proof",
    "preact",
  ],
};

/**
 * The rooms of each part, from the ground up: which rooms of the same part each may import. Files that lie in no room of a part may import
 * all of its rooms, and no room imports them.
 */
const ROOMS: Record<string, Record<string, readonly string[]>> = {
  domain: {
    time: [],
    names: [],
    person: [],
    interactions: ["person"],
    career: ["names", "person"],
    tie: ["time", "person", "interactions"],
    records: ["time", "names", "person", "interactions", "tie"],
    "records/acts": ["person", "records"],
    projection: ["time", "names", "person", "interactions", "records"],
    suggestions: ["time", "names", "person", "interactions", "career", "tie", "records"],
    directory: [
      "time",
      "names",
      "person",
      "interactions",
      "career",
      "tie",
      "records",
      "projection",
      "suggestions",
    ],
    changes: ["time", "person", "career", "tie", "suggestions", "directory"],
    week: ["time", "person", "career", "tie", "records", "suggestions", "directory"],
    balance: ["time", "career", "tie", "suggestions"],
    network: ["time", "person", "interactions", "tie", "suggestions", "directory", "balance"],
    backtest: ["time", "interactions", "tie", "suggestions"],
    backup: ["time", "records"],
  },
  linkedin: {
    address: [],
    page: ["address"],
    languages: ["address", "page"],
    people: ["address", "page", "languages"],
    "signed-in": ["address", "page", "people"],
    messaging: ["address", "page", "languages", "people"],
    surfaces: ["address", "page", "languages", "people", "messaging"],
    "archive/files": [],
    "archive/dates": ["archive/files"],
    "archive/gathered": ["address", "archive/files", "archive/dates"],
    "archive/formats": ["archive/files", "archive/dates", "archive/gathered"],
    "archive/meaning": ["archive/files", "archive/dates", "archive/gathered"],
    archive: [
      "archive/files",
      "archive/dates",
      "archive/gathered",
      "archive/formats",
      "archive/meaning",
    ],
  },
  storage: {
    database: [],
    ground: ["database"],
    view: ["database"],
    derived: ["database", "view"],
    records: ["database", "ground", "view", "derived"],
    imports: ["database", "ground", "records"],
    exchange: ["database", "ground", "view", "derived", "records", "imports"],
    answers: ["database", "ground", "view", "derived", "records"],
  },
  background: {
    kept: [],
    histories: ["kept"],
    questions: [],
    browser: ["kept", "histories"],
    backup: ["kept", "histories", "browser"],
    answers: ["kept", "histories", "questions", "browser", "backup"],
  },
  components: {
    acts: [],
    pictures: [],
    charts: ["pictures"],
    styles: [],
    pieces: ["acts", "pictures"],
    export: ["acts", "pieces"],
    card: ["acts", "pictures", "pieces"],
  },
  content: { page: [], observations: ["page"], badges: ["page"] },
  person: { choices: [], merge: [], questions: [], corrections: ["choices", "merge"] },
  popup: { people: [], settings: [], place: ["people"], person: [], week: ["people"] },
  dashboard: {
    frame: [],
    week: ["frame"],
    "people/views": ["frame"],
    people: ["frame", "people/views"],
    network: ["frame", "people"],
    changes: ["frame"],
    person: ["frame"],
    settings: ["frame"],
    reader: [],
    workers: ["reader"],
    "import/session": ["reader"],
    import: ["frame", "reader", "workers", "import/session"],
    coverage: ["import"],
    backup: ["workers"],
    restore: ["workers", "backup"],
    bring: ["reader", "workers", "import", "restore"],
  },
  exchange: { backup: [], people: [] },
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
    .filter(({ part, to }) => partOf(to) !== part && !mayImport(part, to))
    .map(({ file, to }) => `${file} imports ${to}`);
  expect(wrong).toEqual([]);
});

/** The folder of a file inside its part; "" for a file in no room. */
const roomOf = (file: string): string => dirname(file).split("/").slice(2).join("/");

test("every folder of the source is a room of the table, and no room is without files", () => {
  const there = [...new Set(sources.map((file) => `${partOf(file)}/${roomOf(file)}`))];
  const known = Object.entries(ROOMS).flatMap(([part, rooms]) =>
    Object.keys(rooms).map((room) => `${part}/${room}`),
  );
  expect(there.filter((room) => !room.endsWith("/")).sort()).toEqual(known.sort());
});

test("a room imports only the rooms below it", () => {
  const wrong = imports.flatMap((one) => {
    const to = target(one);
    const part = partOf(one.file);
    const [from, other] = [roomOf(one.file), roomOf(to)];
    if (partOf(to) !== part || !to.startsWith("src/") || from === other) return [];
    const allowed = from === "" || (ROOMS[part]?.[from] ?? []).includes(other);
    return allowed ? [] : [`${one.file} imports ${to}`];
  });
  expect(wrong).toEqual([]);
  // What a room may import stands above it in the table, so there are no circles.
  for (const rooms of Object.values(ROOMS)) {
    const order = Object.keys(rooms);
    const upwards = order.flatMap((room, place) =>
      (rooms[room] ?? []).filter((other) => !order.slice(0, place).includes(other)),
    );
    expect(upwards).toEqual([]);
  }
});

/** A folder has at most so many files: more than that nobody reads as a list. */
const MOST_FILES = 20;

test("no folder of source or tests has more files than one can look over", () => {
  const files = new Map<string, number>();
  for (const file of tracked.filter((one) => /^(?:src|test|practice)\//.test(one)))
    files.set(dirname(file), (files.get(dirname(file)) ?? 0) + 1);
  expect([...files].filter(([, count]) => count > MOST_FILES)).toEqual([]);
});

/** The parts that each part imports, without `browser`, which nearly all do. */
function importedParts(): ReadonlyMap<string, ReadonlySet<string>> {
  const parts = Object.keys(MAY_IMPORT).filter((part) => part !== "browser");
  return new Map(
    parts.map((part) => [
      part,
      new Set(
        imports
          .filter((one) => partOf(one.file) === part)
          .map((one) => partOf(target(one)))
          .filter((to) => to !== part && parts.includes(to)),
      ),
    ]),
  );
}

/** The floors of the house as a diagram: an arrow for each part that another imports, but for those it reaches by other arrows. */
function picture(): string {
  const next = importedParts();
  const reached = (from: string): readonly string[] =>
    [...(next.get(from) ?? [])].flatMap((to) => [to, ...reached(to)]);
  const arrows = [...next].flatMap(([from, tos]) =>
    [...tos]
      .filter((to) => ![...tos].some((other) => reached(other).includes(to)))
      .map((to) => `  ${from} --> ${to}`),
  );
  return ["```mermaid", "flowchart TD", ...arrows.toSorted(), "```"].join("\n");
}

test("the picture of the house in CONTRIBUTING shows the imports as they are", () => {
  expect(textOf("CONTRIBUTING.md")).toContain(picture());
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

test("everything that writes to a database asks for room first, in a transaction that somebody hears", () => {
  const databases = sources.filter((file) => /^src\/(?:background|storage)\//.test(file));
  const open = databases.filter((file) =>
    /\.transaction\([^)]*"readwrite"|transaction\.done/.test(textOf(file)),
  );
  expect(open.toSorted()).toEqual([
    "src/storage/database/read-through.ts",
    "src/storage/database/writing.ts",
  ]);
  const wrong = databases.filter(
    (file) =>
      /database\.(?:put|delete|clear)\(/.test(textOf(file)) &&
      !/import \{[^}]*\bwithRoom\b|export async function withRoom/.test(textOf(file)),
  );
  expect(wrong).toEqual([]);
});

/** The text of each call of a function in a file, with what it is called with. */
function callsOf(name: string, text: string): readonly string[] {
  return [...text.matchAll(new RegExp(`\\b${name}\\(`, "g"))].map(({ index }) => {
    let depth = 0;
    for (let end = index + name.length; end < text.length; end += 1) {
      if (text[end] === "(") depth += 1;
      if (text[end] === ")" && --depth === 0) return text.slice(index, end + 1);
    }
    return text.slice(index);
  });
}

test("the focus moves in the frame that shows what takes it: a key pressed right after belongs there", () => {
  const wrong = sources.filter((file) =>
    callsOf("useEffect", textOf(file)).some((call) => call.includes(".focus()")),
  );
  expect(wrong).toEqual([]);
});

/** A promise that is thrown away: an operand of `void`, which a type never has. */
const THROWN_AWAY = /\bvoid\s+(?!0\b)[\w$("'`[]/;

test("no page of ours throws a promise away: what the user does is said to be under way, done or failed", () => {
  const found = sources
    .filter((file) =>
      /^src\/(?:background|components|dashboard|exchange|person|popup|preferences|protocol|safe|sample|setup|week|welcome)\//.test(
        file,
      ),
    )
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
  const allowed = [
    "storage",
    "unlimitedStorage",
    "alarms",
    "scripting",
    "sidePanel",
    "notifications",
  ];
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

test("source files are kebab-case and short enough to be read whole", () => {
  const code = tracked.filter((file) => /\.(?:tsx?|mjs)$/.test(file));
  expect(code.filter((file) => !/(?:^|\/)[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(file))).toEqual([]);
  expect(sources.filter((file) => textOf(file).split("\n").length > 300)).toEqual([]);
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

test("every file format of the archive has an example among the fixtures", () => {
  const shown = new Set(
    tracked
      .filter((file) => file.startsWith("test/fixtures/archives/"))
      .map((file) => formatOfFile(file.split("/").slice(4).join("/"))),
  );
  expect(FILE_FORMATS.filter((format) => !shown.has(format)).map(({ kind }) => kind)).toEqual([]);
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
    /^(?:src|public|test|practice|docs|\.ci|\.github|manifest\.json|package\.json|package-lock\.json|tsconfig\.json|vite\.config\.ts|README\.md|LICENSE|CONTRIBUTING\.md|CHANGELOG\.md|PRIVACY\.md|SECURITY\.md|CITATION\.cff|\.[a-z].*)$/;
  expect(
    [...new Set(tracked.map((file) => file.split("/")[0] ?? ""))].filter(
      (name) => !allowed.test(name),
    ),
  ).toEqual([]);
});

test("the strength of a tie orders lists, and nothing that draws, says or exports knows the number", () => {
  const RANKS = /^src\/(?:domain|storage|background|protocol)\//;
  const READS = /\.strength\b|\bstrength\b\s*[,}]|\bwarmth\b|\bcloseness\b/;
  const ordered = sources.filter((file) => RANKS.test(file) && READS.test(textOf(file)));
  expect(ordered).toContain("src/domain/suggestions/reconnect-worth.ts");
  expect(sources.filter((file) => !RANKS.test(file) && READS.test(textOf(file)))).toEqual([]);
});
