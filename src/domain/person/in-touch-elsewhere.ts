import type { Choices } from "./person.ts";

/** As of when the user says to be in touch elsewhere (ms); `undefined` where they do not say it. */
export const inTouchElsewhereAt = ({ inTouchElsewhere }: Choices): number | undefined =>
  inTouchElsewhere?.value;
