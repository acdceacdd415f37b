/**
 * The pictures of the README, taken of the product as it is: after a journey, with the same invented people.
 */
import { join } from "node:path";
import type { BrowserDriver, DrivenPage } from "../browser/browser-driver.ts";
import type { Rect } from "../browser/sight.ts";
import type { Network } from "../network/network.ts";
import { settled } from "./settled.ts";
import { profileOf, SITE, talkedWith, waitForBadge } from "./walk.ts";

/** Two of a picture's pixels for one of the page's: sharp on every screen. */
const SCALE = 2;

/** The upper part of an element, with a margin around. */
function upperPart(page: DrivenPage, selector: string, height: number): Promise<Rect> {
  return page.waitFor(
    selector,
    (wanted, most) => {
      const box = document.querySelector(wanted)?.getBoundingClientRect();
      return (
        box && {
          x: box.x - 16,
          y: Math.max(0, box.y - 16),
          width: box.width + 32,
          height: Math.min(box.height + 16, most),
        }
      );
    },
    selector,
    height,
  );
}

/** Takes them all. The choice is made, the history brought in. */
export async function readmePictures(
  browser: BrowserDriver,
  network: Network,
  folder: string,
): Promise<void> {
  const file = (name: string): string => join(folder, `${name}.png`);

  const site = await browser.open(`${SITE}/feed/`);
  await site.prefer({ colourScheme: "light", reducedMotion: true });
  await site.setViewport(700, 900, SCALE);
  const person = talkedWith(network, "fading");
  const feed = await upperPart(site, '[data-testid="mainFeed"]', 700);
  await settled(site, 3);
  await site.screenshot(file("feed"), { clip: feed });

  await site.setViewport(1000, 900, SCALE);
  await site.goTo(profileOf(person));
  const badge = await waitForBadge(site, person.name);
  await settled(site);
  await site.moveTo(badge.rect.x + 40, badge.rect.y + badge.rect.height / 2);
  await settled(site, 3);
  await site.screenshot(file("glance"), { clip: await upperPart(site, "main", 420) });
  await site.close();

  const popup = await browser.openExtensionPage("src/popup/index.html");
  await popup.setViewport(400, 600, SCALE);
  for (const colourScheme of ["light", "dark"] as const) {
    await popup.prefer({ colourScheme, reducedMotion: true });
    await popup.waitFor("the week", () => document.querySelector(".actions") !== null);
    await popup.screenshot(file(`popup-${colourScheme}`));
  }
  await popup.click("[name=balance]");
  await popup.waitFor("the balance", () => document.querySelector(".balance-picture") !== null);
  await popup.screenshot(file("balance-dark"));
  await popup.prefer({ colourScheme: "light", reducedMotion: true });
  await popup.screenshot(file("balance-light"));
  await popup.close();
}
