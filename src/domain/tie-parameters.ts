import type { InteractionKind } from "./interaction.ts";

/**
 * What one interaction weighs, in exchanges. At least `exchangeFrom` makes it an exchange (it builds the tie and restarts the
 * clock of silence); less makes it a light touch (it adds a little that is soon forgotten); 0 is no contact at all.
 */
export const WEIGHTS: Readonly<Record<InteractionKind, number>> = {
  message: 1,
  email: 1,
  other: 1,
  inmail: 0.7,
  comment: 0.7,
  call: 2,
  meeting: 3,
  recommendation: 3,
  endorsement: 0.1,
  mention: 0.1,
  reaction: 0.05,
  invitation: 0,
  connected: 0,
};

export const PARAMETERS = {
  exchangeFrom: 0.3,
  groupExponent: 0.5,
  creditHalfLifeDays: 730,
  oneWaySoftening: 0.5,
  newTieDays: 7,
  ownClock: 0.15,
  touchHalfLifeDays: 30,
  strengthMiddle: 4,
  strengthSteepness: 0.7,
  oneWayCeiling: 24,
  priorGapDays: 90,
  priorGaps: 1,
  rhythmSessions: 4,
  rhythmSpread: 1.5,
  strongFrom: 60,
  warmFrom: 25,
  pastCloseness: 1.5,
  lateGaps: 2,
  fadingDays: 45,
  dormantGaps: 8,
  dormantDays: 90,
  dormantLateDays: 730,
  coverageGraceDays: 30,
  reconnectPeak: 30,
  ownCadenceGaps: 1,
  mutualPeak: 10,
} as const;
