/** Rows of messages, without their texts, in columns: there can be half a million. */
import { floatColumn, intColumn } from "./columns.ts";
import type { FilePlace } from "./place.ts";

/** What a row says about itself, as bits. */
export const MESSAGE = {
  draft: 1,
  spam: 2,
  /** The conversation's title says so. */
  sponsored: 4,
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
  push(row: MessageRow): void;
  /** A row that exists. */
  at(index: number): MessageRow;
  /** Calls for every row with the few things the search for the owner needs. */
  eachParty(
    visit: (group: number, sender: number, recipients: number, recipientName: number) => void,
  ): void;
}

export function messageRows(): MessageRows {
  const from = floatColumn();
  const spread = intColumn();
  const conversation = intColumn();
  const sender = intColumn();
  const senderName = intColumn();
  const recipients = intColumn();
  const recipientName = intColumn();
  const flags = intColumn();
  const note = intColumn();
  const file = intColumn();
  const row = intColumn();
  const places: FilePlace[] = [];
  let newest = 0;

  const placeOf = (index: number): FilePlace => {
    const place = places[file.at(index)];
    if (place === undefined) throw new RangeError("no such row");
    return place;
  };

  return {
    get length() {
      return from.length;
    },
    get newest() {
      return newest;
    },
    push(one) {
      newest = Math.max(newest, one.from);
      places[one.place.file] = one.place;
      from.push(one.from);
      spread.push(one.spread);
      conversation.push(one.conversation);
      sender.push(one.sender);
      senderName.push(one.senderName);
      recipients.push(one.recipients);
      recipientName.push(one.recipientName);
      flags.push(one.flags);
      note.push(one.note);
      file.push(one.place.file);
      row.push(one.row);
    },
    at: (index) => ({
      from: from.at(index),
      spread: spread.at(index),
      conversation: conversation.at(index),
      sender: sender.at(index),
      senderName: senderName.at(index),
      recipients: recipients.at(index),
      recipientName: recipientName.at(index),
      flags: flags.at(index),
      note: note.at(index),
      place: placeOf(index),
      row: row.at(index),
    }),
    eachParty(visit) {
      for (let index = 0; index < from.length; index += 1) {
        visit(
          placeOf(index).group,
          sender.at(index),
          recipients.at(index),
          recipientName.at(index),
        );
      }
    },
  };
}
