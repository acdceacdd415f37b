import { useCallback, useState } from "preact/hooks";
import { Notice } from "../../components/acts/notice.tsx";
import { lastAnswer, useAnswer } from "../../components/acts/use-answer.ts";
import { EmptyState } from "../../components/pieces/empty-state.tsx";
import type { ChangesFound } from "../../domain/changes/change-row.ts";
import {
  CHANGE_KINDS,
  type ChangeCounts,
  type ChangeKind,
} from "../../domain/changes/seen-changes.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { numberText, text } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { type DashboardPlace, hashOf } from "../frame/address.ts";
import { changeGroups } from "./change-groups.ts";
import { ChangeLine } from "./change-line.tsx";

/** Rows asked for at once. */
const PART = 100;

const sumOf = (counts: ChangeCounts): number =>
  CHANGE_KINDS.reduce((sum, kind) => sum + counts[kind], 0);

/** The first rows, in so many parts. */
async function changesIn(kind: ChangeKind | undefined, parts: number): Promise<ChangesFound> {
  const of = kind === undefined ? {} : { kind };
  const [first, ...others] = await Promise.all(
    Array.from({ length: parts }, (_, part) =>
      askFromPage.changes({ ...of, start: part * PART, atMost: PART }),
    ),
  );
  const rows = others.flatMap((one) => one.rows);
  return {
    rows: [...(first?.rows ?? []), ...rows],
    counts: first?.counts ?? { work: 0, waiting: 0, invitation: 0, woke: 0 },
  };
}

interface KindsProps {
  readonly counts: ChangeCounts;
  readonly chosen: ChangeKind | undefined;
}

/** The kinds there are, each with how many changes are of it. */
function Kinds({ counts, chosen }: KindsProps) {
  const link = (kind: ChangeKind | undefined, count: number) => (
    <li key={kind}>
      <a
        class="button small"
        href={hashOf({ section: "changes", within: kind === undefined ? [] : [kind] })}
        {...(kind === chosen && { "aria-current": "true" as const })}
      >
        {text(`changesOf_${kind ?? "all"}`)} <span class="soft">{numberText(count)}</span>
      </a>
    </li>
  );
  return (
    <nav aria-label={text("changeKinds")}>
      <ul class="row kinds">
        {link(undefined, sumOf(counts))}
        {CHANGE_KINDS.filter((kind) => counts[kind] > 0 || kind === chosen).map((kind) =>
          link(kind, counts[kind]),
        )}
      </ul>
    </nav>
  );
}

interface ChangesSectionProps {
  readonly place: DashboardPlace;
  readonly now: number;
  /** Another number after every change of the history. */
  readonly round: number;
}

/** What changed of late between the user and everybody, newest first. */
export function ChangesSection({ place, now, round }: ChangesSectionProps) {
  const chosen = CHANGE_KINDS.find((kind) => kind === place.within[0]);
  const [parts, setParts] = useState(1);
  const ask = useCallback(
    async () => ({ found: await changesIn(chosen, parts), of: round }),
    [chosen, parts, round],
  );
  const [answer] = useAnswer(ask);
  const found = lastAnswer(answer)?.found;
  const failed = answer.state === "failed" && (
    <Notice kind="danger">{refusalText(answer.error)}</Notice>
  );
  if (found === undefined) return failed || <p class="waiting">{text("waiting")}</p>;
  const { counts, rows } = found;
  const all = chosen === undefined ? sumOf(counts) : counts[chosen];
  if (sumOf(counts) === 0)
    return (
      <>
        {failed}
        <EmptyState title={text("changesNone")}>
          <p>{text("changesNoneNext")}</p>
        </EmptyState>
      </>
    );
  return (
    <>
      {failed}
      <Kinds counts={counts} chosen={chosen} />
      {changeGroups(rows, now).map((group) => (
        <section key={group.name} class="change-group">
          <h2>{group.name}</h2>
          <ul class="changes">
            {group.rows.map((row) => (
              <ChangeLine key={`${row.id} ${row.fact.kind}`} row={row} now={now} />
            ))}
          </ul>
        </section>
      ))}
      {rows.length < all && (
        <div>
          <button type="button" class="button" name="more" onClick={() => setParts(parts + 1)}>
            {text("showMore", { count: Math.min(PART, all - rows.length) })}
          </button>
        </div>
      )}
    </>
  );
}
