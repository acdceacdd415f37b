/**
 * What the listing promises of "Archive only": on the site nothing is drawn and nothing is read.
 */
import { expect } from "vitest";
import { network } from "../../../practice/network/network.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { kept, signedInAtLast } from "../support/kept.ts";
import { askIn } from "../support/settings.ts";

const SITE = "https://www.linkedin.com";
/** A visit counts after three seconds; whatever is read is read before that. */
const LONG_ENOUGH_MS = 6000;
const invented = network({ seed: 7, people: 40, years: 3, now: Date.now() });
const person = invented.people.find(
  ({ degree, interactions }) => degree === 1 && interactions.length > 5,
)!;

inEachBrowser("archive only", { network: invented, history: false, mode: "archive" }, (world) => {
  world.test("reads and draws nothing on the site, where popup only would", async () => {
    const { browser } = world;
    const page = await browser.open(`${SITE}/in/me/`);
    await page.goTo(`${SITE}/in/${encodeURIComponent(person.slug)}/`);
    await page.waitFor("the name", () => document.querySelector("h1, h2") !== null);
    await new Promise((resolve) => setTimeout(resolve, LONG_ENOUGH_MS));
    expect((await page.shadowTexts()).roots).toEqual([]);
    expect(await kept(browser)).toEqual({ waiting: 0, held: 0, histories: 0 });

    const welcome = await browser.openExtensionPage("src/welcome/index.html");
    await askIn(welcome, "changeSettings", { mode: "popup" });
    await welcome.close();
    await page.goTo(`${SITE}/in/me/`);
    await page.bringToFront();
    await signedInAtLast(browser, invented.viewer.slug);
  });
});
