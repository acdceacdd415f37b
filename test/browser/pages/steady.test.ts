/**
 * What has been drawn stays where it is: nobody presses something else than what they aimed at because an answer came late.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { network } from "../../../practice/network/network.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { popup } from "../support/popup-tasks.ts";
import { present } from "../support/states.ts";

declare global {
  interface Window {
    /** Where what is watched stood, each time something was drawn. */
    places?: Set<string>;
  }
}

const invented = network({ seed: 7, people: 60, years: 8, now: Date.now() });

/** From now on notes where the first element of a selector stands inside its dialog, whenever something is drawn. */
const watch = (page: DrivenPage, wanted: string): Promise<void> =>
  page.evaluate((selector) => {
    const places = new Set<string>();
    window.places = places;
    new MutationObserver(() => {
      const one = document.querySelector(selector);
      const inside = one?.closest(".dialog-inside");
      if (!one || !inside) return;
      const [{ top, left }, frame] = [one.getBoundingClientRect(), inside.getBoundingClientRect()];
      // While a dialog comes up it is a little lower; what is in it is measured from its own corner.
      places.add(`${Math.round(left - frame.left)} ${Math.round(top - frame.top)}`);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  }, wanted);

/** Every place noted, after nothing has been drawn for a while. */
const noted = (page: DrivenPage): Promise<readonly string[]> =>
  page.evaluate(async () => {
    let drawnAt = performance.now();
    const drawing = new MutationObserver(() => {
      drawnAt = performance.now();
    });
    drawing.observe(document, { subtree: true, childList: true, attributes: true });
    while (performance.now() < drawnAt + 500)
      await new Promise((resolve) => setTimeout(resolve, 50));
    drawing.disconnect();
    return [...(window.places ?? [])];
  });

inEachBrowser("what is drawn", { network: invented }, (world) => {
  world.test("stays where it is in the settings, down to the last link", async () => {
    const page = await popup(world);
    await watch(page, "dialog .card-foot");
    await page.click("[name=menu]");
    await page.click("[name=settings]");
    await present(page, "dialog .card-foot");
    expect(await noted(page)).toHaveLength(1);
  });

  world.test("stays where it is on a card, down to what happened last", async () => {
    const page = await popup(world);
    await watch(page, "dialog .card-history");
    await page.click(".person-name");
    await present(page, "dialog .card-history");
    expect(await noted(page)).toHaveLength(1);
  });
});
