/**
 * A package installed by file, with a history in it, replaced by a package of a higher version. No version is released yet, so the earlier package is the
 * same code under a lower version; what older forms of the database become is in `test/storage/ladder.test.ts`.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Browser } from "webextension-polyfill";
import type { BrowserDriver, BrowserName } from "../../../practice/browser/browser-driver.ts";
import { startBrowser } from "../../../practice/browser/start-browser.ts";
import { eventually } from "../../../practice/browser/within.ts";
import type { ReadExport } from "../../../practice/read-export.ts";
import { filesOfFolder, unpack } from "../../../practice/release/folder-files.ts";
import { filesOfZip, zipOf } from "../../../practice/release/zip-file.ts";
import { archiveOf } from "../../linkedin/archive/written/archive-writer.ts";
import { inventedNetwork } from "../../linkedin/archive/written/invented-network.ts";
import { addPreviewed, inLog, previewed } from "../support/archive-tasks.ts";
import { keptValue } from "../support/kept.ts";
import { exportedHistory } from "../support/observed.ts";
import { present } from "../support/states.ts";
import { fill, openCard, press, stored } from "../support/popup-tasks.ts";
import { builtExtension } from "../support/world.ts";

declare const chrome: Browser;

const NOW = Date.UTC(2026, 4, 4);
const network = inventedNetwork({ seed: 5, connections: 300, messages: 2000, now: NOW });
const VERSION = (JSON.parse(await readFile("package.json", "utf8")) as { readonly version: string })
  .version;
const NOTE = "met at the lighthouse";

/** The package of the built extension, as `npm run package` makes it, under a version. */
async function packageOf(name: BrowserName, version: string): Promise<Uint8Array> {
  const files = new Map(await filesOfFolder(builtExtension(name)));
  const { bytes } = files.get("manifest.json")!;
  const manifest = JSON.parse(Buffer.from(bytes).toString()) as object;
  files.set("manifest.json", { bytes: Buffer.from(JSON.stringify({ ...manifest, version })) });
  return zipOf(files);
}

/** Puts a package where the browser installs it from: Firefox takes the file, Chromium what is in it. Answers the place. */
async function placed(name: BrowserName, zip: Uint8Array, folder: string): Promise<string> {
  if (name === "firefox") {
    const file = join(folder, "tielight.xpi");
    await writeFile(file, zip);
    return file;
  }
  const place = join(folder, "tielight");
  await rm(place, { recursive: true, force: true });
  await unpack(await filesOfZip(zip), place);
  return place;
}

/** Waits until this version is the one that runs; the browser needs a moment to start it. */
const runs = (browser: BrowserDriver, version: string): Promise<unknown> =>
  eventually(60_000, `version ${version}`, async () => {
    const running = browser.evaluateInBackground(() => chrome.runtime.getManifest().version);
    return (await running.catch(() => undefined)) === version;
  });

/** Everything the user has: what was imported and written, and what was chosen. */
async function everything(
  browser: BrowserDriver,
): Promise<ReadExport & { readonly settings: object }> {
  const settings = (await keptValue(browser, "settings")) as object;
  return { ...(await exportedHistory(browser)), settings };
}

async function fillHistory(browser: BrowserDriver, archive: string): Promise<void> {
  const welcome = await browser.pageAt("src/welcome/index.html");
  await welcome.click('button[name="mode"][value="archive"]');
  await welcome.waitFor("the choice to be kept", () =>
    document.querySelector('button[value="archive"][aria-pressed="true"]'),
  );
  const history = await previewed(browser, archive);
  await addPreviewed(history);
  await inLog(history, 1);
  await history.close();
  const popup = await browser.openExtensionPage("src/popup/index.html");
  await press(popup, "menu");
  await press(popup, "everybody");
  const somebody = await popup.waitFor(
    "people",
    () => document.querySelector(".chunk .person-name")?.textContent,
  );
  await openCard(popup, somebody);
  await fill(popup, "New note", NOTE);
  await stored(popup);
  await popup.close();
}

/** What the popup says is new, if it says anything; it is put away by the button of this name. */
async function newsIn(browser: BrowserDriver, button?: string): Promise<string | undefined> {
  const popup = await browser.openExtensionPage("src/popup/index.html");
  const news = (): Promise<string | undefined> =>
    popup.evaluate(
      () =>
        document.querySelector("[name=news-read]")?.closest(".notice")?.textContent ?? undefined,
    );
  await present(popup, "[name=menu]");
  if (button !== undefined) {
    await present(popup, `[name=${button}]`);
    const said = await news();
    await press(popup, button);
    await popup.waitFor("it to be put away", () => !document.querySelector("[name=news-read]"));
    await popup.close();
    return said;
  }
  const said = await news();
  await popup.close();
  return said;
}

test.each(["chromium", "firefox"] as const)(
  "a package of a higher version finds everything that was there, in %s",
  async (name) => {
    const folder = await mkdtemp(join(tmpdir(), "tielight-upgrade-"));
    const archive = join(folder, "Basic_LinkedInDataExport_05-04-2026.zip");
    await writeFile(archive, Buffer.from(await (await archiveOf(network, "2026")).arrayBuffer()));
    const extension = await placed(name, await packageOf(name, "2026.1.9"), folder);
    const browser = await startBrowser(name, { extension });
    try {
      await runs(browser, "2026.1.9");
      expect(await newsIn(browser)).toBeUndefined();
      await fillHistory(browser, archive);
      const before = await everything(browser);
      expect(before.settings).toMatchObject({ mode: "archive" });
      expect(before.people).toHaveLength(300);
      expect(JSON.stringify(before)).toContain(NOTE);

      await placed(name, await packageOf(name, "2026.2.0"), folder);
      await browser.reloadExtension();
      await runs(browser, "2026.2.0");
      expect(await everything(browser)).toEqual(before);
      // What is new stands in the popup until it is put away.
      expect(await newsIn(browser, "news-read")).toContain(`New in Tielight ${VERSION}`);
      expect(await newsIn(browser)).toBeUndefined();
      expect(await browser.problems()).toEqual([]);
    } finally {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
);
