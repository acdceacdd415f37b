/**
 * What the history can know at all. Never seen is not never spoken.
 */
import type { InteractionKind } from "./interaction.ts";
import { DAY_MS } from "./day.ts";
import { PARAMETERS } from "./tie-parameters.ts";

/** A span of time an imported archive tells about. */
export interface ArchiveSpan {
  /** First and last moment (ms) the archive tells about. */
  readonly from: number;
  readonly to: number;
  /** Kinds of interaction its files hold. */
  readonly kinds: readonly InteractionKind[];
}

/** What was watched and imported. */
export interface Coverage {
  /** When Tielight began to read the pages the user opens (ms); absent if it never did. */
  readonly watchingSince?: number;
  /** When it last read a page (ms); absent means it still does. */
  readonly watchedUntil?: number;
  readonly archives: readonly ArchiveSpan[];
}

/** What coverage allows to say; the words live with the interface. Moments in ms. */
export type CoverageStatement =
  /** Nothing was imported and nothing watched: nothing can be said. */
  | { readonly code: "nothing" }
  /** Only what pages showed since then. */
  | { readonly code: "watching"; readonly since: number }
  /** Only archives, known up to then. */
  | { readonly code: "archive"; readonly from: number; readonly to: number }
  /** Archives up to then, and pages since. `gapDays` is what lies between, covered by neither. */
  | {
      readonly code: "archive-and-watching";
      readonly from: number;
      readonly to: number;
      readonly since: number;
      readonly gapDays: number;
    };

const MESSAGES: readonly InteractionKind[] = ["message", "inmail"];

function messageArchives(coverage: Coverage): readonly ArchiveSpan[] {
  return coverage.archives.filter((archive) =>
    MESSAGES.some((kind) => archive.kinds.includes(kind)),
  );
}

/**
 * Whether a source that would show a talk covers any of the time since two people became connected (ms; absent where that is not
 * known). Pages alone show single conversations: without an archive nobody can be said not to have talked.
 */
export function talkCovered(coverage: Coverage | undefined, connectedAt?: number): boolean {
  if (!coverage) return true;
  return messageArchives(coverage).some(({ to }) => to > (connectedAt ?? -Infinity));
}

/** What may be said about how far messages are known. */
export function coverageStatement(coverage: Coverage): CoverageStatement {
  const archives = messageArchives(coverage);
  const since = coverage.watchingSince;
  if (archives.length === 0)
    return since === undefined ? { code: "nothing" } : { code: "watching", since };
  const from = Math.min(...archives.map((archive) => archive.from));
  const to = Math.max(...archives.map((archive) => archive.to));
  if (since === undefined) return { code: "archive", from, to };
  return {
    code: "archive-and-watching",
    from,
    to,
    since,
    gapDays: Math.max(0, since - to) / DAY_MS,
  };
}

/** The last moment (ms) that was watched or archived; `now` when nothing is known of coverage. */
export function coverageEnd(coverage: Coverage | undefined, now: number): number {
  if (!coverage) return now;
  const ends = messageArchives(coverage).map((archive) => archive.to);
  if (coverage.watchingSince !== undefined) ends.push(coverage.watchedUntil ?? now);
  return ends.length === 0 ? now : Math.min(now, Math.max(...ends));
}

/** The last moment (ms) up to which silence can be told from not having looked; `now` when nothing is known of coverage. */
export function coveredUntil(coverage: Coverage | undefined, now: number): number {
  const graceMs = PARAMETERS.coverageGraceDays * DAY_MS;
  return Math.min(now, coverageEnd(coverage, now) + graceMs);
}

/** Days between two moments (ms) that archives or watching cover; all of them when nothing is known of coverage. */
export function coveredDays(coverage: Coverage | undefined, from: number, now: number): number {
  if (!coverage) return Math.max(0, now - from) / DAY_MS;
  const spans = messageArchives(coverage).map((archive) => [archive.from, archive.to] as const);
  if (coverage.watchingSince !== undefined)
    spans.push([coverage.watchingSince, coverage.watchedUntil ?? now]);
  let reached = from;
  let covered = 0;
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    const begin = Math.max(start, reached);
    const stop = Math.min(end, now);
    if (stop <= begin) continue;
    covered += stop - begin;
    reached = stop;
  }
  return covered / DAY_MS;
}
