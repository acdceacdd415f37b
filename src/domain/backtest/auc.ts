/** Area under the ROC curve (0-1), or a difference of two, with its variance. */
export interface Auc {
  readonly auc: number;
  readonly variance: number;
}

interface Scored {
  readonly score: number;
  readonly positive: boolean;
}

/** How many of the numbers (lowest first) are below a score; level ones count when `level` says so. */
function below(sorted: Float64Array, score: number, level: boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const value = sorted[middle] ?? Infinity;
    if (value < score || (level && value === score)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** For each score the share (0-1) of the others that is below it, level ones as a half. */
function sharesBelow(scores: readonly number[], others: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(others).sort();
  return scores.map(
    (score) => (below(sorted, score, false) + below(sorted, score, true)) / 2 / sorted.length,
  );
}

/** The sum, the same to the last digit in any order of the numbers. */
const sumOf = (numbers: readonly number[]): number =>
  Float64Array.from(numbers)
    .sort()
    .reduce((sum, one) => sum + one, 0);

const mean = (numbers: readonly number[]): number => sumOf(numbers) / numbers.length;

/** Variance of the mean of these numbers; 0 for a single one. */
function varianceOfMean(numbers: readonly number[]): number {
  if (numbers.length < 2) return 0;
  const middle = mean(numbers);
  const squares = sumOf(numbers.map((one) => (one - middle) ** 2));
  return squares / (numbers.length - 1) / numbers.length;
}

const scoresOf = (cases: readonly Scored[], positive: boolean): readonly number[] =>
  cases.flatMap((one) => (one.positive === positive ? one.score : []));

/**
 * The chance that a positive case scores higher than a negative one, equal scores counting half; needs cases of both kinds. The
 * variance is that of Hanley & McNeil (1982).
 */
export function aucOf(cases: readonly Scored[]): Auc {
  const [positives, negatives] = [scoresOf(cases, true), scoresOf(cases, false)];
  const auc = mean(sharesBelow(positives, negatives));
  const twoPositives = auc / (2 - auc) - auc * auc;
  const twoNegatives = (2 * auc * auc) / (1 + auc) - auc * auc;
  const spread =
    auc * (1 - auc) + (positives.length - 1) * twoPositives + (negatives.length - 1) * twoNegatives;
  return { auc, variance: spread / (positives.length * negatives.length) };
}

/**
 * How much further one score gets than another on the same cases, which come in the same order in both. That the cases are the same
 * makes the difference more certain than either area: DeLong, DeLong & Clarke-Pearson (1988).
 */
export function aucDifference(one: readonly Scored[], other: readonly Scored[]): Auc {
  const placed = (cases: readonly Scored[], positive: boolean) =>
    sharesBelow(scoresOf(cases, positive), scoresOf(cases, !positive));
  const scoresAmong = (positive: boolean): readonly number[] => {
    const others = placed(other, positive);
    return placed(one, positive).map((share, place) => share - (others[place] ?? 0));
  };
  const [positives, negatives] = [scoresAmong(true), scoresAmong(false)];
  return {
    auc: mean(positives),
    variance: varianceOfMean(positives) + varianceOfMean(negatives),
  };
}
