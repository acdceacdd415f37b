/**
 * Somebody who works elsewhere now: known from an archive at one company, then seen on the profile at another.
 */
import { expect } from "vitest";
import { eventually } from "../../../practice/browser/within.ts";
import { network } from "../../../practice/network/network.ts";
import type { Week } from "../../../src/domain/week/week.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { ask, openCard, popup } from "../support/popup-tasks.ts";
import { restore } from "../support/world.ts";

const PATIENCE_MS = 30_000;
const NOW = Date.now();
const ARCHIVE_AT = NOW - 40 * 86_400_000;
const invented = network({ seed: 7, people: 60, years: 5, now: ARCHIVE_AT });

/** Without the marks that keep a company's name in its own direction. */
const plain = (text: string | undefined): string => (text ?? "").replace(/[\u2068\u2069]/g, "");

inEachBrowser("a new job", { network: invented, history: false }, (world) => {
  world.test("is a reason to write, in the week and on the card", async () => {
    await restore(world.browser, invented, ARCHIVE_AT);
    // The feed makes it certain who is signed in.
    const feed = await world.browser.open("https://www.linkedin.com/feed/");
    await eventually(
      PATIENCE_MS,
      "badges in the feed",
      async () => (await feed.shadowTexts()).roots.length,
    );
    await feed.close();
    const page = await popup(world);
    const rows = async () => {
      await ask(page, "renewLists");
      const { reconnect, neverTalked } = (await ask(page, "week")) as Week;
      return [...reconnect, ...neverTalked];
    };
    const chosen = (await rows()).find(({ reasons }) =>
      reasons.every(({ code }) => code !== "only-in-field" && code !== "same-company"),
    );
    const person = invented.people.find(({ slug }) =>
      chosen?.aliases.some((alias) => alias === `slug:${slug}`),
    );
    if (person === undefined || chosen === undefined) throw new Error("nobody is suggested");
    // Where others are known, so that being the only one there is no reason.
    const others = invented.people.filter(
      ({ degree, company, slug }) =>
        degree === 1 && company !== person.company && slug !== person.slug,
    );
    const company = others[0]?.company ?? "";
    world.practice.changeJob(person.slug, company, person.title);
    const site = await world.browser.open(
      `https://www.linkedin.com/in/${encodeURIComponent(person.slug)}/`,
    );
    // In a tab behind another one nothing is read, so the popup is asked from where it is.
    const row = await eventually(PATIENCE_MS, "the news", async () =>
      (await rows()).find(
        ({ id, news, reasons }) =>
          id === chosen.id &&
          news?.after === company &&
          reasons.some(({ code }) => code === "changed-company"),
      ),
    );
    await site.close();
    expect(row.news).toMatchObject({ what: "company", before: person.company, since: ARCHIVE_AT });
    expect(row.news?.at).toBeGreaterThanOrEqual(NOW);
    const change = `Now at ${company}, was at ${person.company}.`;

    await page.bringToFront();
    await page.reload();
    const reasons = await page.waitFor(
      "the suggestion",
      (name) =>
        [...document.querySelectorAll(".person")].find(
          (one) => one.querySelector(".person-name")?.textContent === name,
        )?.textContent,
      row.name,
    );
    expect(plain(reasons)).toContain(change);
    await openCard(page, row.name);
    const foot = await page.evaluate(
      () => document.querySelector("dialog .card-foot")?.textContent ?? "",
    );
    expect(plain(foot)).toContain(change);
  });
});
