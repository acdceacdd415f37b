/**
 * Ten years of history in one drop, as a user does it: choose the ZIP, see what is in it, bring it in, use it, take it back.
 */
import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { readBackup, type ReadExport } from "../../../practice/read-export.ts";
import { writtenArchive, zipOf } from "../../linkedin/archive/written/archive-writer.ts";
import { inventedNetwork } from "../../linkedin/archive/written/invented-network.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";

const NOW = Date.UTC(2026, 4, 4);
/** When the ZIPs of the tests are packed: files on a disk are dated by it as well. */
const PACKED_AT = new Date(2026, 4, 4, 12);
const network = inventedNetwork({ seed: 5, connections: 400, messages: 4000, now: NOW });

async function inFolder(body: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "tielight-archive-"));
  try {
    await body(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Chooses files on the history page and waits for what is shown before anything is written. */
async function previewed(world: World, path: string): Promise<DrivenPage> {
  const page = await world.browser.openExtensionPage("src/dashboard/index.html");
  await page.upload('input[name="given"]', path);
  await page.waitFor("the preview", () => document.querySelector(".preview-heading") !== null);
  return page;
}

async function exported(world: World): Promise<ReadExport | undefined> {
  const page = await world.browser.openExtensionPage("src/dashboard/index.html");
  const summary = await page.waitFor(
    "what there is",
    () => document.querySelector("section:has(> .figures)")?.textContent,
  );
  // Where nobody is known there is nothing to export.
  if (!summary.includes("History of") || /(?<!\d)0 people/.test(summary)) {
    await page.close();
    return undefined;
  }
  const file = await world.browser.downloadOf(() =>
    page.click('button[name="export"][value="json"]'),
  );
  await page.close();
  return readBackup(file.bytes);
}

/** The facts of a history, from any source. */
const factsOf = (history: ReadExport): readonly string[] =>
  history.people
    .flatMap(({ aliases, interactions }) =>
      interactions.map(({ kind, direction, from, to, ref }) =>
        [aliases.join(), kind, direction, from, to, ref].join("|"),
      ),
    )
    .sort();

/** How many words a page shows before its first button. */
const wordsBeforeButton = (page: DrivenPage): Promise<number> =>
  page.evaluate(() => {
    const all = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
    let words = 0;
    for (let node = all.nextNode(); node !== null; node = all.nextNode()) {
      if (node instanceof HTMLButtonElement) return words;
      if (!(node instanceof Text) || node.parentElement?.checkVisibility() !== true) continue;
      words += node.data.split(/\s+/).filter((word) => word !== "").length;
    }
    return Infinity;
  });

inEachBrowser("an archive", { mode: "none", history: false }, (world) => {
  world.test(
    "leads from the first page to the first names in six clicks, and at most 120 words stand before the first button",
    () =>
      inFolder(async (folder) => {
        const path = join(folder, "Basic_LinkedInDataExport_05-04-2026.zip");
        const { files } = writtenArchive(network, "2026");
        await writeFile(path, Buffer.from(await (await zipOf(files)).arrayBuffer()));
        const welcome = await world.browser.openExtensionPage("src/welcome/index.html");
        await welcome.waitFor("the choice", () => document.querySelector("button[name=mode]"));
        const words = await wordsBeforeButton(welcome);
        expect(words).toBeGreaterThan(40);
        expect(words).toBeLessThanOrEqual(120);
        let clicks = 0;
        const click = async (page: DrivenPage, selector: string): Promise<void> => {
          await page.click(selector);
          clicks += 1;
        };
        await click(welcome, "button[name=mode][value=archive]");
        const address = await welcome.waitFor("the way on", () =>
          document.querySelector("[data-step=have]")?.getAttribute("href"),
        );
        // The tab that a link of ours opens cannot be driven in Firefox; this one has the same address.
        const page = await world.browser.openExtensionPage(address.slice(1));
        clicks += 1;
        await page.upload('input[name="given"]', path);
        // The button that opens the browser's own window, and the file in it.
        clicks += 2;
        await click(page, ".import-now .button.main:not(:disabled)");
        await page.waitFor("the first names", () => document.querySelector(".result-people a"));
        expect(clicks).toBeLessThanOrEqual(6);
        const seen = await page.waitFor("the result to have the focus", () => {
          const heading = document.querySelector(".import-result h3");
          if (document.activeElement !== heading || heading === null) return undefined;
          const names = [...document.querySelectorAll(".result-people a")];
          const boxes = [heading, ...names].map((one) => one.getBoundingClientRect());
          return boxes.map(({ top, bottom }) => top >= 0 && bottom <= window.innerHeight);
        });
        expect(seen).toHaveLength(5);
        expect(seen).not.toContain(false);
        await page.click(".log-entry button[name=undo]");
        await page.click(".log-entry button[name=undo-yes]");
        await page.waitFor("no import", () => document.querySelector(".log-entry") === null);
      }),
  );

  world.test(
    "is shown before it is written, survives the end of the background, adds nothing twice and can be taken back",
    () =>
      inFolder(async (folder) => {
        const archive = writtenArchive(network, "2026");
        const path = join(folder, "Basic_LinkedInDataExport_05-04-2026.zip");
        await writeFile(path, Buffer.from(await (await zipOf(archive.files)).arrayBuffer()));

        const page = await previewed(world, path);
        expect((await exported(world))?.people ?? []).toEqual([]);
        await world.browser.killBackground();
        const other = await world.browser.openExtensionPage("src/dashboard/index.html");
        await other.evaluate(
          () =>
            new Promise<void>((held, failed) => {
              navigator.locks
                .request("tielight-archive", () => {
                  held();
                  return new Promise(() => undefined);
                })
                .catch(failed);
            }),
        );
        await page.bringToFront();
        await page.evaluate(() => {
          const buttons = [...document.querySelectorAll<HTMLButtonElement>(".import button.main")];
          buttons.at(-1)?.click();
        });
        await page.waitFor("the sentence about the other tab", () =>
          document.querySelector(".import [role=alert]")?.textContent?.includes("Another tab"),
        );
        await other.close();
        // A tab that closes gives back what it held a moment later.
        await page.evaluate(async () => {
          const isHeld = async (): Promise<boolean> =>
            (await navigator.locks.query()).held?.some(
              ({ name }) => name === "tielight-archive",
            ) === true;
          while (await isHeld()) await new Promise((resolve) => setTimeout(resolve, 20));
        });
        await page.evaluate(() => {
          const buttons = [...document.querySelectorAll<HTMLButtonElement>(".import button.main")];
          buttons.at(-1)?.click();
        });
        await world.browser.killBackground();
        await page.waitFor(
          "the import to be in the log",
          () => document.querySelector(".log-entry") !== null,
        );

        const first = await exported(world);
        expect(first?.people.length).toBeGreaterThan(300);
        const messages =
          first?.people.flatMap(({ interactions }) =>
            interactions.filter(({ kind }) => kind === "message"),
          ) ?? [];
        expect(messages.length).toBeGreaterThan(1000);
        // What was written is nowhere, in messages or in notes of invitations.
        expect(JSON.stringify(first)).not.toMatch(/Hello|one {2}line|at the fair|你好/);

        const again = await previewed(world, path);
        await again.evaluate(() => {
          const buttons = [...document.querySelectorAll<HTMLButtonElement>(".import button.main")];
          buttons.at(-1)?.click();
        });
        await again.waitFor(
          "the second import in the log",
          () => document.querySelectorAll(".log-entry").length === 2,
        );
        expect(factsOf((await exported(world))!)).toEqual(factsOf(first!));

        for (let left = 2; left > 0; left -= 1) {
          await again.click('.log-entry button[name="undo"]');
          await again.click('.log-entry button[name="undo-yes"]');
          await again.waitFor(
            "the import to leave the log",
            (count) => document.querySelectorAll(".log-entry").length < count,
            left,
          );
        }
        expect((await exported(world))?.people ?? []).toEqual([]);
      }),
  );

  world.test(
    "is dropped as a ZIP, as single files, in Chromium as a folder, and a file that is none of these is named",
    () =>
      inFolder(async (folder) => {
        const { files } = writtenArchive(network, "2026");
        const zip = join(folder, "archive.zip");
        await writeFile(zip, Buffer.from(await (await zipOf(files)).arrayBuffer()));
        const unpacked = join(folder, "Basic export", "messages and more");
        await mkdir(unpacked, { recursive: true });
        const single: string[] = [];
        for (const file of files) {
          const path = join(unpacked, basename(file.path));
          await writeFile(path, Buffer.from(await file.blob().arrayBuffer()));
          await utimes(path, PACKED_AT, PACKED_AT);
          single.push(path);
        }
        const known = new Set<string>();
        const dropped = [
          [zip],
          single,
          ...(world.browser.name === "chromium" ? [[join(folder, "Basic export")]] : []),
        ];
        for (const paths of dropped) {
          const page = await world.browser.openExtensionPage("src/dashboard/index.html#data");
          await page.drop(".drop", ...paths);
          known.add(
            await page.waitFor(
              "the preview",
              () => document.querySelector(".preview-heading + p")?.textContent,
            ),
          );
          await page.close();
        }
        // The same people and the same years, however they were given.
        expect([...known]).toEqual([expect.stringMatching(/\d.*people/)]);
        const foreign = join(folder, "holiday.png");
        await writeFile(foreign, "no archive");
        const page = await world.browser.openExtensionPage("src/dashboard/index.html#data");
        await page.waitFor("the place for files", () => document.querySelector(".drop"));
        // Who misses the place drawn for files meant it all the same.
        await page.drop("h1", foreign);
        await page.waitFor("its name", () =>
          document.querySelector("[role=alert]")?.textContent?.includes("holiday.png"),
        );
        await page.close();
        // Where there is no such place, the browser does not open it, either.
        const people = await world.browser.openExtensionPage("src/dashboard/index.html#people");
        await people.waitFor("the page", () => document.querySelector("h1"));
        const isKeptOut = await people.evaluate(() => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(["no archive"], "holiday.png"));
          const over = new DragEvent("dragover", { dataTransfer, bubbles: true, cancelable: true });
          return !document.body.dispatchEvent(over);
        });
        expect(isKeptOut).toBe(true);
        await people.close();
      }),
  );

  world.test("that is damaged is refused with a sentence, and nothing is written", () =>
    inFolder(async (folder) => {
      const zip = Buffer.from(
        await (await zipOf(writtenArchive(network, "2026").files)).arrayBuffer(),
      );
      const path = join(folder, "damaged.zip");
      await writeFile(path, zip.subarray(0, Math.floor(zip.length * 0.7)));
      const page = await world.browser.openExtensionPage("src/dashboard/index.html");
      await page.upload('input[name="given"]', path);
      const said = await page.waitFor(
        "a sentence",
        () => document.querySelector(".import [role=alert], .import .notice")?.textContent,
      );
      expect(said.length).toBeGreaterThan(20);
      expect(said).not.toMatch(/undefined|NaN|Error:/);
      expect((await exported(world))?.people ?? []).toEqual([]);
    }),
  );
});
