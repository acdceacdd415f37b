/**
 * The note of an invitation that came back as a message: when an invitation is accepted, the site puts its note into the conversation,
 * dated at the acceptance (matched 88 of 88 times in real archives). The note counts with the invitation; as a message it would make
 * a conversation out of nothing.
 */
import type { Interaction } from "./interaction.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * HOUR_MS;

/** Messages are known to the second in an archive and to the millisecond on a page. Vaguer ones may be any message of their day. */
const ONE_MOMENT_MS = 999;

const isNoted = ({ kind, withNote, direction, ref }: Interaction): boolean =>
  kind === "invitation" && withNote === true && direction !== "both" && ref === undefined;

const isExactToOne = ({ kind, groupSize = 1, ref, from, to }: Interaction): boolean =>
  kind === "message" && groupSize <= 1 && ref !== undefined && to - from <= ONE_MOMENT_MS;

/**
 * A message of an archive of 2018: its conversation has no name, and nobody knows by which clock its minutes count, so its interval is
 * more than a day wide.
 */
const isOfNameless = ({ kind, groupSize = 1, ref, from, to, sources }: Interaction): boolean =>
  kind === "message" &&
  groupSize <= 1 &&
  ref === undefined &&
  to - from > DAY_MS &&
  sources.some(isArchive);

const isArchive = (source: string): boolean => source.startsWith("archive:");

/** What an archive says of a name alone, when it knows the person itself (`archive:<id>_<the same id>`), it compared like all the rest. */
const reader = (source: string): string => {
  const [one = "", other] = source.split("_");
  return other === undefined || one.endsWith(`:${other}`) ? one : source;
};

/** Whether one archive had both: then it compared their words, and kept the message because it is not the note. */
export function wereCompared(
  { sources }: Pick<Interaction, "sources">,
  other: Pick<Interaction, "sources">,
): boolean {
  if (sources === other.sources) return sources.some(isArchive);
  const readers = other.sources.map(reader);
  return sources.some((source) => isArchive(source) && readers.includes(reader(source)));
}

/** Since when and until when the note of an invitation can have come back. */
function acceptance(sent: Interaction, connected: readonly Interaction[]) {
  const since = connected.filter(({ to }) => to >= sent.from - HOUR_MS);
  return {
    // Nobody can write before the acceptance, and a page may have observed it somewhat later.
    from: Math.max(sent.from - HOUR_MS, Math.min(...since.map(({ from }) => from)) - DAY_MS),
    to: Math.max(...since.map(({ to }) => to)) + HOUR_MS,
    isKnown: since.length > 0,
  };
}

/**
 * The message that is the note of this invitation: the first to go the same way at the acceptance. Where nobody says when that was,
 * the first message at all, if an archive has it: a page may show later ones only.
 */
function noteOf(
  sent: Interaction,
  messages: readonly Interaction[],
  connected: readonly Interaction[],
): Interaction | undefined {
  const accepted = acceptance(sent, connected);
  if (!accepted.isKnown && connected.length > 0) return undefined;
  const first = accepted.isKnown
    ? messages.find(
        ({ direction, from, to }) =>
          direction === sent.direction && to >= accepted.from && from <= accepted.to,
      )
    : messages.find(({ to }) => to >= sent.from - HOUR_MS);
  if (first === undefined || first.direction !== sent.direction) return undefined;
  if (!accepted.isKnown && !first.sources.some(isArchive)) return undefined;
  return wereCompared(first, sent) ? undefined : first;
}

/**
 * The note among messages without a known hour. Such archives write the moment of connecting with the minute and by the
 * same clock, so the two are compared as written: equally wide intervals that begin within a minute of each other. Without such a
 * moment it cannot be told, because any message may be of that day.
 */
function namelessNoteOf(
  sent: Interaction,
  messages: readonly Interaction[],
  connected: readonly Interaction[],
): Interaction | undefined {
  const first = messages.find(
    ({ direction, from, to }) =>
      direction === sent.direction &&
      to >= sent.from - HOUR_MS &&
      connected.some(
        (one) => one.to - one.from === to - from && Math.abs(one.from - from) <= MINUTE_MS,
      ),
  );
  return first === undefined || wereCompared(first, sent) ? undefined : first;
}

/** An invitation, and the message that is its note. */
export interface ReturnedNote {
  readonly invitation: Interaction;
  readonly note: Interaction;
}

/**
 * The messages among these that are notes of invitations come back, found without their words: invitations and messages may have come
 * in archives of different times. Where one archive had both, the words were compared there, and it is believed.
 *
 * @param facts in the order of `compareInteractions`. An invitation with a `ref` has found its note already
 */
export function returnedNotes(facts: readonly Interaction[]): readonly ReturnedNote[] {
  const invitations = facts.filter(isNoted);
  if (invitations.length === 0) return [];
  const messages = facts.filter(isExactToOne);
  const nameless = facts.filter(isOfNameless);
  const connected = facts.filter(({ kind }) => kind === "connected");
  return invitations.flatMap((invitation) => {
    const note =
      noteOf(invitation, messages, connected) ?? namelessNoteOf(invitation, nameless, connected);
    return note === undefined ? [] : [{ invitation, note }];
  });
}
