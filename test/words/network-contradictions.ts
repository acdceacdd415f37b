/** What no two places may say of one network: one rule for each kind. A rule reads facts and says what is wrong. */
import type { Interaction } from "../../src/domain/interactions/interaction.ts";
import type { NetworkSaid, PersonSaid } from "./said-network.ts";
import { networkReplies } from "./said-replies.ts";

type NetworkRule = (said: NetworkSaid) => string | undefined;

const DAY = 86_400_000;
const middle = ({ from, to }: { readonly from: number; readonly to: number }) =>
  Math.floor((from + to) / 2);

const lastOf = ({ truth }: PersonSaid): Interaction | undefined => truth.exchanges.at(-1);

/** The first person of whom something is wrong. */
const ofPeople =
  (wrong: (person: PersonSaid, said: NetworkSaid) => string | undefined): NetworkRule =>
  (said) => {
    for (const person of said.people) {
      const what = wrong(person, said);
      if (what !== undefined) return `${person.id}: ${what}`;
    }
    return undefined;
  };

const differing = (numbers: Readonly<Record<string, number>>): string | undefined =>
  new Set(Object.values(numbers)).size > 1 ? JSON.stringify(numbers) : undefined;

const inLists = ({ lists }: PersonSaid): readonly string[] =>
  Object.entries(lists).flatMap(([list, isIn]) => (isIn ? [list] : []));

export const NETWORK_RULES: Readonly<Record<string, NetworkRule>> = {
  "a band in two places": ofPeople(({ bands }) => {
    const known = Object.entries(bands).filter(([, band]) => band !== undefined);
    return new Set(known.map(([, band]) => band)).size > 1 ? JSON.stringify(bands) : undefined;
  }),
  "overdue in two places": ({ overdue }) => differing(overdue),
  "overdue of one person in two places": ofPeople(({ lists, file }) =>
    (file["overdue"] === "yes") === lists["overdue"] ? undefined : `file: ${file["overdue"]}`,
  ),
  "left alone, yet called to attention": ofPeople((person) =>
    person.truth.leftAlone && inLists(person).length > 0 ? inLists(person).join(", ") : undefined,
  ),
  "a rule says never, yet suggested": ofPeople((person) =>
    person.truth.ruledOut && inLists(person).length > 0 ? inLists(person).join(", ") : undefined,
  ),
  "never suggested in two places": ofPeople(({ truth, isInMuted, file }) => {
    if ((file["never_suggest"] === "yes") !== isInMuted) return "file and table";
    return truth.ruledOut && !isInMuted ? "a rule that the table does not show" : undefined;
  }),
  "counts of bands": ({ bandCounts: { network, table } }) =>
    JSON.stringify(network) === JSON.stringify(table)
      ? undefined
      : `${JSON.stringify(network)} ${JSON.stringify(table)}`,
  "counts of people": ({ network, data, people, bandCounts }) => {
    const sum = Object.values(bandCounts["network"] ?? {}).reduce((all, one) => all + one, 0);
    if (sum !== network.people) return `${sum} in bands, ${network.people} people`;
    if (network.people > data.people || data.people !== people.length) return "more than all";
    return network.onMap + network.undated < network.people
      ? "lost between map and none"
      : undefined;
  },
  "counts of changes": ({ changeCounts, people }) => {
    const listed = people.reduce((sum, { changes }) => sum + changes.length, 0);
    return differing({ ...changeCounts, people: listed });
  },
  "due and the notification": ({ due, people, call }) => {
    const listed = people.filter(({ lists }) => lists["due"]).length;
    if (listed !== due.count) return `${listed} due, ${due.count} said`;
    if (due.count > 0 && !due.words.startsWith(`${due.count} `)) return due.words;
    return call.names.length > 0 && !/\d/.test(call.words) ? call.words : undefined;
  },
  "the call and the week": ({ call, people }) => {
    if (new Set(call.names).size !== call.names.length) return "somebody twice";
    const listed = people.filter(({ lists }) => lists["call"]);
    if (listed.length !== call.names.length) return "another number than the week";
    const stray = listed.find(
      ({ lists }) => !lists["reconnect"] && !lists["neverTalked"] && !lists["due"],
    );
    return stray && `${stray.id} is in no list`;
  },
  "a change after it ended": ofPeople((person) => {
    const end = lastOf(person);
    for (const { fact } of person.changes) {
      if (fact.kind === "waiting" && end?.direction !== "in")
        return "waiting, and the user wrote last";
      if (fact.kind === "invitation" && fact.state === "open" && person.truth.connected)
        return "an open invitation of somebody connected";
      if (fact.kind === "invitation" && end && middle(end) > middle(fact.seen) + DAY)
        return `${fact.state}, and they talked since`;
      if (fact.kind === "work" && fact.news.before === fact.news.after) return "the same work";
    }
    return undefined;
  }),
  "a change and the band": ofPeople(({ changes, bands }) => {
    const band = bands["table"] ?? "unknown";
    for (const { fact } of changes) {
      if (fact.kind === "woke" && ["fading", "dormant", "not-talked", "unknown"].includes(band))
        return `woke, and ${band}`;
      if (fact.kind === "waiting" && ["not-talked", "unknown"].includes(band))
        return `waiting, and ${band}`;
    }
    return undefined;
  }),
  goal: ({ goal: { goal, done, open, words } }) => {
    if (/All written/.test(words))
      return done < goal || open > 0 ? `${words} ${open} are left` : undefined;
    const [, of = "", all = ""] = /^(\d+) of (\d+)/.exec(words) ?? [];
    if (Number(of) > Number(all)) return words;
    return Number(all) !== goal || Number(of) !== Math.min(done, goal) ? words : undefined;
  },
  replies: networkReplies,
  "a change before and after": ofPeople(({ changes }, { now }) => {
    const wrong = changes.find(({ at, fact }) =>
      fact.kind === "woke" ? fact.after >= fact.at : at > now || now - at > 366 * DAY + DAY,
    );
    return wrong?.words;
  }),
  "due by a cadence that nobody set": ofPeople(({ lists, truth, file }) =>
    lists["due"] && truth.cadenceDays === undefined && file["reminders"] === ""
      ? "nothing is due"
      : undefined,
  ),
  "rhythm of a file": ofPeople(({ file, truth }) =>
    truth.cadenceDays !== undefined &&
    truth.isSuggestible &&
    file["rhythm_days"] !== String(Math.round(truth.cadenceDays))
      ? `${file["rhythm_days"]} for ${truth.cadenceDays}`
      : undefined,
  ),
  "last exchange of a file": ofPeople((person) => {
    const said = person.file["last_exchange"] ?? "";
    return (said === "") === (lastOf(person) === undefined) ? undefined : `"${said}"`;
  }),
  "numbers and plurals": ({ sentences }) =>
    sentences.find((one) =>
      /\b1 (?:days|weeks|months|years|people|changes|names)\b|\b(?:[2-9]|\d\d+) (?:day|week|month|year|person|change|name)(?![a-z])|\d\.\d|NaN|undefined|Infinity|(?:^|\s)-\d|\bafter 0 |\btomorrow\b|\bin \d+ (?:day|week|month|year)/.test(
        one,
      ),
    ),
};

/** The contradictions in what is said of a network, by kind. */
export const networkContradictions = (
  said: NetworkSaid,
): readonly { readonly kind: string; readonly what: string }[] =>
  Object.entries(NETWORK_RULES).flatMap(([kind, rule]) => {
    const what = rule(said);
    return what === undefined ? [] : [{ kind, what }];
  });
