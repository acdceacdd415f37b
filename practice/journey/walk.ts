/**
 * The journey of a first day: welcome page, choice, profiles in both layouts, on to another person, popup, export. Every step says what
 * it expects, from the invented network and not from the extension, and what it saw in the browser.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Ajv2020 } from "ajv/dist/2020.js";
import Papa from "papaparse";
import type { Browser } from "webextension-polyfill";
import schema from "../../docs/formats/tielight-history.schema.json" with { type: "json" };
import type { BrowserDriver, DrivenPage } from "../browser/browser-driver.ts";
import type { ClosedRoot } from "../browser/sight.ts";
import type { InventedPerson, Network } from "../network/network.ts";
import { readExport } from "../read-export.ts";
import type { SampleHistory } from "../sample-history.ts";
import { loadHistory } from "./load-history.ts";
import { journeyReport } from "./report.ts";

/** The extension interface, in functions that run in the browser. */
declare const chrome: Browser;

/** What the journey is walked with. */
export interface Journey {
  readonly browser: BrowserDriver;
  readonly network: Network;
  readonly history: SampleHistory;
  /** The exported history to bring in. */
  readonly sample: string;
  /** Where pictures and files go. */
  readonly out: string;
  /** Done between any two steps; a test ends the background here. */
  readonly between?: () => Promise<void>;
}

export const SITE = "https://www.linkedin.com";
export const profileOf = ({ slug }: InventedPerson): string =>
  `${SITE}/in/${encodeURIComponent(slug)}/`;

/** The day of the last thing that passed, as the card writes it in English. */
function lastDay(person: InventedPerson): string {
  const at = Math.max(
    ...person.interactions.filter(({ kind }) => kind !== "connected").map((one) => one.at),
  );
  return new Date(at).toLocaleDateString("en-US", {
    year: "numeric",
    month: "short",
    day: "numeric",
  });
}

/** Somebody the user wrote with often and last, whose name is written in Latin letters so that the pictures can be read by all. */
export function talkedWith({ people }: Network, story: InventedPerson["story"]): InventedPerson {
  const found = people.find(
    (person) =>
      person.story === story &&
      person.degree === 1 &&
      /^[\x20-\x7E]+$/.test(person.name) &&
      person.headline !== "--" &&
      person.interactions.length > 20 &&
      person.interactions.at(-1)?.kind === "message",
  );
  if (found === undefined) throw new Error(`The network has nobody whose tie is ${story}`);
  return found;
}

const badgeOf = (roots: readonly ClosedRoot[], name: string): ClosedRoot | undefined =>
  roots.find(({ label }) => label.includes(name));

export async function waitForBadge(page: DrivenPage, name: string): Promise<ClosedRoot> {
  const patience = Date.now() + 15_000;
  for (;;) {
    const { roots } = await page.shadowTexts();
    // What is there for screen readers alone shows no words.
    const badge = badgeOf(
      roots.filter(({ text }) => text !== ""),
      name,
    );
    if (badge !== undefined) return badge;
    if (Date.now() > patience) {
      throw new Error(
        `no badge for ${name}; badges: ${roots.map(({ label }) => label).join(" | ") || "none"}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Walks the journey. Answers the exit code. */
export async function walkJourney({
  browser,
  network,
  history,
  sample,
  out,
  between,
}: Journey): Promise<number> {
  const report = journeyReport(out);
  const picture = (page: DrivenPage, name: string): Promise<unknown> =>
    page.screenshot(join(out, `${name}.png`));
  const step: typeof report.step = async (...about) => {
    await report.step(...about);
    await between?.();
  };
  const first = talkedWith(network, "fading");
  const welcome = await browser.pageAt("src/welcome/index.html");

  await step(
    "welcome page",
    "opens by itself with three choices: badges, archive, popup",
    async () => {
      await welcome.waitFor(
        "the choices",
        () => document.querySelectorAll('button[name="mode"]').length === 3,
      );
      const values = await welcome.evaluate(() =>
        [...document.querySelectorAll<HTMLButtonElement>('button[name="mode"]')].map(
          ({ value }) => value,
        ),
      );
      await welcome.screenshot(join(out, "1-welcome.png"), { whole: true });
      return { seen: values.join(", "), ok: values.join() === "badges,archive,popup" };
    },
  );

  await step("before the choice", "nothing is drawn on a profile and nothing stored", async () => {
    const page = await browser.open(profileOf(first));
    await page.waitFor("the profile", () => document.querySelector("h1, h2") !== null);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const { roots } = await page.shadowTexts();
    await page.close();
    const popup = await browser.openExtensionPage("src/popup/index.html");
    await popup.waitFor("the popup", () => document.querySelector("main .button"));
    await popup.close();
    const kept = await browser.evaluateInBackground(async () => [
      ...Object.keys(await chrome.storage.local.get(null)),
      ...(await indexedDB.databases()).map(({ name }) => name),
    ]);
    return {
      seen: `${roots.length} badges, stored: ${kept.join(", ") || "nothing"}`,
      ok: roots.length === 0 && kept.length === 0,
    };
  });

  await step("choice", "the page says that badges are on", async () => {
    await welcome.click('button[name="mode"][value="badges"]');
    const pressed = await welcome.waitFor("the choice to be kept", async () =>
      JSON.stringify(Object(await chrome.runtime.sendMessage({ ask: "settings" })).answer?.mode),
    );
    await picture(welcome, "2-choice");
    return { seen: `mode ${pressed}`, ok: pressed === '"badges"' };
  });

  const facts = history.interactions;
  await step(
    "sample network",
    `${history.people} people and ${facts} interactions are brought in`,
    async () => {
      const said = await loadHistory(browser, sample);
      const numbers = said.replace(/\D+/g, " ").trim();
      return {
        seen: said,
        ok: numbers === `${history.people} ${facts.toLocaleString("en-US").replace(/\D+/g, " ")}`,
      };
    },
  );

  const page = await browser.open(`${SITE}/feed/`);
  // No picture is to show half of a movement.
  await page.prefer({ colourScheme: "light", reducedMotion: true });
  await step(
    "feed",
    "badges beside the authors of posts, and the page tells who is signed in",
    async () => {
      await page.waitFor("posts", () => document.querySelectorAll('[role="listitem"]').length > 2);
      const patience = Date.now() + 10_000;
      let count = 0;
      while (count === 0 && Date.now() < patience) {
        count = (await page.shadowTexts()).roots.length;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      await picture(page, "3-feed");
      return { seen: `${count} badges`, ok: count > 0 };
    },
  );

  const day = lastDay(first);
  const profileStep = async (name: string, query: string, shot: string): Promise<void> => {
    await step(
      name,
      `a badge beside ${first.name}; under the pointer a small card, and a click opens the popup on ${first.name}`,
      async () => {
        await page.goTo(`${profileOf(first)}${query}`);
        const badge = await waitForBadge(page, first.name);
        await picture(page, shot);
        await page.moveTo(badge.rect.x + 40, badge.rect.y + badge.rect.height / 2);
        let glance = "";
        let popup = "";
        const patience = Date.now() + 20_000;
        while (glance === "" && Date.now() < patience) {
          const { roots } = await page.shadowTexts();
          glance =
            roots.find(({ label }) => label !== "" && !label.includes(first.name))?.text ?? "";
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        await picture(page, `${shot}-glance`);
        await page.clickIn(badge.rect);
        while (!popup.includes(day) && Date.now() < patience) {
          popup = (await browser.popupText()) ?? "";
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        await browser.closePopup();
        return {
          seen: `${badge.text}; glance card: ${glance}; popup: ${popup.slice(0, 120)}…`,
          ok: glance.includes(badge.text) && popup.includes(first.name) && popup.includes(day),
        };
      },
    );
  };
  await profileStep("profile, current layout", "", "4-profile-current");
  await profileStep("profile, older layout", "?layout=older", "5-profile-older");

  await step(
    "on to another person",
    `${first.name}'s badge is gone and the next person has one`,
    async () => {
      await page.goTo(profileOf(first));
      await waitForBadge(page, first.name);
      const links = await page.waitFor("other people on the page", () =>
        [...document.querySelectorAll<HTMLAnchorElement>('a[href*="/in/"]')].map(
          ({ href }) => href,
        ),
      );
      const byAddress = new Map(network.people.map((person) => [profileOf(person), person]));
      const second = links
        .map((href) => byAddress.get(href))
        .find((person) => person !== undefined && person !== first);
      if (second === undefined) throw new Error("no link to another person");
      await page.click(`a[href$="${new URL(profileOf(second)).pathname}"]`);
      const badge = await waitForBadge(page, second.name);
      const { roots } = await page.shadowTexts();
      await picture(page, "6-other-profile");
      const stale = badgeOf(roots, first.name);
      return {
        seen: `${badge.label}; ${stale === undefined ? "no" : "a"} badge for ${first.name}`,
        ok: stale === undefined,
      };
    },
  );

  const popup = await browser.openExtensionPage("src/popup/index.html");
  await step(
    "popup",
    "people to write to, each with one reason, and nothing to scroll",
    async () => {
      await popup.setViewport(400, 600);
      // The list that is kept ready comes first; the week may be renewed behind it.
      await popup.waitFor("the week", () => document.querySelector(".actions") !== null);
      const rows = await popup.waitFor("rows", () =>
        [...document.querySelectorAll(".person")].map((row) => ({
          name: row.querySelector(".person-name")?.textContent ?? "",
          why: row.querySelector(".person-why")?.textContent ?? "",
          isInView: row.getBoundingClientRect().bottom <= window.innerHeight,
        })),
      );
      const known = new Set(network.people.map(({ name }) => name));
      await picture(popup, "7-popup-light");
      await popup.prefer({ colourScheme: "dark", reducedMotion: false });
      await picture(popup, "7-popup-dark");
      await popup.prefer({ colourScheme: "light", reducedMotion: false });
      return {
        seen: `${rows.length} people`,
        ok:
          rows.length > 0 &&
          rows.every(({ name, why, isInView }) => known.has(name) && why !== "" && isInView),
      };
    },
  );

  await step(
    "export",
    "a backup in which every line is valid by the schema and nothing is missing, CSV with a line for each interaction",
    async () => {
      const dashboard = await browser.openExtensionPage("src/dashboard/index.html");
      await dashboard.waitFor(
        "the page to know whose history it shows",
        (name) => document.body.innerText.includes(name),
        network.viewer.name,
      );
      await dashboard.screenshot(join(out, "8-history.png"), { whole: true });
      const json = await browser.downloadOf(() =>
        dashboard.click('button[name="export"][value="json"]'),
      );
      await dashboard.click('button[name="export"][value="people"]');
      await dashboard.evaluate(() => {
        const kinds = document.querySelector<HTMLSelectElement>("[name=export-kind]");
        if (kinds) kinds.value = "interactions-csv";
        kinds?.dispatchEvent(new Event("change", { bubbles: true }));
      });
      const csv = await browser.downloadOf(() => dashboard.click("[name=export-save]"));
      await writeFile(join(out, json.name), json.bytes);
      await writeFile(join(out, "export.csv"), csv.bytes);
      const text = gunzipSync(json.bytes).toString("utf8");
      const isValid = new Ajv2020().compile(schema);
      const valid = text
        .trimEnd()
        .split("\n")
        .every((line) => isValid(JSON.parse(line)));
      const exported = readExport(text);
      const total = exported.people.reduce((sum, { interactions }) => sum + interactions.length, 0);
      const lines = Papa.parse(csv.bytes.toString("utf8"), { header: true, skipEmptyLines: true })
        .data.length;
      const people = exported.people.length;
      return {
        seen: `${people} people, ${total} interactions, ${valid ? "valid" : "not valid"}, ${lines} lines of CSV`,
        ok: valid && people === history.people && total === facts && lines >= facts,
      };
    },
  );

  return report.finish();
}
