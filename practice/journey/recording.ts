/**
 * Half a minute of the product for those who want to see it before they install it, without sound: a film of pictures, taken of the product
 * as it is with the invented people of the sample.
 */
import type { BrowserDriver, DrivenPage } from "../browser/browser-driver.ts";
import type { Network } from "../network/network.ts";
import { FILM, film, type Place, type Shot } from "./film.ts";
import { settled } from "./settled.ts";
import { profileOf, SITE, talkedWith, waitForBadge } from "./walk.ts";

const PICTURE = { width: FILM.width, height: FILM.height - FILM.wordsHeight };
const POPUP = { width: 400, height: 600 };
/** Where a browser opens a popup. */
const CORNER: Place = { x: FILM.width - POPUP.width - 72, y: 12 };

/** The middle of an element, in the picture of its page. */
async function middleOf(page: DrivenPage, selector: string): Promise<Place> {
  return page.waitFor(
    selector,
    (wanted) => {
      const box = document.querySelector(wanted)?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    selector,
  );
}

/** Films a walk: feed, profile, week, words to begin with, search, card, balance, network. Answers a WebM file. */
export async function recording(browser: BrowserDriver, network: Network): Promise<Buffer> {
  const person = talkedWith(network, "fading");
  const site = await browser.open(`${SITE}/feed/`);
  await site.prefer({ colourScheme: "light", reducedMotion: true });
  await site.setViewport(PICTURE.width, PICTURE.height);
  await site.waitFor("posts", () => document.querySelectorAll('[role="listitem"]').length > 2);
  await settled(site, 3);
  const feed = await site.screenshot();
  await site.goTo(profileOf(person));
  const badge = await waitForBadge(site, person.name);
  await settled(site);
  const profile = await site.screenshot();
  const onBadge = { x: badge.rect.x + 40, y: badge.rect.y + badge.rect.height / 2 };
  await site.moveTo(onBadge.x, onBadge.y);
  await settled(site, 3);
  const glance = await site.screenshot();
  await site.close();

  const shots: Shot[] = [
    { picture: feed, seconds: 3.5, words: "How warm a tie is, beside each name" },
    { picture: profile, seconds: 2.5, words: "When you last talked", pointer: onBadge },
    { picture: glance, seconds: 3, words: "… and why it may be time to write" },
  ];
  const popup = await browser.openExtensionPage("src/popup/index.html");
  await popup.setViewport(POPUP.width, POPUP.height);
  await popup.prefer({ colourScheme: "light", reducedMotion: true });
  /** Takes the popup over the feed, with the pointer on its way to what is pressed next. */
  const take = async (seconds: number, words: string, next?: string): Promise<void> => {
    const middle = next === undefined ? undefined : await middleOf(popup, next);
    shots.push({
      picture: feed,
      over: { picture: await popup.screenshot(), place: CORNER },
      seconds,
      words,
      ...(middle && { pointer: { x: CORNER.x + middle.x, y: CORNER.y + middle.y } }),
    });
  };
  await popup.waitFor("the week", () => document.querySelector(".actions") !== null);
  await take(3.5, "A few people worth a message this week", "[name=more]");
  await popup.click("[name=more]");
  await take(1.5, "A few people worth a message this week", ".popover hr + .menu-choice");
  await popup.click(".popover hr + .menu-choice");
  await popup.waitFor("the words", () => document.querySelector(".segments") !== null);
  await take(2.5, "Words to begin with, in your own tone", "[name=search]");
  await popup.click("[name=search]");
  const [first = ""] = person.name.split(" ");
  for (const letter of first.slice(0, 4)) {
    await popup.type(letter);
    await popup.waitFor("people", () => document.querySelector(".chunk .person-name") !== null);
    await take(0.3, "Everybody you know, found while you type");
  }
  await take(1.3, "Everybody you know, found while you type", ".chunk .person-name");
  await popup.click(".chunk .person-name");
  await popup.waitFor("the card", () => document.querySelector("dialog .person-choices") !== null);
  await take(3.8, "Notes, tags, and what passed between you");
  await popup.close();

  const page = await browser.openExtensionPage("src/dashboard/index.html#network");
  await page.prefer({ colourScheme: "light", reducedMotion: true });
  await page.setViewport(PICTURE.width, PICTURE.height);
  await page.waitFor("the map", () =>
    document.querySelector(".pictures[aria-busy=false] canvas[data-drawn]"),
  );
  shots.push({
    picture: await page.screenshot(),
    seconds: 3,
    words: "Strong ties and weak ties, over the years",
  });
  await page.goTo(`${browser.extensionOrigin}/src/safe/index.html`);
  await page.waitFor("the promises", () => document.querySelector("[name=spy]"));
  shots.push({
    picture: await page.screenshot(),
    seconds: 4,
    words: "Everything stays in your browser",
  });
  await page.close();
  return film(browser, shots);
}
