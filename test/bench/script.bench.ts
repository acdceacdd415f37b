/**
 * Parse and first run of the script on the site in Chromium, beside an empty script with Preact on the same page. Time of the page's own
 * thread, which others on the machine are no part of. Needs `npm run build` before.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { network } from "../../practice/network/network.ts";
import { servePractice } from "../../practice/serve.ts";
import { benchRow, type BenchRow, designBudget } from "./bench-row.ts";
import { launched } from "./feed.bench.ts";
import { traced } from "./traced.ts";

const RUNS = 15;

/** An extension with the empty script, in a folder the caller removes. */
async function emptyExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tielight-empty-"));
  const entry = fileURLToPath(new URL("empty-script.ts", import.meta.url));
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      outDir: folder,
      lib: { entry, formats: ["iife"], name: "empty", fileName: () => "content.js" },
    },
  });
  const manifest = {
    manifest_version: 3,
    name: "Empty script",
    version: "1",
    content_scripts: [{ matches: ["https://www.linkedin.com/*"], js: ["content.js"] }],
  };
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
  return folder;
}

/** Each time (ms) in a new tab with a process of its own, so that none finds the script compiled. */
async function evaluations(extension: string, proxyPort: number): Promise<readonly number[]> {
  const browser = await launched(proxyPort);
  try {
    const id = await browser.installExtension(extension);
    const times: number[] = [];
    // The first finds the browser's own caches cold.
    for (let run = 0; run <= RUNS; run += 1) {
      const page = await browser.newPage();
      const events = await traced(page, ["devtools.timeline"], async () => {
        await page.goto("https://www.linkedin.com/feed/?count=3", { timeout: 120_000 });
        // Scripts of extensions run when the page is idle: no event says that they did.
        await new Promise((go) => setTimeout(go, 1500));
      });
      const own = events.filter(
        ({ name, args }) =>
          name === "EvaluateScript" && args?.data?.url === `chrome-extension://${id}/content.js`,
      );
      if (own.length === 0) throw new Error("The script did not run on the page");
      if (run > 0) times.push(Math.max(...own.map(({ tdur }) => tdur ?? 0)) / 1000);
      await page.close();
    }
    return times;
  } finally {
    await browser.close();
  }
}

/** The row of this bench. */
export async function scriptBench(): Promise<readonly BenchRow[]> {
  const now = Date.now();
  const site = await servePractice({ network: network({ seed: 7, people: 20, years: 2, now }) });
  const empty = await emptyExtension();
  try {
    const peers = await evaluations(empty, site.proxyPort);
    const ours = await evaluations(resolve("dist/chrome"), site.proxyPort);
    return [
      benchRow(
        {
          what: "parse and first run of the script on the site",
          size: "a document",
          unit: "ms",
          beside: "an empty script with Preact",
        },
        ours,
        peers,
        designBudget(3),
      ),
    ];
  } finally {
    await site.close();
    await rm(empty, { recursive: true, force: true });
  }
}
