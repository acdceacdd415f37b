import { useCallback } from "preact/hooks";
import { type Act, useAct } from "../components/acts/use-act.ts";
import { lastAnswer } from "../components/acts/use-answer.ts";
import { useToast } from "../components/pieces/toast.tsx";
import { useFollowed } from "../components/use-followed.ts";
import type { PersonCard, PersonDetails } from "../domain/directory/person-card.ts";
import type { PersonId } from "../domain/person/person.ts";
import type { Made } from "../domain/records/made.ts";
import type { Rule } from "../domain/records/rule.ts";
import { askFromPage, Refusal } from "../protocol/transport.ts";
import type { QuestionSide } from "../protocol/views.ts";
import { text } from "../words/text.ts";
import { useChoose } from "./choices/use-choose.ts";

/** Interactions asked for: the picture is of the whole tie, and even a long one is that many at most. */
const ASKED = 5000;

/** What only our own pages show of a person, with everybody whom questions are about. */
export type KnownDetails = PersonDetails & { readonly sides: readonly QuestionSide[] };

/** Everything about one person, and what is done about it. */
export interface PersonState {
  /** Absent until they are there, and of somebody who is no longer in the history. */
  readonly facts: PersonCard | undefined;
  readonly known: KnownDetails | undefined;
  readonly isAsked: boolean;
  /** What went wrong last; absent where nothing did. */
  readonly error: unknown;
  /** Asks for everything again, after a change. */
  readonly changed: () => void;
  readonly choosing: Act;
  readonly choose: (made: Made) => void;
  /** Writes a new rule about everybody at a company or with a tag, with the way back. */
  readonly rule: (rule: Rule) => void;
  readonly ruling: Act;
  readonly removing: Act;
  /** Says of one interaction (its key) that it never was, with the way back. */
  readonly remove: (key: string) => void;
}

/**
 * Asks for a person, and again after each change.
 *
 * @param onChange something was changed that lists show; the same function every time
 */
export function usePerson(id: PersonId, onChange: () => void): PersonState {
  const toast = useToast();
  const removing = useAct();
  const ruling = useAct();
  const ask = useCallback(() => askFromPage.personCard({ id, atMost: ASKED }), [id]);
  const askDetails = useCallback(() => askFromPage.personDetails({ id }), [id]);
  const [card, askCardAgain] = useFollowed(ask);
  const [details, askDetailsAgain] = useFollowed(askDetails);
  const changed = useCallback(() => {
    askCardAgain();
    askDetailsAgain();
    onChange();
  }, [askCardAgain, askDetailsAgain, onChange]);
  const [choosing, choose] = useChoose(id, changed);
  const remove = (key: string) =>
    removing.run(async () => {
      await askFromPage.deleteInteraction({ id, key });
      changed();
      toast({
        words: text("interactionDeleted"),
        undo: async () => {
          await askFromPage.restoreInteraction({ id, key });
          changed();
        },
      });
    });
  const rule = (made: Rule) =>
    ruling.run(async () => {
      const one = crypto.randomUUID();
      await askFromPage.changeRules({ rules: { [one]: made } });
      changed();
      toast({
        words: text("ruleKept"),
        undo: async () => {
          await askFromPage.changeRules({ rules: { [one]: null } });
          changed();
        },
      });
    });
  const failed = [card, details].find(({ state }) => state === "failed");
  const error = failed?.state === "failed" ? failed.error : undefined;
  // Nothing can be done any more with somebody who was deleted elsewhere.
  const isGone = error instanceof Refusal && error.code === "unknown-person";
  // Both at once: what comes later would move what the user is about to press.
  const isAsked = card.state === "asked" || details.state === "asked";
  // What was asked last may have failed; what the user typed stands in what is shown since before.
  const isShown = !isGone && !isAsked;
  return {
    facts: isShown ? lastAnswer(card) : undefined,
    known: isShown ? lastAnswer(details) : undefined,
    isAsked,
    error,
    changed,
    choosing,
    choose,
    rule,
    ruling,
    removing,
    remove,
  };
}
