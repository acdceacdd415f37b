/** Rows of messages, without their texts, in columns: there can be half a million. */
import { columns } from "./columns.ts";
import type { FilePlace } from "./place.ts";

/** What a row says about itself, as bits. */
export const MESSAGE = {
  draft: 1,
  spam: 2,
  /** The conversation's title says so. */
  sponsored: 4,
  /** Has mark-up, which members cannot write. */
  inMail: 8,
  /** Has mark-up, or lies in the archive folder: with a sender who is no member, an advertisement. */
  looksSponsored: 16,
  /** Old files say the direction and know no addresses. */
  incoming: 32,
  outgoing: 64,
  /** The file has a column of recipients' addresses. */
  listsRecipients: 128,
  /** Neither sender nor recipient. */
  system: 256,
  /** Has a subject: an InMail, or a message of the years when messages had one. */
  hasSubject: 512,
} as const;

/** One row. Numbers are those of the reading's people, names, texts and lists; -1 where the cell is empty. */
export interface MessageRow {
  readonly from: number;
  /** How long the interval of its moment is (ms), one less than the unit it is known to. */
  readonly spread: number;
  readonly conversation: number;
  readonly sender: number;
  readonly senderName: number;
  readonly recipients: number;
  readonly recipientName: number;
  readonly flags: number;
  readonly note: number;
  readonly place: FilePlace;
  readonly row: number;
}

export interface MessageRows {
  readonly length: number;
  /** Latest moment (ms) of any row, 0 without rows. */
  readonly newest: number;
  /** The same for each archive, by its number. */
  readonly newestOfGroups: ReadonlyMap<number, number>;
  /** Earliest moment (ms) of any row; without meaning without rows. */
  readonly oldest: number;
  push(row: MessageRow): void;
  /** A row that exists. */
  at(index: number): MessageRow;
  /** Calls for every row with the few things the search for the owner needs. */
  eachParty(
    visit: (group: number, sender: number, recipients: number, recipientName: number) => void,
  ): void;
  /** Calls for every row that belongs to a conversation and has a sender with an address. */
  eachSender(visit: (conversation: number, sender: number) => void): void;
}

export function messageRows(): MessageRows {
  const table = columns((capacity) => ({
    from: new Float64Array(capacity),
    spread: new Int32Array(capacity),
    conversation: new Int32Array(capacity),
    sender: new Int32Array(capacity),
    senderName: new Int32Array(capacity),
    recipients: new Int32Array(capacity),
    recipientName: new Int32Array(capacity),
    flags: new Int32Array(capacity),
    note: new Int32Array(capacity),
    file: new Int32Array(capacity),
    row: new Int32Array(capacity),
  }));
  const places: FilePlace[] = [];
  let newest = 0;
  let oldest = Infinity;
  const newestOfGroups = new Map<number, number>();

  const placeOf = (file: number | undefined): FilePlace => {
    const place = places[file ?? -1];
    if (place === undefined) throw new RangeError("no such row");
    return place;
  };

  return {
    newestOfGroups,
    get length() {
      return table.length;
    },
    get newest() {
      return newest;
    },
    get oldest() {
      return oldest;
    },
    push(one) {
      newest = Math.max(newest, one.from);
      oldest = Math.min(oldest, one.from);
      const { file, group } = one.place;
      places[file] = one.place;
      if (one.from > (newestOfGroups.get(group) ?? 0)) newestOfGroups.set(group, one.from);
      const index = table.append();
      const into = table.arrays;
      into.from[index] = one.from;
      into.spread[index] = one.spread;
      into.conversation[index] = one.conversation;
      into.sender[index] = one.sender;
      into.senderName[index] = one.senderName;
      into.recipients[index] = one.recipients;
      into.recipientName[index] = one.recipientName;
      into.flags[index] = one.flags;
      into.note[index] = one.note;
      into.file[index] = file;
      into.row[index] = one.row;
    },
    at(index) {
      const { arrays } = table;
      return {
        from: arrays.from[index] ?? 0,
        spread: arrays.spread[index] ?? 0,
        conversation: arrays.conversation[index] ?? -1,
        sender: arrays.sender[index] ?? -1,
        senderName: arrays.senderName[index] ?? -1,
        recipients: arrays.recipients[index] ?? -1,
        recipientName: arrays.recipientName[index] ?? -1,
        flags: arrays.flags[index] ?? 0,
        note: arrays.note[index] ?? 0,
        place: placeOf(arrays.file[index]),
        row: arrays.row[index] ?? 0,
      };
    },
    eachParty(visit) {
      const { file, sender, recipients, recipientName } = table.arrays;
      for (let index = 0; index < table.length; index += 1) {
        const list = recipients[index] ?? -1;
        visit(placeOf(file[index]).group, sender[index] ?? -1, list, recipientName[index] ?? -1);
      }
    },
    eachSender(visit) {
      const { conversation, sender } = table.arrays;
      for (let index = 0; index < table.length; index += 1) {
        const one = sender[index] ?? -1;
        const where = conversation[index] ?? -1;
        if (one !== -1 && where !== -1) visit(where, one);
      }
    },
  };
}
