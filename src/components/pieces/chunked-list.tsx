import type { ComponentChildren, RefObject } from "preact";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { heightBefore, nearPieces } from "./near-pieces.ts";

/** Rows in one piece of the list: what a popup shows without scrolling, because each keystroke of a search draws them anew. */
export const CHUNK = 12;

/** How far outside the window a piece is already drawn, in pixels. */
const MARGIN = 600;

/** Height of a row before any was measured, in pixels. */
const GUESSED_ROW = 72;

interface ChunkedListProps<Row> {
  readonly label: string;
  readonly count: number;
  /** The rows of the first piece, which are drawn at once. */
  readonly first: readonly Row[];
  /** The rows from `start` on, at most {@link CHUNK}. Another function is another list, and is asked again. */
  readonly rows: (start: number) => Promise<readonly Row[]>;
  /** The same function while a row looks the same. */
  readonly draw: (row: Row, index: number) => ComponentChildren;
}

/** The number of the piece that the focus is in, if it is in the list. */
function focusedPiece(list: HTMLElement): number | undefined {
  const { activeElement } = document;
  if (!list.contains(activeElement)) return undefined;
  const piece = activeElement?.closest<HTMLElement>("[data-piece]")?.dataset["piece"];
  return piece === undefined ? undefined : Number(piece);
}

/** Pieces that are drawn, ascending; what was measured of the others stands for them, also while another list takes the place of one. */
function useDrawnPieces(
  list: RefObject<HTMLDivElement | null>,
  count: number,
): { readonly drawn: readonly number[]; readonly heightTo: (piece: number) => number } {
  const pieces = Math.ceil(count / CHUNK);
  const [drawn, setDrawn] = useState<readonly number[]>([0]);
  // Pixels of a row, on average, in each piece that was ever drawn.
  const measured = useRef(new Map<number, number>());
  const rowsIn = useCallback((piece: number) => Math.min(CHUNK, count - piece * CHUNK), [count]);
  const heightOf = useCallback(
    (piece: number) => {
      const [first = GUESSED_ROW] = measured.current.values();
      return rowsIn(piece) * (measured.current.get(piece) ?? first);
    },
    [rowsIn],
  );
  useEffect(() => {
    const gone = new AbortController();
    const look = () => {
      const element = list.current;
      if (!element) return;
      for (const drawnPiece of element.querySelectorAll<HTMLElement>("[data-piece]")) {
        const piece = Number(drawnPiece.dataset["piece"]);
        if (drawnPiece.offsetHeight > 0)
          measured.current.set(piece, drawnPiece.offsetHeight / rowsIn(piece));
      }
      const { top } = element.getBoundingClientRect();
      const { start, end } = nearPieces(
        { count: pieces, heightOf },
        -top - MARGIN,
        -top + window.innerHeight + MARGIN,
      );
      const near = new Set(Array.from({ length: end - start }, (_, step) => start + step));
      // What has the focus stays, wherever it was scrolled to.
      const focused = focusedPiece(element);
      if (focused !== undefined && focused < pieces) near.add(focused);
      const next = [...near].sort((a, b) => a - b);
      setDrawn((before) => (before.join() === next.join() ? before : next));
    };
    look();
    // Whatever scrolls, the list moves in the window.
    window.addEventListener("scroll", look, { capture: true, passive: true, signal: gone.signal });
    window.addEventListener("resize", look, { signal: gone.signal });
    return () => gone.abort();
  }, [list, pieces, heightOf, rowsIn]);
  return {
    drawn: drawn.filter((piece) => piece < pieces),
    heightTo: (piece) => heightBefore(piece, { count: pieces, heightOf }),
  };
}

/**
 * A list of any length of which only what is near the window is in the document, in pieces, with as much room before, between and
 * after them as the others take. Rows may differ in height.
 */
export function ChunkedList<Row>({ label, count, first, rows, draw }: ChunkedListProps<Row>) {
  const list = useRef<HTMLDivElement>(null);
  const { drawn, heightTo } = useDrawnPieces(list, count);
  const end = Math.ceil(count / CHUNK);
  const gap = (from: number, to: number) =>
    to > from && (
      <div
        key={`before-${to}`}
        role="presentation"
        style={{ blockSize: `${heightTo(to) - heightTo(from)}px` }}
      />
    );
  return (
    <div ref={list} class="people" role="list" aria-label={label}>
      {drawn.map((piece, place) => [
        gap(place === 0 ? 0 : (drawn[place - 1] ?? 0) + 1, piece),
        <Chunk
          key={piece}
          piece={piece}
          room={heightTo(piece + 1) - heightTo(piece)}
          first={piece === 0 ? first : undefined}
          rows={rows}
          draw={draw}
        />,
      ])}
      {gap((drawn.at(-1) ?? -1) + 1, end)}
    </div>
  );
}

type ChunkProps<Row> = Pick<ChunkedListProps<Row>, "rows" | "draw"> & {
  readonly piece: number;
  /** Pixels that stand for the rows until they are there. */
  readonly room: number;
  /** The rows, where they are known from the start. */
  readonly first: readonly Row[] | undefined;
};

function Chunk<Row>({ piece, room, first, rows, draw }: ChunkProps<Row>) {
  const [asked, setAsked] = useState<readonly Row[]>();
  const start = piece * CHUNK;
  const known = first !== undefined;
  useLayoutEffect(() => {
    if (known) return undefined;
    let current = true;
    // A list that cannot be had is said by the code that counted it; here the rows just stay away.
    rows(start).then(
      (answer) => current && setAsked(answer),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [known, rows, start]);
  const found = first ?? asked;
  const drawn = useMemo(
    () => found?.map((row, index) => draw(row, start + index)),
    [found, draw, start],
  );
  return (
    <div
      class="chunk"
      role="presentation"
      data-piece={piece}
      style={{ minHeight: found ? "0" : `${room}px` }}
    >
      {drawn}
    </div>
  );
}
