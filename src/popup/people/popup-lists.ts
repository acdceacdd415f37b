import { askFromPage, Refusal } from "../../protocol/transport.ts";
import type { Overview } from "../../protocol/views.ts";
import type { Week } from "../../domain/week/week.ts";

/** What the popup's lists are made of, as of one moment. */
export interface PopupLists {
  readonly overview: Overview;
  /** Absent where it could not be had: then the list of people going stale says what there is. */
  readonly week: Week | undefined;
}

/** The week; asked again where another history is shown since the overview was asked for. */
async function weekAsked(overview: Promise<Overview>): Promise<Week | undefined> {
  try {
    return await askFromPage.week();
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "other-history")) return undefined;
    await overview;
    return askFromPage.week().catch(() => undefined);
  }
}

/** Asks for the lists as they are kept. */
export async function listsAskedOnce(): Promise<PopupLists> {
  const asked = askFromPage.overview();
  const [overview, week] = await Promise.all([asked, weekAsked(asked)]);
  return { overview, week };
}

/** How old the lists are that were kept, if they are to be made anew. */
export const outdatedLists = ({ overview, week }: PopupLists) =>
  overview.outdated === "about-others" ? overview.outdated : (week?.outdated ?? overview.outdated);

/** Has the lists made anew; one that cannot be is still a list. */
export const renewed = (): Promise<void> => askFromPage.renewLists().catch(() => {});

/**
 * A question for the lists, to be asked as often as one likes. The first answer waits until lists that are about other people by now
 * are made anew: what is shown first must not be replaced by something else. Later ones replace what is shown anyway.
 *
 * @param early answers the first question
 */
export function listsAsked(
  early: () => Promise<PopupLists> = listsAskedOnce,
): () => Promise<PopupLists> {
  let isFirst = true;
  let ask = early;
  return async () => {
    const asked = ask();
    ask = listsAskedOnce;
    const kept = await asked;
    if (!isFirst || outdatedLists(kept) !== "about-others") {
      isFirst = false;
      return kept;
    }
    await renewed();
    isFirst = false;
    return listsAskedOnce();
  };
}
