/**
 * What a page proves about the member who is signed in, and what several proofs amount to. Pure: no page is read here.
 */
import { mayFollow } from "../../domain/person/owner.ts";
import type { Alias } from "../../domain/person/person.ts";

/**
 * The kinds of proof, each with its reason.
 *
 * - `edit-links`: the top card of the profile has links to edit it. The site draws them for the owner of the profile only.
 * - `no-tie`: the same card states no degree and offers neither a message nor an invitation. The site offers those for everybody else.
 * - `mailbox`: the ids of messages begin with the owner of the mailbox. The mailbox of another member is never shown.
 * - `menu`: the menu of the bar on top leads to its owner and shows the owner's name. In 2026 the bar also holds actions drawn as links:
 *   their address is that of the page, or of a page shown before. So an address of a page that was shown in this document proves
 *   nothing, and a link without a name is only a hint.
 * - `feed-card`: the card beside the feed stands before the list of posts. Its picture and its name lead to its owner, and it offers
 *   nothing to do with them.
 */
export type ProofKind = "edit-links" | "no-tie" | "mailbox" | "menu" | "feed-card";

/** One statement of a page about who is signed in. */
export interface ViewerProof {
  /** More than one where the same place of the page proves it in different ways. */
  readonly kinds: readonly ProofKind[];
  /** Sorted; at least one. */
  readonly aliases: readonly Alias[];
  readonly name?: string;
  /** False for a hint: enough to go on looking, not enough to remember anything under this name. */
  readonly certain: boolean;
}

/** The member signed in. */
export interface ProvenViewer {
  /** Sorted; at least one. */
  readonly aliases: readonly Alias[];
  readonly name?: string;
  /** False for a single hint: enough to go on looking, not enough to record anything under this name. */
  readonly certain: boolean;
}

const familyOf = (alias: Alias): string => alias.slice(0, alias.indexOf(":"));

/** Whether two proofs contradict each other: a family of aliases that is in both differs. */
function contradict(one: ViewerProof, other: ViewerProof): boolean {
  return other.aliases.some(
    (alias) =>
      !one.aliases.includes(alias) &&
      one.aliases.some((known) => familyOf(known) === familyOf(alias)),
  );
}

/**
 * The viewer those proofs amount to.
 *
 * @returns `undefined` without a proof, and when two of them contradict each other
 */
export function viewerOf(proofs: readonly ViewerProof[]): ProvenViewer | undefined {
  const contradicted = proofs.some((one, index) =>
    proofs.slice(index + 1).some((other) => contradict(one, other)),
  );
  if (proofs.length === 0 || contradicted) return undefined;
  const sure = proofs.filter(({ certain }) => certain);
  const name = proofs.find((proof) => proof.name !== undefined)?.name;
  return {
    // Proofs that name the viewer by ids of different families are still one viewer: all are about who is signed in.
    aliases: [
      ...new Set((sure.length > 0 ? sure : proofs).flatMap(({ aliases }) => aliases)),
    ].sort(),
    ...(name === undefined ? {} : { name }),
    certain: sure.length > 0,
  };
}

/**
 * The viewer in view of the member who was signed in so far. The same member, and anybody where nobody was known, needs one certain
 * proof. A different member needs agreeing proofs of different kinds.
 *
 * @param known aliases of the member signed in so far; empty when nobody is known
 * @param proofs what this document has proved so far
 * @returns `unproved` when the proofs contradict the known member or each other and are too few to decide
 */
export function viewerAfter(
  known: readonly Alias[],
  proofs: readonly ViewerProof[],
): ProvenViewer | "unproved" | undefined {
  if (proofs.length === 0) return undefined;
  const viewer = viewerOf(proofs);
  if (viewer === undefined) return "unproved";
  if (!viewer.certain) return viewer;
  const kinds = kindsThatAgree(proofs, known);
  return mayFollow(known, viewer.aliases, kinds) ? viewer : "unproved";
}

/** The most kinds of certain proof that share an alias which is not the known member's; of any alias where there is no such. */
export function kindsThatAgree(
  proofs: readonly ViewerProof[],
  known: readonly Alias[],
): readonly ProofKind[] {
  const kinds = new Map<Alias, Set<ProofKind>>();
  for (const proof of proofs) {
    if (!proof.certain) continue;
    for (const alias of proof.aliases) {
      const ofAlias = kinds.get(alias) ?? new Set<ProofKind>();
      for (const kind of proof.kinds) ofAlias.add(kind);
      kinds.set(alias, ofAlias);
    }
  }
  const others = [...kinds].filter(([alias]) => !known.includes(alias));
  const most = (others.length > 0 ? others : [...kinds])
    .map(([, of]) => [...of])
    .toSorted((a, b) => b.length - a.length)[0];
  return most ?? [];
}
