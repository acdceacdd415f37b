/** Folders of backups in a real browser, and what a user does around them. */
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";

/** From now on the page chooses this folder. Nobody can answer the browser's own dialog here; a folder of the extension's own has the same handle. */
export const chooseFolder = (page: DrivenPage, called: string): Promise<void> =>
  page.evaluate((name) => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true }),
    });
  }, called);

/** The files in a folder: their names, and their bytes. */
export const filesIn = (
  page: DrivenPage,
  called: string,
): Promise<readonly (readonly [string, number[]])[]> =>
  page.evaluate(async (name) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
    const found: [string, number[]][] = [];
    for await (const [file, handle] of folder as unknown as AsyncIterable<
      [string, FileSystemFileHandle]
    >) {
      const bytes = await (await handle.getFile()).arrayBuffer();
      found.push([file, [...new Uint8Array(bytes)]]);
    }
    return found;
  }, called);

/** How much the page says that there is in the history. */
export const figures = (page: DrivenPage): Promise<string> =>
  page.evaluate(() => document.querySelector(".summary .figures")?.textContent ?? "");

/** Waits until the page says that there is as much as it said before. */
export const untilFigures = (page: DrivenPage, as: string): Promise<boolean> =>
  page.waitFor(
    `"${as}"`,
    (then) => document.querySelector(".summary .figures")?.textContent === then,
    as,
  );

/** Erases everything from the settings, as on a computer that knows nothing, and goes back to the data. */
export async function eraseEverything(page: DrivenPage): Promise<void> {
  await page.click('.rail a[href="#settings"]');
  await page.click("[name=erase-everything]");
  await page.click("[name=sure]");
  await page.waitFor("nothing", () =>
    document.querySelector(".summary .figures")?.textContent?.startsWith("0 people"),
  );
  await page.click('.rail a[href="#data"]');
  await page.reload();
}

/** Whether the page offers to choose a folder: Firefox has none. */
export const isFolderOffered = (page: DrivenPage): Promise<boolean> =>
  page.evaluate(() => document.querySelector("[name=folder-choose]") !== null);
