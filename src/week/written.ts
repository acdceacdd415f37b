/**
 * Whom the user began to write to from here: asked about at the next opening, whether it was sent. The background keeps the handle of
 * the person, a moment and why the person was suggested, no words.
 */
import { createContext } from "preact";
import { REASON_KINDS, type ReasonKind } from "../domain/person/sent-message.ts";
import type { PersonId } from "../domain/person/person.ts";
import { changeKeptValue, kept, watch } from "../components/kept-values.ts";

const WRITTEN = "written";

/** More than this many nobody remembers; the oldest go. */
const MOST = 20;

/** The name of the history that the page shows, once it is known. */
export const ShownHistory = createContext<string | undefined>(undefined);

/** A message that was begun. */
export interface Begun {
  /** The name of the history that knows the person. */
  readonly history: string;
  readonly id: PersonId;
  /** When the message window was opened (ms). */
  readonly at: number;
  /** Why the person was suggested; absent where they were not. */
  readonly why?: ReasonKind;
}

const isBegun = (one: Partial<Begun> | null): one is Begun =>
  typeof one?.history === "string" &&
  typeof one.id === "string" &&
  typeof one.at === "number" &&
  (one.why === undefined || REASON_KINDS.includes(one.why));

const asBegun = (value: unknown): readonly Begun[] =>
  Array.isArray(value) ? (value as readonly (Partial<Begun> | null)[]).filter(isBegun) : [];

/** Every message that was begun and not asked about, oldest first. */
export const begun = async (): Promise<readonly Begun[]> => asBegun(await kept(WRITTEN));

/** Calls the listener with every later list, until the signal is aborted. */
export const watchBegun = (listener: (all: readonly Begun[]) => void, signal: AbortSignal): void =>
  watch(WRITTEN, (value) => listener(asBegun(value)), signal);

/** Remembers that a message was begun; of two to the same person the later one. */
export async function begin(one: Begun): Promise<void> {
  await changeKeptValue(WRITTEN, (all) => [...without(asBegun(all), one), one].slice(-MOST));
}

/** Nothing is to be asked about this person any more. */
export async function forget(one: Pick<Begun, "history" | "id">): Promise<void> {
  await changeKeptValue(WRITTEN, (all) => without(asBegun(all), one));
}

const without = (all: readonly Begun[], { history, id }: Pick<Begun, "history" | "id">) =>
  all.filter((one) => one.history !== history || one.id !== id);

/** The id of a reminder in case no reply comes to what was written at a moment (ms). */
export const replyReminder = (at: number): string =>
  `no-reply-${at}-${crypto.randomUUID().slice(0, 8)}`;

/** The id under which it is kept that a message was sent: the same message twice is one. */
export const sentId = ({ at }: Pick<Begun, "at">): string => `sent-${at}`;
