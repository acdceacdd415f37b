import { useEffect, useRef, useState, type ReactNode } from "react";
import { useHydrated, useSurroundings } from "./surroundings.tsx";

interface Parts<T> {
  /** Rows that came with the page. */
  readonly first: readonly T[];
  readonly total: number;
  /** Height of one row in px. */
  readonly rowHeight: number;
  /** Rows from a place in the list on. */
  readonly more: (start: number) => Promise<readonly T[]>;
  readonly row: (item: T | undefined, index: number) => ReactNode;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** How many rows above and below the window are kept. */
const SPARE_ROWS = 6;

/**
 * A long list of which only the rows near the window exist. The elements of rows that leave the window are used again
 * for those that enter it.
 */
export function LazyColumn<T>({ first, total, rowHeight, more, row }: Parts<T>): ReactNode {
  const { names, settings } = useSurroundings();
  const box = useRef<HTMLDivElement>(null);
  const hydrated = useHydrated();
  const [rows, setRows] = useState<ReadonlyMap<number, T>>(() => new Map(first.entries()));
  const [span, setSpan] = useState<Span>({ from: 0, to: Math.min(total, first.length) });
  const asked = useRef(new Set<number>());
  useEffect(() => {
    if (!settings.virtual) return undefined;
    const listen = (): void => {
      const top = box.current?.getBoundingClientRect().top ?? 0;
      const from = Math.max(0, Math.floor(-top / rowHeight) - SPARE_ROWS);
      const to = Math.min(total, Math.ceil((window.innerHeight - top) / rowHeight) + SPARE_ROWS);
      setSpan((old) =>
        old.from === from && old.to === to ? old : { from, to: Math.max(from, to) },
      );
    };
    listen();
    window.addEventListener("scroll", listen, { passive: true });
    return () => window.removeEventListener("scroll", listen);
  }, [total, rowHeight, settings.virtual]);
  useEffect(() => {
    for (let index = span.from; index < span.to; index += 1) {
      if (rows.has(index)) continue;
      const start = Math.floor(index / 20) * 20;
      if (asked.current.has(start)) continue;
      asked.current.add(start);
      more(Math.max(start, 1))
        .then((found) =>
          setRows((old) => {
            const grown = new Map(old);
            for (const [place, item] of found.entries())
              grown.set(Math.max(start, 1) + place, item);
            return grown;
          }),
        )
        .catch(() => asked.current.delete(start));
    }
  }, [span, rows, more]);
  if (!hydrated || !settings.virtual) {
    return (
      <div ref={box} className={names("list")}>
        {first.map((item, index) => (
          <div key={index} role="listitem" className={names("list-row")}>
            {row(item, index)}
          </div>
        ))}
      </div>
    );
  }
  const slots = Math.max(first.length, Math.ceil(span.to - span.from));
  const shown: { slot: number; index: number }[] = [];
  for (let index = span.from; index < span.to; index += 1)
    shown.push({ slot: index % slots, index });
  shown.sort((one, other) => one.slot - other.slot);
  return (
    <div
      ref={box}
      className={names("list")}
      style={{ position: "relative", height: total * rowHeight }}
    >
      {shown.map(({ slot, index }) => (
        <div
          key={slot}
          role="listitem"
          className={names("list-row")}
          style={{
            position: "absolute",
            insetInline: 0,
            top: index * rowHeight,
            height: rowHeight,
          }}
        >
          {row(rows.get(index), index)}
        </div>
      ))}
    </div>
  );
}
