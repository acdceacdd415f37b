/** What must not be said: one rule for each kind of contradiction. A rule reads facts and says what is wrong. */
import type { Interaction } from "../../src/domain/interactions/interaction.ts";
import { replies } from "./said-replies.ts";
import type { View } from "./said-view.ts";

type Rule = (view: View) => string | undefined;

const DAY = 86_400_000;
const middle = ({ from, to }: { readonly from: number; readonly to: number }) =>
  Math.floor((from + to) / 2);

const every = ({ words }: View): readonly string[] => [
  words.badge,
  words.compact,
  ...(words.knownUntil === undefined ? [] : [words.knownUntil]),
  ...words.row,
  words.why,
  ...words.card,
  ...(words.opener === undefined ? [] : [words.opener]),
  words.balance,
];

const firstMatch = (view: View, pattern: RegExp) => every(view).find((text) => pattern.test(text));

/** Every reason that is said somewhere. */
const reasonsOf = ({ row, one, card }: View) => [...row.reasons, ...(one ? [one] : []), card];

/** The facts that claim something a source could have shown otherwise. */
function claims(view: View): readonly string[] {
  const { occasion, last } = view;
  const found: string[] = [];
  for (const reason of reasonsOf(view)) {
    if ("since" in reason && reason.since !== undefined && reason.code !== "changed-company")
      if (typeof reason.since === "object") found.push(`${reason.code} since`);
    if (reason.code === "talked-once" && reason.only) found.push("only once");
    if (reason.code === "one-way" && reason.final) found.push("no answer");
    if (reason.code === "wrote-last") found.push("owed");
    if (reason.code === "only-at-company" || reason.code === "only-in-field")
      found.push(reason.code);
  }
  if (occasion?.of === "silent" || occasion?.of === "spoke" || occasion?.of === "owedReply")
    found.push(occasion.of);
  if (occasion?.of === "notTalked") found.push("notTalked");
  if (last.code === "no-messages" && last.until === undefined) found.push(last.code);
  if (last.code === "connected-no-messages" && last.until === undefined) found.push(last.code);
  return found;
}

/** Claims that hold up to the end of an archive, which they name. */
function claimsUpTo(view: View): readonly (number | undefined)[] {
  return [...reasonsOf(view), view.last].flatMap((fact) =>
    fact.code === "connected-never-talked" ||
    fact.code === "not-talked" ||
    fact.code === "connected-no-messages" ||
    fact.code === "no-messages"
      ? [fact.until]
      : [],
  );
}

/** Nobody else was there: no group, and no comment in public. */
const alone = ({ groupSize = 1, kind }: Interaction) => groupSize === 1 && kind !== "comment";

/** Both had a part in it, the two alone. */
function bothTalked({ truth }: View): boolean {
  const talks = truth.exchanges.filter(alone);
  return (
    talks.some(({ direction }) => direction === "both") ||
    (talks.some(({ direction }) => direction === "in") &&
      talks.some(({ direction }) => direction === "out"))
  );
}

const lastExchange = ({ truth }: View) => truth.exchanges.at(-1);

const CARES = ["close", "in-touch", "fading", "dormant"];

/** "3 months" of a sentence about how long it has been. */
const amount = (text: string | undefined) =>
  /(?:been|^)\D*?(\d+|a) (day|week|month|year)/
    .exec(text ?? "")
    ?.slice(1)
    .join(" ")
    .replace(/^a /, "1 ");

export const RULES: Readonly<Record<string, Rule>> = {
  "order of moments": (view) => {
    const { touch, last } = view;
    for (const reason of reasonsOf(view))
      if (reason.code === "talked-days" && reason.firstAt > reason.lastAt)
        return "first after last";
    const end = lastExchange(view);
    if (last.code === "last" && end && middle(end) > middle(last.seen))
      return "an exchange came after the last";
    return touch && last.code === "last" && touch.seen.to <= last.seen.to
      ? "touch before the last"
      : undefined;
  },
  "silence and last exchange": (view) => {
    const at =
      view.last.code === "last"
        ? view.last.seen
        : view.last.code === "elsewhere"
          ? { from: view.last.at, to: view.last.at }
          : undefined;
    for (const reason of reasonsOf(view))
      if (
        (reason.code === "rhythm" || reason.code === "own-cadence") &&
        reason.since &&
        (reason.since.from !== at?.from || reason.since.to !== at.to)
      )
        return `${reason.code} counts from another moment`;
    return undefined;
  },
  "claim without coverage": (view) => {
    const { archiveEnd, reachesToday, connectedAt } = view.truth;
    const isCovered = archiveEnd !== undefined && reachesToday;
    const [claim] = claims(view);
    if (claim !== undefined && !isCovered && !["only-at-company", "only-in-field"].includes(claim))
      return claim;
    if (claim !== undefined && archiveEnd === undefined) return claim;
    for (const until of claimsUpTo(view)) {
      if (archiveEnd === undefined) return "nothing covers talk";
      if (until === undefined ? !reachesToday : until < (connectedAt ?? -Infinity))
        return "the time is not covered";
    }
    return undefined;
  },
  talked: (view) => {
    const TALKED = ["talked-days", "talked-once", "rhythm"];
    const code = [...view.row.reasons, view.card].find((reason) =>
      TALKED.includes(reason.code),
    )?.code;
    if (code !== undefined && !bothTalked(view)) return code;
    return view.occasion?.of === "silent" && !bothTalked(view) ? "opener" : undefined;
  },
  repetition: (view) => {
    const { words, last } = view;
    if (/^You (?:usually|want to) talk every [^.]*\.$/u.test(words.why))
      return `bare: ${words.why}`;
    // The last exchange, which row and card say, has the same length of time.
    if (
      (last.code === "last" || last.code === "elsewhere") &&
      [...view.row.reasons, view.card].some(
        (reason) => "since" in reason && typeof reason.since === "object",
      )
    )
      return "the silence twice";
    for (const list of [words.row, words.card])
      if (new Set(list).size !== list.length) return `twice: ${list.join(" | ")}`;
    const recommended = words.row.filter((text) => /^(?:You|They) recommended/.test(text));
    if (new Set(recommended.map((text) => text.slice(0, 4))).size < recommended.length)
      return `the recommendation twice: ${recommended.join(" | ")}`;
    return words.row.filter((text) => /connected/iu.test(text) && !/mutual/iu.test(text)).length > 1
      ? "the connection twice"
      : undefined;
  },
  "impossible number": (view) => {
    const { balancePeople, row } = view;
    if (balancePeople.people !== balancePeople.counted) return "people of the balance";
    if (
      row.reasons.some(
        (reason) => reason.code === "talked-days" && reason.days > view.truth.exchanges.length,
      )
    )
      return "more days than exchanges";
    return firstMatch(
      view,
      /\b0 (?:days|weeks|months|years|mutual)|\d\.\d|NaN|undefined|Infinity|(?:^|\s)-\d/,
    );
  },
  plural: (view) =>
    firstMatch(
      view,
      /\b1 (?:days|weeks|months|years|people|times|companies)\b|\b(?:[2-9]|\d\d+) (?:day|week|month|year|person|mutual connection)(?![a-z])/,
    ),
  "own numbers of people": ({ truth, row }) => {
    for (const { code } of row.reasons) {
      if (code === "only-at-company" && truth.othersAtCompany > 0) return code;
      if (code === "only-in-field" && truth.othersInField > 0) return code;
    }
    return undefined;
  },
  "band and sentence": (view) => {
    const { band, card, last } = view;
    const has = view.truth.exchanges.length > 0;
    if ((band === "not-talked" || band === "unknown") && has) return `${band} after an exchange`;
    if (CARES.includes(band) && ["one-way", "uneven", "not-talked", "unknown"].includes(card.code))
      return card.code;
    if (CARES.includes(band) && !has) return "no exchange";
    const usual = firstMatch(view, band === "dormant" ? /usually talk/ : /used to talk/);
    if (usual !== undefined) return usual;
    return (band === "close" || band === "in-touch") &&
      last.code !== "last" &&
      last.code !== "elsewhere"
      ? last.code
      : undefined;
  },
  "one day": ({ words, truth, last }) => {
    const shown = words.connectedOn;
    if (shown === undefined) return undefined;
    const connected =
      last.code === "connected" || last.code === "connected-no-messages" ? last : undefined;
    if (connected === undefined || connected.to - connected.from !== DAY - 1) return undefined;
    const day = new Date(connected.from).toISOString().slice(0, 10);
    const date = new Date(`${shown} UTC`);
    return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day || truth.now < 0
      ? `${shown} for ${day}`
      : undefined;
  },
  future: (view) => firstMatch(view, /\btomorrow\b|\bin \d+ (?:day|week|month|year)/),
  direction: (view) => {
    const { last, words } = view;
    const end = lastExchange(view);
    if (last.code !== "last" || end === undefined) return undefined;
    if (last.seen.direction !== end.direction) return "another side";
    if (end.direction === "in")
      return words.badge.startsWith("You wrote") ? words.badge : undefined;
    return end.direction === "out" && words.badge.startsWith("They") ? words.badge : undefined;
  },
  "opener and reason": (view) => {
    const { occasion, row, last } = view;
    const owed = row.reasons.some(({ code }) => code === "wrote-last");
    if (owed && occasion?.of !== "owedReply" && occasion?.of !== "newCompany")
      return "owed, and no word of it";
    const end = lastExchange(view);
    if (
      occasion?.of === "owedReply" &&
      (end?.direction !== "in" || !alone(end) || end.kind === "inmail" || !bothTalked(view))
    )
      return "apologises without a reason";
    if ((occasion?.of === "notTalked" || occasion?.of === "connected") && last.code === "last")
      return occasion.of;
    return undefined;
  },
  "unknown with a claim": ({ band, row, last, words }) => {
    if (band !== "unknown") return undefined;
    if (!["connected", "nothing-known", "elsewhere"].includes(last.code)) return last.code;
    if (row.reasons.some(({ code }) => code === "connected-never-talked"))
      return "connected-never-talked";
    return [words.badge, ...words.row].find((text) => /never|not talked|no messages/iu.test(text));
  },
  replies,
  "two verdicts": ({ balance, truth }) => {
    if ("overdue" in balance && balance.overdue > truth.stale) return "more overdue than late";
    return balance.code === "balanced" && truth.stale > 0 && balance.circleShare === 0
      ? "balanced without ties"
      : undefined;
  },
  "left alone and suggested": ({ truth, lists }) =>
    truth.leftAlone && Object.values(lists).includes(true) ? "in a list" : undefined,
  "two lists": ({ lists, shownBand }) => {
    if (lists.reconnect && lists.neverTalked) return "in both";
    return lists.neverTalked && shownBand !== "not-talked" ? shownBand : undefined;
  },
  "own firm": ({ truth, lists }) =>
    truth.colleague && truth.cadenceDays === undefined && (lists.reconnect || lists.neverTalked)
      ? "a colleague is suggested"
      : undefined,
  "yesterday and today": (view) => {
    const end = lastExchange(view);
    if (!view.lists.reconnect || view.truth.cadenceDays !== undefined || end?.direction === "in")
      return undefined;
    return end && view.truth.now - middle(end) < 44 * DAY ? "written to of late" : undefined;
  },
  "set by hand": ({ shownBand, band, words }) => {
    const said = words.card.filter((text) => text.startsWith("You said on ")).length;
    if (said > 1) return "twice";
    return shownBand !== band && said === 0 ? "does not say so" : undefined;
  },
  "two lengths of silence": ({ words, last }) => {
    if (last.code !== "last") return undefined;
    const said = /^(?:.*?)(\d+) (day|week|month|year)s? ago$/.exec(words.badge)?.slice(1).join(" ");
    for (const text of [...words.row, words.why, ...words.card]) {
      const been = /It's been/.test(text)
        ? amount(text.slice(text.indexOf("It's been")))
        : undefined;
      if (been !== undefined && said !== undefined && been !== said)
        return `${words.badge} | ${text}`;
    }
    return undefined;
  },
  "up to when": (view) => {
    const { knownUntil, words, truth } = view;
    if (knownUntil === undefined)
      return truth.archiveEnd !== undefined && words.knownUntil !== undefined
        ? "known, yet said"
        : undefined;
    if (words.knownUntil === undefined) return "does not say up to when";
    return reasonsOf(view).some((reason) => "since" in reason && typeof reason.since === "object")
      ? "a silence beyond what is known"
      : undefined;
  },
};

/** The contradictions in what is said, by kind. */
export const contradictions = (
  view: View,
): readonly { readonly kind: string; readonly what: string }[] =>
  Object.entries(RULES).flatMap(([kind, rule]) => {
    const what = rule(view);
    return what === undefined ? [] : [{ kind, what }];
  });
