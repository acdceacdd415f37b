/**
 * What was typed, and the page goes on to another history while the user is still in the field. A field that stores it when it is left stores it in the
 * history that it was typed in. In a form that is sent with a button it is offered again there, see `useDraft`.
 */
import { beforeAnotherHistory, untilAnswered } from "../protocol/transport.ts";
import { keepDrafts } from "./use-draft.ts";

const holdsWords = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** To be called once in a page of ours. */
export function storeTypedInTime(): void {
  beforeAnotherHistory(async () => {
    keepDrafts();
    const { activeElement: field } = document;
    if (!holdsWords(field)) return;
    field.blur();
    // Acts ask in their turn.
    await new Promise((go) => setTimeout(go, 0));
    await untilAnswered();
  });
}
