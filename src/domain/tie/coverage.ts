/**
 * What the history can know at all. Never seen is not never spoken.
 */
import { DAY_MS } from "../time/day.ts";
import type { InteractionKind } from "../interactions/interaction.ts";
import { TALK_KINDS } from "../interactions/kind-table.ts";
import { PARAMETERS } from "./tie-parameters.ts";

/** A span of time an imported archive covers for some kinds. An archive has one for each of its files. */
export interface ArchiveSpan {
  /** First and last moment (ms) of the rows. */
  readonly from: number;
  readonly to: number;
  /** Kinds of interaction the file holds. */
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
  /** Only archives, and talk is known up to then. */
  | { readonly code: "archive"; readonly from: number; readonly to: number }
  /** Archives without messages: connections are known up to then, and no talk at all. `since`: watching, if so. */
  | { readonly code: "archive-without-messages"; readonly to: number; readonly since?: number }
  /** Archives up to then, and pages since. `gapDays` is what lies between, covered by neither. */
  | {
      readonly code: "archive-and-watching";
      readonly from: number;
      readonly to: number;
      readonly since: number;
      readonly gapDays: number;
    };

const GAP_MS = PARAMETERS.coverageGapDays * DAY_MS;

function archivesOf(coverage: Coverage, kinds: readonly InteractionKind[]): readonly ArchiveSpan[] {
  return coverage.archives.filter((archive) => kinds.some((kind) => archive.kinds.includes(kind)));
}

/** The last moment (ms) that archives cover for these kinds; `undefined` where none does. */
export function archiveEnd(
  coverage: Coverage,
  kinds: readonly InteractionKind[] = TALK_KINDS,
): number | undefined {
  const ends = archivesOf(coverage, kinds).map(({ to }) => to);
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** How far the talk with one person is known. */
export interface TalkKnown {
  /** Up to this moment (ms), `now` at most. */
  readonly until: number;
  /** A source that would show a talk covers the time up to `until`. Otherwise a talk may be missing and no silence can be claimed. */
  readonly covered: boolean;
}

/**
 * The last moment (ms) up to which an archive of messages shows talk, and pages that were read since, `now` at most; `undefined` where no archive does.
 * Nothing is added to it, see {@link talkKnown}.
 */
function talkReached(coverage: Coverage, now: number): number | undefined {
  const end = archiveEnd(coverage);
  if (end === undefined) return undefined;
  const { watchingSince, watchedUntil = now } = coverage;
  const goesOn = watchingSince !== undefined && watchingSince <= end + GAP_MS;
  return Math.min(now, Math.max(end, goesOn ? watchedUntil : -Infinity));
}

/**
 * How far the talk with somebody is known. An archive with messages covers everything up to its newest message; watching goes on from
 * there unless a gap of more than 30 days lies between. What was seen after a gap is known, and covers nothing else.
 *
 * @param lastAt the last exchange with this person (ms)
 */
export function talkKnown(
  coverage: Coverage | undefined,
  lastAt: number | undefined,
  now: number,
): TalkKnown {
  if (!coverage) return { until: now, covered: true };
  const reached = talkReached(coverage, now);
  if (reached === undefined) return { until: now, covered: false };
  if (now - reached <= GAP_MS) return { until: now, covered: true };
  if (lastAt !== undefined && lastAt > reached) return { until: now, covered: false };
  return { until: reached, covered: true };
}

/**
 * Whether a source that would show a talk covers any of the time since two people became connected (ms; absent where that is not
 * known). Pages alone show single conversations: without an archive nobody can be said not to have talked.
 */
export function talkCovered(
  coverage: Coverage | undefined,
  connectedAt: number | undefined,
  now: number,
): boolean {
  if (!coverage) return true;
  if (archiveEnd(coverage) === undefined) return false;
  const { until } = talkKnown(coverage, undefined, now);
  return until > (connectedAt ?? -Infinity);
}

/** Whether a new archive is worth asking for: the newest message of the old one is three months old, and watching does not go on from there. */
export function isNewArchiveDue(coverage: Coverage, now: number): boolean {
  const end = archiveEnd(coverage);
  if (end === undefined) return coverage.archives.length > 0;
  const { until } = talkKnown(coverage, undefined, now);
  return now - until > PARAMETERS.archiveAgeDays * DAY_MS;
}

/** What may be said about how far talk is known. */
export function coverageStatement(coverage: Coverage): CoverageStatement {
  const archives = archivesOf(coverage, TALK_KINDS);
  const { watchingSince: since } = coverage;
  if (archives.length === 0) {
    const ends = coverage.archives.map(({ to }) => to);
    if (ends.length > 0)
      return {
        code: "archive-without-messages",
        to: Math.max(...ends),
        ...(since !== undefined && { since }),
      };
    return since === undefined ? { code: "nothing" } : { code: "watching", since };
  }
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
  const end = archiveEnd(coverage);
  const ends = end === undefined ? [] : [end];
  if (coverage.watchingSince !== undefined) ends.push(coverage.watchedUntil ?? now);
  return ends.length === 0 ? now : Math.min(now, Math.max(...ends));
}

/** The last moment (ms) up to which a source would show a talk; `now` when nothing is known of coverage. */
export function coveredUntil(coverage: Coverage | undefined, now: number): number {
  return talkKnown(coverage, undefined, now).until;
}

/** Days between two moments (ms) that archives or watching cover; all of them when nothing is known of coverage. */
export function coveredDays(coverage: Coverage | undefined, from: number, now: number): number {
  if (!coverage) return Math.max(0, now - from) / DAY_MS;
  const spans: (readonly [number, number])[] = [];
  const end = archiveEnd(coverage);
  // An archive holds everything before its newest row.
  if (end !== undefined) spans.push([-Infinity, end]);
  if (coverage.watchingSince !== undefined)
    spans.push([coverage.watchingSince, coverage.watchedUntil ?? now]);
  let reached = from;
  let covered = 0;
  for (const [start, stop] of spans.sort((a, b) => a[0] - b[0])) {
    const begin = Math.max(start, reached);
    const last = Math.min(stop, now);
    if (last <= begin) continue;
    covered += last - begin;
    reached = last;
  }
  return covered / DAY_MS;
}
