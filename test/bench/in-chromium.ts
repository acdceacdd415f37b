import { resolve } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";
import { browserPath } from "../../practice/browser/browser-path.mjs";

/** How long (ms) a browser may take to answer: some rows are about minutes of work. */
const PATIENCE_MS = 900_000;

/**
 * Does something in a Chromium of its own, with an extension that is there from the start.
 *
 * @param work gets the origin of the extension's pages as well
 * @param extension its folder
 * @throws Error where this machine has no Chromium
 */
export async function inChromium<T>(
  work: (browser: Browser, origin: string) => Promise<T>,
  extension = "dist/chrome",
): Promise<T> {
  const executablePath = browserPath("chromium");
  if (executablePath === undefined) throw new Error("No Chromium on this machine");
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    protocolTimeout: PATIENCE_MS,
    enableExtensions: [resolve(extension)],
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const worker = await browser.waitForTarget((target) => target.type() === "service_worker");
    return await work(browser, worker.url().split("/").slice(0, 3).join("/"));
  } finally {
    await browser.close();
  }
}
