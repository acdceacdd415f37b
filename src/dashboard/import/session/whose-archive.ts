/** Whose archive it is, and which history it belongs to. */
import { ownership } from "../../../domain/person/owner.ts";
import type { ImportOwner } from "../../../domain/records/archive-import.ts";
import type { ImportTarget } from "../../../protocol/import-questions.ts";
import type { ArchiveContents } from "../../reader/archive-work.ts";

/** An owner to choose. */
export interface OwnerOption extends ImportOwner {
  /** The history that is theirs, if there is one. */
  readonly history?: string;
  /** The user says that none of the histories here is theirs. */
  readonly isNew?: true;
}

/** Where an import goes. `ask`: only the user knows whether one of these is the owner's. */
export type Destination =
  | { readonly to: "history"; readonly history: string }
  | { readonly to: "new" }
  | { readonly to: "ask"; readonly among: readonly ImportTarget[] };

const shares = (a: ImportOwner, b: ImportOwner): boolean =>
  a.aliases.some((alias) => b.aliases.includes(alias));

const named = (aliases: ImportOwner["aliases"], name: string | undefined): ImportOwner => ({
  aliases,
  ...(name !== undefined && { name }),
});

/** The owner where no question is needed: the archive says so, or archive and history agree. */
export function certainOwner(
  { owner }: ArchiveContents,
  targets: readonly ImportTarget[],
): ImportOwner | undefined {
  const found = named(owner.aliases, owner.name);
  if (found.aliases.length === 0) return undefined;
  if (owner.confidence === "sure" || owner.confidence === "given") return found;
  return targets.some((target) => shares(target, found)) ? found : undefined;
}

/** Who may be the owner, most likely first: those the archive names, then those whose history is here. */
export function ownerOptions(
  { owner }: ArchiveContents,
  targets: readonly ImportTarget[],
): readonly OwnerOption[] {
  const candidates = owner.candidates.map(({ aliases, name }) => named(aliases, name));
  const known = targets
    .filter((target) => target.aliases.length > 0)
    .filter((target) => !candidates.some((one) => shares(one, target)))
    .map(({ name, aliases, ownerName }) => ({ ...named(aliases, ownerName), history: name }));
  return [...candidates, ...known];
}

/** Whether the answer of the user says something that the directions of what was read do not know yet. */
export const isOtherOwner = ({ owner }: ArchiveContents, said: ImportOwner): boolean =>
  owner.candidates.length > 0 && !shares(said, owner);

/** Everything an owner is known by: what the user said, and what the archive says of the same person. */
export function wholeOwner({ owner }: ArchiveContents, said: ImportOwner): ImportOwner {
  const aliases = shares(said, owner)
    ? [...new Set([...said.aliases, ...owner.aliases])].sort()
    : said.aliases;
  return named(aliases, said.name ?? (shares(said, owner) ? owner.name : undefined));
}

/** The history an owner's archive goes to. */
export function destination(owner: OwnerOption, targets: readonly ImportTarget[]): Destination {
  if (owner.history !== undefined) return { to: "history", history: owner.history };
  if (owner.isNew) return { to: "new" };
  const found = ownership(owner.aliases, targets);
  if (found.whose === "known") return { to: "history", history: found.history.name };
  return found.whose === "new" || targets.length === 0
    ? { to: "new" }
    : { to: "ask", among: targets };
}
