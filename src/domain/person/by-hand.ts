/**
 * What the user's own word says of a tie.
 */
import type { Choices, Dated, Knows } from "./person.ts";

/** As of when the user says to be in touch elsewhere (ms); `undefined` where they do not say it. */
export const inTouchElsewhereAt = ({ inTouchElsewhere }: Choices): number | undefined =>
  inTouchElsewhere?.value;

/** How well the user says to know somebody; `undefined` where they do not say it. */
export const knownByHand = ({ knows }: Choices): Dated<Knows> | undefined =>
  knows?.value === undefined ? undefined : { value: knows.value, at: knows.at };
