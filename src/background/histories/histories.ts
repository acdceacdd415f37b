/**
 * Which histories there are, whose they are, and which one is in use. The list is kept in a database of its own, and each history knows
 * its owner besides: what the list does not know any more is found on the disk when the background begins.
 */
import { type Going, going, goneIn } from "./gone-histories.ts";
import type { History } from "../../domain/person/owner.ts";
import { tellChange } from "../../protocol/changes.ts";
import type { KeptHistory } from "../../protocol/views.ts";
import type { Viewer } from "../../protocol/site-questions.ts";
import {
  databasesOnDisk,
  historiesOnDisk,
  noteOwner,
} from "../../storage/database/histories-on-disk.ts";
import { changeOwnValue, closeOwn, removeOwnValues } from "../kept/own-kept.ts";
import { storedRevision } from "../../storage/view/about.ts";
import { closeAllHistories, discardHistory, historyDatabase } from "./open-histories.ts";
import { registryFromDisk } from "./registry-from-disk.ts";
import { rememberedHistories } from "./witness.ts";
import {
  enrolled,
  inSession,
  isDoubtful,
  namesInUse,
  NO_HISTORIES,
  observedBy,
  outOfSession,
  owned,
  puttingInUse,
  replaced,
  type Registry,
  showing,
  shownIn,
  shownTo,
  signedIn,
  signedOut,
  type RegistryChange,
  usedIn,
  without,
} from "./registry.ts";

const KEY = "histories";

let known: Promise<Registry> | undefined;

/** The list, read once in the life of the background; again where not all of it could be read. */
function registry(): Promise<Registry> {
  if (known !== undefined) return known;
  const found = registryFromDisk(KEY);
  const reading = found.then(({ listed }) => listed);
  known = reading;
  found
    .then(({ isWhole }) => isWhole)
    .catch(() => false)
    .then((isWhole) => {
      if (!isWhole && known === reading) known = undefined;
    })
    .catch(console.error);
  return reading;
}

/** Writes into histories whose they are, as far as they can be written. */
async function noteOwners(before: Registry, after: Registry): Promise<void> {
  const changed = after.histories.filter((history) => !before.histories.includes(history));
  for (const { name, ...owner } of changed) {
    const { database } = await historyDatabase(name);
    if (database !== undefined) await noteOwner(database, owner);
  }
}

async function keep(before: Registry, after: Registry): Promise<void> {
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  await changeOwnValue(KEY, () => after);
  known = Promise.resolve(after);
  tellChange({ of: "histories" });
  await noteOwners(before, after);
}

// Read, decide and write must not interleave: two tabs that both meet a new member make one history.
let queue: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = queue.then(work, work);
  queue = turn.catch(() => undefined);
  return turn;
}

const change = (changed: (before: Registry) => Registry): Promise<void> =>
  inTurn(async () => {
    const before = await registry();
    await keep(before, changed(before));
  });

/** In Firefox the name of the container that a tab is in, `undefined` in none and in Chrome. Each has a member signed in of its own. */
export type TabSession = string | undefined;

const heard = (
  session: TabSession,
  told: (before: Registry) => RegistryChange,
): Promise<History | undefined> =>
  inTurn(async () => {
    const before = await registry();
    const after = told(inSession(before, session));
    await keep(before, outOfSession(before, after.registry, session));
    return after.history;
  });

const freshName = (): string => `history-${crypto.randomUUID()}`;

/** Whether a page in a container of Firefox said who is signed in there, or that nobody is. */
export const areContainersInUse = async (): Promise<boolean> =>
  Object.keys((await registry()).sessions ?? {}).length > 0;

/** The history our own pages show, if there is any. */
export const currentHistory = async (): Promise<History | undefined> => shownIn(await registry());

/** All histories with what the user chooses among them by. */
export async function keptHistories(): Promise<readonly KeptHistory[]> {
  const listed = await registry();
  const [shown, used] = [shownIn(listed)?.name, namesInUse(listed)];
  return listed.histories.map(({ name, ownerName, aside }) => ({
    name,
    owner: ownerName === undefined ? {} : { name: ownerName },
    ...(aside !== undefined && { aside }),
    shown: name === shown,
    signedIn: used.has(name),
  }));
}

/** Shows this history in our own pages, if there is one of this name. What pages of the site show still goes to its own. */
export const showHistory = (shown: string): Promise<void> =>
  change((before) => showing(before, shown));

/** All histories in this browser. */
export const allHistories = async (): Promise<readonly History[]> => (await registry()).histories;

/** The histories that archives, files and pages may belong to. */
export const ownedHistories = async (): Promise<readonly History[]> => owned(await registry());

/** The user goes on without a history that cannot be used; it stays in the list. */
export const setAside = (name: string): Promise<void> => change((before) => replaced(before, name));

/** The member a history belongs to. */
export const viewerOf = ({ aliases, ownerName }: History): Viewer => ({
  aliases,
  ...(ownerName !== undefined && { name: ownerName }),
});

/** The member whom a page of this session showed as signed in, with a history or without; `undefined` while that is not certain. */
export async function certainMember(session: TabSession): Promise<Viewer | undefined> {
  const listed = inSession(await registry(), session);
  const used = usedIn(listed);
  if (used !== undefined) return viewerOf(used);
  if (!listed.certain || listed.awaited === undefined) return undefined;
  const { kinds: _kinds, ...member } = listed.awaited;
  return member;
}

/**
 * A page says that this member is signed in.
 *
 * @param kinds the kinds of proof that it gives
 * @returns all that the member is known by; `undefined` where it is not certain who of several it is
 */
export async function memberSignedIn(
  viewer: Viewer,
  kinds: readonly string[],
  session: TabSession,
): Promise<Viewer | undefined> {
  await heard(session, (before) => signedIn(before, viewer, kinds));
  const member = await certainMember(session);
  return member?.aliases.some((alias) => viewer.aliases.includes(alias)) ? member : undefined;
}

/**
 * The history of the member who observed something; made when it is the first thing.
 *
 * @returns `undefined` while it is not certain whose history this is
 */
export const historyObservedBy = (
  viewer: Viewer | undefined,
  session: TabSession,
  now: number,
): Promise<History | undefined> =>
  heard(session, (before) => observedBy(before, viewer, freshName(), now));

/** The history to show beside people on a page, if there is one. */
export const historyShownTo = async (
  viewer: Viewer | undefined,
  session: TabSession,
): Promise<History | undefined> => shownTo(inSession(await registry(), session), viewer);

/** Whether nothing may be said beside people on a page, because nobody knows which of the histories is the member's. */
export const isShownInDoubt = async (
  viewer: Viewer | undefined,
  session: TabSession,
): Promise<boolean> => isDoubtful(inSession(await registry(), session), viewer);

/** From now on nobody is assumed to be signed in in this session, until a page shows who is. */
export const forgetViewer = (session: TabSession): Promise<void> =>
  change((before) => outOfSession(before, signedOut(inSession(before, session)), session));

/** From now on our pages show this history, which a file was taken into. */
export const putInUse = (name: string): Promise<void> =>
  change((before) => puttingInUse(before, name));

/**
 * Notes that a history of this name belongs to this member, without showing it in our pages yet.
 *
 * @param aside why it is no member's, where it is none's
 * @returns whether it is new
 */
export async function enrol(
  name: string,
  owner: Viewer,
  aside?: History["aside"],
): Promise<boolean> {
  const isNew = !(await allHistories()).some((one) => one.name === name);
  await change((before) => enrolled(before, name, owner, aside));
  return isNew;
}

/** Strikes a history that nothing was written to. */
export async function strike(name: string): Promise<void> {
  await change((before) => without(before, name));
  const { database } = await historyDatabase(name);
  if (database !== undefined) await noteOwner(database, undefined);
}

/**
 * Removes the database of a history to which nothing came, and strikes it: it was listed right before something was to be written, and then the
 * background ended. One that holds something stays.
 */
export async function discardEmpty(name: string): Promise<void> {
  const { database } = await historyDatabase(name);
  if (database === undefined || (await storedRevision(database)) > 0) return;
  await strike(name);
  await discardHistory(name);
}

/** Removes a history with everything in it, and remembers how it went. Answers whether it is gone, or there was never one of this name. */
export function removeKept(name: string, how: Going = {}): Promise<boolean> {
  return inTurn(async () => {
    const before = await registry();
    // Asked again, because the background ended before it answered.
    if (!before.histories.some((one) => one.name === name))
      return goneIn(before, name) !== undefined;
    // Also on a full disk: it makes room.
    await discardHistory(name);
    await keep(before, going(without(before, name), name, how));
    return true;
  });
}

/** How a history of this name went, or is going; `undefined` for one that was never removed. */
export const goneTo = async (name: string): Promise<Going | undefined> =>
  goneIn(await registry(), name);

/** Remembers how a history is about to go: everything of it is somewhere else already. */
export const noteGoing = (name: string, how: Going): Promise<void> =>
  change((before) => going(before, name, how));

/** The databases lie somewhere else from now on: nothing is known that was read before. */
export const forgetWhereTheyLay = (): Promise<void> =>
  inTurn(async () => {
    await closeAllHistories();
    await closeOwn();
    known = undefined;
    tellChange({ of: "histories" });
  });

/** Removes every database: all histories, and everything that is kept beside them. */
export function removeDatabases(): Promise<void> {
  return inTurn(async () => {
    const remembered = await rememberedHistories().catch(() => []);
    const listed = (await registry()).histories.map(({ name }) => name);
    const names = await databasesOnDisk([...remembered, ...listed]);
    for (const name of new Set(names)) await discardHistory(name);
    await removeOwnValues();
    known = Promise.resolve(NO_HISTORIES);
    tellChange({ of: "histories" });
  });
}

/** Removes databases that an import or a restore opened for a new history and that were never made one, but for this one. */
export function discardUnfinished(but?: string): Promise<void> {
  return inTurn(async () => {
    const listed = await registry();
    for (const name of await historiesOnDisk())
      if (name !== but && !listed.histories.some((one) => one.name === name))
        await discardHistory(name);
  });
}
