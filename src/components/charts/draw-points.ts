/**
 * Draws tens of thousands of people on a canvas: each band is drawn once, small, and its pixels are laid down for each person.
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

/** The shape of a band in its colour as pixels of a square, or `undefined` where the browser gives no canvas. */
function stamp(band: Band, colour: string, pixels: number): Uint8ClampedArray | undefined {
  const made = document.createElement("canvas");
  made.width = pixels;
  made.height = pixels;
  const context = made.getContext("2d", { willReadFrequently: true });
  if (context === null) return undefined;
  const { filled, drawn, dashed } = BAND_SHAPES[band];
  context.scale(pixels / SHAPE, pixels / SHAPE);
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = 1.8;
  if (dashed) context.setLineDash([2.6, 2]);
  if (filled !== undefined) context.fill(new Path2D(filled));
  if (drawn !== undefined) context.stroke(new Path2D(drawn));
  return context.getImageData(0, 0, pixels, pixels).data;
}

/** Lays one pixel over another: both are red, green, blue and how opaque they are. */
function layOver(below: Uint8ClampedArray, at: number, above: Uint8ClampedArray, from: number) {
  const opaque = above[from + 3] ?? 0;
  if (opaque === 0) return;
  const left = ((below[at + 3] ?? 0) * (255 - opaque)) / 255;
  const whole = opaque + left;
  for (let part = 0; part < 3; part += 1)
    below[at + part] =
      ((above[from + part] ?? 0) * opaque + (below[at + part] ?? 0) * left) / whole;
  below[at + 3] = whole;
}

/**
 * Everybody as pixels; the warmest last, so that nobody lies over them. The pixels are laid one by one: a canvas takes sixty times as long to take in tens
 * of thousands of small pictures.
 *
 * @param density pixels of the canvas in one of the page
 */
export function pointPixels(
  { xs, ys, bands, size, colours }: DrawnPoints,
  width: number,
  height: number,
  density: number,
): ImageData | undefined {
  const side = Math.ceil(size * density);
  const shapes = BANDS.map((band) => stamp(band, colours[band], side));
  if (shapes.includes(undefined)) return undefined;
  const made = new ImageData(Math.round(width * density), Math.round(height * density));
  for (const [digit, shape] of [...shapes.entries()].reverse()) {
    if (shape === undefined) continue;
    const wanted = String(digit);
    for (let place = 0; place < xs.length; place += 1) {
      if (bands[place] !== wanted) continue;
      const left = Math.round((xs[place] ?? 0) * density - side / 2);
      const top = Math.round((ys[place] ?? 0) * density - side / 2);
      for (let row = Math.max(0, -top); row < side && top + row < made.height; row += 1)
        for (
          let column = Math.max(0, -left);
          column < side && left + column < made.width;
          column += 1
        )
          layOver(
            made.data,
            4 * ((top + row) * made.width + left + column),
            shape,
            4 * (row * side + column),
          );
    }
  }
  return made;
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
