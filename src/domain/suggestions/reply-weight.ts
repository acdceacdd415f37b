/**
 * How far replies bear on the order of suggestions.
 */
import type { ReasonKind } from "../person/sent-message.ts";
import type { ReplyCount } from "./replies.ts";

/** Of fewer messages, of a kind or of all others, nothing is concluded: 4 of 4 beside 0 of 4 is luck in one case of 35. Judgement. */
const LEAST_SENT = 10;

/** Two-sided 95 %. */
const Z = 1.96;

/** No kind weighs more than this, or less than one over this: what a new company or a recommendation weighs, see `PARAMETERS`. Judgement. */
export const MOST_WEIGHT = 1.2;

/** Both ends of what a share may be in truth, 0-1. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % interval of a share by Wilson's score (Wilson 1927), which holds for small numbers, too, where the usual one does not (Brown, Cai & DasGupta 2001,
 * "Interval Estimation for a Binomial Proportion"). 0 to 1 where nothing was counted.
 */
export function shareBounds(hits: number, of: number): Bounds {
  if (of === 0) return { low: 0, high: 1 };
  const share = hits / of;
  const scale = 1 + Z ** 2 / of;
  const middle = share + Z ** 2 / (2 * of);
  const half = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return {
    low: Math.max(0, (middle - half) / scale),
    high: Math.min(1, (middle + half) / scale),
  };
}

/**
 * By what the worth of a suggestion is multiplied, for each kind that differs from all others together. A kind counts only where its interval and that of
 * the others do not meet, and then by the ratio of the two ends that lie closest: few numbers change nothing at all, and more of them change it little by
 * little, up to {@link MOST_WEIGHT}. That intervals must not meet is stricter than a test of the difference at 5 %, which leaves room for eight kinds that
 * are compared.
 */
export function replyWeights(counts: readonly ReplyCount[]): ReadonlyMap<ReasonKind, number> {
  const sum = (of: "sent" | "replied"): number => counts.reduce((all, one) => all + one[of], 0);
  const [allSent, allReplied] = [sum("sent"), sum("replied")];
  const weights = new Map<ReasonKind, number>();
  for (const { why, sent, replied } of counts) {
    if (Math.min(sent, allSent - sent) < LEAST_SENT) continue;
    const own = shareBounds(replied, sent);
    const others = shareBounds(allReplied - replied, allSent - sent);
    if (own.low > others.high) weights.set(why, Math.min(MOST_WEIGHT, own.low / others.high));
    else if (own.high < others.low)
      weights.set(why, Math.max(1 / MOST_WEIGHT, own.high / others.low));
  }
  return weights;
}
