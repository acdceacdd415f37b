/**
 * Open conversations, on the messaging page and in the small windows over other pages.
 */
import type { Alias } from "../../domain/person/person.ts";
import { grouped } from "../page/grouped.ts";
import { EVENT, idOf, messageEvents, type ShownMessage } from "./message-events.ts";
import { canBeName } from "../people/name-choice.ts";
import { textLeaves } from "../page/page-text.ts";
import { MESSAGE_OVERLAY } from "../page/regions.ts";
import { aliasesFromUrl, type Page } from "../address/urls.ts";
import { matching } from "../page/whole-items.ts";
import { vagueMessages, type ReadingContext } from "./vague-messages.ts";

/** What the page says about one open conversation. */
export interface ThreadFacts {
  /** In the archive's form; `undefined` where no id of a message decodes. */
  readonly conversation: string | undefined;
  /** The conversation of the page's address; absent for a window over another page. */
  readonly addressed?: string;
  /** Whose mailbox it is: the viewer. More than one contradict each other; `undefined` where that is not certain. */
  readonly owners: ReadonlyArray<Alias | undefined>;
  /** The person the heading leads to; absent for groups, sponsored mail and members who left. */
  readonly heading?: Alias;
  /** The heading's text: a name, or several. */
  readonly title?: string;
  readonly events: readonly ShownMessage[];
}

/** A conversation that is drawn far enough to be believed. */
export interface SettledThread {
  readonly conversation: string | undefined;
  readonly owner: Alias;
  /** Everybody else known to take part. */
  readonly others: readonly Participant[];
  /** How many other people there are, where there are at least two. */
  readonly groupSize?: number;
  readonly messages: readonly ThreadMessage[];
}

export interface Participant {
  readonly alias: Alias;
  readonly name?: string;
}

export interface ThreadMessage {
  /** Earliest and latest moment it can have been sent (ms): the same where that is known exactly. */
  readonly at: number;
  readonly until: number;
  readonly direction: "in" | "out";
  /** Who wrote it. */
  readonly from: Alias;
}

/**
 * The conversations open under a root. Messages are told apart by the conversation inside their ids, not by where they
 * stand.
 *
 * @param root the document, a shadow root, or an added part; what a part does not hold (a heading) is looked up around it
 */
export function threadsOnPage(
  root: ParentNode,
  page: Page,
  reading: ReadingContext,
): readonly ThreadFacts[] {
  const exact = grouped(
    messageEvents(matching(root, EVENT), idOf),
    ({ conversation }) => conversation,
  );
  return [...exact.values(), ...vagueMessages(root, reading)].map((events) => {
    const [first] = events;
    const conversation = first?.conversation;
    const inWindow = first === undefined || first.element.closest(MESSAGE_OVERLAY) !== null;
    return {
      conversation,
      ...(inWindow || page.conversation === undefined ? {} : { addressed: page.conversation }),
      owners: [...new Set(events.map(({ owner }) => owner))],
      ...(first === undefined ? {} : headingOf(first.element)),
      events,
    };
  });
}

/**
 * The conversation those facts amount to, or `undefined` while they disagree: the address is another's, the heading
 * leads to somebody who wrote none of the messages, nobody can be named.
 */
export function settledThread(facts: ThreadFacts): SettledThread | undefined {
  const [owner] = facts.owners;
  if (owner === undefined || facts.owners.length > 1) return undefined;
  const { conversation, addressed = conversation } = facts;
  const writers = participants(facts.events, owner);
  // Without its id only who wrote shows that a heading is already that of these messages.
  if (conversation === undefined ? writers.length === 0 : addressed !== conversation)
    return undefined;
  const { heading } = facts;
  if (heading === owner) return undefined;
  if (heading !== undefined && writers.some(({ alias }) => alias !== heading)) return undefined;
  const others = heading === undefined ? writers : [{ alias: heading, ...named(facts.title) }];
  if (others.length === 0) return undefined;
  const groupSize = heading === undefined ? sizeOfGroup(facts.title, others) : 1;
  const [only, ...more] = others;
  const isNamed = more.length === 0 && only?.name !== undefined && only.name === facts.title;
  if (isNamed) return settled(facts, owner, others, 1);
  // A heading without a link over one writer: a group with one writer, or a page half drawn.
  if (heading === undefined && groupSize < 2) return undefined;
  return settled(facts, owner, others, groupSize);
}

function settled(
  { conversation, events }: ThreadFacts,
  owner: Alias,
  others: readonly Participant[],
  groupSize: number,
): SettledThread {
  return {
    conversation,
    owner,
    others,
    ...(groupSize < 2 ? {} : { groupSize }),
    messages: events.flatMap((event) => messageOf(event, owner)),
  };
}

function messageOf(
  { at, until = at, sender }: ShownMessage,
  owner: Alias,
): readonly ThreadMessage[] {
  if (sender === undefined || at === undefined || until === undefined) return [];
  const direction = sender === owner ? "out" : "in";
  return [{ at, until, direction, from: sender }];
}

function participants(events: readonly ShownMessage[], owner: Alias): readonly Participant[] {
  const names = new Map<Alias, string | undefined>();
  for (const { sender, senderName } of events) {
    if (sender !== undefined && sender !== owner)
      names.set(sender, names.get(sender) ?? senderName);
  }
  return [...names].map(([alias, name]) => ({ alias, ...named(name) }));
}

const named = (name: string | undefined): { readonly name?: string } =>
  name === undefined ? {} : { name };

/** "Mira, Zoë +2" are four; who wrote is at least as many. */
function sizeOfGroup(title: string | undefined, writers: readonly Participant[]): number {
  const more = Number(/\+\s*(\d{1,3})\s*$/.exec(title ?? "")?.[1] ?? 0);
  const written = (title ?? "").split(/[,،、，]/u).filter((name) => name.trim() !== "").length;
  return Math.max(writers.length, more > 0 || written > 1 ? written + more : 0);
}

/** Levels climbed from a message to the heading of its conversation. */
const MOST_LEVELS = 14;

function headingOf(event: Element): { readonly heading?: Alias; readonly title?: string } {
  let block: Element | null = event.parentElement;
  for (let level = 0; block !== null && level < MOST_LEVELS; level += 1) {
    const heading = [...block.querySelectorAll("h2")].find(
      (element) => element.closest(EVENT) === null,
    );
    if (heading !== undefined) return linkedHeading(heading);
    if (block.matches(`main,body,${MESSAGE_OVERLAY}`)) return {};
    block = block.parentElement;
  }
  return {};
}

function linkedHeading(heading: Element): { readonly heading?: Alias; readonly title?: string } {
  const link = heading.closest('a[href*="/in/"]') ?? heading.querySelector('a[href*="/in/"]');
  const [alias] = aliasesFromUrl(link?.getAttribute("href") ?? "");
  const title = textLeaves(heading, 4).find(
    ({ text, translated }) => canBeName(text) && translated !== true,
  )?.text;
  return {
    ...(alias === undefined ? {} : { heading: alias }),
    ...(title === undefined ? {} : { title }),
  };
}
