/**
 * The bands over time as areas one upon another, the closest ties at the bottom.
 */
import { area, stack } from "d3-shape";
import { type Band, BANDS } from "../../domain/tie/band.ts";
import type { Scale } from "./scale.ts";

/** People by band at a moment (ms). */
export interface BandsAt {
  readonly at: number;
  readonly counts: Readonly<Record<Band, number>>;
}

/** One area. */
export interface BandLayer {
  readonly band: Band;
  /** The outline, as the path of an SVG. */
  readonly path: string;
  /** For each moment the lower and the upper edge, in people. */
  readonly edges: readonly (readonly [below: number, above: number])[];
}

/**
 * The areas, from the bottom up; bands that never had anybody are left out.
 *
 * @param x places of moments
 * @param y places of numbers of people
 */
export function stackedBands(
  moments: readonly BandsAt[],
  x: (at: number) => number,
  y: Scale["at"],
): readonly BandLayer[] {
  const bands = BANDS.filter((band) => moments.some(({ counts }) => counts[band] > 0));
  const layers = stack<BandsAt, Band>()
    .keys(bands)
    .value(({ counts }, band) => counts[band])([...moments]);
  const outline = area<(typeof layers)[number][number]>()
    .x(({ data }) => x(data.at))
    .y0(([below]) => y(below))
    .y1(([, above]) => y(above));
  return layers.map((layer) => ({
    band: layer.key,
    path: outline(layer) ?? "",
    edges: layer.map(([below, above]) => [below, above] as const),
  }));
}
