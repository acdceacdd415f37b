/**
 * An import as stored: staged until it is committed.
 */
import type { ImportHead, ImportOutcome } from "../../domain/records/archive-import.ts";
import type { SourceId } from "../../domain/interactions/interaction.ts";
import type { Alias } from "../../domain/person/person.ts";
import type { ReplicaId } from "../../domain/records/hybrid-time.ts";

/** See the file. */
export interface StoredImport extends ImportHead {
  /** `archive:<id>`. */
  readonly source: SourceId;
  readonly replica: ReplicaId;
  /** What the owner of the archive is known by; nothing before the commit. */
  readonly owner: { readonly aliases: readonly Alias[]; readonly name?: string };
  /** Numbers of the parts that were staged; sorted. */
  readonly staged: readonly number[];
  /** When it became part of the history (ms); absent while it is staged. */
  readonly doneAt?: number;
  readonly outcome?: ImportOutcome;
  /** Sources of the imports that store equal bodies. */
  readonly refersTo: readonly SourceId[];
  /** Whether it says anything of a name without an alias. */
  readonly hasNames: boolean;
}
