/** Why a list that is kept ready has to be made anew before it is right again. */
export type Outdated =
  /** It is of another day: silence has grown, and most of it still holds. */
  | "of-another-day"
  /** It was never made, is of another week, or many people came or went at once: it may be about other people altogether. */
  | "about-others";
