/**
 * What a page of the site can learn of the badges and cards on it: that something stands there, and no word of it. For each form of
 * badge and for the glance card.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import type { ClosedRoot, Rect } from "../../../practice/browser/sight.ts";
import { eventually } from "../../../practice/browser/within.ts";
import { isFull, isSpoken, nameOnBadge } from "../site/badge-truth.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import { probePage } from "../../../src/safe/page-probes.ts";
import { asked } from "../support/people-held.ts";
import { present } from "../support/states.ts";

const SITE = "https://www.linkedin.com";
const NOTE = "Quibblethorn said so in confidence";
const PATIENCE_MS = 30_000;

const isGlance = (root: ClosedRoot): boolean => !isSpoken(root) && root.rect.width === 280;

const rootsOf = async (page: DrivenPage): Promise<readonly ClosedRoot[]> =>
  (await page.shadowTexts()).roots;

/** Until badges stand still. */
const badgesOf = (page: DrivenPage, least: number): Promise<readonly ClosedRoot[]> =>
  eventually(PATIENCE_MS, `${least} badges`, async () => {
    const before = (await rootsOf(page)).filter((root) => nameOnBadge(root) !== undefined);
    await new Promise((go) => setTimeout(go, 400));
    const now = (await rootsOf(page)).filter((root) => nameOnBadge(root) !== undefined);
    return now.length >= least && now.length === before.length ? now : undefined;
  });

const middle = ({ x, y, width, height }: Rect): readonly [number, number] => [
  Math.round(x + width / 2),
  Math.round(y + height / 2),
];

/** The sentences on badges and cards, and the parts of their labels; none of them is on the page itself. */
function secretsOf(roots: readonly ClosedRoot[], shown: string): readonly string[] {
  const sentences = roots.flatMap(({ text, label }) => [
    text,
    ...label.replaceAll(/[\u2068\u2069]/g, "").split(/; |, |\. /),
  ]);
  return [...new Set([...sentences, "Tielight", NOTE])].filter(
    (words) => words.length > 3 && !shown.includes(words),
  );
}

interface Talked {
  readonly name: string;
  readonly slug: string;
}

/** Somebody with many interactions. */
function talkedWith(world: World): Talked {
  const person = world.practice.networks[1].people.find(
    ({ degree, interactions }) => degree === 1 && interactions.length > 5,
  );
  if (person === undefined) throw new Error("the network has too few people");
  return person;
}

const urlOf = ({ slug }: Talked): string => `${SITE}/in/${encodeURIComponent(slug)}/`;

/** The same with a note of the user. */
async function withNote(world: World): Promise<{ readonly name: string; readonly url: string }> {
  const person = talkedWith(world);
  await keepNote(world, person.name);
  return { name: person.name, url: urlOf(person) };
}

/** Writes the note down about somebody. */
async function keepNote(world: World, name: string): Promise<void> {
  const popup = await world.browser.openExtensionPage("src/popup/index.html");
  const everybody = { text: name, late: false, bands: [], twoWay: false, order: "name" };
  const found = (await asked(popup, "people", { ...everybody, start: 0, atMost: 1 })) as {
    readonly rows: readonly { readonly id: string }[];
  };
  const id = found.rows[0]?.id;
  await asked(popup, "choose", { id, made: { notes: { probed: NOTE } } }, true);
  await popup.close();
}

/** A conversation of two with messages. */
function threadOf(world: World): string {
  const refs = world.practice.networks[1].people.flatMap(({ degree, interactions }) =>
    degree === 1 && interactions.every(({ groupSize }) => groupSize === undefined)
      ? interactions.flatMap(({ kind, conversationId }) =>
          kind === "message" && conversationId !== undefined ? [conversationId] : [],
        )
      : [],
  );
  if (refs[0] === undefined) throw new Error("the network has no conversation");
  return `${SITE}/messaging/thread/${refs[0]}/`;
}

/** The profile of somebody with many interactions. */
const profileOf =
  (layout: "current" | "older") =>
  (world: World): string =>
    `${urlOf(talkedWith(world))}?layout=${layout}`;

/** Tries every probe and expects that nothing was learnt. */
async function expectNothingLearnt(page: DrivenPage, least: number): Promise<void> {
  const roots = await rootsOf(page);
  const shown = await page.evaluate(() => document.body.innerText);
  const secrets = secretsOf(roots, shown);
  expect(secrets.length).toBeGreaterThan(3);
  const points = roots.filter((root) => !isSpoken(root)).map(({ rect }) => middle(rect));
  const learnt = await page.evaluate(probePage, secrets, points);
  expect(learnt).toMatchObject({
    found: [],
    selected: [],
    read: [],
    atPoints: [],
    accessible: [],
    fonts: [],
  });
  expect(learnt.badges).toBeGreaterThanOrEqual(least);
  // One size for each form.
  const forms = new Set(roots.filter((root) => nameOnBadge(root) !== undefined).map(isFull));
  expect(learnt.sizes.length).toBeLessThanOrEqual(forms.size);
}

/** Copies the whole page by the keyboard and pastes it into a field of the page. */
async function copiedByHand(page: DrivenPage): Promise<string> {
  await page.press("Control+a");
  await page.press("Control+c");
  await page.evaluate(() => {
    const field = document.createElement("textarea");
    field.id = "pasted";
    document.body.append(field);
    field.focus();
  });
  await page.press("Control+v");
  return page.evaluate(() => {
    const field = document.querySelector<HTMLTextAreaElement>("#pasted");
    field?.remove();
    return field?.value ?? "";
  });
}

const PAGES = [
  ["a list in the current layout", "/mynetwork/invite-connect/connections/?layout=current", 3],
  ["a list in the older layout", "/mynetwork/invite-connect/connections/?layout=older", 3],
  ["the feed", "/feed/?layout=current", 2],
] as const;

/** Every form of badge: where it stands, a page with it, and how many there are at least. */
const FORMS: readonly (readonly [string, (world: World) => string, number])[] = [
  ...PAGES.map(([name, path, count]) => [name, () => `${SITE}${path}`, count] as const),
  ["a conversation and the list beside it", threadOf, 2],
  ["a profile in the current layout", profileOf("current"), 1],
  ["a profile in the older layout", profileOf("older"), 1],
];

/** Sends events that no user made to every badge, and sees what becomes of them. */
async function ownEvents() {
  const hosts = [...document.querySelectorAll<HTMLElement>("span")].filter(
    (one) => one.attributes.length === 0 && one.childNodes.length === 0,
  );
  const before = document.documentElement.children.length;
  let heard = 0;
  let sent = 0;
  let prevented = 0;
  const listen = (event: Event): void => {
    heard += 1;
    event.preventDefault();
    event.stopPropagation();
  };
  for (const host of hosts) {
    const around = host.parentElement!;
    const options = { bubbles: true, cancelable: true, composed: true };
    for (const event of [
      new PointerEvent("pointerover", options),
      new PointerEvent("pointerdown", options),
      new MouseEvent("mouseover", options),
      new FocusEvent("focusin", options),
      new KeyboardEvent("keydown", { ...options, key: "Enter" }),
      new MouseEvent("click", options),
    ]) {
      sent += 1;
      around.addEventListener(event.type, listen);
      host.addEventListener(event.type, (at) => void (prevented += at.defaultPrevented ? 1 : 0));
      host.dispatchEvent(event);
      around.removeEventListener(event.type, listen);
    }
    host.focus();
    // Where a badge stands in a link of the page, the page's own click opens that.
    around.addEventListener("click", listen);
    host.click();
    sent += 1;
    around.removeEventListener("click", listen);
  }
  await new Promise((go) => setTimeout(go, 1500));
  return {
    hosts: hosts.length,
    unheard: sent - heard,
    prevented,
    added: document.documentElement.children.length - before,
  };
}

inEachBrowser("a page that probes", {}, (world) => {
  for (const [name, path, least] of PAGES)
    world.test(`learns no word of the badges of ${name}`, async () => {
      const page = await world.browser.open(`${SITE}${path}`);
      const badges = await badgesOf(page, least);
      expect(new Set(badges.map(({ text }) => text)).size).toBeGreaterThan(1);
      await expectNothingLearnt(page, least);
    });

  for (const [place, address, least] of [
    ["a conversation and the list beside it", threadOf, 2],
    ["a list in the current layout", () => `${SITE}${PAGES[0][1]}`, 3],
    ["a list in the older layout", () => `${SITE}${PAGES[1][1]}`, 3],
  ] as const)
    world.test(`learns no word of the badges of ${place}, nor beside whom a note is`, async () => {
      const page = await world.browser.open(address(world));
      const [first] = await badgesOf(page, least);
      await keepNote(world, nameOnBadge(first!)!);
      await page.close();
      const again = await world.browser.open(address(world));
      await badgesOf(again, least);
      const [x, y] = middle(
        (await rootsOf(again)).find((root) => nameOnBadge(root) === nameOnBadge(first!))!.rect,
      );
      await again.moveTo(x, y);
      const glance = await eventually(PATIENCE_MS, "the glance card", async () =>
        (await rootsOf(again)).find(isGlance),
      );
      expect(glance.text).toContain("You have a note.");
      await expectNothingLearnt(again, least);
      await again.close();
    });

  for (const layout of ["current", "older"] as const)
    world.test(`learns no word of badge and glance card of a ${layout} profile`, async () => {
      const person = await withNote(world);
      const page = await world.browser.open(`${person.url}?layout=${layout}`);
      const full = (await badgesOf(page, 1)).find(isFull);
      expect(full && nameOnBadge(full)).toBe(person.name);
      const [x, y] = middle(full!.rect);
      await page.moveTo(x, y);
      const glance = await eventually(PATIENCE_MS, "the glance card", async () =>
        (await rootsOf(page)).find(isGlance),
      );
      expect(glance.text).toContain("You have a note.");
      expect(glance.label).toContain("You have a note.");
      expect(glance.text).not.toContain(person.name);
      expect(JSON.stringify(await rootsOf(page))).not.toContain(NOTE);
      // The card is one empty element, and takes no room.
      const cards = await page.evaluate(() =>
        [...document.querySelectorAll("html > span")].map(
          (one) => one.attributes.length + one.childNodes.length + one.getClientRects().length,
        ),
      );
      expect(cards).toEqual([0]);
      await expectNothingLearnt(page, 1);
      await page.moveTo(5, 5);
      await eventually(
        PATIENCE_MS,
        "the card to be gone",
        async () => !(await rootsOf(page)).some(isGlance),
      );
      const copied = await copiedByHand(page);
      expect(copied).toContain(person.name);
      for (const secret of [full!.text, "You have a note", NOTE, "Tielight"])
        expect(copied).not.toContain(secret);
    });

  world.test("sees events at a badge as events at an empty element", async () => {
    const person = await withNote(world);
    const page = await world.browser.open(person.url);
    const full = (await badgesOf(page, 1)).find(isFull)!;
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      for (const type of ["pointerover", "pointermove", "mousedown", "click", "focusin", "keydown"])
        addEventListener(
          type,
          (event) => {
            const inside = event
              .composedPath()
              .filter((one) => one instanceof Node && one.getRootNode() !== document);
            const [first] = event.composedPath();
            const isBare =
              first instanceof Element &&
              first.localName === "span" &&
              first.attributes.length + first.childNodes.length === 0;
            if (inside.length > 0) seen.push(`${type} shows ${inside.length} nodes inside`);
            if (isBare) seen.push(type);
          },
          true,
        );
    });
    await page.moveTo(...middle(full.rect));
    await page.clickIn(full.rect);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen).toContain("click");
    expect(seen.filter((one) => one.includes("inside"))).toEqual([]);
    await eventually(PATIENCE_MS, "the popup", () => world.browser.popupText());
    await world.browser.closePopup();
  });

  for (const [place, address, least] of FORMS)
    world.test(
      `opens nothing by events that ${place} makes itself, and shows it nothing of them`,
      async () => {
        const page = await world.browser.open(address(world));
        await badgesOf(page, least);
        const before = new URL(await page.url()).pathname;
        const made = await page.evaluate(ownEvents);
        expect(made.hosts).toBeGreaterThanOrEqual(least);
        expect(made).toMatchObject({ unheard: 0, prevented: 0, added: 0 });
        expect(await world.browser.popupText()).toBeUndefined();
        expect(new URL(await page.url()).pathname).toBe(before);
      },
    );

  for (const [place, address, least] of FORMS)
    world.test(`prints no badge of ${place}`, async () => {
      const page = await world.browser.open(address(world));
      await badgesOf(page, least);
      const drawn = () =>
        page.evaluate(
          () =>
            [...document.querySelectorAll("span")].filter(
              (one) =>
                one.attributes.length + one.childNodes.length === 0 &&
                one.getClientRects().length > 0,
            ).length,
        );
      expect(await drawn()).toBeGreaterThanOrEqual(least);
      await page.asPrinted(true);
      expect(await drawn()).toBe(0);
      await page.asPrinted(false);
      expect(await drawn()).toBeGreaterThanOrEqual(least);
      await page.close();
    });

  world.test(
    "lets everybody see that on a page of ours, where each result is what was found",
    async () => {
      const page = await world.browser.openExtensionPage("src/safe/index.html");
      const hosts = ".stage-badges span:not([class])";
      await present(page, hosts);
      const spied = async (): Promise<Readonly<Record<string, readonly string[]>>> => {
        await page.click("[name=spy]");
        await page.waitFor("the script to have spied", () => document.querySelector(".spied"));
        return page.evaluate(() =>
          Object.fromEntries(
            [...document.querySelectorAll<HTMLElement>(".spied tbody tr")].map((row) => [
              row.dataset["way"] ?? "",
              [...row.querySelectorAll("td")].map(({ textContent }) => textContent),
            ]),
          ),
        );
      };
      const verdict = () =>
        page.evaluate(
          () => document.querySelector(".spy-test [role=status]:has(strong)")?.textContent,
        );
      const first = await spied();
      // The script leaves the page as it was.
      expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
      expect(first).toEqual({
        probeFind: ["nothing", expect.stringMatching(/^12 secrets, such as “Close”$/)],
        probeSelect: ["nothing", expect.stringMatching(/^12 secrets/)],
        probeRead: ["4 empty elements", expect.stringMatching(/^16 secrets/)],
        probePoint: ["4 empty elements", expect.stringMatching(/^\d+ secrets/)],
        // The pointer may have come over one when the page was scrolled.
        probeEvents: [expect.any(String), expect.any(String)],
        probeNames: ["nothing", expect.stringMatching(/^4 secrets, such as “.*Grace Bellamy/)],
        probeSizes: ["4 places, each of 236 × 22", "4 different sizes, so it can tell them apart"],
        probeStyles: [
          "4 places that look alike",
          expect.stringMatching(/^\d+ styles that differ$/),
        ],
      });
      expect(await verdict()).toMatch(/learned 0 from the badges and 16 from .* no word of it\.$/);

      await page.click(hosts);
      await page.click(".stage-text");
      const events = await page.evaluate(() =>
        [...document.querySelectorAll("[data-way=probeEvents] td")].map(
          ({ textContent }) => textContent,
        ),
      );
      expect(events).toEqual(["1 empty element", expect.stringMatching(/^3 secrets/)]);

      // Something of a badge that the page can read is found at once.
      const words = await page.evaluate(() => {
        const shown = document.querySelector(".stage-text > span + span")?.textContent ?? "";
        document.querySelector(".stage-badges")?.append(shown);
        return shown;
      });
      const told = await spied();
      expect(told["probeFind"]?.[0]).toBe(`1 secret, such as “${words}”`);
      expect(await verdict()).toMatch(/learned 1 from the badges/);
      expect(await page.evaluate(() => document.body.innerText)).toContain("lets the page read");
      await page.close();
    },
  );
});
