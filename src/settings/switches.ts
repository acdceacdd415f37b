import { keep, kept, watch } from "./kept.ts";

/** A choice between yes and no. What was never chosen is no. */
export interface Switch {
  readonly isOn: () => Promise<boolean>;
  readonly choose: (wanted: boolean) => Promise<void>;
  /** Calls the listener with every later choice, until the signal is aborted. */
  readonly watch: (listener: (wanted: boolean) => void, signal: AbortSignal) => void;
}

const switchUnder = (key: string): Switch => ({
  isOn: async () => (await kept(key)) === true,
  choose: (wanted) => keep(key, wanted),
  watch: (listener, signal) => watch(key, (value) => listener(value === true), signal),
});

/** Whether badges also stand beside mutual connections, mentions and the people a page suggests. */
export const RAILS = switchUnder("showRails");

/** Whether badges also stand beside people nothing connects the user with. */
export const STRANGERS = switchUnder("showStrangers");

/** Whether names are blurred and badges are gone, everywhere at once: somebody else looks at the screen. */
export const HIDDEN = switchUnder("hidden");
