/** When something happened, as exactly as its source says: both ends in ms since the epoch, both possible. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}
