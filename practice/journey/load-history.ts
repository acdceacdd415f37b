import type { BrowserDriver } from "../browser/browser-driver.ts";

/** Brings an exported history in as a user would: by the file field of the history page. Answers what the page then says. */
export async function loadHistory(browser: BrowserDriver, file: string): Promise<string> {
  const page = await browser.openExtensionPage("src/dashboard/index.html");
  await page.upload('input[name="given"]', file);
  await page.click('button[name="restore-commit"]:not(:disabled)');
  const said = await page.waitFor("the history to be restored", () => {
    const notice = [...document.querySelectorAll("section")].find((section) =>
      section.querySelector('input[name="given"]'),
    );
    return notice?.querySelector(".notice")?.textContent?.trim();
  });
  await page.close();
  return said;
}
