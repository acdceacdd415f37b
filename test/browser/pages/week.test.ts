/**
 * Whom to write to this week, as a user meets it: each task from the click to what is on disk, in the built extension.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { Browser } from "webextension-polyfill";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import type { PeopleFound } from "../../../src/domain/directory/directory.ts";
import { eventually } from "../../../practice/browser/within.ts";
import { network } from "../../../practice/network/network.ts";
import { nameOnBadge } from "../site/badge-truth.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import {
  ask,
  popup,
  suggested,
  untilSuggested,
  first,
  press,
  outcome,
  weekAhead,
  backToToday,
  openCard,
  search,
  count,
  fill,
  stored,
  snooze,
  fromMenu,
} from "../support/popup-tasks.ts";
import { chooseSettings } from "../support/settings.ts";
import { present } from "../support/states.ts";
import { restore } from "../support/world.ts";

declare const chrome: Browser;

/** Leaves a picture to be looked at in `test/out/replies`, in the looks of a bright and of a dark room. */
async function picture(world: World, page: DrivenPage, name: string): Promise<void> {
  const folder = fileURLToPath(new URL("../../out/replies/", import.meta.url));
  await mkdir(folder, { recursive: true });
  for (const colourScheme of ["dark", "light"] as const) {
    await page.prefer({ colourScheme, reducedMotion: true });
    await page.screenshot(join(folder, `${world.browser.name}-${name}-${colourScheme}.png`));
  }
}

const invented = network({ seed: 7, people: 300, years: 8, now: Date.now() });
/** Other people, whom a restore brings in. */
const more = network({ seed: 18, people: 12, years: 3, now: Date.now() });

inEachBrowser("this week", { network: invented }, (world) => {
  world.test(
    "a person who is done is ticked, is not suggested for 90 days, and comes back by Undo",
    async () => {
      const page = await popup(world);
      const name = await first(page);
      await press(page, "done", ".person:has(.actions)");
      await outcome(page, name);
      await page.reload();
      await outcome(page, name);
      expect(await suggested(page)).not.toContain(name);
      for (const days of [7, 45, 88])
        expect(await weekAhead(world, page, days), `${days} days later`).not.toContain(name);
      await backToToday(world, page);
      await page.reload();
      await press(page, "Undo", ".outcome");
      await page.waitFor("the row", () => document.querySelector(".outcome") === null);
      expect(await suggested(page)).toContain(name);
      await untilSuggested(page, name, true);
    },
  );

  world.test("not now keeps a person away until then; Undo brings them back at once", async () => {
    const page = await popup(world);
    const name = await first(page);
    await snooze(page, "1 month");
    await outcome(page, name);
    await press(page, "Undo", ".outcome");
    await untilSuggested(page, name, true);
    await snooze(page, "1 month");
    await outcome(page, name);
    for (const days of [7, 27])
      expect(await weekAhead(world, page, days), `${days} days later`).not.toContain(name);
    await backToToday(world, page);
  });

  world.test("never is never, also a year later, until it is taken back on the card", async () => {
    const page = await popup(world);
    const name = await first(page);
    await snooze(page, "Never suggest");
    await outcome(page, name);
    await untilSuggested(page, name, false);
    await search(page, name);
    await page.waitFor("one", () => document.querySelectorAll(".chunk .person").length === 1);
    await openCard(page, name);
    await press(page, "Suggest again", "dialog");
    await untilSuggested(page, name, true);
    await openCard(page, name);
    await fromMenu(page, "Never suggest");
    await stored(page);
    for (const days of [30, 120, 400])
      expect(await weekAhead(world, page, days), `${days} days later`).not.toContain(name);
    await backToToday(world, page);
  });

  world.test("a suggestion ticks itself off when a message to the person is observed", async () => {
    const page = await popup(world);
    const name = await first(page);
    const before = await world.browser.pages();
    await page.bringToFront();
    await page.click("[name=write]");
    const opened = await eventually(20_000, "the message window", async () => {
      for (const one of await world.browser.pages())
        if (!before.includes(one) && (await one.url()).includes("/messaging/")) return one;
      return undefined;
    });
    const address = await opened.url();
    await opened.close();
    const site = await world.browser.open(address);
    await site.waitFor(
      "the place to write",
      () => document.querySelector("[role=textbox][contenteditable]") !== null,
    );
    // The site draws the place to write anew while it loads, and what was typed before is gone.
    await eventually(20_000, "the words in the message", async () => {
      await site.click("[role=textbox][contenteditable]");
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await site.type("Hello again");
      return site.evaluate(() =>
        document.querySelector("[role=textbox][contenteditable]")?.textContent?.includes("again"),
      );
    });
    await site.press("Enter");
    await untilSuggested(page, name, false);
    await outcome(page, name);
    // Nobody asks whether it was sent: the page showed it. If no reply comes there is a reminder.
    await page.waitFor("no question", () => document.querySelector(".sent-question") === null);
  });

  world.test(
    "which messages brought replies is said once, is put away with one click, and stays in the table of the week",
    async () => {
      const page = await popup(world);
      const { history } = (await ask(page, "overview")) as { readonly history: string };
      const anybody = { text: "", late: false, bands: [], twoWay: true, order: "name" };
      const found = (await ask(page, "people", {
        ...anybody,
        start: 0,
        atMost: 100,
      })) as PeopleFound;
      // Nobody who wrote meanwhile by themselves.
      const people = found.rows.filter(({ tie }) => (tie.silentDays ?? 0) > 130).slice(0, 4);
      expect(people).toHaveLength(4);
      const day = 86_400_000;
      for (const days of [120, 60]) {
        const at = Date.now() - days * day;
        const sent = { [`sent-${at}`]: { at, why: "talked" } };
        for (const { id } of people) await ask(page, "choose", { id, made: { sent } }, history);
      }
      const from = Date.now() - 55 * day;
      const interaction = { kind: "meeting", direction: "both", from, to: from };
      await ask(page, "addInteraction", { id: people[0]?.id, interaction }, history);

      await page.reload();
      const line = await page.waitFor(
        "the line",
        () => document.querySelector(".replies-line")?.textContent,
      );
      expect(line).toContain("Earlier talks: 1 of 8 first messages that you began with Write got");
      await page.evaluate(() =>
        document.querySelector(".replies-line")?.scrollIntoView({ block: "center" }),
      );
      await picture(world, page, "line");
      await page.click("[name=replies-away]");
      await page.waitFor("it to go", () => document.querySelector(".replies-line") === null);
      await page.reload();
      await present(page, ".actions, .outcome");

      const whole = await world.browser.openExtensionPage("src/dashboard/index.html#week");
      await whole.click(".replies summary");
      const rows = await whole.waitFor("the table", () =>
        [...document.querySelectorAll(".replies tbody tr")].map((row) =>
          [...row.children].map((cell) => cell.textContent),
        ),
      );
      expect(rows).toEqual([["Earlier talks", "8", "1"]]);
      await whole.evaluate(() => document.querySelector(".replies")?.scrollIntoView());
      await picture(world, whole, "table");
      // The popup had its time to say it again.
      expect(await page.evaluate(() => document.querySelector(".replies-line"))).toBeNull();
    },
  );

  world.test("a rhythm of one's own overrides the one that was learnt", async () => {
    const page = await popup(world);
    const name = await first(page);
    await openCard(page, name);
    await fill(page, "Keep in touch", "365");
    await stored(page);
    const calm = await page.evaluate(
      () => document.querySelector("dialog .card-state")?.textContent,
    );
    await fill(page, "Keep in touch", "14");
    await page.waitFor(
      "the card to say otherwise",
      (before) => document.querySelector("dialog .card-state")?.textContent !== before,
      calm,
    );
  });

  world.test(
    "search finds by a part of a name, a company or a title, whatever the accents",
    async () => {
      const page = await popup(world);
      const person = invented.people.find(
        (one) => one.connectedAt !== undefined && /[À-ž]/.test(one.name),
      );
      if (person === undefined) throw new Error("nobody with an accent");
      await search(page, person.name.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase());
      await page.waitFor(
        person.name,
        (name) => document.querySelector(".chunk .person-name")?.textContent?.includes(name),
        person.name,
      );
      await search(page, " nobody at all");
      await count(page, "0 people");
    },
  );

  world.test("filters narrow the list down and say how many are left", async () => {
    const page = await popup(world);
    await page.click("[name=menu]");
    await page.click("[name=everybody]");
    const all = await page.waitFor(
      "the count",
      () => document.querySelector("main > [role=status]")?.textContent,
    );
    await page.click("[name=filters]");
    await page.click(".bands label");
    const strong = await page.waitFor(
      "fewer",
      (before) => {
        const now = document.querySelector("main > [role=status]")?.textContent;
        return now === before ? undefined : now;
      },
      all,
    );
    expect(Number.parseInt(strong)).toBeLessThan(Number.parseInt(all));
    expect(
      await page.waitFor("only strong ties", () => {
        const rows = [...document.querySelectorAll(".chunk .person")];
        return rows.length > 0 && rows.every((row) => row.classList.contains("band-close"));
      }),
    ).toBe(true);
  });

  world.test(
    "the popup's page stays open beside the page one is on, and shows the person of the tab in front",
    async () => {
      const page = await popup(world);
      await page.click("[name=menu]");
      await page.click("[name=beside]");
      /** What the panel says of the tab in front, or the name on the card that is open in it. */
      const beside = (wanted: string) =>
        page.waitFor(
          `"${wanted}" in the panel`,
          (words, isFirefox) =>
            chrome.extension
              .getViews(isFirefox ? { type: "sidebar" } : {})
              .some(
                (view) =>
                  view !== window &&
                  [...view.document.querySelectorAll(".tab-in-front, dialog .card-name")]
                    .map((one) => one.textContent)
                    .at(-1) === words,
              ),
          wanted,
          world.browser.name === "firefox",
        );
      await beside("No profile in this tab.");
      const [one, other] = invented.people.filter(
        ({ degree, interactions }) => degree === 1 && interactions.length > 5,
      );
      const address = (slug = "") => `https://www.linkedin.com/in/${encodeURIComponent(slug)}/`;
      const site = await world.browser.open(address(one?.slug));
      await beside(one?.name ?? "");
      await site.goTo(address(other?.slug));
      await beside(other?.name ?? "");
      await page.bringToFront();
      await beside("No profile in this tab.");
      await site.bringToFront();
      await beside(other?.name ?? "");
      await site.goTo("https://www.linkedin.com/feed/");
      await beside("No profile in this tab.");

      // A badge of somebody in a list opens in the panel where the user prefers that.
      await chooseSettings(world.browser, { opensBeside: true });
      await site.bringToFront();
      await site.goTo("https://www.linkedin.com/mynetwork/invite-connect/connections/");
      const badge = await eventually(20_000, "a badge", async () =>
        (await site.shadowTexts()).roots.find((root) => nameOnBadge(root) !== undefined),
      );
      await site.clickIn(badge.rect);
      await beside(nameOnBadge(badge) ?? "");
      const popups = () => chrome.extension.getViews({ type: "popup" }).length;
      expect(await page.evaluate(popups)).toBe(0);
      await chooseSettings(world.browser, { opensBeside: false });
    },
  );

  world.test("what Tielight asks for warns of nothing but the site", async () => {
    if (world.browser.name === "firefox") return;
    const page = await popup(world);
    const warnings = await page.evaluate(async () => {
      const { management, runtime } = chrome as unknown as {
        readonly management: {
          readonly getPermissionWarningsByManifest: (manifest: string) => Promise<string[]>;
        };
        readonly runtime: { readonly getManifest: () => Record<string, unknown> };
      };
      const manifest = runtime.getManifest();
      const others = (manifest["permissions"] as string[]).filter((name) => name !== "sidePanel");
      const { side_panel: _panel, ...before } = manifest;
      return Promise.all(
        [manifest, { ...before, permissions: others }].map((asked) =>
          management.getPermissionWarningsByManifest(JSON.stringify(asked)),
        ),
      );
    });
    const site = ["Read and change your data on www.linkedin.com"];
    expect(warnings).toEqual([site, site]);
  });
});

inEachBrowser("the card", { network: invented }, (world) => {
  world.test("keeps a note and tags, by which the person is found", async () => {
    const page = await popup(world);
    const name = await first(page);
    await openCard(page, name);
    await fill(page, "New note", "met at the lighthouse");
    await fill(page, "Tags", "sailing, Übersee");
    await stored(page);
    await page.press("Escape");
    for (const words of ["lighthouse", "SAILING", "ubersee"]) {
      await page.reload();
      await present(page, ".actions");
      await search(page, words);
      await page.waitFor(
        `${name} by "${words}"`,
        (wanted) =>
          [...document.querySelectorAll(".chunk .person-name")]
            .map((one) => one.textContent)
            .join() === wanted,
        name,
      );
    }
  });

  world.test("deletes an interaction and brings it back", async () => {
    const page = await popup(world);
    await openCard(page, await first(page));
    const heading = () =>
      page.evaluate(() => document.querySelector("dialog .card-history > h3")?.textContent);
    const before = await heading();
    await press(page, "Not true", "dialog .day[open]");
    await page.waitFor(
      "one less",
      (old) => document.querySelector("dialog .card-history > h3")?.textContent !== old,
      before,
    );
    await press(page, "Undo", "dialog .toast");
    await page.waitFor(
      "as many as before",
      (old) => document.querySelector("dialog .card-history > h3")?.textContent === old,
      before,
    );
  });

  world.test("writes down a meeting, after which the person is no longer suggested", async () => {
    const page = await popup(world);
    const name = await first(page);
    await openCard(page, name);
    await page.click("dialog [name=log]");
    await page.click("dialog form [type=submit]");
    await page.waitFor("the meeting", () =>
      document.querySelector("dialog .card-list")?.textContent?.includes("Meeting"),
    );
    await page.press("Escape");
    await page.reload();
    await outcome(page, name);
  });

  world.test("remembers being in touch elsewhere", async () => {
    const page = await popup(world);
    const name = await first(page);
    await openCard(page, name);
    await fromMenu(page, "In touch elsewhere");
    await stored(page);
    await page.press("Escape");
    await page.reload();
    await outcome(page, name);
  });

  world.test("forgets a person whom neither browsing nor restoring brings back", async () => {
    const page = await popup(world);
    const name = await first(page);
    await openCard(page, name);
    await press(page, "person-menu", "dialog");
    const profile = await page.waitFor(
      "the link to the profile",
      () => document.querySelector<HTMLAnchorElement>('dialog .popover a[href*="/in/"]')?.href,
    );
    await press(page, "Stop recording or delete…", "dialog .popover");
    await press(page, "Delete for good", "dialog");
    await press(page, "Delete for good", "dialog [role=alert]");
    await page.waitFor("the list", () => document.querySelector("dialog") === null);
    const site = await world.browser.open(profile);
    await new Promise((resolve) => setTimeout(resolve, 5000));
    await site.close();
    // The same file again would change nothing; with others in it it is restored.
    await restore(world.browser, invented, Date.now(), [more]);
    await page.reload();
    await present(page, ".actions");
    await search(page, more.people.find(({ degree }) => degree === 1)?.name ?? "");
    await page.waitFor("somebody new", () => document.querySelector(".chunk .person") !== null);
    await page.reload();
    await present(page, ".actions");
    await search(page, name);
    await count(page, "0 people");
  });
});
