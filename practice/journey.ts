/**
 * `npm start`: the built extension in a real browser on the practice site, with a sample network. With a display it opens a window
 * and stays until that is closed; without one, or with `--headless`, it walks the journey of a first day and reports. `--pictures`
 * does that too and then takes the README's pictures anew. `--listing` takes those of the store listings, and films half a minute for them.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserName } from "./browser/browser-driver.ts";
import { startBrowser } from "./browser/start-browser.ts";
import { listingPictures } from "./journey/listing-pictures.ts";
import { recording } from "./journey/recording.ts";
import { readmePictures } from "./journey/readme-pictures.ts";
import { walkJourney } from "./journey/walk.ts";
import { loadHistory } from "./journey/load-history.ts";
import { network } from "./network/network.ts";
import { sampleHistory } from "./sample-history.ts";
import { servePractice } from "./serve.ts";

/** The sample, the same for everybody: eight years with 300 people, and 90 more on the site with whom there was nothing yet. */
const SAMPLE = { seed: 7, people: 390, years: 8 };

/** Where the README has its pictures. */
const PICTURES = ".github/pictures";

/** Where the store listings have theirs. */
const LISTING = "docs/listings/en/pictures";

/** The film, which is too large for the repository. */
const RECORDING = "tielight.webm";

const out = fileURLToPath(new URL("out/", import.meta.url));
const root = fileURLToPath(new URL("../", import.meta.url));

function hasDisplay(): boolean {
  return (
    process.platform !== "linux" ||
    Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"])
  );
}

/** Runs the main job. Answers the exit code: 0 unless a step of the journey failed. */
export async function main(argv: readonly string[]): Promise<number> {
  const pictures = argv.includes("--pictures");
  const listing = argv.includes("--listing");
  const headless = argv.includes("--headless") || pictures || listing || !hasDisplay();
  const name: BrowserName = argv.includes("--firefox") ? "firefox" : "chromium";
  const now = Date.now();
  const invented = network({ ...SAMPLE, now });
  const history = await sampleHistory(invented, now);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const sample = join(out, "sample-history.jsonl");
  await writeFile(sample, history.text);
  const site = await servePractice({ network: invented });
  const browser = await startBrowser(name, {
    extension: join(root, "dist", name === "firefox" ? "firefox" : "chrome"),
    watcher: headless,
    proxyPort: site.proxyPort,
    headless,
  });
  try {
    if (listing) {
      const choice = await browser.pageAt("src/welcome/index.html");
      await choice.click('button[name="mode"][value="badges"]');
      await loadHistory(browser, sample);
      await listingPictures(browser, invented, join(root, LISTING));
      await writeFile(join(out, RECORDING), await recording(browser, invented));
      console.log(`Pictures: ${LISTING}/. The film: practice/out/${RECORDING}`);
      return 0;
    }
    if (headless) {
      const code = await walkJourney({ browser, network: invented, history, sample, out });
      if (pictures && code === 0) await readmePictures(browser, invented, join(root, PICTURES));
      return code;
    }
    const welcome = await browser.pageAt("src/welcome/index.html");
    await loadHistory(browser, sample);
    await welcome.bringToFront();
    console.log(
      `Tielight runs on the practice site with ${history.people} invented people.\n` +
        `Choose how far it may go, then open ${site.origin}/feed/ in the same window. Close the window to end.`,
    );
    await browser.closed;
    return 0;
  } finally {
    await browser.close();
    await site.close();
  }
}
