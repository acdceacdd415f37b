/**
 * Which messages brought replies, by what the suggestion was about.
 */
import type { Interaction } from "../interactions/interaction.ts";
import { kindRow } from "../interactions/kind-table.ts";
import { REASON_KINDS, type ReasonKind, type SentMessage } from "../person/sent-message.ts";
import { DAY_MS } from "../time/day.ts";

/** A reply counts within so many days after the message. */
export const REPLY_WINDOW_DAYS = 30;

const WINDOW_MS = REPLY_WINDOW_DAYS * DAY_MS;

/** A message to somebody who was suggested, and whether a reply came within the window; `"maybe"` where a word of theirs may lie in it or beside it. */
export interface SentOutcome extends SentMessage {
  readonly replied?: true | "maybe";
}

/** How many messages of one kind were sent whose window is over, and how many of them brought a reply: `replied <= sent`. */
export interface ReplyCount {
  readonly why: ReasonKind;
  readonly sent: number;
  readonly replied: number;
}

/**
 * Whether an interaction is the other person's word to the user alone: a message, e-mail, call or meeting. Groups are not, nor is an InMail, which is
 * sent to many, nor a reaction or comment, which needs no message to come.
 */
export function isWordOfTheirs(fact: Interaction): boolean {
  const { kind, direction, groupSize } = fact;
  const { role, answerable, spoken } = kindRow(fact);
  return (
    direction !== "out" &&
    groupSize === undefined &&
    kind !== "inmail" &&
    role === "exchange" &&
    (answerable || spoken)
  );
}

/** Whether an interaction certainly lies in the window: one of which only the day is known may have been before the message on its own day. */
const isInWindow = ({ from, to }: Interaction, sentAt: number): boolean =>
  from > sentAt && to <= sentAt + WINDOW_MS;

/** Whether an interaction can lie in the window, certainly or not. */
const touchesWindow = ({ from, to }: Interaction, sentAt: number): boolean =>
  to > sentAt && from <= sentAt + WINDOW_MS;

/** What came of a message, as far as the words of the other person tell. */
function replyTo(words: readonly Interaction[], sentAt: number): SentOutcome["replied"] {
  if (words.some((fact) => isInWindow(fact, sentAt))) return true;
  return words.some((fact) => touchesWindow(fact, sentAt)) ? "maybe" : undefined;
}

const inOrder = (a: SentMessage, b: SentMessage): number =>
  a.at - b.at || REASON_KINDS.indexOf(a.why) - REASON_KINDS.indexOf(b.why);

/**
 * The messages to one person, oldest first, each with what came of it. A message inside the window of an earlier one belongs to that one: one reply
 * never counts for two. The order of messages and of interactions does not matter.
 *
 * @param interactions the `settled` ones with the person
 */
export function sentOutcomes(
  sent: readonly SentMessage[],
  interactions: readonly Interaction[],
): readonly SentOutcome[] {
  const words = interactions.filter(isWordOfTheirs);
  let openUntil = -Infinity;
  return sent.toSorted(inOrder).flatMap(({ at, why }): readonly SentOutcome[] => {
    if (at <= openUntil) return [];
    openUntil = at + WINDOW_MS;
    const replied = replyTo(words, at);
    return [{ at, why, ...(replied && { replied }) }];
  });
}

/**
 * The counts by kind, kinds with the most messages first. A message counts once its window is over and a source that would show a reply covers all of it:
 * neither is a reply that came early counted before the silence of others, nor a silence that nobody saw. One of which it is uncertain whether a reply came
 * counts nowhere.
 *
 * @param until how far every reply would be known (ms), see `archiveEnd`; `undefined` where it is not known at all
 */
export function replyCounts(
  outcomes: readonly SentOutcome[],
  until: number | undefined,
): readonly ReplyCount[] {
  const over = outcomes.filter(
    ({ at, replied }) => until !== undefined && at + WINDOW_MS <= until && replied !== "maybe",
  );
  return REASON_KINDS.flatMap((why): readonly ReplyCount[] => {
    const those = over.filter((one) => one.why === why);
    const replied = those.filter((one) => one.replied).length;
    return those.length === 0 ? [] : [{ why, sent: those.length, replied }];
  }).toSorted((a, b) => b.sent - a.sent);
}
