/** Typical histories, as one would tell them. Days ago; the answer to a chat comes an hour later. */
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";
import { DAY, NOW } from "../interactions/arbitrary-interactions.ts";

type More = Partial<Interaction>;

const one = (daysAgo: number, more: More = {}): Interaction => {
  const from = NOW - daysAgo * DAY;
  return { kind: "message", direction: "in", from, to: from, sources: ["page"], ...more };
};

const chat = (daysAgo: number, more: More = {}): readonly Interaction[] => [
  one(daysAgo, { ...more, direction: "out" }),
  one(daysAgo - 1 / 24, { ...more, direction: "in" }),
];

/** A chat every `step` days, the first `from` and the last at least `to` days ago. */
const every = (step: number, from: number, to: number, more: More = {}): readonly Interaction[] =>
  Array.from({ length: Math.floor((from - to) / step) + 1 }, (_, n) =>
    chat(from - n * step, more),
  ).flat();

const times = (count: number, step: number, start: number, more: More): readonly Interaction[] =>
  Array.from({ length: count }, (_, n) => one(start + n * step, more));

const oldFriend = every(7, 1460, 1095);

export const PERSONAS: Readonly<Record<string, readonly Interaction[]>> = {
  "weekly two-way for 1 y, last 3 d ago": every(7, 367, 3),
  "monthly two-way for 1 y, last 15 d ago": every(30, 375, 15),
  "quarterly for 3 y, last 45 d ago": every(91, 1140, 45),
  "yearly for 6 y, last 2 months ago": every(365, 1885, 60),
  "yearly for 6 y, silent 6 months": every(365, 2005, 180),
  "monthly for 1 y, silent 6 months": every(30, 540, 180),
  "monthly for 1 y, silent 14 months": every(30, 785, 425),
  "monthly for 3 y, silent 6 months": every(30, 1275, 180),
  "weekly for 1 y, silent 1 y": every(7, 730, 365),
  "weekly for 2 y, silent 4 y": every(7, 2190, 1460),
  "one two-way chat yesterday": chat(1),
  "one two-way chat 1 month ago": chat(30),
  "one two-way chat 1 y ago": chat(365),
  "three chats within 2 weeks, 8 months ago": [254, 247, 240].flatMap((day) => chat(day)),
  "my one unanswered message, 1 week ago": [one(7, { direction: "out" })],
  "recruiter: 12 unanswered InMails over 1 y": times(12, 30, 5, { kind: "inmail" }),
  "newsletter-like: 100 inbound days": times(100, 7, 1, {}),
  "only reactions from me, weekly for 1 y": times(52, 7, 2, { kind: "reaction", direction: "out" }),
  "mutual reactions, weekly for 1 y": [
    ...times(52, 7, 2, { kind: "reaction", direction: "out" }),
    ...times(52, 7, 2, { kind: "reaction" }),
  ],
  "old friend (weekly 1 y, silent 3 y) + one reaction by me yesterday": [
    ...oldFriend,
    one(1, { kind: "reaction", direction: "out" }),
  ],
  "old friend (same) + two-way chat yesterday": [...oldFriend, ...chat(1)],
  "group chat of 10, monthly 1 y, last 15 d": every(30, 375, 15, { groupSize: 10 }),
  "one meeting 2 weeks ago": [one(14, { kind: "meeting", direction: "both", sources: ["hand"] })],
  "invitation accepted 2 y ago, nothing else": [
    one(730, { kind: "invitation" }),
    one(729, { kind: "connected", direction: "both" }),
  ],
  "recommendation received 3 y ago + 2 chats then": [
    ...chat(1095),
    ...chat(1080),
    one(1090, { kind: "recommendation" }),
  ],
  "daily for 3 y, silent 2 y": every(1, 1825, 730),
  "old friend (same) + one message by me yesterday": [...oldFriend, one(1, { direction: "out" })],
  "old friend (same) + a message of theirs to 40": [...oldFriend, one(1, { groupSize: 40 })],
  "group chat of 40, daily 1 y": every(1, 366, 1, { groupSize: 40 }),
  "group chat of 41, daily 1 y": every(1, 366, 1, { groupSize: 41 }),
  "12 InMails over 1 y + one refusal": [
    ...times(12, 30, 5, { kind: "inmail" }),
    one(3, { direction: "out" }),
  ],
  "40 pitches + one refusal": [...times(40, 9, 5, {}), one(3, { direction: "out" })],
  "monthly from them for 2 y, answered at first": [
    ...times(24, 30, 5, {}),
    one(694, { direction: "out" }),
  ],
  "a birthday greeting and its thanks yesterday": [one(1.1), one(1, { direction: "out" })],
  "fortnightly for 8 y, silent 5 months": every(14, 3070, 150),
  "an invitation with a note, 2 y ago, no answer": [
    one(730, { kind: "invitation", withNote: true }),
  ],
  "an invitation with a note, answered next day, 2 y ago": [
    one(730, { kind: "invitation", withNote: true }),
    one(729, { direction: "out" }),
  ],
  "nothing at all": [],
};
