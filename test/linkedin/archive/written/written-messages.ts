/** Writes messages.csv, with the rows that are no conversations in between. */
import type { Shape } from "./archive-variants.ts";
import { minuteDate, secondDate } from "./archive-dates.ts";
import type { Counter } from "../expectation.ts";
import { nameSubjectOf, profileUrl, type Who } from "../who.ts";
import type { FileWriter } from "./written-file.ts";
import type { WrittenInteraction, WrittenNetwork, WrittenPerson } from "./written-network.ts";

interface Message {
  readonly at: number;
  readonly conversation: string;
  readonly sender: WrittenPerson | undefined;
  readonly recipients: readonly WrittenPerson[];
  readonly text: string;
  readonly isInMail: boolean;
  readonly isNote: boolean;
}

const TEXTS = [
  "Hello",
  'Comma, and "quotes"',
  "Two lines come as one  line here",
  "Ça va? 你好 🙂",
  "=1+1",
  "",
];

/** The text of the note somebody's invitation carried. Line breaks, which come back as spaces. */
export function noteText(person: WrittenPerson): string {
  return `Hi, we met at the fair.\nIt was about "${person.slug}", remember?`;
}

function note(person: WrittenPerson): Message | undefined {
  const invitation = person.interactions.find(({ withNote }) => withNote);
  const { connectedAt } = person;
  if (invitation === undefined || connectedAt === undefined) return undefined;
  const conversation = person.interactions.find(
    (one) => one.conversationId !== undefined && one.groupSize === undefined,
  );
  const isIncoming = invitation.direction === "in";
  return {
    at: connectedAt,
    conversation:
      conversation?.conversationId ?? `2-${btoa(`${person.slug.length}-${connectedAt}_100`)}`,
    sender: isIncoming ? person : undefined,
    recipients: isIncoming ? [] : [person],
    text: noteText(person).replaceAll("\n", "  "),
    isInMail: false,
    isNote: true,
  };
}

function isMessage({ kind }: WrittenInteraction): boolean {
  return kind === "message" || kind === "inmail";
}

/** Every message once, conversation by conversation, newest first, as the archive has them. */
function messages({ people }: WrittenNetwork): readonly Message[] {
  const members = new Map<string, WrittenPerson[]>();
  for (const person of people) {
    for (const { conversationId, groupSize } of person.interactions) {
      if (conversationId === undefined || groupSize === undefined) continue;
      const list = members.get(conversationId) ?? [];
      if (!list.includes(person)) members.set(conversationId, [...list, person]);
    }
  }
  const found = new Map<string, Message>();
  for (const person of people) {
    for (const [index, one] of person.interactions.filter(isMessage).entries()) {
      const conversation = one.conversationId ?? "";
      const group =
        one.groupSize === undefined ? [person] : (members.get(conversation) ?? [person]);
      const isIncoming = one.direction === "in";
      const key = isIncoming
        ? `${conversation} ${one.at} ${person.slug}`
        : `${conversation} ${one.at}`;
      found.set(key, {
        at: one.at,
        conversation,
        sender: isIncoming ? person : undefined,
        recipients: isIncoming ? group.filter((other) => other !== person) : group,
        text: TEXTS[index % TEXTS.length] ?? "",
        isInMail: one.kind === "inmail",
        isNote: false,
      });
    }
  }
  const all = [...found.values(), ...people.flatMap((person) => note(person) ?? [])];
  const newest = new Map<string, number>();
  for (const { conversation, at } of all)
    newest.set(conversation, Math.max(at, newest.get(conversation) ?? 0));
  const begun = (one: Message): number => newest.get(one.conversation) ?? 0;
  return all.sort(
    (a, b) =>
      begun(b) - begun(a) ||
      (a.conversation < b.conversation ? -1 : a.conversation > b.conversation ? 1 : b.at - a.at),
  );
}

/** Rows that are nobody's conversation, and why each is left out. */
function strangeRows({
  viewer,
}: WrittenNetwork): readonly (readonly [string, Readonly<Record<string, string>>])[] {
  const me = { TO: viewer.name, "RECIPIENT PROFILE URLS": profileUrl(viewer.slug) };
  const advertisement = { FROM: "Sample Bank", CONTENT: "<p>Hi&nbsp;there</p><p><br></p>", ...me };
  return [
    [
      "draft",
      {
        "CONVERSATION ID": "",
        FROM: viewer.name,
        "SENDER PROFILE URL": profileUrl(viewer.slug),
        FOLDER: "",
        "IS MESSAGE DRAFT": "Yes",
      },
    ],
    [
      "sponsored",
      { ...advertisement, "CONVERSATION TITLE": "Sponsored Conversation", FOLDER: "ARCHIVE" },
    ],
    ["sponsored", { ...advertisement, SUBJECT: "Offer" }],
    ["deleted-account", { FROM: "LinkedIn Member", CONTENT: "Hello", ...me }],
    [
      "deleted-account",
      { FROM: viewer.name, "SENDER PROFILE URL": profileUrl(viewer.slug), TO: "LinkedIn Member" },
    ],
    ["system", {}],
  ];
}

/** Writes the file and counts what a reader must make of each row. */
export function writeMessages(
  network: WrittenNetwork,
  shape: Shape,
  file: FileWriter,
  counter: Counter,
  who: Who,
): void {
  const { viewer } = network;
  const isOld = shape.messageUrls === "none";
  const sent = new Set<string>();
  const ordered = messages(network);
  for (const { sender, conversation } of ordered)
    if (sender) sent.add(`${conversation} ${sender.slug}`);
  file.row(shape.messageColumns);
  const write = (cells: Readonly<Record<string, string>>): void =>
    file.row(
      shape.messageColumns.map((column) => cells[column] ?? (column.startsWith("IS ") ? "No" : "")),
    );

  for (const message of ordered) {
    const { at, sender, recipients, conversation } = message;
    const from = sender ?? viewer;
    const to = sender === undefined ? recipients : [viewer, ...recipients];
    const date = isOld ? minuteDate(at) : secondDate(at, " UTC");
    write({
      "CONVERSATION ID": conversation,
      FROM: from.name,
      "SENDER PROFILE URL": profileUrl(from.slug),
      TO: to.map(({ name }) => name).join(","),
      "RECIPIENT PROFILE URLS": to.map(({ slug }) => profileUrl(slug)).join(","),
      DATE: date.text,
      SUBJECT: message.isInMail ? "An offer" : "",
      CONTENT: message.text,
      DIRECTION: sender === undefined ? "OUTGOING" : "INCOMING",
      FOLDER: "INBOX",
    });
    const isCompanion =
      recipients.length === 1 && sent.has(`${conversation} ${recipients[0]?.slug}`);
    const other = sender ?? recipients[0];
    let fate = "by-address";
    if (isOld || (shape.messageUrls === "senders" && sender === undefined && !isCompanion)) {
      fate =
        sender === undefined && recipients.length > 1
          ? "name-unknown"
          : other
            ? who.byName(other)
            : "name-unknown";
    }
    const fact = {
      kind: message.isInMail ? "inmail" : "message",
      direction: sender ? "in" : "out",
      from: date.from,
      to: date.to,
      ...(!isOld && { ref: conversation }),
      ...(shape.messageUrls === "all" && to.length > 1 && { groupSize: to.length }),
    } as const;
    const isOpen = fate === "ambiguous" || fate === "name-unknown";
    // Where both are open, invitation and message have the same name.
    const isNote =
      message.isNote && (isOpen || (other && who.isResolved(other, shape.invitationUrls)));
    const people = sender ? [sender] : recipients;
    if (isNote && fate === "by-address" && other && !shape.invitationUrls)
      counter.restateNoted(nameSubjectOf(other), `slug:${other.slug}`);
    if (!isNote) {
      if (fate === "by-address") for (const { slug } of people) counter.state(`slug:${slug}`, fact);
      // Several names in one cell are nobody's name.
      else if (other && people.length === 1) counter.state(nameSubjectOf(other), fact);
    }
    if (fate === "ambiguous") counter.leaveOpen();
    else if (fate === "name-unknown") counter.skip("name-unknown");
    else if (isNote) counter.skip("invitation-note");
    else
      counter.tell(
        people.map(({ slug }) => slug),
        fact,
      );
  }
  if (shape.messageUrls !== "all") return;
  for (const [reason, cells] of strangeRows(network)) {
    write({
      "CONVERSATION ID": "2-c3RyYW5nZQ==",
      FOLDER: "INBOX",
      DATE: secondDate(network.now - 86_400_000, " UTC").text,
      ...cells,
    });
    // Only the newest files mark drafts, but without conversation and folder it is one anyway.
    counter.skip(reason);
  }
}
