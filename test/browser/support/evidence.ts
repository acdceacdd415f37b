import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserDriver } from "../../../practice/browser/browser-driver.ts";

const folder = fileURLToPath(new URL("../../out", import.meta.url));

/** Writes down what a failed test leaves behind: a picture of each tab, its address, and what was thrown. Never fails itself. */
export async function keepEvidence(test: string, browser: BrowserDriver): Promise<void> {
  const name = test.replace(/[^a-z0-9]+/giu, "-").slice(0, 120);
  const lines: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const [index, page] of (await browser.pages()).entries()) {
      lines.push(`${index}: ${await page.url()}`);
      await page.bringToFront();
      await page.screenshot(join(folder, `${name}-${index}.png`));
    }
    lines.push(...(await browser.problems()));
  } catch (error) {
    lines.push(`no more could be found out: ${String(error)}`);
  }
  await writeFile(join(folder, `${name}.txt`), `${lines.join("\n")}\n`).catch(() => undefined);
}
