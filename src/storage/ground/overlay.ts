/**
 * A change of the records that is not on disk yet, laid over what is.
 */
import type { SourceId } from "../../domain/interactions/interaction.ts";
import type { Link } from "../../domain/records/link.ts";
import { linkId } from "../../domain/records/record-set.ts";
import type { RegisterRecord } from "../../domain/records/register.ts";
import type { Statement } from "../../domain/records/statement.ts";
import type { StoredImport } from "../database/stored-import.ts";

/** An import that comes whole, with what it says of each subject. */
export interface WholeImport {
  readonly head: StoredImport;
  readonly bodies: ReadonlyMap<string, string>;
}

/** See the file. */
export interface Overlay {
  /** Statements of pages and the user, each whole, in place of those with the same subject, source and replica. */
  readonly statements: readonly Statement[];
  readonly links: readonly Link[];
  readonly registers: readonly RegisterRecord[];
  /** The staged import that becomes part of the history. */
  readonly adds?: SourceId;
  /** Imports of a restore. */
  readonly imports?: readonly WholeImport[];
  /** Subjects that are erased: nothing about them counts. */
  readonly erased?: ReadonlySet<string>;
}

/** No change. */
export const NO_OVERLAY: Overlay = { statements: [], links: [], registers: [] };

const keyOf = ({ subject, source, replica }: Statement): string =>
  `${subject}\n${source}\n${replica}`;

/** The statements with newer ones in their place. */
export function withStatements<S extends Statement>(
  known: readonly S[],
  newer: readonly S[],
): readonly S[] {
  if (newer.length === 0) return known;
  return [...new Map([...known, ...newer].map((one) => [keyOf(one), one])).values()];
}

/** The links with newer ones in their place. */
export function withLinks(known: readonly Link[], newer: readonly Link[]): readonly Link[] {
  if (newer.length === 0) return known;
  return [...new Map([...known, ...newer].map((one) => [linkId(one), one])).values()];
}
