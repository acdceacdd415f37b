/** A box in viewport pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels kept free around what is placed. */
const GAP = 8;

/**
 * Where to put something of a size beside its anchor: below it and aligned with its left edge where there is room, otherwise
 * above; always inside the window.
 */
export function beside(
  anchor: Box,
  size: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const below = anchor.top + anchor.height + GAP;
  const above = anchor.top - GAP - size.height;
  const top = below + size.height <= room.height - GAP || above < GAP ? below : above;
  const inside = (start: number, length: number, whole: number) =>
    Math.max(GAP, Math.min(start, whole - GAP - length));
  return {
    left: inside(anchor.left, size.width, room.width),
    top: inside(top, size.height, room.height),
  };
}
