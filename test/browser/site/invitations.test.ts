/**
 * Invitations on the site, sent and received, and what is remembered of them.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { network } from "../../../practice/network/network.ts";
import { leavesTheList } from "../../../practice/site/page.ts";
import type { Fact } from "../../../practice/site/world/world.ts";
import {
  doneOnSite,
  NEAR_MS,
  newlyThere,
  observedSoFar,
  opened,
  parsed,
  signIn,
} from "../support/acts.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { observedAtLast } from "../support/observed.ts";

const DAY_MS = 86_400_000;

const invented = network({ seed: 7, people: 120, years: 5, now: Date.now() });

/** People whose row of invitations has so many buttons, in page order, with what the site counts them by. */
const rowsWith = (page: DrivenPage, buttons: number): Promise<readonly string[]> =>
  page.waitFor(
    "rows of invitations",
    (count) => {
      const rows = [...document.querySelectorAll('main li, main [role="listitem"]')];
      const slugs = rows
        .filter((row) => row.querySelectorAll("button").length === count)
        .flatMap((row) => row.querySelector('a[href*="/in/"]')?.getAttribute("href") ?? [])
        .map((href) => decodeURIComponent(href.split("/")[2] ?? "").normalize("NFC"));
      return slugs.length > 0 && slugs;
    },
    buttons,
  ) as Promise<readonly string[]>;

/** Presses one of the buttons of somebody's row. */
async function pressInRow(page: DrivenPage, slug: string, place: number): Promise<void> {
  const button = await page.waitFor(
    "the button",
    (wanted, at) => {
      const rows = [...document.querySelectorAll('main li, main [role="listitem"]')];
      const row = rows.find((one) => {
        const href = one.querySelector('a[href*="/in/"]')?.getAttribute("href") ?? "";
        return decodeURIComponent(href.split("/")[2] ?? "").normalize("NFC") === wanted;
      });
      const found = row?.querySelectorAll("button")[at];
      if (found === undefined) return undefined;
      found.id = found.id || `practice-pressed-${at}`;
      return `#${CSS.escape(found.id)}`;
    },
    slug,
    place,
  );
  await page.click(button);
}

const isGone = (slug: string): boolean =>
  invented.people.some((one) => one.slug === slug && leavesTheList(one));

/** The first for whom this holds; the network is made so that there is one. */
function firstOf(slugs: readonly string[], holds: (slug: string) => boolean): string {
  const found = slugs.find(holds);
  if (found === undefined) throw new Error(`nobody of ${slugs.join()}`);
  return found;
}

inEachBrowser("invitations", { network: invented, history: false }, (world) => {
  for (const layout of ["current", "older"] as const) {
    const query = `?layout=${layout}`;

    world.test(
      `invitations received in the ${layout} layout wait until the page says that they are accepted`,
      async () => {
        await signIn(world);
        const page = await opened(world, `/mynetwork/invitation-manager/received/${query}`);
        const waiting = await rowsWith(page, 2);
        expect(waiting.length).toBeGreaterThan(3);
        const before = await observedAtLast(world.browser, invented, page, (facts) =>
          waiting.every((slug) =>
            facts.some((fact) => fact.startsWith(`${slug} | invitation | in`)),
          ),
        );
        const leaves = firstOf(waiting, isGone);
        const stays = firstOf(waiting, (slug) => !isGone(slug));
        const [ignored = "", onProfile = ""] = waiting.filter(
          (slug) => slug !== leaves && slug !== stays,
        );

        const refused = await doneOnSite(world, page, () => pressInRow(page, ignored, 0));
        expect([refused.what, refused.people]).toEqual(["ignored", [ignored]]);
        const gone = await doneOnSite(world, page, () => pressInRow(page, leaves, 1));
        expect([gone.what, gone.people]).toEqual(["connected", [leaves]]);
        const accepted = await doneOnSite(world, page, () => pressInRow(page, stays, 1));
        // Only the row that now offers to write says so: nothing of the one that is ignored, nothing of the one that left.
        expect(await newlyThere(world, page, before)).toEqual([
          expect.objectContaining({ who: stays, kind: "connected", direction: "both" }),
        ]);
        const afterRow = await observedSoFar(world);
        expect(before.filter((fact) => !afterRow.includes(fact))).toEqual([]);
        const row = parsed(afterRow).find(({ who, kind }) => who === stays && kind === "connected");
        expect(Math.abs((row?.from ?? 0) - accepted.at)).toBeLessThan(NEAR_MS);
        await page.close();

        const profile = await opened(world, `/in/${encodeURIComponent(onProfile)}/${query}`);
        const answer = await profile.waitFor("the two answers", () => {
          const [first] = [...document.querySelectorAll("main button[aria-label]")].filter(
            (one) => {
              const next = one.nextElementSibling;
              return one.localName === "button" && next?.localName === "button" && next.ariaLabel;
            },
          );
          if (first === undefined) return undefined;
          first.id = first.id || "practice-accept";
          return `#${CSS.escape(first.id)}`;
        });
        await observedAtLast(world.browser, invented, profile, () => true);
        const connected = await doneOnSite(world, profile, () => profile.click(answer));
        expect([connected.what, connected.people]).toEqual(["connected", [onProfile]]);
        const [onPage, ...more] = await newlyThere(world, profile, afterRow);
        expect(more).toEqual([]);
        expect(onPage).toMatchObject({ who: onProfile, kind: "connected", direction: "both" });
        expect(Math.abs((onPage?.from ?? 0) - connected.at)).toBeLessThan(NEAR_MS);
        await profile.close();

        const list = await opened(world, `/mynetwork/invite-connect/connections/${query}`);
        const day = Math.floor(gone.at / DAY_MS) * DAY_MS;
        const later = parsed(
          await observedAtLast(world.browser, invented, list, (facts) =>
            facts.some((fact) => fact.startsWith(`${leaves} | connected`)),
          ),
        );
        expect(later.filter(({ who, kind }) => who === leaves && kind === "connected")).toEqual([
          {
            who: leaves,
            kind: "connected",
            direction: "both",
            from: day,
            to: day + DAY_MS - 1,
            ref: "",
          },
        ]);
        expect(later.filter(({ who }) => who === ignored).map(({ kind }) => kind)).toEqual([
          "invitation",
        ]);
      },
    );

    world.test(
      `invitations sent in the ${layout} layout are remembered, and withdrawn count no more`,
      async () => {
        const search = await opened(world, "/search/results/people/?layout=current&count=120");
        const free = await search.waitFor("people to invite", () => {
          const links = [...document.querySelectorAll('main a[href*="custom-invite"]')];
          const slugs = links.map((one) =>
            new URL((one as HTMLAnchorElement).href).searchParams.get("vanityName"),
          );
          return slugs.length > 1 && slugs.slice(0, 2).map((one) => one ?? "");
        });
        if (free === false) throw new Error("nobody to invite");
        const [found = "", looked = ""] = free;
        let before = await observedSoFar(world);
        const sent: Fact[] = [];
        const invite = async (page: DrivenPage, button: string, submit: string) => {
          await page.bringToFront();
          await page.click(button);
          sent.push(await doneOnSite(world, page, () => page.click(submit)));
        };
        const justSent = async (page: DrivenPage): Promise<void> => {
          const [one, ...more] = await newlyThere(world, page, before);
          expect(more).toEqual([]);
          const { people, at } = sent.at(-1) ?? { people: [], at: 0 };
          expect(one).toMatchObject({ who: people[0], kind: "invitation", direction: "out" });
          expect(Math.abs((one?.from ?? 0) - at)).toBeLessThan(NEAR_MS);
          before = await observedSoFar(world);
        };
        if (layout === "current") {
          await invite(
            search,
            `main a[href*="vanityName=${encodeURIComponent(found)}"]`,
            'dialog button[type="submit"]',
          );
          await justSent(search);
        }
        await search.close();
        const profile = await opened(world, `/in/${encodeURIComponent(looked)}/${query}`);
        if (layout === "current") {
          await invite(
            profile,
            '[componentkey$="Topcard"] a[href*="custom-invite"]',
            'dialog button[type="submit"]',
          );
          await justSent(profile);
        } else {
          const connect = await profile.waitFor("the button to connect", () => {
            const menu = document.querySelector('main button[id$="-profile-overflow-action"]');
            const button = menu?.parentElement?.previousElementSibling;
            if (!button) return undefined;
            button.id = "practice-connect";
            return "#practice-connect";
          });
          await invite(
            profile,
            connect,
            '[role="dialog"].send-invite button, [role="dialog"] p + button',
          );
        }
        await profile.close();

        const list = await opened(world, `/mynetwork/invitation-manager/sent/${query}`);
        const waiting = await rowsWith(list, 1);
        const isSent = (facts: readonly string[], slug: string) =>
          facts.some((fact) => fact.startsWith(`${slug} | invitation | out`));
        expect(waiting).toEqual(expect.arrayContaining(sent.flatMap(({ people }) => people)));
        const facts = await observedAtLast(world.browser, invented, list, (all) =>
          waiting.every((slug) => isSent(all, slug)),
        );
        const seen = parsed(facts).find(({ who, kind }) => who === looked && kind === "invitation");
        const at = sent.at(-1)?.at ?? 0;
        expect(seen?.from).toBeLessThanOrEqual(at + NEAR_MS);
        expect(seen?.to).toBeGreaterThanOrEqual(at);
        const withdrawn = await doneOnSite(world, list, () => pressInRow(list, looked, 0));
        expect([withdrawn.what, withdrawn.people]).toEqual(["withdrawn", [looked]]);
        const after = await observedAtLast(
          world.browser,
          invented,
          list,
          (all) => !isSent(all, looked),
        );
        expect(after).toEqual(
          facts.filter((fact) => !fact.startsWith(`${looked} | invitation | out`)),
        );
      },
    );
  }
});
