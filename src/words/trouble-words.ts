/**
 * What went wrong, in words, each with the next step.
 */
import { Orphaned, Refusal } from "../protocol/transport.ts";
import type { Trouble } from "../protocol/views.ts";
import { numberText, text, type TextKey } from "./text.ts";

/** A headline and what to do. */
export interface TroubleText {
  readonly title: string;
  readonly next: string;
}

/** What a damaged history lost, as far as numbers show it. */
function lossText(lost: Extract<Trouble, { readonly code: "damaged" }>): string {
  const { peopleBefore, peopleNow, interactionsBefore, interactionsNow } = lost;
  if (peopleBefore > peopleNow)
    return text("troubleDamaged", { count: peopleBefore, now: numberText(peopleNow) });
  if (interactionsBefore > interactionsNow)
    return text("troubleDamagedInteractions", {
      count: interactionsBefore,
      now: numberText(interactionsNow),
    });
  return text("troubleDamagedPart");
}

/** What stands between the user and the history. */
export function troubleText(trouble: Trouble): TroubleText {
  switch (trouble.code) {
    case "no-database":
      return { title: text("troubleNoDatabase"), next: text("troubleNoDatabaseNext") };
    case "damaged":
      return { title: lossText(trouble), next: text("troubleDamagedNext") };
    case "unreadable":
      return {
        title: text("troubleUnreadable"),
        next: text("troubleUnreadableNext", { detail: trouble.detail }),
      };
    case "later-version":
      return { title: text("troubleLater"), next: text("troubleLaterNext") };
    case "lost":
      return { title: text("troubleLost"), next: text("troubleLostNext") };
    case "full":
      return { title: text("troubleFull"), next: text("troubleFullNext") };
    case "unreachable":
      return { title: text("troubleUnreachable"), next: text("troubleUnreachableNext") };
  }
}

/** Refusals that have words of their own, by code. */
const REFUSALS: Readonly<Record<string, TextKey>> = {
  "no-history": "refusalNoHistory",
  "other-history": "refusalOtherHistory",
  "unknown-person": "personGone",
  "no-such-alias": "refusalNoSuchAlias",
  "not-suggested": "refusalNotSuggested",
  "same-person": "refusalSamePerson",
  "history-moved": "refusalHistoryMoved",
  "import-busy": "importBusy",
  "import-incomplete": "importIncomplete",
  full: "troubleFullNext",
  unreachable: "troubleUnreachableNext",
  unreadable: "troubleUnreadable",
  "nothing-readable": "refusalUnreadable",
  "later-version": "troubleLater",
  "copy-not-taken": "refusalCopyNotTaken",
  "sealed-already": "refusalSealedAlready",
  "no-sealing": "refusalNoSealing",
};

/** Why a question was not answered. */
export function refusalText(error: unknown): string {
  if (error instanceof Orphaned) return text("refusalOrphaned");
  if (!(error instanceof Refusal)) return text("refusalNoAnswer");
  const key = REFUSALS[error.code];
  return key === undefined ? text("refusalOther", { code: error.code }) : text(key);
}
