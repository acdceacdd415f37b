/**
 * Delivers what was observed, and sends again what did not arrive. There is a timer only while something waits.
 */
import type { Outbox } from "./outbox.ts";

/** How long (ms) after a delivery what still waits is sent again. */
const AGAIN_AFTER_MS = 30_000;

/**
 * Begins to deliver, until the signal is aborted.
 *
 * @param attempt is given each delivery, and says what went wrong
 * @returns a function that takes what is being sent
 */
export function postman(
  unsent: Pick<Outbox, "isWaiting" | "sendAgain">,
  attempt: (delivery: Promise<unknown>) => void,
  signal: AbortSignal,
): (delivery: Promise<unknown>) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer));
  const sendAgain = (): void => {
    timer = undefined;
    deliver(unsent.sendAgain());
  };
  const look = (): void => {
    if (timer === undefined && unsent.isWaiting() && !signal.aborted)
      timer = setTimeout(sendAgain, AGAIN_AFTER_MS);
  };
  const deliver = (delivery: Promise<unknown>): void => attempt(delivery.finally(look));
  return deliver;
}
