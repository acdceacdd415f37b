import type { Network } from "../../network/network.ts";
import { random, scatter } from "../../network/random.ts";
import { conversationId, uuid } from "../../network/site-ids.ts";
import type { ConversationKind } from "../page.ts";

/** `from` is a place in the list of people, -1 for the viewer, -2 for somebody without a profile. */
export interface Message {
  readonly at: number;
  readonly from: number;
  /** Only of messages written on the pages. */
  readonly text?: string;
}

export interface Conversation {
  readonly id: string;
  readonly kind: ConversationKind;
  readonly members: Set<number>;
  /** Shown where there is no member to name. */
  readonly title: string;
  /** Oldest first; grows. */
  readonly messages: Message[];
}

const SPONSORS = [
  "Plumtree Bank",
  "Wolfsbane Security",
  "Cinderpath Games",
  "University of Marrowdale",
];
const DAY_MS = 86_400_000;

/** Conversations that are no contact with anybody: sponsored ones, and members who left. */
function strangers({ seed, now }: Network): Conversation[] {
  const chance = random(seed ^ 0xadd);
  return Array.from({ length: 7 }, (_, index) => {
    const sponsored = index < SPONSORS.length;
    const start = now - chance.whole(1, 200) * DAY_MS;
    const messages = Array.from({ length: sponsored ? 1 : 3 }, (__, turn) => ({
      at: start + turn * 3_600_000,
      from: !sponsored && turn === 1 ? -1 : -2,
    }));
    return {
      id: conversationId(uuid(chance)),
      kind: sponsored ? "sponsored" : "hidden",
      members: new Set<number>(),
      title: SPONSORS[index] ?? "",
      messages,
    };
  });
}

/** All conversations of a network by id, put together from what passed with each person. */
export function conversations(network: Network): Map<string, Conversation> {
  const found = new Map<string, Conversation>(strangers(network).map((one) => [one.id, one]));
  const known = new Set<string>();
  for (const [person, { interactions }] of network.people.entries()) {
    for (const { kind, direction, at, conversationId: id, groupSize } of interactions) {
      if (id === undefined) continue;
      let conversation = found.get(id);
      if (!conversation) {
        const made = groupSize === undefined ? (kind === "inmail" ? "inmail" : "pair") : "group";
        conversation = { id, kind: made, members: new Set(), title: "", messages: [] };
        found.set(id, conversation);
      }
      conversation.members.add(person);
      const from = direction === "out" ? -1 : person;
      if (groupSize !== undefined) {
        const key = `${id}${at}${from}`;
        if (known.has(key)) continue;
        known.add(key);
      }
      conversation.messages.push({ at, from });
    }
  }
  for (const { messages } of found.values()) messages.sort((one, other) => one.at - other.at);
  return found;
}

const SENTENCES = [
  "Good to hear from you!",
  "How was the conference?",
  "Shall we talk next week?",
  "Thank you for the introduction.",
  "I read your post and had to think of our project.",
  "Congratulations on the new job!",
  "Sorry for the late answer.",
  "Are you still in town in May?",
  "The slides are attached.",
  "Let me know what you think.",
  "That made my day.",
  "We are looking for somebody like you.",
  "Do you remember the old office?",
  "Coffee on Thursday?",
  "Happy birthday!",
  "I would love to hear how you solved it.",
  "Perfect, see you then.",
  "Could you introduce me to your colleague?",
];

/** An invented text, the same for the same id. */
export function inventedText(id: string, sentences = 1 + (scatter(id, 3) % 3)): string {
  return Array.from(
    { length: sentences },
    (_, index) => SENTENCES[scatter(`${id}/${index}`) % SENTENCES.length],
  ).join(" ");
}
