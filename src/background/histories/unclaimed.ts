/**
 * What was observed in a tab before any page of it said who is signed in. It is given to the first member that a page of the tab proves.
 * Where somebody signs out first, or the tab is closed, the user is asked whose it is.
 */
import type { Runtime } from "webextension-polyfill";
import { browser } from "../../browser.ts";
import type { Viewer } from "../../protocol/site-questions.ts";
import { compared } from "../../domain/person/owner.ts";
import { comparedName } from "../../domain/names/compared-name.ts";
import {
  changeOutbox,
  dropEntriesBefore,
  hasOwn,
  type OutboxEntry,
} from "../../storage/database/own-database.ts";
import type { DeletedPerson } from "../../storage/database/deletion-head.ts";
import { own } from "../kept/own-kept.ts";
import { claimedEntry } from "./claimed-entry.ts";
import { entryWithout } from "./erased-entry.ts";
import { allHistories, type TabSession } from "./histories.ts";

/** Tabs have the same numbers again after the browser was started anew; `storage.session` ends with it. */
const RUN = "run";

/** Longer than this (ms) nothing waits for its member: the same as `PRIVACY.md` says. */
const WAITS_FOR_MS = 30 * 86_400_000;

let naming: Promise<string> | undefined;

/** A name for this run of the browser. */
function thisRun(): Promise<string> {
  naming ??= (async () => {
    const kept = (await browser.storage.session.get(RUN))[RUN];
    if (typeof kept === "string") return kept;
    const fresh = crypto.randomUUID();
    await browser.storage.session.set({ [RUN]: fresh });
    return fresh;
  })();
  naming.catch(() => (naming = undefined));
  return naming;
}

/** A name for the tab of a message, in this run of the browser; `undefined` for none. */
export const tabOf = async ({ tab }: Runtime.MessageSender): Promise<string | undefined> =>
  tab?.id === undefined ? undefined : `${await thisRun()}/${tab.id}`;

const change = async (changed: (entry: OutboxEntry) => OutboxEntry | undefined): Promise<void> => {
  if (await hasOwn()) await changeOutbox(await own(), changed);
};

/** A page of a tab proved this member: what waited for that is theirs. */
export async function claimObserved(sender: Runtime.MessageSender, member: Viewer): Promise<void> {
  if (!(await hasOwn())) return;
  const tab = await tabOf(sender);
  if (tab === undefined) return;
  await change((entry) =>
    entry.viewer === undefined && entry.tab === tab ? claimedEntry(entry, member) : entry,
  );
}

/** Somebody signed out: who signs in next may be somebody else. */
export const letGoObserved = (session: TabSession): Promise<void> =>
  change((entry) => {
    if (entry.viewer !== undefined || entry.session !== session || entry.tab === undefined)
      return entry;
    const { tab: _tab, ...others } = entry;
    return others;
  });

/** Whether a member may still be proved in the tab of this name. */
async function isOpen(tab: string): Promise<boolean> {
  const [run, id] = tab.split("/");
  if (run !== (await thisRun())) return false;
  return browser.tabs.get(Number(id)).then(
    () => true,
    () => false,
  );
}

/** Whether nothing but the user's word can say whose an entry is. */
async function askedAbout(): Promise<(entry: OutboxEntry) => boolean> {
  const database = await own();
  const tabs = (await database.getAll("outbox")).flatMap(({ tab }) => tab ?? []);
  const open = new Set<string>();
  for (const tab of new Set(tabs)) if (await isOpen(tab)) open.add(tab);
  return ({ viewer, tab }) => viewer === undefined && (tab === undefined || !open.has(tab));
}

/** How many people were observed and only the user can say by whom. */
export async function unclaimedPeople(): Promise<number> {
  if (!(await hasOwn())) return 0;
  const database = await own();
  if ((await database.count("outbox")) === 0) return 0;
  const isAsked = await askedAbout();
  const entries = (await database.getAll("outbox")).filter(isAsked);
  const sightings = entries.flatMap((entry) => entry.sightings);
  return new Set(sightings.map(({ person }) => person.aliases[0] ?? person.name)).size;
}

/** The user says whose it is: this member's, or nobody's, and then it goes. */
export async function settleUnclaimed(member: Viewer | undefined): Promise<void> {
  if (!(await hasOwn())) return;
  const isAsked = await askedAbout();
  await change((entry) => {
    if (!isAsked(entry)) return entry;
    return member === undefined ? undefined : claimedEntry(entry, member);
  });
}

/** What waited too long for its member goes. */
export async function dropOldUnclaimed(now: number): Promise<void> {
  if (!(await hasOwn())) return;
  const moment = now - WAITS_FOR_MS;
  await dropEntriesBefore(await own(), moment, ({ viewer }) => viewer === undefined);
}

/** People were erased from the history of this name: nothing of them waits any more that may be of its owner. */
export async function dropErased(history: string, people: readonly DeletedPerson[]): Promise<void> {
  if (people.length === 0) return;
  const owner = (await allHistories()).find(({ name }) => name === history)?.aliases ?? [];
  const erased = {
    aliases: new Set<string>(people.flatMap(({ aliases }) => aliases)),
    names: new Set(people.map(({ name }) => comparedName(name))),
  };
  await change((entry) => {
    const isOthers =
      entry.viewer !== undefined && compared(entry.viewer.aliases, owner) === "different";
    return isOthers ? entry : entryWithout(entry, erased);
  });
}
