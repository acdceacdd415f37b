/**
 * A package installed by file, with a history in it, replaced by a package of a higher version. No version is released yet, so the earlier package is the
 * same code under a lower version, unless `EARLIER_PACKAGES` names a folder with the packages of an earlier one; what older forms of the
 * database become is in `test/storage/ladder.test.ts`. `npm run test:long -- upgrade` does it with 30,000 people.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Browser } from "webextension-polyfill";
import type {
  BrowserDriver,
  BrowserName,
  DrivenPage,
} from "../../../practice/browser/browser-driver.ts";
import { startBrowser } from "../../../practice/browser/start-browser.ts";
import { eventually } from "../../../practice/browser/within.ts";
import { readBackup, type ReadExport } from "../../../practice/read-export.ts";
import { filesOfFolder, unpack } from "../../../practice/release/folder-files.ts";
import { filesOfZip, type PackedFiles, zipOf } from "../../../practice/release/zip-file.ts";
import { archiveOf } from "../../linkedin/archive/written/archive-writer.ts";
import { inventedNetwork } from "../../linkedin/archive/written/invented-network.ts";
import { earlierPackages, upgradedPeople } from "../../effort.ts";
import { addPreviewed } from "../support/archive-tasks.ts";
import { wantedBrowsers } from "../support/in-each-browser.ts";
import { keptValue } from "../support/kept.ts";
import { present } from "../support/states.ts";
import { fill, openCard, press, stored } from "../support/popup-tasks.ts";
import { builtExtension } from "../support/world.ts";

declare const chrome: Browser;

const NOW = Date.UTC(2026, 4, 4);
const network = inventedNetwork({
  seed: 5,
  connections: upgradedPeople,
  messages: upgradedPeople * 7,
  now: NOW,
});
/** How long (ms) the largest of these histories may take to come in or to be saved, on a busy machine. */
const PATIENCE_MS = 900_000;
const VERSION = (JSON.parse(await readFile("package.json", "utf8")) as { readonly version: string })
  .version;
const NOTE = "met at the lighthouse";

/** The files of the earlier package, as it was released or will be. */
async function earlierFiles(name: BrowserName): Promise<PackedFiles> {
  if (earlierPackages === undefined) return filesOfFolder(builtExtension(name));
  const ending = name === "firefox" ? "-firefox.zip" : "-chrome.zip";
  const [file, ...others] = (await readdir(earlierPackages)).filter((one) => one.endsWith(ending));
  if (file === undefined || others.length > 0)
    throw new Error(`${earlierPackages} has to hold one package that ends in ${ending}`);
  return filesOfZip(await readFile(join(earlierPackages, file)));
}

/** A package of these files, as `npm run package` makes it, under a version. */
function packageOf(built: PackedFiles, version: string): Promise<Uint8Array> {
  const files = new Map(built);
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
  const page = await browser.openExtensionPage("src/dashboard/index.html");
  await until(page, "the history's owner", () => document.body.innerText.includes("History of"));
  const backup = (): Promise<unknown> => page.click('button[name="export"][value="json"]');
  const { bytes } = await browser.downloadOf(backup, PATIENCE_MS);
  await page.close();
  return { ...readBackup(bytes), settings };
}

/** Waits for something in a page that may take long with many people. */
const until = (page: DrivenPage, what: string, call: () => boolean): Promise<boolean> =>
  eventually(PATIENCE_MS, what, () => page.evaluate(call));

/** What is no longer as it was, in words; of many the first. */
function lost(before: ReadExport, after: ReadExport): readonly string[] {
  const lines = ({ owner, people, records }: ReadExport): readonly string[] =>
    [owner, ...people, ...records].map((one) => JSON.stringify(one));
  const there = new Set(lines(after));
  return lines(before)
    .filter((line) => !there.has(line))
    .slice(0, 5);
}

async function fillHistory(browser: BrowserDriver, archive: string): Promise<void> {
  const welcome = await browser.pageAt("src/welcome/index.html");
  await welcome.click('button[name="mode"][value="archive"]');
  await welcome.waitFor("the choice to be kept", () =>
    document.querySelector('button[value="archive"][aria-pressed="true"]'),
  );
  const history = await browser.openExtensionPage("src/dashboard/index.html");
  await history.upload('input[name="given"]', archive);
  await until(history, "the preview", () => document.querySelector(".preview-heading") !== null);
  await addPreviewed(history);
  await until(history, "the import", () => document.querySelector(".log-entry") !== null);
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

test.each(wantedBrowsers)(
  `a package of a higher version finds everything that was there, ${upgradedPeople} people, in %s`,
  async (name) => {
    const folder = await mkdtemp(join(tmpdir(), "tielight-upgrade-"));
    const archive = join(folder, "Basic_LinkedInDataExport_05-04-2026.zip");
    await writeFile(archive, Buffer.from(await (await archiveOf(network, "2026")).arrayBuffer()));
    const earlier = await packageOf(await earlierFiles(name), "2026.1.9");
    const extension = await placed(name, earlier, folder);
    const browser = await startBrowser(name, { extension });
    try {
      await runs(browser, "2026.1.9");
      expect(await newsIn(browser)).toBeUndefined();
      await fillHistory(browser, archive);
      const before = await everything(browser);
      expect(before.settings).toMatchObject({ mode: "archive" });
      expect(before.people).toHaveLength(upgradedPeople);
      expect(before.people.some((one) => JSON.stringify(one).includes(NOTE))).toBe(true);

      const built = await filesOfFolder(builtExtension(name));
      await placed(name, await packageOf(built, "2026.2.0"), folder);
      await browser.reloadExtension();
      await runs(browser, "2026.2.0");
      const after = await everything(browser);
      expect(lost(before, after)).toEqual([]);
      expect(lost(after, before)).toEqual([]);
      expect(after.settings).toEqual(before.settings);
      // What is new stands in the popup until it is put away.
      expect(await newsIn(browser, "news-read")).toContain(`New in Tielight ${VERSION}`);
      expect(await newsIn(browser)).toBeUndefined();
      expect(await browser.problems()).toEqual([]);
    } finally {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
  4 * PATIENCE_MS,
);
