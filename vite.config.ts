/**
 * Builds the extension for one browser: `vite build --mode chrome|firefox` (`npm run build` does both), or the model of
 * ties alone: `vite build --mode model`.
 */
import { readFileSync } from "node:fs";
import { crx, type ManifestV3Export } from "@crxjs/vite-plugin";
import { defineConfig, type Plugin, type UserConfig } from "vite";

interface Manifest {
  [key: string]: unknown;
  background: { service_worker?: string; scripts?: string[]; type: "module" };
  browser_specific_settings?: unknown;
  minimum_chrome_version?: string;
}

/** The one manifest, less what belongs to the other browser. */
function manifestFor(browser: "chrome" | "firefox"): Manifest {
  const manifest = JSON.parse(
    readFileSync(new URL("manifest.json", import.meta.url), "utf8"),
  ) as Manifest;
  if (browser === "firefox") {
    delete manifest.background.service_worker;
    delete manifest.minimum_chrome_version;
  } else {
    delete manifest.background.scripts;
    delete manifest.browser_specific_settings;
  }
  return manifest;
}

/**
 * Fails the build when anything of the extension could be reached from a web page. The site probes for extensions by their
 * web-accessible files, so one shared import that brings a loader back must not pass unnoticed.
 */
function nothingExposed(): Plugin {
  return {
    name: "tielight:nothing-exposed",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      const manifest = bundle["manifest.json"];
      if (manifest?.type !== "asset") return;
      const written = JSON.parse(String(manifest.source)) as Record<string, unknown>;
      for (const key of ["web_accessible_resources", "externally_connectable"])
        if (key in written) this.error(`${key} must not be in the manifest: ${JSON.stringify(written[key])}`);
    },
  };
}

/** The model of ties alone, as one module without dependencies, for measuring it on data of others. */
const model: UserConfig = {
  build: {
    outDir: "dist/model",
    copyPublicDir: false,
    target: "es2022",
    minify: false,
    lib: { entry: "src/domain/model.ts", formats: ["es"], fileName: () => "ties.mjs" },
  },
};

export default defineConfig(({ mode }) => {
  if (mode === "model") return model;
  const target = mode === "firefox" ? "firefox" : "chrome";
  return {
    plugins: [
      crx({ manifest: manifestFor(target) as unknown as ManifestV3Export, browser: target }),
      nothingExposed(),
    ],
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      modulePreload: false,
      target: "es2022",
      rollupOptions: {
        input: { welcome: "src/welcome/index.html", dashboard: "src/dashboard/index.html" },
      },
    },
  };
});
