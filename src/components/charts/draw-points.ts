/**
 * Draws tens of thousands of people on a canvas: each band is drawn once, small, and then stamped.
 */
import { type Band, BANDS } from "../../domain/tie/band.ts";
import { BAND_SHAPES, outline } from "../pictures/band-shapes.ts";

/** The side of the field that a shape is drawn on. */
const SHAPE = 16;

/** Who is drawn, and how. */
export interface DrawnPoints {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** A digit for each: the place of the band in `BANDS`. */
  readonly bands: string;
  /** Pixels of a point. */
  readonly size: number;
  readonly colours: Readonly<Record<Band, string>>;
}

/** The size of a point (pixels) for so many people: large enough to tell the shapes apart, where there is room. */
export const pointSize = (people: number): number => (people <= 500 ? 13 : people <= 5000 ? 10 : 7);

/** The shape of a band in its colour, or `undefined` where the browser gives no canvas. */
function stamp(band: Band, colour: string, pixels: number): HTMLCanvasElement | undefined {
  const made = document.createElement("canvas");
  made.width = pixels;
  made.height = pixels;
  const context = made.getContext("2d");
  if (context === null) return undefined;
  const { filled, drawn, dashed } = BAND_SHAPES[band];
  context.scale(pixels / SHAPE, pixels / SHAPE);
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = 1.8;
  if (dashed) context.setLineDash([2.6, 2]);
  if (filled !== undefined) context.fill(new Path2D(filled));
  if (drawn !== undefined) context.stroke(new Path2D(drawn));
  return made;
}

/**
 * Draws everybody; the warmest last, so that nobody lies over them.
 *
 * @param density pixels of the canvas in one of the page
 */
export function drawPoints(
  context: CanvasRenderingContext2D,
  { xs, ys, bands, size, colours }: DrawnPoints,
  density: number,
): void {
  const half = size / 2;
  for (const [digit, band] of [...BANDS.entries()].reverse()) {
    const made = stamp(band, colours[band], Math.ceil(size * density));
    if (made === undefined) return;
    const wanted = String(digit);
    for (let place = 0; place < xs.length; place += 1)
      if (bands[place] === wanted)
        context.drawImage(made, (xs[place] ?? 0) - half, (ys[place] ?? 0) - half, size, size);
  }
}

const SVG = "http://www.w3.org/2000/svg";

function element(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** Everybody as shapes of an SVG file: each band once, and a place for each person. */
export function pointShapes({ xs, ys, bands, size, colours }: DrawnPoints): readonly SVGElement[] {
  const shapes = element("defs", {});
  for (const [digit, band] of BANDS.entries()) {
    const group = element("g", { id: `band-${digit}`, color: colours[band] });
    const transform = `translate(${-size / 2} ${-size / 2}) scale(${size / SHAPE})`;
    const shape = BAND_SHAPES[band];
    if (shape.filled !== undefined)
      group.append(element("path", { d: shape.filled, transform, fill: "currentColor" }));
    if (shape.drawn !== undefined)
      group.append(element("path", { ...outline(shape), d: shape.drawn, transform }));
    shapes.append(group);
  }
  const places = Array.from(xs.keys()).toSorted((a, b) =>
    (bands[a] ?? "") < (bands[b] ?? "") ? 1 : -1,
  );
  return [
    shapes,
    ...places.map((place) =>
      element("use", {
        href: `#band-${bands[place]}`,
        x: (xs[place] ?? 0).toFixed(1),
        y: (ys[place] ?? 0).toFixed(1),
      }),
    ),
  ];
}
