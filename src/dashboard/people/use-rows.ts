import { useCallback, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { TableRow, TableView } from "../../domain/directory/people-table.ts";
import { askFromPage } from "../../protocol/transport.ts";

/** Rows asked for at once. */
export const BLOCK = 100;

/** The rows of a view, as far as they were seen. */
interface Loaded {
  /** The view and the round of questions they are of. */
  readonly of: string;
  readonly count: number;
  readonly blocks: ReadonlyMap<number, readonly TableRow[]>;
}

/** What the table is made of. */
export interface Rows {
  /** How many people fit; absent until that is known. */
  readonly count: number | undefined;
  /** Absent until it is there. */
  readonly at: (index: number) => TableRow | undefined;
  /** Asks for what is missing between two rows. */
  readonly need: (first: number, last: number) => void;
  readonly error: unknown;
}

const asked = ({ text, conditions, by, descending }: TableView): TableView => ({
  text,
  conditions,
  by,
  descending,
});

/**
 * The rows of a view, a block at a time. What was shown stays until the first rows of another view are there.
 *
 * @param round another number: something changed, everything seen is asked for again
 */
export function useRows(view: TableView, round: number): Rows {
  const about = asked(view);
  const question = JSON.stringify(about);
  const of = `${question} ${round}`;
  const [loaded, setLoaded] = useState<Loaded>();
  const [error, setError] = useState<unknown>();
  const latest = useRef(about);
  latest.current = about;
  const wanted = useRef({ of, question, about, asked: new Set<number>(), first: 0 });
  const ask = useCallback((block: number) => {
    const { of: generation, asked: under, about: current } = wanted.current;
    if (under.has(block)) return;
    under.add(block);
    askFromPage.peopleTable({ ...current, start: block * BLOCK, atMost: BLOCK }).then(
      ({ rows, count }) => {
        if (wanted.current.of !== generation) return;
        setError(undefined);
        setLoaded((before) => ({
          of: generation,
          count,
          blocks: new Map([
            ...(before?.of === generation ? before.blocks : []),
            [block, rows] as const,
          ]),
        }));
      },
      (failed: unknown) => {
        if (wanted.current.of !== generation) return;
        under.delete(block);
        setError(failed);
      },
    );
  }, []);
  useLayoutEffect(() => {
    // Another round of the same view begins where the user is.
    const first = wanted.current.question === question ? wanted.current.first : 0;
    wanted.current = { of, question, about: latest.current, asked: new Set(), first };
    ask(first);
  }, [of, question, ask]);
  const need = useCallback(
    (first: number, last: number) => {
      wanted.current.first = Math.floor(first / BLOCK);
      for (let block = Math.floor(first / BLOCK); block <= Math.floor(last / BLOCK); block += 1)
        ask(block);
    },
    [ask],
  );
  const at = useCallback(
    (index: number) => loaded?.blocks.get(Math.floor(index / BLOCK))?.[index % BLOCK],
    [loaded],
  );
  return { count: loaded?.count, at, need, error };
}
