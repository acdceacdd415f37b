/**
 * The full page: everybody in a table, found, selected and acted on, with the mouse and with the keyboard alone; and every section by its
 * address.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { BlobReader, ZipReader } from "@zip.js/zip.js";
import { expect } from "vitest";
import Papa from "papaparse";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { network } from "../../../practice/network/network.ts";
import { canonicalJson } from "../../../src/exchange/canonical-json.ts";
import { crc32, crcText } from "../../../src/exchange/crc32.ts";
import { linesOfSealed } from "../../exchange/backup/independent-reader.ts";
import {
  chooseFolder,
  eraseEverything,
  figures,
  filesIn,
  isFolderOffered,
  untilFigures,
} from "../support/folders.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import { present } from "../support/states.ts";

const PAGE = "src/dashboard/index.html";

async function people(world: World, hash = "#people"): Promise<DrivenPage> {
  const page = await world.browser.openExtensionPage(`${PAGE}${hash}`);
  await page.setViewport(1440, 900);
  await page.prefer({ colourScheme: "light", reducedMotion: true });
  await present(page, "tbody th button");
  return page;
}

/** How many people the page says there are, once it is another number than before. */
const countOtherThan = (page: DrivenPage, before: string): Promise<string> =>
  page.waitFor(
    `another count than ${before}`,
    (old) => {
      const said = document.querySelector(".people-count [role=status]")?.textContent ?? "";
      return said !== "" && said !== old ? said : undefined;
    },
    before,
  );

const counted = (page: DrivenPage): Promise<string> => countOtherThan(page, "");

const names = (page: DrivenPage): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("tbody th button")].map((one) => one.textContent ?? ""),
  );

const chips = (page: DrivenPage): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll(".chip button:first-child")].map((one) => one.textContent ?? ""),
  );

/** Chooses from one of the lists that add a filter. */
const choose = (page: DrivenPage, label: string, value: string): Promise<boolean> =>
  page.waitFor(
    `the choice "${label}"`,
    (name, wanted) => {
      const list = document.querySelector<HTMLSelectElement>(`select[aria-label="${name}"]`);
      if (!list) return false;
      list.value = wanted;
      list.dispatchEvent(new Event("change", { bubbles: true }));
      return true;
    },
    label,
    value,
  );

const said = (page: DrivenPage, words: string): Promise<boolean> =>
  page.waitFor(
    `"${words}"`,
    (wanted) => document.querySelector(".bulk-said")?.textContent?.includes(wanted) === true,
    words,
  );

inEachBrowser(
  "the page",
  { network: network({ seed: 7, people: 300, years: 5, now: Date.now() }) },
  (world) => {
    world.test(
      "everybody at a company who is silent for six months is found, tagged, exported, and the tag taken back",
      async () => {
        const page = await people(world);
        const all = await counted(page);
        // The company with most people is offered first.
        const company = await page.waitFor(
          "companies",
          () => document.querySelector<HTMLOptionElement>("#offered-company option")?.value,
        );
        await page.click("[name=filter-company]");
        await page.type(company);
        await page.press("Enter");
        const there = await countOtherThan(page, all);
        await choose(page, "Silent for at least", "183");
        const found = await countOtherThan(page, there);
        expect(await chips(page)).toEqual([`At ${company}`, "Silent for at least 6 months"]);
        const expected = await names(page);
        expect(found).toBe(expected.length === 1 ? "1 person" : `${expected.length} people`);
        expect(expected.length).toBeGreaterThan(0);

        await page.click("[name=select-all]");
        await page.click("[name=act-tag]");
        await page.click("[name=bulk-tag]");
        await page.type("reunion");
        await page.click("[name=bulk-yes]");
        await said(page, `Done for ${expected.length}`);
        await page.waitFor(
          "the tag in each row",
          (count) => document.querySelectorAll("tbody .tag").length >= count,
          expected.length,
        );

        await page.click("[name=export-view]");
        await page.waitFor(
          "the preview of the view",
          (first) => document.querySelector("dialog pre")?.textContent?.includes(first),
          expected[0] ?? "",
        );
        const file = await world.browser.downloadOf(() => page.click("[name=export-save]"));
        const { data } = Papa.parse<Record<string, string>>(
          file.bytes.toString("utf8").replace("\uFEFF", ""),
          { header: true, skipEmptyLines: true },
        );
        expect(data.map((line) => line["name"])).toEqual(expected);
        expect(new Set(data.map((line) => line["company"]))).toEqual(new Set([company]));
        expect(data.every((line) => line["tags"]?.includes("reunion"))).toBe(true);
        const moment = /^(?:\d{4}-\d\d-\d\d(?:\/\d{4}-\d\d-\d\d)?)?$/;
        expect(data.every((line) => moment.test(line["last_exchange"] ?? "?"))).toBe(true);
        await page.evaluate(() => {
          const kinds = document.querySelector<HTMLSelectElement>("[name=export-kind]");
          if (kinds) kinds.value = "vault";
          kinds?.dispatchEvent(new Event("change", { bubbles: true }));
        });
        await page.waitFor("the preview of a note", () =>
          document.querySelector("dialog pre")?.textContent?.startsWith("---"),
        );
        const vault = await world.browser.downloadOf(() => page.click("[name=export-save]"));
        const reader = new ZipReader(new BlobReader(new Blob([new Uint8Array(vault.bytes)])), {
          useWebWorkers: false,
        });
        const paths = (await reader.getEntries()).map(({ filename }) => filename);
        for (const name of expected) expect(paths).toContain(`People/${name}.md`);
        expect(paths).toContain("Tags/reunion.md");
        await page.press("Escape");

        // The address leads back to the view, and names neither the company nor anybody.
        const address = await page.url();
        expect(address).toMatch(/#people\/[\w-]+$/);
        await page.reload();
        await present(page, "tbody th button");
        expect(await names(page)).toEqual(expected);
        expect(await chips(page)).toEqual([`At ${company}`, "Silent for at least 6 months"]);

        // One step back is the view before.
        await page.back();
        await countOtherThan(page, found);
        expect(await chips(page)).toEqual([`At ${company}`]);
      },
    );

    world.test(
      "an act on everybody is undone as one, but for those who changed since",
      async () => {
        const page = await people(world);
        const all = await counted(page);
        await page.click("[name=search]");
        // One letter: after the first of two the list is another one than in the end.
        await page.type("k");
        await countOtherThan(page, all);
        const [first = "", ...others] = await names(page);
        expect(others.length).toBeGreaterThan(1);
        await page.click("[name=select-all]");
        await page.click("[name=act-snooze]");
        await page.click("[name=bulk-yes]");
        await said(page, "Done for");
        // In another tab the first of them is snoozed for longer.
        const other = await people(world, new URL(await page.url()).hash);
        await other.click("tbody input[type=checkbox]");
        await other.click("[name=act-snooze]");
        await other.evaluate(() => {
          const spans = document.querySelector<HTMLSelectElement>(".selection-bar select");
          if (spans) spans.value = [...spans.options].at(-1)?.value ?? "";
          spans?.dispatchEvent(new Event("change", { bubbles: true }));
        });
        await other.click("[name=bulk-yes]");
        await said(other, "Done for 1 person");
        await page.bringToFront();
        await page.click("[name=bulk-undo]");
        await said(page, "Undone, but for 1 person changed since");
        await said(page, first);
      },
    );

    world.test("with the keyboard alone a row is found, selected and opened", async () => {
      const page = await people(world);
      await page.press("/");
      const isSearching = await page.evaluate(
        () => (document.activeElement as HTMLInputElement | null)?.name === "search",
      );
      expect(isSearching).toBe(true);
      for (let presses = 0; presses < 60; presses += 1) {
        await page.press("Tab");
        if (await page.evaluate(() => document.activeElement?.tagName === "TR")) break;
      }
      await page.press("ArrowDown");
      await page.press(" ");
      await page.press("Shift+ArrowDown");
      await page.waitFor("two people selected", () =>
        document.querySelector(".selection-bar strong")?.textContent?.startsWith("2 "),
      );
      await page.press("End");
      await page.waitFor("the last row", () => {
        const row = document.activeElement;
        return (
          row?.tagName === "TR" &&
          row.getAttribute("aria-rowindex") ===
            document.querySelector(".people-table")?.getAttribute("aria-rowcount") &&
          row.querySelector("th button") !== null
        );
      });
      const last = await page.evaluate(
        () => document.activeElement?.querySelector("th button")?.textContent,
      );
      await page.press("Enter");
      const opened = await page.waitFor(
        "the details",
        (name) => document.querySelector(".drawer h2")?.textContent === name,
        last,
      );
      expect(opened).toBe(true);
      await page.press("Escape");
      await page.waitFor("the table alone", () => document.querySelector(".drawer") === null);
    });

    world.test(
      "a rectangle on the map becomes a view of the people inside, and a point the person",
      async () => {
        const page = await world.browser.openExtensionPage(`${PAGE}#network`);
        await page.setViewport(1440, 900);
        await page.prefer({ colourScheme: "light", reducedMotion: true });
        /** Where the map is, in the middle of the window, once all pictures have their places. */
        const mapShown = async () => {
          await present(page, ".pictures[aria-busy=false] canvas[data-drawn]");
          return page.evaluate(() => {
            const area = document.querySelector(".tie-map");
            area?.scrollIntoView({ block: "center" });
            const { x = 0, y = 0, width = 0, height = 0 } = area?.getBoundingClientRect() ?? {};
            return { x, y, width, height };
          });
        };
        const insideOf = ({ x, y, width, height }: Awaited<ReturnType<typeof mapShown>>) => ({
          x: x + width * 0.4,
          y: y + height * 0.2,
          width: width * 0.5,
          height: height * 0.4,
        });
        const selected = () =>
          page.waitFor(
            "people inside",
            () => document.querySelector<HTMLElement>("[name=show-selected]")?.textContent,
          );
        const map = await mapShown();
        await page.dragOver(insideOf(map));
        await selected();
        await page.press("Escape");
        await page.waitFor(
          "no rectangle",
          () => document.querySelector(".map-rectangle, [name=show-selected]") === null,
        );

        // The first person from the left is named, and a click opens the person.
        const at = { x: map.x + map.width * 0.3, y: map.y + map.height * 0.2 };
        const isPointing = () => page.evaluate(() => document.querySelector(".pointing") !== null);
        for (let step = 0; step < 100; step += 1) {
          await page.moveTo(at.x, at.y);
          if (await isPointing()) break;
          at.x += 8;
        }
        const name = await page.waitFor(
          "a name",
          () => document.querySelector(".map-pointed bdi")?.textContent,
        );
        await page.clickAt(at.x, at.y);
        await page.waitFor(
          "the person",
          (wanted) => document.querySelector(".drawer h2")?.textContent === wanted,
          name,
        );
        await page.back();

        // The map may stand a part of a pixel elsewhere than before.
        await page.dragOver(insideOf(await mapShown()));
        const words = await selected();
        await page.click("[name=show-selected]");
        const found = await counted(page);
        expect(`Show these ${found}`).toBe(words);
        expect(await chips(page)).toHaveLength(2);
        await page.reload();
        await present(page, "tbody th button");
        expect(await counted(page)).toBe(found);
      },
    );

    world.test("a change leads to the person's page, which reload and back keep", async () => {
      const page = await world.browser.openExtensionPage(`${PAGE}#changes`);
      await page.setViewport(1440, 900);
      await present(page, ".change");
      const name = await page.evaluate(
        () => document.querySelector(".change .change-words a")?.textContent ?? "",
      );
      const act = await page.evaluate(
        () => document.querySelector(".change-act .button")?.getAttribute("aria-label") ?? "",
      );
      expect(act).toContain(name);
      await page.click(".change .change-words a");
      const there = () =>
        page.waitFor(
          "the person's page",
          (wanted) => document.querySelector(".person-who h1")?.textContent === wanted,
          name,
        );
      await there();
      expect(await page.url()).toMatch(/#person\/[\w-]{22}$/);
      await page.reload();
      await there();
      await page.click("[name=zoom-in]");
      await present(page, "[name=zoom-all]:not(:disabled)");
      await page.back();
      await present(page, ".change");
      expect(await page.url()).toMatch(/#changes$/);
    });

    world.test(
      "a sealed backup is opened by another reader and by its passphrase, and a restore is undone",
      async () => {
        const folder = await mkdtemp(join(tmpdir(), "tielight-backup-"));
        try {
          const page = await world.browser.openExtensionPage(`${PAGE}#data`);
          await page.click("[name=restore-keep]");
          // The page is shorter then, and what is below moves.
          await page.waitFor(
            "the restore to be kept",
            () => document.querySelector("[name=restore-keep]") === null,
          );
          await page.click("[name=backup-sealed]");
          await page.click("[name=passphrase]");
          await page.type("sails and dahlias");
          const file = await world.browser.downloadOf(() =>
            page.click('button[name="export"][value="json"]'),
          );
          const lines = linesOfSealed(file.bytes, "sails and dahlias");
          expect(lines.length).toBeGreaterThan(300);
          await page.waitFor("the last backup", () =>
            document
              .querySelector("main:not([hidden])")
              ?.textContent?.includes("Last backup: today"),
          );

          const sealed = join(folder, file.name);
          await writeFile(sealed, file.bytes);
          await page.upload('input[name="given"]', sealed);
          await page.click(".panel:has([name=restore-open]) [name=passphrase]");
          await page.type("sails and dahlias");
          await page.press("Enter");
          await present(page, "[name=restore-commit]");
          await page.click("[name=restore-cancel]");

          const figures = () =>
            page.evaluate(() => document.querySelector(".summary .figures")?.textContent ?? "");
          const before = await figures();
          const more = { kind: "statement", replica: "other", source: "page", version: 1 };
          const body = { names: [{ at: 1, value: "Zed Example" }], visits: [1] };
          const added = JSON.stringify({ body, ...more, subject: "slug:zed-example" });
          await writeFile(
            join(folder, "more.gz"),
            gzipSync([...lines.slice(0, -1), added, lines.at(-1)].join("\n")),
          );
          await page.upload('input[name="given"]', join(folder, "more.gz"));
          await page.click("[name=restore-commit]:not(:disabled)");
          await page.waitFor(
            "one person more",
            (then) => {
              const now = document.querySelector(".summary .figures")?.textContent ?? "";
              return now !== "" && now !== then;
            },
            before,
          );
          await page.click("[name=restore-undo]:not(:disabled)");
          await page.waitFor(
            "the people as before",
            (then) => document.querySelector(".summary .figures")?.textContent === then,
            before,
          );
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      },
    );

    world.test("the popup leads to the week, and back and reload keep the section", async () => {
      const popup = await world.browser.openExtensionPage("src/popup/index.html");
      await present(popup, ".actions");
      const address = await popup.evaluate(
        () => document.querySelector<HTMLAnchorElement>(".mark-link")?.href ?? "",
      );
      const page = await world.browser.open(address);
      const heading = (words: string) =>
        page.waitFor(
          `the section "${words}"`,
          (wanted) =>
            document.querySelector("main:not([hidden]) h1")?.textContent === wanted &&
            document.querySelector(".rail [aria-current=page]")?.textContent === wanted,
          words,
        );
      await heading("Week");
      await page.click('.rail a[href="#people"]');
      await heading("People");
      await page.reload();
      await heading("People");
      await page.back();
      await heading("Week");
      await page.reload();
      await heading("Week");
    });

    world.test(
      "a saved view is there after a reload, with the one who was deleted gone from it",
      async () => {
        const page = await people(world);
        const all = await counted(page);
        await choose(page, "Bands", "close");
        const close = await countOtherThan(page, all);
        await page.click("[name=save-view]");
        await page.type("My people");
        await page.press("Enter");
        const isSaved = () =>
          page.waitFor(
            "the saved view",
            () =>
              document.querySelector(".saved-views [aria-current]")?.textContent === "My people",
          );
        await isSaved();
        const [first = ""] = await names(page);
        await page.click("tbody input[type=checkbox]");
        await page.click("[name=act-delete]");
        await page.click("[name=bulk-yes]");
        const isDeleted = () =>
          page.waitFor(
            "the deletion, and the table without them",
            (name) =>
              document.querySelector(".toasts [name=deletion-undo]") !== null &&
              [...document.querySelectorAll("tbody th button")].every(
                ({ textContent }) => textContent !== name,
              ),
            first,
          );
        await isDeleted();
        await page.click("[name=deletion-undo]");
        await page.waitFor("them back", () =>
          document.body.innerText.includes("1 person is back."),
        );
        await page.waitFor(
          "them in the table",
          (name) => document.querySelector("tbody th button")?.textContent === name,
          first,
        );
        await page.click("tbody input[type=checkbox]");
        await page.click("[name=act-delete]");
        await page.click("[name=bulk-yes]");
        await isDeleted();
        // Who leaves the page before the minute is over meant it.
        await page.reload();
        await isSaved();
        await countOtherThan(page, close);
        expect(await names(page)).not.toContain(first);
        expect(await page.url()).not.toContain("My");
      },
    );

    world.test(
      "a folder is written to, read back, what another computer wrote there comes in, and a new computer needs nothing else",
      async () => {
        const page = await world.browser.openExtensionPage(`${PAGE}#data`);
        await present(page, "[name=backup-sealed]");
        if (world.browser.name === "firefox") {
          expect(await isFolderOffered(page)).toBe(false);
          return;
        }
        await chooseFolder(page, "shared");
        await page.click("[name=folder-choose]");
        await present(page, "[name=folder-write]:not(:disabled)");
        const files = () => filesIn(page, "shared");
        const [[name, bytes] = ["", []], ...more] = await files();
        expect(more).toEqual([]);
        const lines = gunzipSync(Buffer.from(bytes)).toString().trimEnd().split("\n");
        expect(lines.length).toBeGreaterThan(300);

        const before = await figures(page);
        // The same history, as another computer would write it, with one person more.
        const record = { kind: "statement", replica: "other", source: "page", version: 1 };
        const said = { ...record, body: { visits: [1] }, subject: "slug:yan-example" };
        const records = [...lines.slice(1, -1), canonicalJson(said)];
        const whole = [lines[0], ...records].map((line) => `${line}\n`).join("");
        const end = {
          crc32: crcText(crc32(Buffer.from(whole))),
          format: "tielight-history-end",
          records: records.length,
        };
        const other = gzipSync(`${whole}${canonicalJson(end)}\n`);
        const check = createHash("sha256").update(other).digest("hex").slice(0, 8);
        const otherName = name.replace(/-[\da-f]{8}-\d{6}-[\da-f]{8}/, `-00000000-000001-${check}`);
        await page.evaluate(
          async (called, content) => {
            const root = await navigator.storage.getDirectory();
            const folder = await root.getDirectoryHandle("shared");
            const stream = await (
              await folder.getFileHandle(called, { create: true })
            ).createWritable();
            await stream.write(new Uint8Array(content));
            await stream.close();
          },
          otherName,
          [...other],
        );
        await page.click("[name=folder-write]:not(:disabled)");
        await page.waitFor(
          "one person more",
          (then) => {
            const now = document.querySelector(".summary .figures")?.textContent ?? "";
            return now !== "" && now !== then;
          },
          before,
        );
        await page.waitFor("another file", () =>
          document.querySelector("[name=folder-write]:not(:disabled)"),
        );
        expect((await files()).length).toBe(2);
        await page.click("[name=folder-forget]");
        await page.waitFor(
          "no folder",
          () => document.querySelector("[name=folder-forget]") === null,
        );

        // On a computer that knows nothing, the folder is enough.
        const held = await figures(page);
        await eraseEverything(page);
        await present(page, "[name=folder-choose]");
        await chooseFolder(page, "shared");
        await page.click("[name=folder-choose]");
        await untilFigures(page, held);
      },
    );
  },
);
