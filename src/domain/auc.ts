/** Area under the ROC curve (0-1) with its variance. */
export interface Auc {
  readonly auc: number;
  readonly variance: number;
}

interface Scored {
  readonly score: number;
  readonly positive: boolean;
}

/** The scores of the cases of one kind, lowest first. */
function ascending(cases: readonly Scored[], positive: boolean): Float64Array {
  const scores = cases.flatMap((one) => (one.positive === positive ? one.score : []));
  return Float64Array.from(scores).sort();
}

/** Pairs of a positive and a negative case that are in the right order, level ones as a half. */
function rightPairs(positives: Float64Array, negatives: Float64Array): number {
  let below = 0;
  let notAbove = 0;
  let sum = 0;
  for (const score of positives) {
    while (below < negatives.length && (negatives[below] ?? Infinity) < score) below += 1;
    while (notAbove < negatives.length && (negatives[notAbove] ?? Infinity) <= score) notAbove += 1;
    sum += (below + notAbove) / 2;
  }
  return sum;
}

/**
 * The chance that a positive case scores higher than a negative one, equal scores counting half; needs cases of both kinds. The
 * variance is that of Hanley & McNeil (1982).
 */
export function aucOf(cases: readonly Scored[]): Auc {
  const [positives, negatives] = [ascending(cases, true), ascending(cases, false)];
  const pairs = positives.length * negatives.length;
  const auc = rightPairs(positives, negatives) / pairs;
  const twoPositives = auc / (2 - auc) - auc * auc;
  const twoNegatives = (2 * auc * auc) / (1 + auc) - auc * auc;
  const spread =
    auc * (1 - auc) + (positives.length - 1) * twoPositives + (negatives.length - 1) * twoNegatives;
  return { auc, variance: spread / pairs };
}
