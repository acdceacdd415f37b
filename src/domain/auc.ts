/** Area under the ROC curve (0-1) with its variance. */
export interface Auc {
  readonly auc: number;
  readonly variance: number;
}

interface Scored {
  readonly score: number;
  readonly positive: boolean;
}

/** Sum of the ranks of the positive cases, the lowest score being rank 1; equal scores share their mean rank. */
function positiveRanks(sorted: readonly Scored[]): number {
  let sum = 0;
  let start = 0;
  while (start < sorted.length) {
    let end = start;
    let positives = 0;
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) {
      positives += sorted[end]?.positive ? 1 : 0;
      end += 1;
    }
    sum += (positives * (start + 1 + end)) / 2;
    start = end;
  }
  return sum;
}

/**
 * The chance that a positive case scores higher than a negative one, equal scores counting half; needs cases of both kinds. The
 * variance is that of Hanley & McNeil (1982).
 */
export function aucOf(cases: readonly Scored[]): Auc {
  const positives = cases.filter((one) => one.positive).length;
  const negatives = cases.length - positives;
  const ranks = positiveRanks([...cases].sort((a, b) => a.score - b.score));
  const auc = (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
  const twoPositives = auc / (2 - auc) - auc * auc;
  const twoNegatives = (2 * auc * auc) / (1 + auc) - auc * auc;
  const spread = auc * (1 - auc) + (positives - 1) * twoPositives + (negatives - 1) * twoNegatives;
  return { auc, variance: spread / (positives * negatives) };
}
