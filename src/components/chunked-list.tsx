import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/** Rows in one piece of the list. */
export const CHUNK = 40;

/** How far outside the window a piece is already drawn, in pixels. */
const MARGIN = "600px 0px";

/** Height of a row before any was measured, in pixels. */
const GUESSED_ROW = 72;

interface ChunkedListProps<Row> {
  readonly label: string;
  readonly count: number;
  /** The rows from `start` on, at most {@link CHUNK}. Another function is another list, and is asked again. */
  readonly rows: (start: number) => Promise<readonly Row[]>;
  readonly draw: (row: Row, index: number) => ComponentChildren;
}

/**
 * A list of any length of which only what is near the window is in the document: in pieces, each a placeholder of its height
 * until it comes near. Rows may differ in height, and keep it when they are drawn again.
 */
export function ChunkedList<Row>({ label, count, rows, draw }: ChunkedListProps<Row>) {
  const starts = Array.from({ length: Math.ceil(count / CHUNK) }, (_, piece) => piece * CHUNK);
  return (
    <div class="people" role="list" aria-label={label}>
      {starts.map((start) => (
        <Chunk
          key={start}
          start={start}
          length={Math.min(CHUNK, count - start)}
          rows={rows}
          draw={draw}
        />
      ))}
    </div>
  );
}

type ChunkProps<Row> = Pick<ChunkedListProps<Row>, "rows" | "draw"> & {
  readonly start: number;
  readonly length: number;
};

/** Whether a piece is near the window, and the height (px) that stands for it while it is not. */
interface View {
  readonly near: boolean;
  readonly height: number;
}

function Chunk<Row>({ start, length, rows, draw }: ChunkProps<Row>) {
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>({ near: start === 0, height: length * GUESSED_ROW });
  const [found, setFound] = useState<readonly Row[]>();
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        const near = entry?.isIntersecting === true;
        // What has the focus stays, wherever it was scrolled to.
        if (near || !element.contains(document.activeElement))
          setView({ near, height: element.offsetHeight });
      },
      { rootMargin: MARGIN },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (!view.near) return undefined;
    let current = true;
    // A list that cannot be had is said by whoever counted it; here the rows just stay away.
    rows(start).then(
      (answer) => current && setFound(answer),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [view.near, rows, start]);
  const drawn = view.near ? found : undefined;
  return (
    <div
      ref={place}
      class="chunk"
      role="presentation"
      style={{ minHeight: drawn ? "0" : `${view.height}px` }}
    >
      {drawn?.map((row, index) => draw(row, start + index))}
    </div>
  );
}
