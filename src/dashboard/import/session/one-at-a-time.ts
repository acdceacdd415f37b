/**
 * Two tabs of ours must not change the history with an archive at once: beginning an import drops what another has staged. The browser
 * lets go of the lock when a tab is closed or crashes.
 */
import { Refusal } from "../../../protocol/transport.ts";

const LOCK = "tielight-archive";

/** The part of `navigator.locks` that is needed. */
export type Locks = Pick<LockManager, "request">;

/**
 * Does something while no other tab does so.
 *
 * @throws {Refusal} `import-busy`, at once, when another tab does; then nothing was begun
 */
export async function oneAtATime<T>(
  step: () => Promise<T>,
  locks: Locks = navigator.locks,
): Promise<T> {
  let result: { readonly done: T } | undefined;
  await locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock === null) throw new Refusal("import-busy");
    result = { done: await step() };
  });
  if (result === undefined) throw new Refusal("import-busy");
  return result.done;
}
