import { OWN_GLOBALS, type ProbeReport } from "./report.ts";
import { described, watch, type Seen } from "./watch.ts";

const SCHEMES = ["chrome-extension", "moz-extension"] as const;
const ADDRESS = /(?:chrome|moz)-extension:\/\//;

/** Files that extensions usually have. */
const FILES = [
  "manifest.json",
  "popup.html",
  "src/popup/index.html",
  "content.js",
  "background.js",
  "icon.png",
  "icons/icon-48.png",
  "service-worker-loader.js",
  "assets/content.js",
];

async function readable(address: string): Promise<boolean> {
  const fetched = fetch(address).then(
    () => true,
    () => false,
  );
  const loaded = new Promise<boolean>((resolve) => {
    const image = new Image();
    image.addEventListener("load", () => resolve(true));
    image.addEventListener("error", () => resolve(false));
    image.src = address;
  });
  const [byFetch, byImage] = await Promise.all([fetched, loaded]);
  return byFetch || byImage;
}

function addresses(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(
    document,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      for (const { name, value } of node.attributes)
        if (ADDRESS.test(value)) found.push(`${name} of ${described(node)}`);
    } else if (
      ADDRESS.test(node.nodeValue ?? "") &&
      !node.parentElement?.closest("#report, script")
    ) {
      found.push(`text in ${node.parentElement?.localName ?? ""}`);
    }
  }
  return found;
}

function globals(): string[] {
  const frame = document.createElement("iframe");
  frame.setAttribute("data-practice-probe", "");
  frame.style.display = "none";
  const known = new Set<string>(OWN_GLOBALS);
  document.head.append(frame);
  for (const name of Object.getOwnPropertyNames(frame.contentWindow ?? {})) known.add(name);
  frame.remove();
  // Elements with an id are named in the window, and frames by number.
  return Object.getOwnPropertyNames(window).filter(
    (name) => !known.has(name) && !/^\d+$/.test(name),
  );
}

function replaced(): string[] {
  const watched: readonly (readonly [string, unknown])[] = [
    ["fetch", window.fetch],
    ["XMLHttpRequest.open", XMLHttpRequest.prototype.open],
    ["history.pushState", history.pushState],
    ["history.replaceState", history.replaceState],
    ["Node.appendChild", Node.prototype.appendChild],
    ["Node.insertBefore", Node.prototype.insertBefore],
    ["addEventListener", EventTarget.prototype.addEventListener],
    ["getBoundingClientRect", Element.prototype.getBoundingClientRect],
  ];
  return watched
    .filter(([, value]) => !/\[native code\]/.test(Function.prototype.toString.call(value)))
    .map(([name]) => name);
}

function foreignSheets(): number {
  return [...document.styleSheets].filter(
    ({ href }) => !href?.startsWith(`${location.origin}/static/`),
  ).length;
}

function runtime(): boolean {
  const chrome: unknown = Reflect.get(window, "chrome");
  const browser: unknown = Reflect.get(window, "browser");
  const reaches = (value: unknown): boolean =>
    typeof value === "object" && value !== null && Reflect.get(value, "runtime") !== undefined;
  return reaches(chrome) || reaches(browser);
}

async function report(
  seen: Seen,
  ids: readonly string[],
  files: readonly string[],
): Promise<ProbeReport> {
  // What was put in just now is looked at a frame later.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const targets = ids.flatMap((id) =>
    SCHEMES.flatMap((scheme) => files.map((file) => `${scheme}://${id}/${file}`)),
  );
  const results = await Promise.all(
    targets.map(async (target) => ({ target, open: await readable(target) })),
  );
  return {
    readable: results.filter(({ open }) => open).map(({ target }) => target),
    tried: targets.length,
    addresses: addresses(),
    // The tries themselves stand in the timeline too.
    loads: performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => ADDRESS.test(name) && !targets.includes(name)),
    globals: globals(),
    replaced: replaced(),
    styleSheets: foreignSheets(),
    adoptedStyleSheets: document.adoptedStyleSheets.length,
    shadowRoots: seen.shadowRoots,
    added: seen.added,
    attributes: seen.attributes,
    runtime: runtime(),
    layoutShift: seen.layoutShift,
  };
}

function table(rows: ProbeReport): HTMLTableElement {
  const made = document.createElement("table");
  for (const [name, value] of Object.entries(rows)) {
    const row = made.insertRow();
    const head = document.createElement("th");
    head.textContent = name;
    row.append(head);
    row.insertCell().textContent = Array.isArray(value)
      ? value.join("\n") || "nothing"
      : String(value);
  }
  return made;
}

const seen = watch();
window.practiceProbe = (ids = [], files = FILES) => report(seen, ids, files);

if (location.pathname === "/practice/probe") {
  window.addEventListener("load", () => {
    const query = new URLSearchParams(location.search);
    const list = (name: string): string[] =>
      (query.get(name) ?? "").split(",").filter((part) => part !== "");
    // Extensions start when the page is idle; give them time to show themselves.
    setTimeout(
      () => {
        void window.practiceProbe(list("ids"), [...FILES, ...list("files")]).then((made) => {
          window.probeReport = made;
          document.querySelector("#report")?.replaceChildren(table(made));
        });
      },
      Number(query.get("wait") ?? 800),
    );
  });
}
