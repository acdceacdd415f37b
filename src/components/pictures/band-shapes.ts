import type { Band } from "../../domain/tie/band.ts";

/** The light of a band on a field of 16 by 16, as paths. */
export interface BandShape {
  readonly filled?: string;
  readonly drawn?: string;
  readonly dashed?: true;
}

/** A shape for each band, so that it is told apart without colour: from a light with rays to an empty outline and a dash. */
export const BAND_SHAPES: Readonly<Record<Band, BandShape>> = {
  close: {
    filled: "M8 4.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6z",
    drawn:
      "M8 .8v1.4M8 13.8v1.4M.8 8h1.4M13.8 8h1.4M2.9 2.9l1 1M12.1 12.1l1 1M13.1 2.9l-1 1M3.9 12.1l-1 1",
  },
  "in-touch": { filled: "M8 2.6a5.4 5.4 0 1 1 0 10.8a5.4 5.4 0 1 1 0-10.8z" },
  fading: {
    filled: "M8 2.2v11.6a5.8 5.8 0 0 1 0-11.6z",
    drawn: "M8 2.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 1 1 0-11.6z",
  },
  dormant: { filled: "M9.8 1.9a6.3 6.3 0 1 0 4.4 8.7A5.6 5.6 0 0 1 9.8 1.9z" },
  acquaintance: {
    filled: "M8 6a2 2 0 1 1 0 4a2 2 0 1 1 0-4z",
    drawn: "M8 2.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 1 1 0-11.6z",
  },
  "not-talked": { drawn: "M8 2.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 1 1 0-11.6z", dashed: true },
  unknown: { drawn: "M4 8h8" },
};

/** Attributes of the outline of a shape. */
export const outline = ({ dashed }: BandShape): Readonly<Record<string, string>> => ({
  fill: "none",
  stroke: "currentColor",
  "stroke-width": "1.6",
  "stroke-linecap": dashed ? "butt" : "round",
  ...(dashed && { "stroke-dasharray": "2.6 2" }),
});
