/**
 * When looking at a profile counts as a visit: after three seconds of it being on a visible page.
 */
import type { PersonOnPage } from "../../linkedin/people/people-on-page.ts";

const VISIT_AFTER_MS = 3000;

/** Told which profile is shown, and by whom; tells when that was a visit. */
export interface VisitClock {
  /** The profile shown now; `undefined` when none is, or it is not certain whose. */
  readonly shows: (person: PersonOnPage | undefined) => void;
}

/** A clock that runs while the document is visible. */
export function visitClock(
  document: Document,
  visited: (person: PersonOnPage) => void,
  signal: AbortSignal,
): VisitClock {
  let person: PersonOnPage | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restart = (): void => {
    clearTimeout(timer);
    const shown = person;
    if (shown === undefined || document.visibilityState !== "visible") return;
    timer = setTimeout(() => visited(shown), VISIT_AFTER_MS);
  };
  document.addEventListener("visibilitychange", restart, { signal });
  signal.addEventListener("abort", () => clearTimeout(timer));
  return {
    shows(shown) {
      const same =
        shown !== undefined && shown.aliases.some((alias) => person?.aliases.includes(alias));
      const before = person;
      person = shown;
      // The rest of a profile arrives bit by bit; who it is about has not changed by that.
      if (!same && shown !== before) restart();
    },
  };
}
