/** What the history page and the worker that reads archives tell each other. */
import type {
  ImportedCircle,
  ImportPart,
  KnownForImport,
  WaitingForImport,
} from "../domain/archive-import.ts";
import type { ArchiveSpan } from "../domain/coverage.ts";
import type { Alias } from "../domain/person.ts";
import type { ArchiveProgress } from "../linkedin/archive/read-archive.ts";
import type {
  ArchiveReading,
  FileReport,
  Homonyms,
  OpenName,
} from "../linkedin/archive/reading.ts";
import type { RefusalCode, RefusalDetail } from "../linkedin/archive/refusal.ts";
import type { ArchiveSource } from "../linkedin/archive/sources.ts";

/** What the user said about an archive. */
export interface ArchiveAnswers {
  /** Whose it is. */
  readonly owner?: readonly Alias[];
  /** Who is meant by names several people share. */
  readonly chosen: ReadonlyMap<string, Alias>;
}

/** Everything the page shows of a reading. */
export interface Preview {
  readonly isUsable: boolean;
  readonly owner: ArchiveReading["owner"];
  /** ms; 0 when nothing says so. */
  readonly madeAt: number;
  readonly files: readonly FileReport[];
  readonly peopleNew: number;
  /** People the history knew before. */
  readonly peopleKnown: number;
  readonly interactions: number;
  /** Reactions and comments whose person a page has to tell. */
  readonly waiting: number;
  /** Rows with a name whose person is not known, which are kept until an archive tells. */
  readonly kept: number;
  /** Rows earlier imports kept by name only, whose person this archive tells. */
  readonly placed: number;
  /** Those with the most rows; more than anybody answers are not asked. */
  readonly openNames: readonly NamedChoice[];
  readonly openNameCount: number;
  readonly homonyms: readonly Homonyms[];
  readonly homonymCount: number;
  readonly circles: readonly ImportedCircle[];
  readonly span?: { readonly from: number; readonly to: number };
  readonly coverage: readonly ArchiveSpan[];
  /** How many parts it is staged in. */
  readonly parts: number;
}

/** A name several people share, with what tells them apart. */
export interface NamedChoice extends Pick<OpenName, "name" | "rows"> {
  readonly candidates: readonly {
    readonly alias: Alias;
    /** Company and title, where the archive has them. */
    readonly career: string;
    readonly interactions: number;
  }[];
}

/** What the page asks. Everything is answered in the order asked. */
export type ToWorker =
  | { readonly ask: "known"; readonly people: readonly KnownForImport[] }
  | ({ readonly ask: "waiting" } & WaitingForImport)
  | { readonly ask: "forget-known" }
  | {
      readonly ask: "read";
      readonly importId: string;
      readonly now: number;
      readonly sources: readonly ArchiveSource[];
      readonly answers: ArchiveAnswers;
    }
  | { readonly ask: "part"; readonly part: number }
  /** Whose profile an address leads to. */
  | { readonly ask: "address"; readonly url: string };

/** What the worker tells. */
export type FromWorker =
  | { readonly tell: "progress"; readonly progress: ArchiveProgress }
  | { readonly tell: "read"; readonly preview: Preview }
  | { readonly tell: "refused"; readonly code: RefusalCode; readonly detail: RefusalDetail }
  | { readonly tell: "failed"; readonly message: string }
  | { readonly tell: "part"; readonly part: ImportPart }
  | { readonly tell: "address"; readonly aliases: readonly Alias[] };
