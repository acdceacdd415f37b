/**
 * A sealed folder in a real browser: sealed before anything is written there, opened on a computer that knows nothing, and restored from one file.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { network } from "../../../practice/network/network.ts";
import { linesOfFolderFile } from "../../exchange/backup/independent-reader.ts";
import {
  chooseFolder,
  eraseEverything,
  figures,
  filesIn,
  isFolderOffered,
  untilFigures,
} from "../support/folders.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { present } from "../support/states.ts";

const PAGE = "src/dashboard/index.html";
const PASSPHRASE = "caf\u00E9 h\u00FCtte 42";

const FOLDER = "sealed";

async function type(page: DrivenPage, passphrase: string): Promise<void> {
  await page.click("[name=passphrase]:not(:disabled)");
  await page.evaluate(() =>
    document.querySelector<HTMLInputElement>("[name=passphrase]")?.select(),
  );
  await page.type(passphrase);
}

inEachBrowser(
  "a sealed folder",
  { network: network({ seed: 7, people: 300, years: 5, now: Date.now() }) },
  (world) => {
    world.test(
      "nothing is written there that is not sealed; another computer asks for the passphrase, and one file is enough for a restore",
      async () => {
        const page = await world.browser.openExtensionPage(`${PAGE}#data`);
        await present(page, "[name=backup-sealed]");
        if (world.browser.name === "firefox") {
          expect(await isFolderOffered(page)).toBe(false);
          return;
        }
        await page.setViewport(1440, 900);
        await chooseFolder(page, FOLDER);
        // As long as the restore can be undone, nothing is written.
        await page.click("[name=restore-keep]");
        await page.waitFor(
          "nothing to undo",
          () => document.querySelector("[name=restore-keep]") === null,
        );
        await page.click("[name=folder-sealed]");
        await type(page, PASSPHRASE);
        await page.click("[name=folder-choose]:not(:disabled)");
        await present(page, "[name=folder-write]:not(:disabled)");
        const written = await filesIn(page, FOLDER);
        const [[name, bytes] = ["", []], ...more] = written.filter(([one]) =>
          one.endsWith(".jsonl.gz.age"),
        );
        const keys = written.filter(([one]) => one.startsWith("tielight-key-"));
        expect([keys.length, more.length, written.length]).toEqual([1, 0, 2]);
        expect(linesOfFolderFile(Buffer.from(bytes), PASSPHRASE).length).toBeGreaterThan(300);
        const held = await figures(page);

        // On a computer that knows nothing, the passphrase is asked for.
        await eraseEverything(page);
        await present(page, "[name=folder-choose]");
        await chooseFolder(page, FOLDER);
        await page.click("[name=folder-choose]");
        await present(page, "[name=folder-open]");
        await type(page, "another passphrase");
        await page.click("[name=folder-open]:not(:disabled)");
        await present(page, ".wrong[role=alert]");
        expect((await filesIn(page, FOLDER)).length).toBe(2);
        await type(page, PASSPHRASE);
        await page.click("[name=folder-open]:not(:disabled)");
        await untilFigures(page, held);
        await page.waitFor(
          "no question",
          () => document.querySelector("[name=folder-open]") === null,
        );

        // And where there are no folders, one of its files is enough.
        await eraseEverything(page);
        await present(page, "[name=folder-choose]");
        const folder = await mkdtemp(join(tmpdir(), "tielight-folder-"));
        try {
          const path = join(folder, name);
          await writeFile(path, Buffer.from(bytes));
          await page.upload(`input[name="given"]`, path);
          await type(page, PASSPHRASE);
          await page.click("[name=restore-open]:not(:disabled)");
          await page.click("[name=restore-commit]:not(:disabled)");
          await untilFigures(page, held);
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      },
    );
  },
);
