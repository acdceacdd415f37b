/**
 * Which histories there are, whose they are, and which one is in use: a small registry in `storage.local`.
 */
import browser from "webextension-polyfill";
import { ownership, type History } from "../../domain/person/owner.ts";
import { unitedAliases } from "../../domain/person/person-union.ts";
import type { KeptHistory } from "../../protocol/views.ts";
import type { Viewer } from "../../protocol/site-questions.ts";

/** The registry as kept. */
interface Registry {
  readonly histories: readonly History[];
  /** Name of the history in use. */
  readonly current?: string;
  /** Name of another one that the user wants to see in our pages, until another is in use. */
  readonly shown?: string;
  /** True while a page has said that `current` is the signed-in member's, and none that nobody is signed in. */
  readonly certain: boolean;
}

const REGISTRY = "histories";
const NONE: Registry = { histories: [], certain: false };

async function registry(): Promise<Registry> {
  const kept = (await browser.storage.local.get(REGISTRY))[REGISTRY] as Registry | undefined;
  return kept ?? NONE;
}

const keep = (changed: Registry): Promise<void> =>
  browser.storage.local.set({ [REGISTRY]: changed });

// Read, decide and write must not interleave: two tabs that both meet a new member make one history.
let queue: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = queue.then(work, work);
  queue = turn.catch(() => undefined);
  return turn;
}

/** The history our own pages show, if there is any. */
export async function currentHistory(): Promise<History | undefined> {
  const { histories, current, shown } = await registry();
  return (
    histories.find(({ name }) => name === shown) ?? histories.find(({ name }) => name === current)
  );
}

/** All histories with what the user chooses among them by. */
export async function keptHistories(): Promise<readonly KeptHistory[]> {
  const { histories, current, certain } = await registry();
  const visible = (await currentHistory())?.name;
  return histories.map(({ name, ownerName }) => ({
    name,
    owner: ownerName === undefined ? {} : { name: ownerName },
    shown: name === visible,
    signedIn: certain && name === current,
  }));
}

/** Shows this history in our own pages, if there is one of this name. What pages of the site show still goes to its own. */
export function showHistory(shown: string): Promise<void> {
  return inTurn(async () => {
    const kept = await registry();
    if (kept.histories.some(({ name }) => name === shown)) await keep({ ...kept, shown });
  });
}

/** All histories in this browser. */
export async function allHistories(): Promise<readonly History[]> {
  return (await registry()).histories;
}

/** The member a history belongs to. */
export const viewerOf = ({ aliases, ownerName }: History): Viewer => ({
  aliases,
  ...(ownerName !== undefined && { name: ownerName }),
});

const withViewer = (history: History, viewer: Viewer): History => ({
  ...history,
  aliases: unitedAliases(history.aliases, viewer.aliases),
  ...(viewer.name !== undefined && { ownerName: viewer.name }),
});

/**
 * The history of the member a page says is signed in; made when the page is certain and it is somebody new. Without a viewer
 * it is the history in use, as long as no page has said that nobody is signed in.
 *
 * @returns `undefined` while it is not certain whose history this is
 */
export function historyOf(viewer: Viewer | undefined): Promise<History | undefined> {
  return inTurn(async () => {
    const kept = await registry();
    if (viewer === undefined) {
      return kept.certain ? kept.histories.find(({ name }) => name === kept.current) : undefined;
    }
    const found = ownership(viewer.aliases, kept.histories);
    if (found.whose === "uncertain") return undefined;
    const before =
      found.whose === "known"
        ? found.history
        : { name: `history-${crypto.randomUUID()}`, aliases: [] };
    const history = withViewer(before, viewer);
    const others = kept.histories.filter(({ name }) => name !== history.name);
    const shown = kept.current === history.name ? kept.shown : undefined;
    const changed: Registry = {
      histories: [...others, history],
      current: history.name,
      ...(shown !== undefined && { shown }),
      certain: true,
    };
    if (JSON.stringify(changed) !== JSON.stringify(kept)) await keep(changed);
    return history;
  });
}

/**
 * The history of the member who noticed something. What was noticed may arrive late, when somebody else is signed in: that changes
 * nothing about who is.
 */
export async function historyNoticedBy(viewer: Viewer | undefined): Promise<History | undefined> {
  const found = viewer && ownership(viewer.aliases, await allHistories());
  return found?.whose === "known" ? found.history : historyOf(viewer);
}

/**
 * The history to show beside people on a page. Showing needs less certainty than adding: where there is only one history, and the
 * page does not name somebody else, it is that one.
 */
export async function historyShownTo(viewer: Viewer | undefined): Promise<History | undefined> {
  const { histories, current, certain } = await registry();
  if (viewer === undefined)
    return histories.find(({ name }) => name === current && (certain || histories.length === 1));
  const found = ownership(viewer.aliases, histories);
  if (found.whose === "known") return found.history;
  return found.whose === "uncertain" && histories.length === 1 ? histories[0] : undefined;
}

/** From now on nobody is assumed to be signed in, until a page shows who is. */
export function forgetViewer(): Promise<void> {
  return inTurn(async () => {
    const kept = await registry();
    if (kept.certain) await keep({ ...kept, certain: false });
  });
}

/**
 * From now on our pages show this history, which a file was taken into. A file says whose it is, but not who is signed in on the site, so
 * nothing a page shows is added to it before a page has named the same member.
 */
export function putInUse(name: string): Promise<void> {
  return inTurn(async () => {
    const { histories, current, certain } = await registry();
    await keep({ histories, current: name, certain: certain && current === name });
  });
}

/**
 * Notes that a history of this name belongs to this member, without showing it in our pages yet.
 *
 * @returns whether it is new
 */
export function enrol(name: string, owner: Viewer): Promise<boolean> {
  return inTurn(async () => {
    const kept = await registry();
    const before = kept.histories.find((one) => one.name === name);
    const history = withViewer(before ?? { name, aliases: [] }, owner);
    const others = kept.histories.filter((one) => one.name !== name);
    await keep({ ...kept, histories: [...others, history] });
    return before === undefined;
  });
}

/** Strikes a history that nothing was written to. */
export function strike(name: string): Promise<void> {
  return inTurn(async () => {
    const kept = await registry();
    await keep({ ...kept, histories: kept.histories.filter((one) => one.name !== name) });
  });
}
