/** Who answered whom, as it is said of one person or of the whole network, and as it was. */
import type { Interaction } from "../../src/domain/interactions/interaction.ts";
import type { NetworkSaid, PersonSaid } from "./said-network.ts";
import type { View } from "./said-view.ts";

const middle = ({ from, to }: Interaction) => Math.floor((from + to) / 2);

const isOfGroup = ({ groupSize = 1 }: Interaction): boolean => groupSize > 1;

const isComment = ({ kind }: Interaction): boolean => kind === "comment";

const ONLY_COMMENTS: ReadonlySet<string> = new Set(["comments", "in-comments"]);
const IN_COMMENTS: ReadonlySet<string> = new Set([...ONLY_COMMENTS, "partly-in-comments"]);

/** One side has a part in it. */
const isBy = (side: "in" | "out", { direction }: Interaction): boolean =>
  direction === side || direction === "both";

const ANSWERABLE: ReadonlySet<string> = new Set(["message", "inmail", "email", "invitation"]);

/** An answer may be expected: nobody writes back to a comment, nor to what went to many. */
const isAnswerable = (fact: Interaction): boolean => ANSWERABLE.has(fact.kind) && !isOfGroup(fact);

const other = (side: "in" | "out"): "in" | "out" => (side === "in" ? "out" : "in");

/** Sentences that say that a side owes an answer. */
const OWES: readonly (readonly [pattern: RegExp, side: "in" | "out"])[] = [
  [/You owe them a reply|You have not answered|my late reply/, "out"],
  [/They have not answered/, "in"],
];

/** A claim about answers that the interactions do not bear out. */
export function replies({ truth, row, one, card, words }: View): string | undefined {
  const { exchanges, elsewhereAt } = truth;
  const end = exchanges.at(-1);
  for (const reason of [...row.reasons, ...(one ? [one] : []), card]) {
    if (reason.code === "one-way") {
      if (exchanges.some((fact) => isBy(other(reason.direction), fact))) return "both wrote";
      if (reason.final && elsewhereAt !== undefined) return "no answer, and in touch elsewhere";
      if (reason.final && !exchanges.some(isAnswerable)) return "no answer to what asks for none";
    }
    if (reason.code === "uneven" || reason.code === "in-groups")
      for (const side of ["in", "out"] as const)
        if (!exchanges.some((fact) => isBy(side, fact)))
          return `${reason.code}, and one side wrote`;
    if (reason.code === "in-groups" && !exchanges.some(isOfGroup)) return "in no group";
    if (IN_COMMENTS.has(reason.code) && !exchanges.some(isComment)) return "no comment";
    if (ONLY_COMMENTS.has(reason.code) && !exchanges.every(isComment)) return "more than comments";
    if (reason.code === "one-way" && exchanges.every(isComment)) return "comments, called writing";
    if (reason.code === "wrote-last") {
      if (end?.direction !== "in" || isOfGroup(end)) return "owed, and they did not write last";
      if (elsewhereAt !== undefined) return "owed, and in touch elsewhere";
      const own = exchanges.filter((fact) => isBy("out", fact));
      if (own.length === 0) return "owed to somebody whom the user never wrote to";
      if (own.some((fact) => middle(fact) > middle(end))) return "owed, and answered";
    }
  }
  for (const said of [...words.row, words.why, ...words.card, words.opener ?? ""])
    for (const [pattern, side] of OWES)
      if (pattern.test(said) && end !== undefined && isBy(side, end)) return said;
  return undefined;
}

const WINDOW = 30 * 86_400_000;

const TO_ONE_ALONE: ReadonlySet<string> = new Set(["message", "email", "meeting", "call"]);

/** What one side said to the other alone; nobody's pitch. */
const wordsOf = ({ truth }: PersonSaid, side: "in" | "out"): readonly Interaction[] =>
  truth.exchanges.filter(
    (fact) => TO_ONE_ALONE.has(fact.kind) && isBy(side, fact) && !isOfGroup(fact),
  );

/** Somebody is due by a date that has nothing left to remind of. */
function remindedInVain(person: PersonSaid): string | undefined {
  const reminder = person.truth.reminders.find(({ id }) => id === person.dueDate);
  if (reminder === undefined) return undefined;
  const since = /^no-reply-(\d+)/.exec(reminder.id)?.[1];
  const cameAfter = (side: "in" | "out", moment: number): boolean =>
    wordsOf(person, side).some(({ from }) => from > moment);
  if (since !== undefined)
    return cameAfter("in", Number(since)) ? "no reply, and one came" : undefined;
  const { id, setAt = Infinity } = reminder;
  return !id.startsWith("kept-") && cameAfter("in", setAt) && cameAfter("out", setAt)
    ? "a date from before they talked"
    : undefined;
}

/** Counts of replies that the interactions do not bear out. */
function miscounted({ people, replyCounts, coverage, now }: NetworkSaid): string | undefined {
  const ends = coverage.archives
    .filter(({ kinds }) => kinds.some((kind) => kind === "message" || kind === "inmail"))
    .map(({ to }) => to);
  const end = Math.min(now, Math.max(...ends));
  for (const { why, sent, replied } of replyCounts) {
    if (replied > sent) return `${replied} of ${sent}`;
    let [mayHave, mayHaveNot] = [0, 0];
    for (const person of people) {
      const theirs = wordsOf(person, "in");
      for (const { at } of person.truth.sent.filter((one) => one.why === why)) {
        if (at + WINDOW > end) continue;
        if (theirs.some(({ from, to }) => to > at && from <= at + WINDOW)) mayHave += 1;
        if (!theirs.some(({ from, to }) => from > at && to <= at + WINDOW)) mayHaveNot += 1;
      }
    }
    if (replied > mayHave) return `${replied} replies, of ${mayHave} at most`;
    if (sent - replied > mayHaveNot) return `${sent - replied} silent, of ${mayHaveNot} at most`;
  }
  return undefined;
}

/** A claim about replies that two places contradict. */
export function networkReplies(said: NetworkSaid): string | undefined {
  for (const person of said.people) {
    const what = remindedInVain(person);
    if (what !== undefined) return `${person.id}: ${what}`;
  }
  return miscounted(said);
}
