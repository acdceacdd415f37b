/**
 * Every number the model of a tie depends on.
 *
 * "Measured" means: on research data (messages of a student network, SNAP CollegeMsg; e-mail of an institution, SNAP email-Eu), by how
 * well the tie predicts who talks again, in either direction, in both, and after long silence. Both were looked at in twenty forms:
 * whole, thinned to a tenth and a twentieth, stretched to five and twenty times their length (these stand for networks where people
 * talk seldom), at other dates, of half the people, and with small or large groups only. Where one setting wins in some and loses in
 * others, the one was taken that loses least anywhere. Differences are in AUC, the chance that of two people the one who talks again
 * is ranked higher.
 */
export const PARAMETERS = {
  /** No unit. A message to g people counts g^-exponent. Measured: 0.25 to 0.75 differ by 0.003; smaller finds any contact better, larger contact in both directions. The square root stands between. */
  groupExponent: 0.5,
  /** Days after which a day of talking counts half. Measured: 365 to 1,460 differ by 0.001; without forgetting 0.001 worse. */
  creditHalfLifeDays: 730,
  /** Two-way days. Softens the demand for both directions: small makes a one-sided history nearly worthless, large counts it fully. Measured: 0.25 to 1 differ by 0.002. */
  oneWaySoftening: 0.5,
  /** Days. Silence that a brand-new tie is measured by; larger lets new ties fade more slowly. Measured: 3 suits fast networks, by 0.009 over 7 on the fastest, and 7 slow ones, by 0.006 over 3 on the slowest; 5 stands between. */
  newTieDays: 5,
  /** Share of the tie's own age added to `newTieDays`: older ties fade more slowly (Burt 2000). Measured: 0.15 to 0.3 differ by 0.001 on average; more loses up to 0.003 on slow networks. Without it those who talk again after a silence are told worse, by 0.007. With the exponent below half of a tie of one year is left after 58 days, of five years after 274. */
  ownClock: 0.2,
  /** No unit. How steeply silence counts. Measured: 1.25 instead of 1 is better by 0.003 on average and worse nowhere by more than 0.002; 1.5 gains on the fastest network only, and 2 loses 0.002 for e-mail in both directions. */
  fadeExponent: 1.25,
  /** Days after which a light touch counts half. Judgement: no data with touches. */
  touchHalfLifeDays: 30,
  /** Fresh two-way days that make a strength of 50. For the display, and for where `reconnectPeak` lies. Judgement: a few. */
  strengthMiddle: 3,
  /** No unit. How steeply strength rises around 50. For the display, and for how broad the best range for reconnecting is. Judgement. */
  strengthSteepness: 0.5,
  /** Strength (0-100) that a tie never reaches as long as only one of the two wrote: below In touch. */
  oneWayCeiling: 24,
  /** Days. The gap assumed where little is known of a person. Judgement: a quarter. */
  priorGapDays: 90,
  /** Gaps. How many real gaps the assumed one weighs as much as. Judgement. */
  priorGaps: 1,
  /** Days with a talk, before a rhythm may be claimed in words. Judgement. */
  rhythmDays: 4,
  /** Spread of the gaps by their mean, up to which a rhythm may be claimed. 1 is pure chance. Judgement. */
  rhythmSpread: 1.5,
  /** Strength (0-100) from which a tie is Close, and In touch. Judgement. */
  closeFrom: 60,
  inTouchFrom: 25,
  /** Share of the larger side's credit that the smaller side needs for a tie to be two-way: one refusal answers no twelve pitches. Judgement. */
  fairShare: 0.25,
  /** Two-way days when they last talked, from which a tie is more than an Acquaintance: more than one chat, so that a greeting and its thanks are none. Both sides need as many days. Judgement. */
  pastCloseness: 1.5,
  /** Typical gaps of silence from which somebody is late. Measured: talking again gets rarer from twice the own gap on. */
  lateGaps: 2,
  /** Days of silence at least, before a tie is Fading or somebody is suggested; so long a message without an answer is waited for. Judgement. */
  fadingDays: 45,
  /** Typical gaps of silence from which a tie is Dormant (Navarro et al. 2017: eight times the previous gap, which the data repeat). */
  dormantGaps: 8,
  /** Days of silence at least, before a tie is Dormant, and days of it that must have been watched or archived. Judgement. */
  dormantDays: 90,
  /** Days of silence after which a late tie is Dormant in any case. Levin et al. 2011 take three years; judgement. */
  dormantLateDays: 730,
  /** Days between an archive and what follows it, watching or the present, up to which nothing is missing. Decided. */
  coverageGapDays: 30,
  /** Days without knowledge of talk after which a new archive is asked for. Decided: three months. */
  archiveAgeDays: 91,
  /** Strength (0-100) at which somebody is most worth reconnecting: less so strangers, and people one is close to anyway. The middle is best (Rajkumar et al. 2022); its place is judgement. Measured: 30 instead of 50 finds those who talk again worse by 0.01, 60 by nothing better. */
  reconnectPeak: 50,
  /** Cadences of the user's own after which somebody is due. */
  ownCadenceGaps: 1,
  /** Share of the worth that does not depend on novelty. Judgement. */
  noveltyBase: 0.4,
  /** Mutual connections at which overlap is worth most (Rajkumar et al. 2022: about ten). */
  mutualPeak: 10,
  /** Overlap (0-1, before its share) with somebody of a company or school the user has left, where mutual connections are unknown: some, and not too much. Unknown altogether is 0.5. Judgement. */
  formerColleagueOverlap: 0.8,
  /** The same where the two became connected while the user was there, so that they were there together. Judgement. */
  togetherOverlap: 1,
  /** Share of the worth that does not depend on overlap. Judgement. */
  overlapBase: 0.5,
  /**
   * Factors for: changed company since the last exchange, a recommendation written. Judgement; the research data know nothing of either. What
   * each would cost if it meant nothing stands in docs/decisions/the-order-of-the-week.md. They stay because each is a reason to write that the row can name.
   *
   * Two factors went. 1.15 for "they wrote last" cost 0.004 (any contact) and 0.002 (both ways) among the people listed as late in institution e-mail, and
   * most of the distance to plain strength on seven sets. 0.6 for every further day without an answer cost 0.010 there, 0.8 still 0.004, and 0.011 among
   * all who were silent; who wrote on `unansweredLimit` days without an answer is not listed at all.
   */
  changedCompanyBoost: 1.2,
  recommendedBoost: 1.2,
  /** Days written without an answer from which somebody is left in peace. Judgement. */
  unansweredLimit: 3,
  /** Days for which a change of somebody's work is a reason to say hello. Judgement: a year. */
  newsDays: 365,
} as const;
