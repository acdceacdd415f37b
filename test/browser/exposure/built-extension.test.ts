/**
 * What is in the built extension, as the stores and the site get to see it.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";

/** Size of the script on the site in brotli when it was last looked at, 2026-12-01, and what it may never exceed. */
const SCRIPT_BYTES = 30_515;
const MOST_BYTES = 64_000;

/** Everything that opens a connection, runs text as code, or makes markup of text. A part of the package itself may be imported. */
const REACHING =
  /\bfetch\s*\(|XMLHttpRequest|sendBeacon|\bWebSocket\b|WebSocketStream|WebTransport|EventSource|RTCPeerConnection|importScripts|\bimport\s*\((?!\s*["'`]\.\/)|\bnew Worker\(|SharedWorker|serviceWorker|\beval\s*\(|\bFunction\s*\(|setTimeout\s*\(\s*["'`]|setInterval\s*\(\s*["'`]|\.innerHTML|\.outerHTML|insertAdjacentHTML|setHTML|document\.write|createContextualFragment|DOMParser|srcdoc|setUninstallURL|\.downloads\b|\.connectNative|sendNativeMessage|\bnew Image\b|\bWebAssembly\b/g;

/** What of it is there all the same, and why it reaches nobody. */
const EXPLAINED: Readonly<Record<string, string>> = {
  "new Worker(":
    "the workers that read archives, by their address in the package; zip.js has two more, which it is told not to use",
  "import(": "zip.js would load its own codec from an address that it is never given",
  ".innerHTML": "Preact's own property for markup, which nobody here uses and Trusted Types refuse",
};

const TARGETS = ["chrome", "firefox"] as const;

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
}

const manifestOf = (target: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`dist/${target}/manifest.json`, "utf8")) as Record<string, unknown>;

/** Byte for byte, file for file. */
function fingerprint(folder: string): string {
  const hash = createHash("sha256");
  for (const file of filesIn(folder)) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest("hex");
}

describe.each(TARGETS)("the build for %s", (target) => {
  test("exposes nothing to web pages", () => {
    const manifest = manifestOf(target);
    expect(manifest).not.toHaveProperty("web_accessible_resources");
    expect(manifest).not.toHaveProperty("externally_connectable");
  });

  test("asks for its few permissions and one host", () => {
    const manifest = manifestOf(target);
    // Chrome warns of none of them; Firefox has a sidebar without a permission.
    const few = ["storage", "unlimitedStorage", "alarms", "scripting"];
    expect(manifest["permissions"]).toEqual(target === "chrome" ? [...few, "sidePanel"] : few);
    expect(manifest).not.toHaveProperty("optional_host_permissions");
    // Asked for when the user turns on what needs it.
    expect(manifest["optional_permissions"]).toEqual(["notifications"]);
    // The host of the script on the site and no other: the browser warns of no more at install than without it.
    expect(manifest["host_permissions"]).toEqual(["https://www.linkedin.com/*"]);
    const scripts = manifest["content_scripts"] as readonly {
      matches: readonly string[];
      js: readonly string[];
    }[];
    expect(scripts.map(({ matches, js }) => [matches, js])).toEqual([
      [["https://www.linkedin.com/*"], ["content.js"]],
    ]);
    expect(manifest["incognito"]).toBe("not_allowed");
  });

  test("forbids its pages every connection and all markup from text", () => {
    const { extension_pages: policy } = manifestOf(target)["content_security_policy"] as {
      extension_pages: string;
    };
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    // One policy, used once: the worker that reads archives has to be made from an address.
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types tielight-worker");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test("has a script for the site that is one classic file and grows by nobody's oversight", () => {
    const script = readFileSync(`dist/${target}/content.js`);
    expect(script.toString()).not.toMatch(/\bimport\s*\(|\bimport\b[^(]*from|getURL\(/);
    // A class of Unicode in a regular expression costs as much as the rest of the script to read: see `unicodePattern`.
    expect(script.toString().replaceAll(/String\.raw`[^`]*`/g, "")).not.toMatch(/\\[pP]\{/);
    const { byteLength } = brotliCompressSync(script);
    // If it grew for a reason, write the new size down here.
    expect(byteLength).toBeLessThanOrEqual(SCRIPT_BYTES * 1.02);
    expect(byteLength).toBeLessThanOrEqual(MOST_BYTES);
  });

  test("holds its own licence and that of every package that is built into it", () => {
    const notices = readFileSync(`dist/${target}/THIRD-PARTY-NOTICES.txt`, "utf8");
    expect(notices.startsWith(readFileSync("LICENSE", "utf8").trim())).toBe(true);
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
      dependencies: Record<string, string>;
    };
    const named = [...notices.matchAll(/^-{78}\n\n(\S+) (\S+) \(.+\)\nhttps:/gm)].map(
      ([, name = "", version = ""]) => [name, version] as const,
    );
    // The bundler's helpers and what a package itself depends on are built in as well, and nothing that only tests or builds use.
    const further = Object.keys(dependencies).flatMap((name) => {
      const manifest = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")) as {
        dependencies?: Record<string, string>;
      };
      return Object.keys(manifest.dependencies ?? {});
    });
    const others = ["rolldown", "vite", ...further].filter((name) => !(name in dependencies));
    expect(Object.fromEntries(named.filter(([name]) => !others.includes(name)))).toEqual(
      dependencies,
    );
    for (const [name] of named) {
      const licence = readFileSync(
        `node_modules/${name}/LICENSE${["valibot", "vite"].includes(name) ? ".md" : ""}`,
        "utf8",
      );
      expect(notices).toContain(licence.split("# Licenses of bundled")[0]!.trim());
    }
  });

  test("holds no code that could open a connection or run text, but for what is named here", () => {
    const found = filesIn(`dist/${target}`)
      .filter((file) => file.endsWith(".js"))
      .flatMap((file) =>
        [...readFileSync(`dist/${target}/${file}`, "utf8").matchAll(REACHING)].map(
          ([code]) => code,
        ),
      );
    expect([...new Set(found)].filter((code) => !(code in EXPLAINED))).toEqual([]);
    // Nothing is explained that is not there.
    expect(Object.keys(EXPLAINED).filter((code) => !found.includes(code))).toEqual([]);
  });

  test("has pages and style sheets that load nothing from elsewhere, and run nothing that stands in them", () => {
    for (const file of filesIn(`dist/${target}`).filter((one) => /\.(?:html|css)$/.test(one))) {
      const text = readFileSync(`dist/${target}/${file}`, "utf8");
      expect(text, file).not.toMatch(
        /https?:|@import|url\((?!["']?data:)|\son\w+=|<base|<iframe|javascript:/i,
      );
      expect(text, file).not.toMatch(/<script(?![^>]*\bsrc=)/i);
      expect(text, file).not.toMatch(/rel="?(?:prefetch|preconnect|dns-prefetch|prerender)/i);
    }
  });
});

test("the build for Firefox has an event page, a fixed id, and says that no data is collected", () => {
  const manifest = manifestOf("firefox") as {
    background: object;
    browser_specific_settings: { gecko: { id: string; data_collection_permissions: object } };
  };
  expect(manifest.background).toEqual({ scripts: expect.any(Array), type: "module" });
  expect(manifest.browser_specific_settings.gecko.id).toBeTruthy();
  expect(manifest.browser_specific_settings.gecko.data_collection_permissions).toEqual({
    required: ["none"],
  });
  expect(manifestOf("chrome")["background"]).toEqual({
    service_worker: expect.any(String),
    type: "module",
  });
});

test("the popup's page is Chrome's side panel and Firefox's sidebar, which stays closed until it is wanted", () => {
  expect(manifestOf("firefox")["sidebar_action"]).toMatchObject({
    default_panel: "src/popup/index.html",
    open_at_install: false,
  });
  expect(manifestOf("chrome")).not.toHaveProperty("sidebar_action");
  expect(manifestOf("chrome")["side_panel"]).toEqual({ default_path: "src/popup/index.html" });
  expect(manifestOf("firefox")).not.toHaveProperty("side_panel");
});

/** Builds for one browser as `npm run build` does, but beside `dist`: other tests have browsers open that read from there. */
function builtAnew(target: string, kind: string): string {
  const folder = mkdtempSync(join(tmpdir(), "tielight-built-"));
  try {
    execFileSync(
      process.execPath,
      ["node_modules/vite/bin/vite.js", "build", "--mode", target, "--outDir", folder],
      { stdio: "pipe", env: { ...process.env, NODE_ENV: kind } },
    );
    return fingerprint(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.each(["test", "development", "production"])(
  "two builds of the same source are the same, byte for byte, also where NODE_ENV is %s",
  (kind) => {
    for (const target of TARGETS)
      expect(builtAnew(target, kind)).toBe(fingerprint(`dist/${target}`));
  },
);
