/**
 * What a browser is killed in the middle of. Each act is begun on a history that is there, goes on until the browser is gone, and knows what
 * has to be there afterwards.
 */
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import type {
  BrowserDriver,
  BrowserName,
  DrivenPage,
} from "../../../practice/browser/browser-driver.ts";
import type { Network } from "../../../practice/network/network.ts";
import type { Random } from "../../../practice/network/random.ts";
import { readExport } from "../../../practice/read-export.ts";
import { folderFile } from "../../../src/domain/backup/folder-files.ts";
import { addPreviewed, inLog, previewed, undoImport } from "../../browser/support/archive-tasks.ts";
import { kept, keptAtLast, signedInAtLast } from "../../browser/support/kept.ts";
import { type Asking, asking, knownPeople } from "./asking.ts";
import { doubled, factLine, linesOf, noteLine, personLine, without } from "./history-lines.ts";
import { told } from "./told.ts";

const SITE = "https://www.linkedin.com";
const DAY_MS = 86_400_000;
/** How many people the user writes down something about. */
const SOME = 8;
/** How many people are deleted at once. */
const AT_ONCE = 3;

/** What an act finds. */
export interface Scene {
  readonly browser: BrowserDriver;
  readonly network: Network;
  readonly chance: Random;
  /** The lines of the history before. */
  readonly before: readonly string[];
  /** An archive of the same member with people whom the history does not hold, and a backup with others. */
  readonly archive: string;
  readonly backup: string;
  /** The lines of the history after an act of this name that nothing ended. */
  readonly whole: (name: string) => Promise<readonly string[]>;
}

/** An act that is ready. */
export interface Ready {
  /** Acts until there is nothing more to be done, or the browser is gone: then it rejects. */
  readonly go: () => Promise<void>;
  /** How many acts were answered. */
  readonly answered: () => number;
  /** Does in the browser that was started again what has to be done before the history is read. */
  readonly settle?: (browser: BrowserDriver) => Promise<void>;
  /** What is wrong afterwards. */
  readonly wrongIn: (now: readonly string[], browser: BrowserDriver) => Promise<readonly string[]>;
}

/** See the file. */
export interface ActToKill {
  readonly name: string;
  readonly browsers: readonly BrowserName[];
  /** The browser is killed within this time (ms) after the act began; within the time that an act of this name took that nothing ended. */
  readonly longest: number | "import" | "restore";
  readonly ready: (scene: Scene) => Promise<Ready>;
}

const BOTH: readonly BrowserName[] = ["chromium", "firefox"];

const popup = async (browser: BrowserDriver): Promise<Asking> =>
  asking(await browser.openExtensionPage("src/popup/index.html"));

/** Notes and interactions, written down, removed and brought back. */
async function byHand({ browser, chance, before }: Scene): Promise<Ready> {
  const own = await popup(browser);
  const people = await knownPeople(own, SOME);
  const story = told(before);
  const there: { readonly id: string; readonly key: string; readonly line: string }[] = [];
  const removed: typeof there = [];
  let days = 0;
  const note = async (): Promise<void> => {
    const { id, key } = chance.pick(people);
    const text = `note ${story.answered()} of ${chance.whole(0, 2 ** 31)}`;
    const made = { notes: { [crypto.randomUUID()]: text } };
    await story.doing({ adds: [noteLine(key, text)], removes: [] }, () =>
      own.ask("choose", { id, made }),
    );
  };
  const call = async (): Promise<void> => {
    const person = chance.pick(people);
    // Days apart, so that no two of them are one.
    days += 3;
    const at = Math.floor(Date.now() / DAY_MS) * DAY_MS - days * DAY_MS;
    const fact = { kind: "call", direction: "both", from: at, to: at };
    const key = `call|both|${at}|${at}|`;
    const line = factLine(person.key, key);
    await story.doing({ adds: [line], removes: [] }, () =>
      own.ask("addInteraction", { id: person.id, interaction: fact }),
    );
    there.push({ id: person.id, key, line });
  };
  const turn = async (from: typeof there, to: typeof there, question: string): Promise<void> => {
    const one = from.pop();
    if (one === undefined) return;
    const lines = [one.line];
    const change =
      from === there ? { adds: [], removes: lines } : { adds: lines, removes: [] as string[] };
    await story.doing(change, () => own.ask(question, { id: one.id, key: one.key }));
    to.push(one);
  };
  return {
    go: async () => {
      for (;;) {
        const share = chance.unit();
        if (share < 0.4) await note();
        else if (share < 0.7) await call();
        else if (share < 0.85) await turn(there, removed, "deleteInteraction");
        else await turn(removed, there, "restoreInteraction");
      }
    },
    answered: story.answered,
    wrongIn: async (now) => story.wrongIn(now),
  };
}

/** People are deleted together; some come back, of some the deletion is finished. */
async function deleting({ browser, chance, before }: Scene): Promise<Ready> {
  const own = await popup(browser);
  const people = [...(await knownPeople(own, 200))];
  const story = told(before);
  return {
    go: async () => {
      while (people.length > 0) {
        const some = people.splice(chance.whole(0, people.length - 1), AT_ONCE);
        const lines = before.filter((line) =>
          some.some(({ key }) => line.startsWith(personLine(key))),
        );
        let id: unknown;
        await story.doing({ adds: [], removes: lines }, async () => {
          const begun = await own.ask("deletePeople", { ids: some.map((one) => one.id) });
          id = Object(begun)["id"];
        });
        const share = chance.unit();
        if (share < 0.5) {
          await story.doing({ adds: lines, removes: [] }, () => own.ask("undoDeletion", { id }));
          people.push(...some);
        } else if (share < 0.75) await own.ask("finishDeletion", { id });
      }
    },
    answered: story.answered,
    wrongIn: async (now) => story.wrongIn(now),
  };
}

/** One act of the history page that is done as a whole or not at all. */
async function wholeOrNot(
  { before }: Pick<Scene, "before">,
  after: readonly string[],
  act: () => Promise<unknown>,
): Promise<Ready> {
  const story = told(before);
  const change = { adds: without(after, before), removes: without(before, after) };
  return {
    go: () => story.doing(change, act),
    answered: story.answered,
    wrongIn: async (now) => story.wrongIn(now),
  };
}

/** The history page with a backup chosen, before it is restored. */
async function chosenBackup({ browser, backup }: Scene): Promise<DrivenPage> {
  const page = await browser.openExtensionPage("src/dashboard/index.html");
  await page.upload('input[name="given"]', backup);
  await page.waitFor("the preview", () =>
    document.querySelector('button[name="restore-commit"]:not(:disabled)'),
  );
  return page;
}

const restoring = async (page: DrivenPage): Promise<void> => {
  await page.click('button[name="restore-commit"]:not(:disabled)');
  await page.waitFor("the history to be restored", () =>
    [...document.querySelectorAll("section")]
      .find((section) => section.querySelector('input[name="given"]'))
      ?.querySelector(".notice")
      ?.textContent?.trim(),
  );
};

/** The history that is there came by an import, too. */
const IMPORTS = 1;

const adding = async (page: DrivenPage): Promise<void> => {
  await addPreviewed(page);
  await inLog(page, IMPORTS + 1);
};

/** The name of the folder in the extension's own files: it has the same handle as one that the user chose. */
const FOLDER = "shared";

async function folderFiles({ page }: Asking): Promise<ReadonlyMap<string, Buffer>> {
  const files = await page.evaluate(async (called) => {
    const root = await navigator.storage.getDirectory();
    const found: [string, string][] = [];
    for await (const [name, handle] of (await root.getDirectoryHandle(
      called,
    )) as unknown as AsyncIterable<[string, FileSystemFileHandle]>) {
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      found.push([name, Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")]);
    }
    return found;
  }, FOLDER);
  return new Map(files.map(([name, text]) => [name, Buffer.from(text, "latin1")]));
}

const counterOf = (name: string): number => folderFile(name)?.counter ?? 0;

/** What is written down goes into the folder, again and again. */
async function intoFolder(scene: Scene): Promise<Ready> {
  const own = await popup(scene.browser);
  const people = await knownPeople(own, SOME);
  const story = told(scene.before);
  const id = crypto.randomUUID();
  const using = own.ask("useFolder", { id });
  await own.page.evaluate(
    async (name, sent) => {
      const root = await navigator.storage.getDirectory();
      const directory = await root.getDirectoryHandle(name, { create: true });
      const channel = new BroadcastChannel("tielight-folder");
      channel.postMessage({ to: "background", id: sent, directory });
      channel.close();
    },
    FOLDER,
    id,
  );
  await using;
  let written = 0;
  return {
    go: async () => {
      for (let turn = 0; ; turn += 1) {
        const { id: person, key } = scene.chance.pick(people);
        const text = `for the folder, ${turn}`;
        await story.doing({ adds: [noteLine(key, text)], removes: [] }, () =>
          own.ask("choose", { id: person, made: { notes: { [crypto.randomUUID()]: text } } }),
        );
        await own.ask("keepFolder", { now: true });
        written = Math.max(...[...(await folderFiles(own)).keys()].map(counterOf));
      }
    },
    answered: story.answered,
    wrongIn: async (now, browser) => {
      const anew = await popup(browser);
      const found = await folderFiles(anew);
      const named = [...found].filter(([name]) => folderFile(name) !== undefined);
      const notWhole = named.filter(
        ([name, bytes]) =>
          createHash("sha256").update(bytes).digest("hex").slice(0, 8) !== folderFile(name)?.check,
      );
      const last = Math.max(...named.map(([name]) => counterOf(name)));
      await anew.ask("keepFolder", { now: true });
      const state = await anew.ask("folderState");
      const after = await folderFiles(anew);
      const newest = [...after.keys()].toSorted((a, b) => counterOf(b) - counterOf(a))[0] ?? "";
      const text = gunzipSync(after.get(newest) ?? Buffer.alloc(0)).toString();
      const inFile = linesOf(readExport(text).people);
      return [
        ...story.wrongIn(now),
        ...notWhole.map(([name]) => `not whole: ${name}`),
        ...(last < written ? [`file ${written} is gone, the newest is ${last}`] : []),
        ...(Object(state)["hasFailed"] === true ? ["the folder cannot be written any more"] : []),
        ...[...after.keys()]
          .filter((name) => folderFile(name) === undefined)
          .map((name) => `left behind: ${name}`),
        ...without(now, inFile).map((line) => `not in the file: ${line}`),
        ...without(inFile, now).map((line) => `only in the file: ${line}`),
      ];
    },
  };
}

interface WithTools {
  readonly practiceReceive: (slug: string, text: string, at: number) => Promise<readonly string[]>;
}

/** Messages come while a conversation is open. What was counted in the database is acknowledged. */
async function recording({ browser, network, before }: Scene): Promise<Ready> {
  const pair = network.people
    .map(({ slug, memberId, interactions }) => ({
      slug,
      key: `member:${memberId} slug:${slug}`,
      said: interactions.filter(
        ({ kind, groupSize }) => kind === "message" && groupSize === undefined,
      ),
    }))
    .find(({ said }) => said.length > 2 && said.length < 15);
  const ref = pair?.said[0]?.conversationId ?? "";
  const slug = pair?.slug ?? "";
  const own = await browser.open(`${SITE}/in/me/`);
  await signedInAtLast(browser, network.viewer.slug);
  const page = await browser.open(`${SITE}/messaging/thread/${ref}/`);
  await page.waitFor("messages", () => document.querySelector("[data-event-urn]") !== null);
  await keptAtLast(browser, "the thread", ({ waiting }) => waiting === 0);
  await own.close();
  const sent: number[] = [];
  let first: number | undefined;
  let answered = 0;
  return {
    go: async () => {
      for (;;) {
        const moments = Array.from(
          { length: 5 },
          (_, place) => network.now - (4000 - sent.length - place) * 660_000,
        );
        sent.push(...moments);
        await page.evaluate(
          async (who, each) => {
            const { practiceReceive } = window as unknown as WithTools;
            for (const at of each) await practiceReceive(who, "Hello", at);
          },
          slug,
          moments,
        );
        const { held } = await kept(browser);
        first ??= held;
        answered = Math.max(answered, held - first);
      }
    },
    answered: () => answered,
    settle: async (anew) => {
      const me = await anew.open(`${SITE}/in/me/`);
      await signedInAtLast(anew, network.viewer.slug);
      await keptAtLast(anew, "everything to be delivered", ({ waiting }) => waiting === 0);
      await me.close();
    },
    wrongIn: async (now) => {
      const possible = new Set(
        sent.map((at) => factLine(pair?.key ?? "", `message|in|${at}|${at}|${ref}`)),
      );
      const gained = without(now, before);
      const own = gained.filter((line) => line.startsWith(personLine(pair?.key ?? "")));
      const recorded = own.filter((line) => possible.has(line)).length;
      return [
        ...without(before, now).map((line) => `lost: ${line}`),
        ...doubled(now).map((line) => `doubled: ${line}`),
        ...own.filter((line) => !possible.has(line)).map((line) => `nobody sent: ${line}`),
        ...(recorded < answered ? [`${answered} were recorded, and ${recorded} are there`] : []),
      ];
    },
  };
}

/** See the file. */
export const ACTS_TO_KILL: readonly ActToKill[] = [
  { name: "write by hand", browsers: BOTH, longest: 2500, ready: byHand },
  {
    name: "import",
    browsers: BOTH,
    longest: "import",
    ready: async (scene) => {
      const page = await previewed(scene.browser, scene.archive);
      return wholeOrNot(scene, await scene.whole("import"), () => adding(page));
    },
  },
  { name: "delete people", browsers: BOTH, longest: 2500, ready: deleting },
  {
    name: "restore",
    browsers: BOTH,
    longest: "restore",
    ready: async (scene) => {
      const page = await chosenBackup(scene);
      return wholeOrNot(scene, await scene.whole("restore"), () => restoring(page));
    },
  },
  { name: "record", browsers: BOTH, longest: 3000, ready: recording },
  { name: "write the folder", browsers: ["chromium"], longest: 4000, ready: intoFolder },
  {
    name: "undo an import",
    browsers: BOTH,
    longest: "import",
    ready: async (scene) => {
      const after = await scene.whole("import");
      const page = await previewed(scene.browser, scene.archive);
      await adding(page);
      return wholeOrNot({ before: after }, scene.before, async () => {
        await undoImport(page);
        await inLog(page, IMPORTS);
      });
    },
  },
  {
    name: "undo a restore",
    browsers: BOTH,
    longest: "restore",
    ready: async (scene) => {
      const after = await scene.whole("restore");
      const page = await chosenBackup(scene);
      await restoring(page);
      const own = await asking(page);
      return wholeOrNot({ before: after }, scene.before, () => own.ask("undoRestore"));
    },
  },
];
