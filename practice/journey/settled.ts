import type { DrivenPage } from "../browser/browser-driver.ts";

/** Until at least so many badges and cards have looked the same for half a second: they come one after another. */
export async function settled(page: DrivenPage, least = 1): Promise<void> {
  let before = "";
  let same = 0;
  while (same < 5) {
    const { roots } = await page.shadowTexts();
    const now = JSON.stringify(roots);
    same = now === before && roots.length >= least ? same + 1 : 0;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
