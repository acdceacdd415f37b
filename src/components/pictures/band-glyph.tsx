import type { Band } from "../../domain/tie/band.ts";
import { BAND_SHAPES, outline } from "./band-shapes.ts";

/** The light of a tie. Decoration: the band's word stands beside it or in a label. */
export function BandGlyph({ band }: { readonly band: Band }) {
  const shape = BAND_SHAPES[band];
  return (
    <svg class={`glyph band-${band}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shape.filled && <path d={shape.filled} fill="currentColor" />}
      {shape.drawn && <path d={shape.drawn} {...outline(shape)} />}
    </svg>
  );
}
