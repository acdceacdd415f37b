/** What one row of messages means, once it is known who the owner is. */
import type { Direction } from "../../../domain/interactions/interaction.ts";
import type { Gathered } from "../gathered/gathered.ts";
import { MESSAGE, type MessageRow } from "../gathered/message-rows.ts";
import type { ResolvedName } from "./name-resolution.ts";
import { NOBODY, UNNAMED } from "../gathered/people.ts";
import type { SkipReason } from "../files/tally.ts";

/** A message between the owner and people. */
export interface MessageMeaning {
  readonly direction: Exclude<Direction, "both">;
  /** The people it counts for: the sender, or every recipient. */
  readonly people: readonly number[];
  /** How many people it went to. */
  readonly groupSize: number;
  /** The number of the name, where the row has no more than that of the other. */
  readonly name?: number;
}

/** A message with a name, by number, that several known people have, or nobody. */
export interface OpenName {
  readonly openName: number;
  readonly direction: MessageMeaning["direction"];
  readonly isUnknown: boolean;
}

export type Meaning = MessageMeaning | OpenName | SkipReason;

const SEVERAL = -2;

/** The one person each conversation is with, where its senders tell: by number, `NOBODY` or `SEVERAL`. */
function companions({ messages, refs }: Gathered, owner: ReadonlySet<number>): Int32Array {
  const found = new Int32Array(refs.size).fill(NOBODY);
  messages.eachSender((conversation, sender) => {
    if (owner.has(sender)) return;
    const before = found[conversation];
    found[conversation] = before === NOBODY || before === sender ? sender : SEVERAL;
  });
  return found;
}

/**
 * Whether the owner wrote in the conversation of a row: spam is a folder, and two-way conversations are found there as well. Files
 * without conversations tell it by the name of the other.
 */
function ownerWrites(
  { messages, refs }: Gathered,
  owner: ReadonlySet<number>,
  isOwnName: (name: number) => boolean,
): (row: MessageRow) => boolean {
  const conversations = new Uint8Array(refs.size);
  const names = new Set<number>();
  for (let index = 0; index < messages.length; index += 1) {
    const { flags, conversation, sender, senderName, recipientName } = messages.at(index);
    if (flags & MESSAGE.draft) continue;
    const isOwn =
      (flags & MESSAGE.outgoing) !== 0 ||
      owner.has(sender) ||
      (sender === NOBODY && !(flags & MESSAGE.incoming) && isOwnName(senderName));
    if (!isOwn) continue;
    if (conversation >= 0) conversations[conversation] = 1;
    else if (recipientName >= 0) names.add(recipientName);
  }
  return ({ conversation, senderName, recipientName }) =>
    conversation >= 0
      ? conversations[conversation] === 1
      : names.has(senderName) || names.has(recipientName);
}

/** Answers what rows mean. */
export function messageMeaning(
  gathered: Gathered,
  owner: ReadonlySet<number>,
  whoIs: (name: number) => ResolvedName,
): (row: MessageRow) => Meaning {
  const { people, recipients, ownNames } = gathered;
  let companionOf: Int32Array | undefined;
  const isOwnName = (name: number): boolean =>
    name >= 0 && (ownNames.has(name) || [...owner].some((person) => people.isCalled(person, name)));

  const byName = (name: number, direction: MessageMeaning["direction"]): Meaning => {
    if (name === UNNAMED) return "deleted-account";
    if (name === NOBODY) return "no-person";
    const who = whoIs(name);
    const isUnknown = who === "unknown";
    if (isUnknown && isOwnName(name)) return "to-self";
    if (typeof who === "string") return { openName: name, direction, isUnknown };
    return { direction, people: [who], groupSize: 1, name };
  };

  const outgoing = (row: MessageRow): Meaning => {
    if (row.recipients !== -1) {
      const { people: listed, size } = recipients.list(row.recipients);
      const others = listed.filter((person) => !owner.has(person));
      const groupSize = size - (listed.length - others.length);
      if (others.length > 0) return { direction: "out", people: others, groupSize };
      if (groupSize === 0) return "to-self";
    }
    // Files of 2022 know addresses of senders only; people who answered in the same conversation have one.
    if (!(row.flags & MESSAGE.listsRecipients) && row.conversation >= 0) {
      companionOf ??= companions(gathered, owner);
      const companion = companionOf[row.conversation] ?? NOBODY;
      if (companion >= 0 && people.isCalled(companion, row.recipientName)) {
        return { direction: "out", people: [companion], groupSize: 1 };
      }
    }
    return byName(row.recipientName, "out");
  };

  const incoming = (row: MessageRow): Meaning => {
    if (row.recipients === -1) return { direction: "in", people: [row.sender], groupSize: 1 };
    const { people: listed, size } = recipients.list(row.recipients);
    if (listed.length > 0 && !listed.some((person) => owner.has(person))) return "not-with-owner";
    return { direction: "in", people: [row.sender], groupSize: size };
  };

  /** No address: an advertiser, a closed account, or a member of an old file. */
  const fromName = (row: MessageRow): Meaning => {
    const isToOwner =
      row.recipients !== -1 &&
      recipients.list(row.recipients).people.some((person) => owner.has(person));
    if (isOwnName(row.senderName) && !isToOwner) return outgoing(row);
    const meaning = byName(row.senderName, "in");
    const isStranger = typeof meaning === "object" && "openName" in meaning && meaning.isUnknown;
    return isStranger && row.flags & MESSAGE.looksSponsored ? "sponsored" : meaning;
  };

  let isTwoWay: ((row: MessageRow) => boolean) | undefined;
  const marked = (row: MessageRow): SkipReason | undefined => {
    const { flags } = row;
    if (flags & MESSAGE.system) return "system";
    if (flags & MESSAGE.draft) return "draft";
    if (flags & MESSAGE.spam) {
      isTwoWay ??= ownerWrites(gathered, owner, isOwnName);
      if (!isTwoWay(row)) return "spam";
    }
    return flags & MESSAGE.sponsored ? "sponsored" : undefined;
  };

  return (row) => {
    const reason = marked(row);
    if (reason !== undefined) return reason;
    if (row.flags & MESSAGE.incoming) return byName(row.senderName, "in");
    if (row.flags & MESSAGE.outgoing) return byName(row.recipientName, "out");
    if (owner.size === 0) return "owner-unknown";
    if (row.sender === NOBODY) return fromName(row);
    return owner.has(row.sender) ? outgoing(row) : incoming(row);
  };
}
