/**
 * Builds the extension for one browser: `vite build --mode chrome|firefox` (`npm run build` does both), or the model of
 * ties alone: `vite build --mode model`.
 */
import { readFileSync } from "node:fs";
import { crx, type ManifestV3Export } from "@crxjs/vite-plugin";
import { build, defineConfig, type Plugin, type UserConfig } from "vite";
import { messages } from "./practice/messages/plugin.ts";
import { type Notices, thirdPartyNotices } from "./practice/release/third-party-notices.ts";

// What is built is the product, no matter who builds it: with another value here (a test runner sets one) JSX would mean something else.
process.env["NODE_ENV"] = "production";

/** The oldest browsers the manifest admits, so that styles are not rewritten for older ones. */
const CSS_TARGET = ["chrome127", "firefox149"];

interface ContentScript {
  readonly js: readonly string[];
}

interface Manifest {
  [key: string]: unknown;
  background: { service_worker?: string; scripts?: string[]; type: "module" };
  browser_specific_settings?: unknown;
  minimum_chrome_version?: string;
  permissions: readonly string[];
  side_panel?: unknown;
  sidebar_action?: unknown;
  content_scripts?: readonly ContentScript[];
}

const written = JSON.parse(
  readFileSync(new URL("manifest.json", import.meta.url), "utf8"),
) as Manifest;

/** The one manifest, less what belongs to the other browser. The script on the site is built apart. */
function manifestFor(browser: "chrome" | "firefox"): Manifest {
  const manifest = structuredClone(written);
  delete manifest.content_scripts;
  if (browser === "firefox") {
    delete manifest.background.service_worker;
    delete manifest.minimum_chrome_version;
    // Chrome's name for the place that Firefox's sidebar has without a permission.
    delete manifest.side_panel;
    manifest.permissions = manifest.permissions.filter((one) => one !== "sidePanel");
  } else {
    delete manifest.background.scripts;
    delete manifest.sidebar_action;
    delete manifest.browser_specific_settings;
  }
  return manifest;
}

/** The one classic file that runs on the site. */
async function contentScript(entry: string, notices: Notices): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    plugins: [notices.collect()],
    build: {
      write: false,
      target: "es2022",
      cssTarget: CSS_TARGET,
      lib: { entry, formats: ["iife"], name: "tielight", fileName: () => "content.js" },
    },
  });
  const [output] = Array.isArray(result) ? result : [];
  const [chunk, ...rest] = output?.output ?? [];
  if (chunk?.type !== "chunk" || rest.length > 0)
    throw new Error("The script on the site has to be one file");
  return chunk.code;
}

/**
 * Adds the script on the site, and fails the build when anything of the extension could be reached from a web page. The site
 * probes for extensions by their web-accessible files, so a shared import that brings a loader back must not pass unnoticed.
 */
function onTheSite(notices: Notices): CrxPlugin {
  const [script] = written.content_scripts ?? [];
  const [entry] = script?.js ?? [];
  if (entry === undefined) throw new Error("No script for the site in the manifest");
  return {
    name: "tielight:on-the-site",
    apply: "build",
    enforce: "post",
    async buildEnd() {
      const source = await contentScript(entry, notices);
      this.emitFile({ type: "asset", fileName: "content.js", source });
    },
    // Called last, with the manifest as it will be written.
    renderCrxManifest(manifest) {
      for (const key of ["web_accessible_resources", "externally_connectable"])
        if (key in manifest)
          throw new Error(`${key} must not be in the manifest: ${JSON.stringify(manifest[key])}`);
      return { ...manifest, content_scripts: [{ ...script, js: ["content.js"] }] };
    },
  };
}

/** A plugin with the hook that crx adds. */
interface CrxPlugin extends Plugin {
  renderCrxManifest(manifest: Record<string, unknown>): Record<string, unknown>;
}

/** The model of ties alone, as one module without dependencies, for measuring it on data of others. */
const model: UserConfig = {
  build: {
    outDir: "dist/model",
    copyPublicDir: false,
    target: "es2022",
    minify: false,
    lib: { entry: "src/domain/backtest/model.ts", formats: ["es"], fileName: () => "ties.mjs" },
  },
};

export default defineConfig(({ mode }) => {
  if (mode === "model") return model;
  const target = mode.startsWith("firefox") ? "firefox" : "chrome";
  // Languages that nobody speaks, for tests: `vite build --mode chrome-made-up --outDir …`.
  const withMadeUp = mode.endsWith("-made-up");
  const notices = thirdPartyNotices();
  return {
    // The CSV parser can also download; nothing here may, and nobody who searches the files for it shall have to wonder.
    define: { XMLHttpRequest: "undefined" },
    plugins: [
      messages(withMadeUp),
      crx({ manifest: manifestFor(target) as unknown as ManifestV3Export, browser: target }),
      onTheSite(notices),
      notices.collect(),
      notices.write(),
    ],
    worker: { plugins: () => [notices.collect()] },
    build: {
      cssTarget: CSS_TARGET,
      outDir: `dist/${target}`,
      emptyOutDir: true,
      // All files of a page at once rather than one level of imports after the other. What the polyfill is for, no browser here needs.
      modulePreload: { polyfill: false },
      target: "es2022",
      rollupOptions: {
        input: {
          welcome: "src/welcome/index.html",
          dashboard: "src/dashboard/index.html",
          safe: "src/safe/index.html",
        },
      },
    },
  };
});
