/** What the history page and the worker that reads archives tell each other. */
import type { ImportedCircle, ImportPart } from "../../domain/records/archive-import.ts";
import type { ArchiveSpan } from "../../domain/tie/coverage.ts";
import type { Alias } from "../../domain/person/person.ts";
import type { ArchiveProgress } from "../../linkedin/archive/read-archive.ts";
import type { ArchiveReading, FileReport, Homonyms } from "../../linkedin/archive/reading.ts";
import type { RefusalCode, RefusalDetail } from "../../linkedin/archive/files/refusal.ts";
import type { ArchiveSource } from "../../linkedin/archive/files/sources.ts";

/** What archives hold, whatever the history knows. */
export interface ArchiveContents {
  readonly isUsable: boolean;
  readonly owner: ArchiveReading["owner"];
  /** ms; 0 when nothing says so. */
  readonly madeAt: number;
  readonly files: readonly FileReport[];
  /** People, by alias or by name. */
  readonly people: number;
  readonly interactions: number;
  /** Reactions and comments whose person a page has to tell. */
  readonly waiting: number;
  readonly homonyms: readonly Homonyms[];
  readonly homonymCount: number;
  readonly circles: readonly ImportedCircle[];
  readonly span?: { readonly from: number; readonly to: number };
  readonly coverage: readonly ArchiveSpan[];
}

/** What is to be read. */
export interface ReadAsked {
  readonly now: number;
  readonly sources: readonly ArchiveSource[];
  /** Whose archive it is, when the user says so. */
  readonly owner?: readonly Alias[];
}

/** What the page asks. Everything is answered in the order asked. */
export type ToWorker =
  | ({ readonly ask: "read" } & ReadAsked)
  | { readonly ask: "part"; readonly part: number }
  /** Whose profile an address leads to. */
  | { readonly ask: "address"; readonly url: string };

/** What the worker tells. */
export type FromWorker =
  | { readonly tell: "progress"; readonly progress: ArchiveProgress }
  | { readonly tell: "read"; readonly contents: ArchiveContents }
  | { readonly tell: "refused"; readonly code: RefusalCode; readonly detail: RefusalDetail }
  | { readonly tell: "failed"; readonly message: string }
  /** Without a part: there is none with this number. */
  | { readonly tell: "part"; readonly part?: ImportPart }
  | { readonly tell: "address"; readonly aliases: readonly Alias[] };
