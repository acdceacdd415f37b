import { createContext, use, useSyncExternalStore } from "react";
import type { ClassNames } from "../styles/class-names.ts";
import type { Action, Outcome, PersonView, Settings } from "../page.ts";
import type { Words } from "../words/words.ts";

declare module "react" {
  interface HTMLAttributes<T> {
    /** The site's own attribute for the parts of a screen. */
    componentkey?: T extends never ? never : string | undefined;
  }
}

/** What every part of a screen may need. */
export interface Surroundings {
  readonly names: ClassNames;
  readonly words: Words;
  readonly settings: Settings;
  readonly viewer: PersonView;
  /** Slugs of those invited since the document was loaded. */
  readonly invited: ReadonlySet<string>;
  /** Slugs of those whose invitation was accepted since then. */
  readonly accepted: ReadonlySet<string>;
  readonly act: (action: Action) => Promise<Outcome | undefined>;
}

export const SurroundingsContext = createContext<Surroundings | undefined>(undefined);

/** The surroundings of a part. */
export function useSurroundings(): Surroundings {
  const found = use(SurroundingsContext);
  if (!found) throw new Error("a part of a screen stands outside of the app");
  return found;
}

const never = (): (() => void) => () => undefined;

/** Whether the server's markup has been taken over; false on the server and during hydration. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
