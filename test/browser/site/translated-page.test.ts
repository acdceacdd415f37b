/**
 * A page that the browser's translator wrote anew, what comes later too: names and headlines of the translation are nobody's.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { eventually } from "../../../practice/browser/within.ts";
import { nameOnBadge } from "./badge-truth.ts";
import { opened, signIn } from "../support/acts.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { exportedHistory } from "../support/observed.ts";

const PATIENCE_MS = 60_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What the translator makes of the last word of a name, and adds to every longer text. */
const [NAME, WORDS] = ["Waldschloss", "auf Deutsch"];

/**
 * Translates the page and all that it shows later.
 *
 * @param marks whether every text is put into `font`, as Chrome and Edge do; Firefox marks none
 */
const translate = (page: DrivenPage, names: readonly string[], marks: boolean): Promise<void> =>
  page.evaluate(
    (known, name, words, marked) => {
      const done = new WeakSet<Text>();
      const translated = (text: string): string => {
        const found = known.find((one) => text.includes(one));
        if (found !== undefined) return text.replaceAll(found, found.replace(/\S+$/u, name));
        return text.trim().length > 12 ? `${text} ${words}` : text;
      };
      const write = (text: Text): void => {
        if (done.has(text) || !text.nodeValue?.trim()) return;
        if (!text.parentElement || text.parentElement.closest("script,style")) return;
        const anew = document.createTextNode(translated(text.nodeValue));
        done.add(anew);
        if (marked) {
          const [outer, inner] = [document.createElement("font"), document.createElement("font")];
          inner.append(anew);
          outer.append(inner);
          text.replaceWith(outer);
        } else {
          done.add(text);
          text.nodeValue = anew.nodeValue;
        }
      };
      const writeAll = (root: Node): void => {
        const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const texts: Text[] = [];
        for (let node = walk.nextNode(); node !== null; node = walk.nextNode())
          if (node instanceof Text) texts.push(node);
        for (const text of texts) write(text);
      };
      document.documentElement.lang = "de";
      if (marked) document.documentElement.classList.add("translated-ltr");
      writeAll(document.body);
      new MutationObserver((records) => {
        for (const { addedNodes } of records)
          for (const node of addedNodes)
            if (node instanceof Text) write(node);
            else if (node.isConnected) writeAll(node);
      }).observe(document.body, { childList: true, subtree: true });
    },
    names,
    NAME,
    WORDS,
    marks,
  );

inEachBrowser("a page that the browser translates", {}, (world) => {
  for (const marks of [true, false]) {
    const kind = marks ? "marks every text it wrote" : "marks none";
    world.test(`renames nobody where the translator ${kind}`, async () => {
      const { people } = world.practice.networks[1];
      const known = people.filter(
        ({ degree, interactions }) => degree === 1 && interactions.length > 5,
      );
      const person = known[marks ? 0 : 1]!;
      await signIn(world);
      const page = await opened(world, "/feed/");
      await translate(
        page,
        people.map(({ name }) => name),
        marks,
      );
      expect(await page.evaluate(() => document.body.innerText)).toContain(NAME);
      // Within the site, without a new document.
      await page.evaluate((slug) => {
        const link = document.createElement("a");
        link.href = `/in/${encodeURIComponent(slug)}/`;
        document.querySelector("main")?.append(link);
        link.click();
        link.remove();
      }, person.slug);
      await page.waitFor(
        "the translated profile",
        (name) => document.querySelector("main")?.innerText.includes(name),
        person.name.replace(/\S+$/u, NAME),
      );
      await eventually(PATIENCE_MS, "the badge on the profile", async () =>
        (await page.shadowTexts()).roots.some((root) => nameOnBadge(root) === person.name),
      );
      const history = await eventually(PATIENCE_MS, "the visit", async () => {
        await page.bringToFront();
        await pause(3500);
        const now = await exportedHistory(world.browser);
        const found = now.people.find(({ aliases }) => aliases.includes(`slug:${person.slug}`));
        return found?.visits.length ? now : undefined;
      });
      expect(JSON.stringify(history.records)).not.toMatch(new RegExp(`${NAME}|${WORDS}`));
      for (const { name, slug } of known)
        expect(
          history.people.find(({ aliases }) => aliases.includes(`slug:${slug}`))?.name.value,
        ).toBe(name);
      expect(await world.browser.problems()).toEqual([]);
    });
  }
});
