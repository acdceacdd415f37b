import type { Choices } from "./person.ts";

/** Since when the user says to be in touch elsewhere (ms): the moment it was said, unless another is kept with it. */
export function inTouchElsewhereAt({ inTouchElsewhere }: Choices): number | undefined {
  if (inTouchElsewhere?.value === undefined) return undefined;
  const { value, at } = inTouchElsewhere;
  return value === true ? at : value;
}
