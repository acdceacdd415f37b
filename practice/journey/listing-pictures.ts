/**
 * The pictures of the store listings, in the sizes the stores want, taken of the product as it is with the invented people of the sample.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserDriver, DrivenPage } from "../browser/browser-driver.ts";
import type { Network } from "../network/network.ts";
import { LARGE, promotion, SMALL } from "./promotion.ts";
import { settled } from "./settled.ts";
import { profileOf, SITE, talkedWith, waitForBadge } from "./walk.ts";

/** The size of a screenshot in both stores, in pixels. */
const SCREEN = { width: 1280, height: 800 };

/** Takes them all, in light colours. The choice is made, the history brought in. The folder is emptied before. */
export async function listingPictures(
  browser: BrowserDriver,
  network: Network,
  folder: string,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const keep = (name: string, picture: Buffer): Promise<void> =>
    writeFile(join(folder, `${name}.png`), picture);
  const site = await onTheSite(browser, network);
  const popup = await inThePopup(browser);
  const over = (picture: Buffer): Promise<Buffer> =>
    drawing(browser, popupOver(site.feed, picture), SCREEN);
  await keep("1-profile", site.profile);
  await keep("2-this-week", await over(popup.week));
  await keep("3-balance", await over(popup.balance));
  const map = ".pictures[aria-busy=false] canvas[data-drawn]";
  await keep("4-network", await ownPage(browser, "src/dashboard/index.html#network", map));
  await keep("5-your-choice", await ownPage(browser, "src/welcome/index.html", "h1"));
  await keep("promotion-small", await drawing(browser, promotion(SMALL), SMALL));
  await keep("promotion-large", await drawing(browser, promotion(LARGE), LARGE));
}

/** The feed, and a profile with the small card. */
async function onTheSite(
  browser: BrowserDriver,
  network: Network,
): Promise<Record<"feed" | "profile", Buffer>> {
  const site = await browser.open(`${SITE}/feed/`);
  await site.prefer({ colourScheme: "light", reducedMotion: true });
  await site.setViewport(SCREEN.width, SCREEN.height);
  await site.waitFor("posts", () => document.querySelectorAll('[role="listitem"]').length > 2);
  await settled(site, 3);
  const feed = await site.screenshot();
  const person = talkedWith(network, "fading");
  await site.goTo(profileOf(person));
  const badge = await waitForBadge(site, person.name);
  await settled(site);
  await site.moveTo(badge.rect.x + 40, badge.rect.y + badge.rect.height / 2);
  await settled(site, 3);
  const profile = await site.screenshot();
  await site.close();
  return { feed, profile };
}

/** The popup with the week, and with the balance. */
async function inThePopup(browser: BrowserDriver): Promise<Record<"week" | "balance", Buffer>> {
  const popup = await browser.openExtensionPage("src/popup/index.html");
  await popup.setViewport(400, 600);
  await popup.prefer({ colourScheme: "light", reducedMotion: true });
  await popup.waitFor("the week", () => document.querySelector(".actions") !== null);
  const week = await popup.screenshot();
  await popup.click("[name=balance]");
  await popup.waitFor("the balance", () => document.querySelector(".balance-picture") !== null);
  const balance = await popup.screenshot();
  await popup.close();
  return { week, balance };
}

/** A page of ours, with this element in the middle as far as the page can be scrolled. */
async function ownPage(browser: BrowserDriver, path: string, middle: string): Promise<Buffer> {
  const page = await browser.openExtensionPage(path);
  await page.prefer({ colourScheme: "light", reducedMotion: true });
  await page.setViewport(SCREEN.width, SCREEN.height);
  await page.waitFor(middle, (wanted) => document.querySelector(wanted) !== null, middle);
  await stands(page);
  await page.evaluate((selector) => {
    const found = document.querySelector(selector);
    found?.scrollIntoView({ block: "center", behavior: "instant" });
  }, middle);
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

/** Until the page's words have been the same for a second. */
async function stands(page: DrivenPage): Promise<void> {
  let before = "";
  for (let same = 0; same < 10;) {
    const now = await page.evaluate(() => document.body.innerText);
    same = now === before && now !== "" ? same + 1 : 0;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const address = (picture: Buffer): string => `data:image/png;base64,${picture.toString("base64")}`;

/** The popup over a page, at the place where a browser opens it. */
const popupOver = (page: Buffer, popup: Buffer): string => `
  <style>
    img { position: absolute; top: 0; left: 0 }
    .popup { left: auto; right: 72px; top: 12px; border-radius: 10px;
             box-shadow: 0 0 0 1px #0003, 0 12px 48px #0008 }
  </style>
  <img src="${address(page)}"><img class="popup" src="${address(popup)}">`;

/** Draws a page with this markup. */
async function drawing(
  browser: BrowserDriver,
  html: string,
  size: { readonly width: number; readonly height: number },
): Promise<Buffer> {
  const page = await browser.open("about:blank");
  await page.setViewport(size.width, size.height);
  await page.evaluate(async (markup) => {
    const drawn = new DOMParser().parseFromString(markup, "text/html");
    document.documentElement.replaceWith(drawn.documentElement);
    document.body.style.margin = "0";
    await Promise.all([...document.images].map((image) => image.decode()));
    await document.fonts.ready;
  }, html);
  const picture = await page.screenshot();
  await page.close();
  return picture;
}
