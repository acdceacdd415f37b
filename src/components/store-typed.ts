/**
 * What was typed into a field that stores it when it is left, and the page goes on to another history while the user is still in the field:
 * it is stored in the history that it was typed in.
 */
import { beforeAnotherHistory, untilAnswered } from "../protocol/transport.ts";

const holdsWords = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** To be called once in a page of ours. */
export function storeTypedInTime(): void {
  beforeAnotherHistory(async () => {
    const { activeElement: field } = document;
    if (!holdsWords(field)) return;
    field.blur();
    // Acts ask in their turn.
    await new Promise((go) => setTimeout(go, 0));
    await untilAnswered();
  });
}
