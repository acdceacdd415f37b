/**
 * One interaction in words, for lists.
 */
import type {
  Direction,
  Interaction,
  InteractionKind,
  SourceId,
} from "../domain/interactions/interaction.ts";
import { listText, text, type TextKey } from "./text.ts";

const BY = {
  in: "interactionByThem",
  out: "interactionByYou",
  both: "interactionTogether",
} as const satisfies Record<Direction, TextKey<{ kind: string }>>;

/** What happened and who did it: "Message from them", "Meeting together", "Invitation from you with a note". */
export function interactionText(interaction: Interaction): string {
  const { kind, direction, groupSize, withNote } = interaction;
  const kindName = text(`kind_${kind}`);
  // Being connected has no side.
  const who = kind === "connected" ? kindName : text(BY[direction], { kind: kindName });
  const what = groupSize === undefined ? who : text("inGroup", { what: who, count: groupSize });
  return withNote ? text("invitationWithNote", { what }) : what;
}

const MANY = {
  message: "importCoverMessages",
  inmail: "kinds_inmail",
  invitation: "importCoverInvitations",
  connected: "importCoverConnections",
  comment: "importCoverComments",
  reaction: "importCoverReactions",
  endorsement: "importCoverEndorsements",
  recommendation: "importCoverRecommendations",
  mention: "kinds_mention",
  meeting: "kinds_meeting",
  call: "kinds_call",
  email: "kinds_email",
  other: "kind_other",
} as const satisfies Record<InteractionKind, TextKey>;

/**
 * How many of which kind: "Messages: 2 from them and 1 from you".
 *
 * @param kind the one kind they are of; `undefined` where there are several
 * @param counts how many came from each side, see `countsText`
 */
export const countedKindText = (kind: InteractionKind | undefined, counts: string): string =>
  text("dayOfKind", { kind: text(kind === undefined ? "knownCount" : MANY[kind]), counts });

/** How many came from each side, and how many the two did together: "2 from them and 1 from you". It does not say of what. */
export const countsText = (counts: Readonly<Record<Direction, number>>): string =>
  listText(
    [
      counts.in > 0 ? text("dayIn", { count: counts.in }) : undefined,
      counts.out > 0 ? text("dayOut", { count: counts.out }) : undefined,
      counts.both > 0 ? text("dayBoth", { count: counts.both }) : undefined,
    ].filter((part) => part !== undefined),
  );

function sourceKind(source: SourceId): "page" | "hand" | "archive" {
  return source === "page" || source === "hand" ? source : "archive";
}

/** Who says so: "from your archive", "seen on a page, from your archive". */
export function sourceText(sources: readonly SourceId[]): string {
  return listText([...new Set(sources.map(sourceKind))].map((kind) => text(`source_${kind}`)));
}
