/**
 * What is remembered of a day on the site: exactly what happened, seen through the file the user can take along.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import type { InventedPerson, Network } from "../../../practice/network/network.ts";
import { network } from "../../../practice/network/network.ts";
import { messageSeen } from "../support/conversations.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import { kept } from "../support/kept.ts";
import { exportedHistory, inOrder, newlyObserved, observedIn } from "../support/observed.ts";

const SITE = "https://www.linkedin.com";

interface WithTools {
  readonly practiceReceive: (slug: string, text: string, at: number) => Promise<readonly string[]>;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** Longer than reading, asking and writing take. */
const SETTLED_MS = 1500;

/** Does something on the site and answers what was observed meanwhile. */
async function observedDuring(
  world: World,
  network: Network,
  act: () => Promise<unknown>,
): Promise<readonly string[]> {
  // A history begins with the first thing that is observed.
  const { histories } = await kept(world.browser);
  const history = histories === 0 ? undefined : await exportedHistory(world.browser);
  const before = history === undefined ? [] : inOrder(observedIn(history, network));
  await act();
  await pause(SETTLED_MS);
  return newlyObserved(world.browser, network, before);
}

/** The page of the feed makes it certain who is signed in. */
async function signIn(world: World, query = ""): Promise<void> {
  const page = await world.browser.open(`${SITE}/in/me/${query}`);
  await page.waitFor("the own profile", () => document.querySelector("h1, h2") !== null);
  await pause(SETTLED_MS);
  await page.close();
}

const shownMessages = (page: DrivenPage): Promise<number> =>
  page.waitFor("messages", () => {
    const roots = [
      document,
      ...[...document.querySelectorAll("iframe")].flatMap((frame) => frame.contentDocument ?? []),
      ...[...document.querySelectorAll("#interop-outlet")].flatMap((host) => host.shadowRoot ?? []),
    ];
    return roots.reduce((sum, root) => sum + root.querySelectorAll("[data-event-urn]").length, 0);
  });

type Told = Pick<InventedPerson, "slug" | "interactions">;

/** The last messages of a conversation of two, as they should be observed. */
function lastMessages({ slug, interactions }: Told, ref: string, count: number): readonly string[] {
  return inOrder(
    interactions
      .filter(({ conversationId }) => conversationId === ref)
      .toSorted((one, other) => one.at - other.at)
      .slice(-count)
      .map((message) => messageSeen(slug, ref, message)),
  );
}

/** Pairs who only ever wrote each other plain messages, one for each test that needs one. */
function pairs({ people }: Network) {
  return people.flatMap((person) => {
    const own = person.interactions.filter(
      ({ kind, groupSize }) => (kind === "message" || kind === "inmail") && groupSize === undefined,
    );
    const ref = own[0]?.conversationId;
    const isPlain = own.every(({ kind }) => kind === "message") && own.length < 900;
    const directions = new Set(own.map(({ direction }) => direction));
    return ref !== undefined && isPlain && directions.size === 2 ? [{ person, ref }] : [];
  });
}

const thread = (ref: string, query = ""): string => `${SITE}/messaging/thread/${ref}/${query}`;

const invented = network({ seed: 7, people: 120, years: 5, now: Date.now() });

inEachBrowser("messages", { network: invented, history: false }, (world) => {
  world.test(
    "of an open thread are remembered once, both directions, to the millisecond",
    async () => {
      await signIn(world);
      const [{ person, ref } = { person: { slug: "", interactions: [] }, ref: "" }] =
        pairs(invented);
      let count = 0;
      const found = await observedDuring(world, invented, async () => {
        for (let time = 0; time < 2; time += 1) {
          const page = await world.browser.open(thread(ref));
          count = await shownMessages(page);
          await pause(SETTLED_MS);
          await page.close();
        }
      });
      // The list of conversations beside it tells of others, to the day and without a conversation.
      const isOfList = (fact: string) =>
        / \| message \| (?:in|out) \| \d+ \| \d+ \|  \| 1$/.test(fact);
      expect(found.filter((fact) => !isOfList(fact))).toEqual(lastMessages(person, ref, count));
      expect(count).toBeGreaterThan(1);
    },
  );

  world.test("the user sends and gets while the thread is open are remembered", async () => {
    const { person, ref } = pairs(invented)[1]!;
    const page = await world.browser.open(thread(ref));
    await shownMessages(page);
    await pause(SETTLED_MS);
    const since = world.practice.facts.length;
    const at = Date.now() + 500;
    const found = await observedDuring(world, invented, async () => {
      await page.bringToFront();
      await page.click('[role="textbox"]');
      await page.type("Hello again");
      const hasButton = await page.evaluate(
        () =>
          document.querySelector(
            'form.msg-form button[type="submit"], form button[type="submit"]',
          ) !== null,
      );
      if (hasButton) await page.click('form button[type="submit"]');
      else await page.press("Enter");
      await page.waitFor(
        "the message to be sent",
        () => document.querySelectorAll("[data-event-urn]").length > 0,
      );
      await pause(800);
      await page.evaluate(
        (slug, moment) => (window as unknown as WithTools).practiceReceive(slug, "Hello", moment),
        person.slug,
        at,
      );
    });
    const [sent, ...more] = world.practice.facts.slice(since);
    expect(more).toEqual([]);
    expect(sent).toMatchObject({ what: "message", direction: "out", people: [person.slug], ref });
    expect(found).toEqual(
      inOrder([
        { who: person.slug, kind: "message", direction: "out", from: sent!.at, to: sent!.at, ref },
        { who: person.slug, kind: "message", direction: "in", from: at, to: at, ref },
      ]),
    );
  });

  world.test("of a group count for everybody known to take part, with its size", async () => {
    const member = invented.people.find(({ interactions }) =>
      interactions.some(({ groupSize }) => (groupSize ?? 0) > 2),
    );
    const ref =
      member?.interactions.find(({ groupSize }) => (groupSize ?? 0) > 2)?.conversationId ?? "";
    const truth = new Set(
      invented.people.flatMap(({ slug, interactions }) =>
        interactions
          .filter(({ conversationId }) => conversationId === ref)
          .flatMap(({ direction, at, groupSize = 1 }) =>
            inOrder([{ who: slug, kind: "message", direction, from: at, to: at, ref, groupSize }]),
          ),
      ),
    );
    const found = await observedDuring(world, invented, async () => {
      const page = await world.browser.open(thread(ref));
      await shownMessages(page);
    });
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((fact) => !truth.has(fact))).toEqual([]);
    const incoming = [...truth].filter((fact) => fact.includes("| in |"));
    expect(found.filter((fact) => fact.includes("| in |"))).toEqual(incoming.sort());
  });

  world.test("of sponsors and members who left are nobody's", async () => {
    const page = await world.browser.open(`${SITE}/messaging/`);
    await page.waitFor(
      "rows",
      () => document.querySelectorAll("li.msg-conversation-listitem, li").length > 4,
    );
    const found = await observedDuring(world, invented, async () => {
      await page.bringToFront();
      const opened = await page.evaluate(async () => {
        let count = 0;
        const scroller = document.querySelector("ul")?.parentElement;
        for (let step = 0; step < 40; step += 1) {
          scroller?.scrollTo(0, scroller.scrollHeight);
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        const rows = [...document.querySelectorAll<HTMLElement>("li")].filter((row) =>
          ["Sponsored", "LinkedIn Member"].some((word) => row.textContent?.includes(word)),
        );
        for (const row of rows) {
          row.querySelector<HTMLElement>('[tabindex="0"]')?.click();
          await new Promise((resolve) => setTimeout(resolve, 1200));
          count += document.querySelectorAll("[data-event-urn]").length;
        }
        return count;
      });
      expect(opened).toBeGreaterThan(3);
    });
    expect(found).toEqual([]);
  });

  world.test(
    "in the small window of the newer layout, of the older one and in the frame are the same",
    async () => {
      const [overlaid, older, framed] = pairs(invented).slice(2, 5);
      for (const [chosen, layout] of [
        [overlaid!, "current"],
        [older!, "older"],
      ] as const) {
        let count = 0;
        const found = await observedDuring(world, invented, async () => {
          const page = await world.browser.open(
            `${SITE}/in/${encodeURIComponent(chosen.person.slug)}/?layout=${layout}`,
          );
          await page.waitFor("the page", () => document.querySelector("h1, h2") !== null);
          await pause(SETTLED_MS);
          await page.evaluate(
            (id) => document.dispatchEvent(new CustomEvent("practice-compose", { detail: id })),
            chosen.person.memberId,
          );
          count = await shownMessages(page);
        });
        expect(found, layout).toEqual(lastMessages(chosen.person, chosen.ref, count));
      }
      let count = 0;
      const found = await observedDuring(world, invented, async () => {
        const page = await world.browser.open(`${SITE}/feed/`);
        await page.waitFor(
          "the feed",
          () => document.querySelectorAll('[role="listitem"]').length > 1,
        );
        await pause(SETTLED_MS);
        await page.evaluate((path) => {
          const link = document.querySelector<HTMLAnchorElement>('a[href^="/messaging/"]');
          if (link === null) throw new Error("no link to the messages");
          link.setAttribute("href", path);
          link.click();
        }, `/messaging/thread/${framed!.ref}/`);
        count = await shownMessages(page);
      });
      expect(found, "frame").toEqual(lastMessages(framed!.person, framed!.ref, count));
    },
  );
});
