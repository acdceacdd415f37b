/** messages.csv. The texts are looked at while their row is here, and dropped with it. */
import { dated, outOfRange } from "../dates/dated.ts";
import { utcSecond } from "../dates/dates.ts";
import { format } from "./format.ts";
import { MESSAGE } from "../gathered/message-rows.ts";
import { NOBODY } from "../gathered/people.ts";
import { recent } from "../gathered/recent.ts";

/** Mark-up is found in advertisements and InMail only; members cannot write it. */
const MARK_UP = /^\s*<(?:p|br|div|span|strong|ul|ol|li|a|h\d|em|b|i|table)\b[^>]*>/i;

const SPONSORED_TITLE = "sponsored conversation";

function isYes(cell: string): boolean {
  return cell !== "" && cell !== "No" && cell.trim().toLowerCase() === "yes";
}

/** Reads messages of 2018 (names and a direction only) to 2026 (addresses of everybody). */
export const MESSAGES = format({
  kind: "messages",
  names: ["messages"],
  columns: {
    conversation: ["CONVERSATION ID"],
    title: ["CONVERSATION TITLE"],
    from: ["FROM"],
    senderUrl: ["SENDER PROFILE URL"],
    to: ["TO"],
    recipientUrls: ["RECIPIENT PROFILE URLS"],
    date: ["DATE"],
    subject: ["SUBJECT"],
    content: ["CONTENT"],
    folder: ["FOLDER"],
    direction: ["DIRECTION"],
    messageDraft: ["IS MESSAGE DRAFT"],
    conversationDraft: ["IS CONVERSATION DRAFT"],
  },
  required: ["from", "to", "date", "content"],
  telling: ["from", "to", "date", "subject", "content", "folder"],
  rows: (cells, { people, refs, recipients, notes, messages, now }, place, has) => {
    const perFile = has("recipientUrls") ? MESSAGE.listsRecipients : 0;
    const knowsConversations = has("conversation");
    const conversationNumber = recent((text) => (text === "" ? -1 : refs.numberOf(text)));
    const listNumberOf = recent((text) => (text === "" ? -1 : recipients.numberOf(text)));
    const personOf = recent(people.ofUrl);
    const senderNameOf = recent(people.nameNumber);
    const recipientNameOf = recent(people.nameNumber);
    const saysDirection = has("direction") && !has("senderUrl");

    return (row, number) => {
      const date = cells.date(row);
      let from = utcSecond(date);
      let spread = 999;
      if (Number.isNaN(from)) {
        const when = dated(date, "anywhere", { now, order: place.order });
        if (typeof when === "string") return when;
        from = when.from;
        spread = when.to - when.from;
      } else {
        const reason = outOfRange({ from, to: from + spread }, now);
        if (reason !== undefined) return reason;
      }

      const conversation = cells.conversation(row);
      const folder = cells.folder(row);
      const content = cells.content(row);
      const hasMarkUp = content.charCodeAt(0) <= 60 && MARK_UP.test(content.slice(0, 80));
      let flags = perFile;
      if (isYes(cells.messageDraft(row)) || isYes(cells.conversationDraft(row)))
        flags |= MESSAGE.draft;
      if (knowsConversations && conversation === "" && folder === "") flags |= MESSAGE.draft;
      if (folder === "SPAM") flags |= MESSAGE.spam;
      if (hasMarkUp) flags |= MESSAGE.inMail;
      if (cells.subject(row) !== "") flags |= MESSAGE.hasSubject;
      if (hasMarkUp || folder === "ARCHIVE") flags |= MESSAGE.looksSponsored;
      if (cells.title(row).toLowerCase() === SPONSORED_TITLE) flags |= MESSAGE.sponsored;
      if (saysDirection) {
        const direction = cells.direction(row).toUpperCase();
        if (direction === "INCOMING") flags |= MESSAGE.incoming;
        else if (direction === "OUTGOING") flags |= MESSAGE.outgoing;
        else return "no-direction";
      }

      const senderText = cells.from(row);
      const recipientText = cells.to(row);
      const senderUrl = cells.senderUrl(row);
      const list = cells.recipientUrls(row);
      if (senderText === "" && recipientText === "" && senderUrl === "" && list === "")
        flags |= MESSAGE.system;
      const senderName = senderNameOf(senderText);
      const recipientName = recipientNameOf(recipientText);
      const sender = personOf(senderUrl);
      const listNumber = listNumberOf(list);
      if (sender !== NOBODY) people.call(sender, senderName, 2, place.at);
      if (listNumber !== -1) {
        const { people: listed, size } = recipients.list(listNumber);
        const [only] = listed;
        // With more than one recipient the names cannot be told apart: they contain commas.
        if (size === 1 && only !== undefined) people.call(only, recipientName, 2, place.at);
      }
      messages.push({
        from,
        spread,
        conversation: conversationNumber(conversation),
        sender,
        senderName,
        recipients: listNumber,
        recipientName,
        flags,
        note: notes.find(content),
        place,
        row: number,
      });
      return undefined;
    };
  },
});
