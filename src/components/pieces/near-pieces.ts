/**
 * Which pieces of a long list are near the window.
 */

/** Heights of a list's pieces in pixels, from its top. */
export interface PieceHeights {
  /** How many pieces there are. */
  readonly count: number;
  /** The height of a piece, measured or guessed. */
  readonly heightOf: (piece: number) => number;
}

/** A run of pieces, `end` not included, and the pixels of list before and after it. */
export interface NearPieces {
  readonly start: number;
  readonly end: number;
}

/** How much of the list lies before this piece, in pixels. */
export function heightBefore(piece: number, { count, heightOf }: PieceHeights): number {
  let height = 0;
  for (let at = 0; at < Math.min(piece, count); at += 1) height += heightOf(at);
  return height;
}

/**
 * The pieces that overlap what is seen of the list; always at least one, so that a list that was scrolled away is still one.
 *
 * @param from where the seen part begins, in pixels from the list's top; negative while the list begins further down
 * @param to where it ends
 */
export function nearPieces(pieces: PieceHeights, from: number, to: number): NearPieces {
  const last = Math.max(0, pieces.count - 1);
  let top = 0;
  let start: number | undefined;
  for (let piece = 0; piece < pieces.count; piece += 1) {
    const bottom = top + pieces.heightOf(piece);
    if (start === undefined && bottom > from) start = piece;
    if (start !== undefined && bottom >= to) return { start, end: piece + 1 };
    top = bottom;
  }
  return { start: start ?? last, end: last + 1 };
}
