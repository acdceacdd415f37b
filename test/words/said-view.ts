/**
 * One person as every place says it: the facts behind the sentences, the sentences, and what truly happened. Everything here is made by the
 * product's own code, but for `truth`, which is reckoned from the interactions alone.
 */
import "./extension-of-the-tests.ts";
import type { BalanceMeaning } from "../../src/domain/balance/balance.ts";
import type { Band } from "../../src/domain/tie/band.ts";
import { candidateCircumstances, type Candidate } from "../../src/domain/suggestions/candidate.ts";
import { surroundings } from "../../src/domain/suggestions/circle.ts";
import type { Coverage } from "../../src/domain/tie/coverage.ts";
import type { Interaction } from "../../src/domain/interactions/interaction.ts";
import { lens, type LensValue } from "../../src/domain/suggestions/lens.ts";
import {
  strengthReason,
  suggestionReasons,
  type StrengthReason,
  type SuggestionReason,
} from "../../src/domain/suggestions/reasons.ts";
import {
  cardReason,
  lastFact,
  rowFacts,
  rowReason,
  touchFact,
  type LastFact,
  type TouchFact,
} from "../../src/domain/suggestions/said.ts";
import { ownCompanies } from "../../src/domain/suggestions/own-companies.ts";
import { suggestions } from "../../src/domain/suggestions/suggestions.ts";
import { isOverdue, tieOfDay } from "../../src/domain/suggestions/tie-of-day.ts";
import { reckonedBand, tie } from "../../src/domain/tie/tie.ts";
import { rowWhy } from "../../src/week/row-why.ts";
import { balance } from "../domain/balance/balance-of-candidates.ts";
import { balanceText } from "../../src/words/balance-words.ts";
import { lensReason } from "../../src/words/lens-words.ts";
import { dateText } from "../../src/words/moments.ts";
import { occasion, opener, type OpenerOccasion } from "../../src/words/openers.ts";
import { personCardText } from "../../src/words/person-card-text.ts";
import { reasonText } from "../../src/words/reason-words.ts";
import {
  knownUntilText,
  lastContactCompact,
  lastContactText,
  lastFactSentence,
} from "../../src/words/tie-words.ts";

/** What truly happened, and what a source could have shown. */
export interface Truth {
  readonly now: number;
  /** Exchanges, oldest first: a note of an invitation only where the other side answered. */
  readonly exchanges: readonly Interaction[];
  readonly elsewhereAt: number | undefined;
  /** An archive with messages reaches to here; `Infinity` where everything is known. */
  readonly archiveEnd: number | undefined;
  /** Watching goes on from the archive without a gap of more than 30 days, or the archive is that fresh. */
  readonly reachesToday: boolean;
  readonly connectedAt: number | undefined;
  /** Other people known at the company and in the field. */
  readonly othersAtCompany: number;
  readonly othersInField: number;
  readonly stale: number;
  /** The user wants to hear nothing of the person now: never suggest, snoozed, or passed away. */
  readonly leftAlone: boolean;
  /** The person works where the user works. */
  readonly colleague: boolean;
  /** The user's own cadence, in days. */
  readonly cadenceDays: number | undefined;
}

/** Where a person is called to the user's attention. */
interface Lists {
  readonly reconnect: boolean;
  readonly neverTalked: boolean;
  readonly overdue: boolean;
}

/** What is said. */
export interface View {
  readonly truth: Truth;
  /** The band that is shown, and the one that the interactions give. */
  readonly shownBand: Band;
  readonly band: Band;
  /** The lists that the person is in. */
  readonly lists: Lists;
  readonly knownUntil: number | undefined;
  readonly last: LastFact;
  readonly touch: TouchFact | undefined;
  readonly row: {
    readonly last: LastFact | undefined;
    readonly reasons: readonly SuggestionReason[];
    readonly lens: readonly LensValue[];
  };
  /** The one reason of the row in the popup, where one stands for the person. */
  readonly one: SuggestionReason | undefined;
  readonly card: StrengthReason;
  readonly occasion: OpenerOccasion | undefined;
  readonly balance: BalanceMeaning;
  readonly balancePeople: { readonly people: number; readonly counted: number };
  readonly words: {
    readonly badge: string;
    readonly compact: string;
    readonly knownUntil: string | undefined;
    readonly row: readonly string[];
    /** The one sentence of the row in the popup. */
    readonly why: string;
    readonly card: readonly string[];
    readonly opener: string | undefined;
    readonly balance: string;
    readonly connectedOn: string | undefined;
  };
}

const EXCHANGES: ReadonlySet<string> = new Set([
  "message",
  "inmail",
  "email",
  "comment",
  "recommendation",
  "meeting",
  "call",
  "other",
]);
const DAY = 86_400_000;

const middle = ({ from, to }: Interaction) => Math.floor((from + to) / 2);

export function trueExchanges(facts: readonly Interaction[]): readonly Interaction[] {
  const plain = facts.filter(({ kind }) => EXCHANGES.has(kind));
  const answeredNotes = facts.filter(
    (note) =>
      note.kind === "invitation" &&
      note.withNote === true &&
      plain.some((one) => one.direction !== note.direction && middle(one) > middle(note)),
  );
  return [...plain, ...answeredNotes].sort((a, b) => middle(a) - middle(b));
}

function truthOf(
  person: Candidate,
  facts: readonly Interaction[],
  network: readonly Candidate[],
  coverage: Coverage | undefined,
  now: number,
): Truth {
  const ends = (coverage?.archives ?? [])
    .filter(({ kinds }) => kinds.includes("message") || kinds.includes("inmail"))
    .map(({ to }) => to);
  const archiveEnd =
    coverage === undefined ? Infinity : ends.length === 0 ? undefined : Math.max(...ends);
  const { watchingSince = Infinity, watchedUntil = now } = coverage ?? {};
  const reached =
    archiveEnd === undefined
      ? -Infinity
      : watchingSince <= archiveEnd + 30 * DAY
        ? Math.max(archiveEnd, watchedUntil)
        : archiveEnd;
  const others = network.filter(({ id, deceased }) => id !== person.id && !deceased);
  const exchanges = trueExchanges(facts);
  const lastAt = Math.max(-Infinity, ...exchanges.map(middle));
  const elsewhere = person.inTouchElsewhereAt;
  const elsewhereAt =
    elsewhere !== undefined && elsewhere <= now && elsewhere > lastAt ? elsewhere : undefined;
  return {
    now,
    exchanges,
    elsewhereAt,
    archiveEnd,
    reachesToday: now - reached <= 30 * DAY,
    connectedAt: person.summary.connected?.from,
    othersAtCompany: others.filter(({ companyKey }) => companyKey === person.companyKey).length,
    othersInField: others.filter(({ field }) => field === person.field).length,
    stale: network.filter((one) => isOverdue(one, tieOfDay(one, coverage, now), now)).length,
    leftAlone: person.muted === true || (person.snoozedUntil ?? -Infinity) > now,
    colleague: person.companyKey === OWN_COMPANY.toLowerCase(),
    cadenceDays: person.cadenceDays,
  };
}

/** Where the user of the tests works. */
export const OWN_COMPANY = "Present Works";
const OWN = ownCompanies([{ kind: "company", name: OWN_COMPANY, from: 0 }]);

function listsOf(
  person: Candidate,
  network: readonly Candidate[],
  coverage: Coverage | undefined,
  now: number,
): Lists {
  const settings = {
    perWeek: 5,
    rotationDays: 90,
    ownCompanies: OWN,
    ...(coverage && { coverage }),
  };
  const { reconnect, neverTalked } = suggestions(network, settings, now);
  const has = (rows: readonly { readonly id: string }[]) => rows.some(({ id }) => id === person.id);
  return {
    reconnect: has(reconnect),
    neverTalked: has(neverTalked),
    overdue: isOverdue(person, tieOfDay(person, coverage, now), now),
  };
}

/** What is said of the first of these people. */
export function viewOf(
  network: readonly [Candidate, ...Candidate[]],
  facts: readonly Interaction[],
  coverage: Coverage | undefined,
  now: number,
): View {
  const [person] = network;
  const known = network.map((one) => ({
    person: one,
    tie: tie(one.summary, candidateCircumstances(one, coverage), now),
  }));
  const current = tie(person.summary, candidateCircumstances(person, coverage), now);
  const near = surroundings(
    known.filter((one) => !one.person.deceased),
    OWN,
  )(person);
  const { connected } = person.summary;
  const seen = { ...current, ...(connected && { connected }) };
  const reasons = suggestionReasons(person, current, near);
  const row = rowFacts(seen, reasons, lens({ person, tie: current }, near));
  const addressed = {
    name: "Ana Muster",
    tie: current,
    ...(person.news && { news: person.news }),
    ...(connected && { connected }),
  };
  const living = network.filter(({ deceased }) => !deceased);
  const whole = balance(living, coverage, now);
  const text = personCardText(
    {
      id: person.id,
      name: "Ana Muster",
      tie: current,
      reason: strengthReason(current),
      ...(person.news && { news: person.news }),
      ...(connected && { connected }),
      interactions: [],
      interactionCount: 0,
      visits: [],
      coverage: coverage ?? { archives: [{ from: 0, to: now, kinds: ["message"] }] },
    },
    now,
  );
  return {
    truth: truthOf(person, facts, network, coverage, now),
    shownBand: current.band,
    band: reckonedBand(current),
    lists: listsOf(person, network, coverage, now),
    knownUntil: current.knownUntil,
    last: lastFact(seen),
    touch: touchFact(current),
    row: { last: row.last, reasons: row.reasons, lens: row.lens },
    one: rowReason(seen, reasons),
    card: cardReason(lastFact(seen), strengthReason(current)),
    occasion: occasion(addressed, now),
    balance: whole.meaning,
    balancePeople: {
      people: whole.people,
      counted: Object.values(whole.counts).reduce((sum, count) => sum + count, 0),
    },
    words: {
      badge: lastContactText(seen, now),
      compact: lastContactCompact(seen, now),
      knownUntil: knownUntilText(current, now),
      row: [
        ...(row.last ? [lastFactSentence(row.last, now)] : []),
        ...row.reasons.map((reason) => reasonText(reason, now)),
        ...row.lens.map(lensReason),
      ],
      why: rowWhy({ tie: current, reasons, ...(connected && { connected }) }, now),
      card: [
        text.last,
        text.reason,
        ...[text.byHand, text.upTo].filter((said) => said !== undefined),
        ...text.foot,
      ],
      opener: opener(addressed, "warm", now),
      balance: balanceText(whole.meaning),
      connectedOn: connected && dateText(connected.from, connected.to),
    },
  };
}
