/**
 * One history through everything that changes who is who, with the background ended between any two steps: after each, the people are
 * those that the laws of the store say, and what our own pages show is what the records of the export make.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { eventually } from "../../../practice/browser/within.ts";
import { loadHistory } from "../../../practice/journey/load-history.ts";
import { type InventedPerson, network } from "../../../practice/network/network.ts";
import { peopleOf, type ReadExport } from "../../../practice/read-export.ts";
import { writtenArchive, zipOf } from "../../linkedin/archive/written/archive-writer.ts";
import type { WrittenArchive } from "../../linkedin/archive/expectation.ts";
import type { WrittenNetwork } from "../../linkedin/archive/written/written-network.ts";
import { nameSubject } from "../../../src/domain/records/subject.ts";
import { addPreviewed, inLog, previewed, undoImport } from "../support/archive-tasks.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import { keptValue } from "../support/kept.ts";
import { exportedHistory } from "../support/observed.ts";
import {
  asked,
  type Held,
  heldInView,
  heldOf,
  joined,
  keyOfAliases,
  peopleInView,
} from "../support/people-held.ts";
import { startWorld } from "../support/world.ts";

const SITE = "https://www.linkedin.com";
const NOW = Date.now();
const PATIENCE_MS = 60_000;
const invented = network({ seed: 7, people: 60, years: 5, now: NOW });

const messagesOf = ({ interactions }: InventedPerson) =>
  interactions.filter(
    ({ kind, groupSize }) => (kind === "message" || kind === "inmail") && groupSize === undefined,
  );

/** Somebody with one short conversation in which both wrote. */
const hasShortTalk = (person: InventedPerson): boolean => {
  const said = messagesOf(person);
  return (
    person.degree === 1 &&
    said.length > 2 &&
    said.length < 15 &&
    new Set(said.map(({ conversationId }) => conversationId)).size === 1 &&
    said.every(({ kind }) => kind === "message")
  );
};

const isQuiet = (post: string): boolean =>
  invented.people.every(({ interactions }) => interactions.every(({ postId }) => postId !== post));

/** Wrote the post that the user reacted to; the archive does not know the last message. */
const author = invented.people.find(
  (person) => hasShortTalk(person) && person.posts.some(({ id }) => isQuiet(id)),
);
const other = invented.people.find((person) => hasShortTalk(person) && person !== author);
const post = author?.posts.find(({ id }) => isQuiet(id));

/** What the archive tells: connections, messages of conversations of two, and one reaction that waits for an author. */
function archive(): WrittenArchive {
  const people = invented.people
    .filter(({ connectedAt }) => connectedAt !== undefined)
    .map((person) => {
      const said = messagesOf(person);
      if (person !== author || post === undefined) return { ...person, interactions: said };
      const reaction = {
        kind: "reaction",
        direction: "out",
        at: post.at + 3_600_000,
        postId: post.id,
      } as const;
      return { ...person, interactions: [...said.slice(0, -1), reaction] };
    });
  const written: WrittenNetwork = {
    now: NOW,
    viewer: { ...invented.viewer, posts: [] },
    people,
  };
  return writtenArchive(written, "2026");
}

const everyAlias = ({ slug, memberId }: InventedPerson): string =>
  keyOfAliases([`slug:${slug}`, `member:${memberId}`]);

async function inFolder(body: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "tielight-one-truth-"));
  try {
    await body(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The people after a step: as the records make them, and, after the background was ended once more, as our own pages show them. */
async function after(
  { browser }: Pick<World, "browser">,
  step: string,
): Promise<{ readonly held: Held; readonly history: ReadExport }> {
  expect(await browser.killBackground(), `the background before "${step}" was read`).toBe(true);
  const history = await exportedHistory(browser);
  const held = heldOf(history.people);
  await browser.killBackground();
  const page = await browser.openExtensionPage("src/popup/index.html");
  expect(heldInView(await peopleInView(page)), `in view after ${step}`).toEqual(held);
  await page.close();
  expect(await browser.killBackground(), `the background after "${step}"`).toBe(true);
  return { held, history };
}

/** Opens an address of the site and waits until our own pages show this. */
async function browse(world: World, path: string, isThere: (held: Held) => boolean): Promise<void> {
  const site = await world.browser.open(`${SITE}${path}`);
  const page = await world.browser.openExtensionPage("src/popup/index.html");
  for (const end = Date.now() + PATIENCE_MS; ;) {
    // In a tab behind another one nothing is read.
    await site.bringToFront();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const held = heldInView(await peopleInView(page));
    if (isThere(held)) break;
    if (Date.now() > end) throw new Error(`after ${path} known is only ${JSON.stringify(held)}`);
  }
  await page.close();
  await site.close();
}

/** Lets the site tell by what else the member is known whose archive it was: threads name the owner by member id. */
async function signedIn({ browser }: World): Promise<void> {
  const me = await browser.open(`${SITE}/in/me/`);
  await eventually(PATIENCE_MS, "the member id of the owner", () =>
    keptValue(browser, "histories").then((listed) =>
      JSON.stringify(listed).includes(invented.viewer.memberId),
    ),
  );
  await me.close();
}

/** Does something to people who are named by what they are known by. */
async function withPeople(
  { browser }: World,
  act: (
    ask: (question: string, about: object) => Promise<unknown>,
    idOf: (key: string) => string,
  ) => Promise<void>,
): Promise<void> {
  const page = await browser.openExtensionPage("src/popup/index.html");
  const people = await peopleInView(page);
  await act(
    (question, about) => asked(page, question, about, true),
    (key) => {
      const found = people.find((one) => one.key === key);
      if (found === undefined) throw new Error(`nobody is known by ${key}`);
      return found.id;
    },
  );
  await page.close();
}

inEachBrowser("one truth", { network: invented, history: false }, (world) => {
  world.test("holds through every step, whatever ends in between, and after a restore", () =>
    inFolder(async (folder) => {
      if (author === undefined || other === undefined || post === undefined)
        throw new Error("the network has no such people");
      const { browser } = world;
      const [one, two] = [everyAlias(author), everyAlias(other)];
      const both = keyOfAliases(`${one} ${two}`.split(" "));
      const written = archive();
      const zip = join(folder, "Basic_LinkedInDataExport.zip");
      await writeFile(zip, Buffer.from(await (await zipOf(written.files)).arrayBuffer()));

      // Import: everybody whom the archive tells of, and what it tells.
      const page = await previewed(browser, zip);
      await browser.killBackground();
      await addPreviewed(page);
      await inLog(page, 1);
      await page.close();
      const imported = await after(world, "the import");
      expect(imported.held).toEqual(
        Object.fromEntries([...written.facts].map(([subject, facts]) => [subject, facts.size])),
      );

      // Browse: a thread knows one message more, of somebody whom it names by member id; profiles show who that is.
      await signedIn(world);
      await browser.killBackground();
      const ref = messagesOf(author)[0]?.conversationId ?? "";
      await browse(world, `/messaging/thread/${ref}/`, (held) =>
        Object.keys(held).some((key) => key.includes(`member:${author.memberId}`)),
      );
      await browser.killBackground();
      const profileOf = ({ slug }: InventedPerson) => `/in/${encodeURIComponent(slug)}/`;
      await browse(world, profileOf(author), (held) => one in held);
      await browser.killBackground();
      await browse(world, profileOf(other), (held) => two in held);
      const browsed = await after(world, "browsing");
      const slugOf = ({ slug }: InventedPerson) => `slug:${slug}`;
      for (const [key, count] of Object.entries(imported.held)) {
        const isAuthor = key === slugOf(author);
        const now = isAuthor ? one : key === slugOf(other) ? two : undefined;
        const found = Object.entries(browsed.held).find(([aliases]) =>
          now === undefined ? aliases.split(" ").includes(key) : aliases === now,
        );
        expect(found?.[1], key).toBe(isAuthor ? count + 1 : count);
      }

      // Merge: one person with everything of both, and nobody else changed.
      await withPeople(world, async (ask, idOf) => {
        await ask("mergePeople", { id: idOf(one), other: idOf(two) });
      });
      const merged = await after(world, "merging");
      expect(merged.held).toEqual(joined(browsed.history.people, one, two));

      // The post's author: the reaction that waited is the merged person's.
      const count = merged.held[both] ?? NaN;
      await browse(
        world,
        `/feed/update/urn:li:activity:${post.id}/`,
        (held) => held[both] === count + 1,
      );
      const attributed = await after(world, "the attribution");
      expect(attributed.held).toEqual({ ...merged.held, [both]: count + 1 });

      // Split: the reaction goes to the one under whose alias it was seen.
      await withPeople(world, async (ask, idOf) => {
        await ask("splitPerson", { id: idOf(both), split: two.split(" ") });
      });
      const split = await after(world, "splitting");
      expect(split.held).toEqual({ ...browsed.held, [one]: (browsed.held[one] ?? NaN) + 1 });

      // Merged again: as before.
      await withPeople(world, async (ask, idOf) => {
        await ask("mergePeople", { id: idOf(two), other: idOf(one) });
      });
      const again = await after(world, "merging again");
      expect(again.held).toEqual(attributed.held);

      // The import undone: as if it had never been; the user's word and what pages said stay.
      const history = await browser.openExtensionPage("src/dashboard/index.html");
      await inLog(history, 1);
      await undoImport(history);
      await inLog(history, 0);
      await history.close();
      const undone = await after(world, "undoing the import");
      const isOfPage = (record: ReadExport["records"][number]): boolean =>
        record.kind === "statement"
          ? !record.statement.source.startsWith("archive:")
          : record.kind === "link"
            ? !record.link.source.startsWith("archive:")
            : record.kind === "register";
      expect(undone.held).toEqual(heldOf(peopleOf(again.history.records.filter(isOfPage))));
      // The list of conversations beside the thread told the day of the last message of the other one.
      const listed = again.history.records.filter(
        (record) =>
          record.kind === "statement" && record.statement.subject === nameSubject(other.name),
      );
      expect(undone.held[both]).toBe(messagesOf(author).length + listed.length);

      // Export, and a restore into a profile that knows nothing.
      const exporting = await browser.openExtensionPage("src/dashboard/index.html");
      await exporting.waitFor("the owner", () => document.body.innerText.includes("History of"));
      await browser.killBackground();
      const file = await browser.downloadOf(() =>
        exporting.click('button[name="export"][value="json"]'),
      );
      await exporting.close();
      const saved = join(folder, file.name);
      await writeFile(saved, file.bytes);
      const fresh = await startWorld(browser.name, { network: invented, history: false });
      try {
        await fresh.browser.killBackground();
        await loadHistory(fresh.browser, saved);
        const restored = await after(fresh, "restoring");
        expect(restored.held).toEqual(undone.held);
        expect(restored.history).toEqual(undone.history);
      } finally {
        await fresh.end();
      }
    }),
  );
});
