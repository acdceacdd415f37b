import { BAND_SHAPES, outline } from "../../components/pictures/band-shapes.ts";
import type { Band } from "../../domain/tie/band.ts";

const SVG = "http://www.w3.org/2000/svg";

function element(
  document: Document,
  name: "svg" | "path",
  attributes: Readonly<Record<string, string>>,
): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

const lights = new Map<Band, SVGElement>();

/** The light of a band for a shadow root on the site: drawn once, then copied. */
export function bandLight(document: Document, band: Band): Node {
  let light = lights.get(band);
  if (light === undefined) {
    const shape = BAND_SHAPES[band];
    light = element(document, "svg", {
      class: `glyph band-${band}`,
      viewBox: "0 0 16 16",
      "aria-hidden": "true",
    });
    if (shape.filled !== undefined)
      light.append(element(document, "path", { d: shape.filled, fill: "currentColor" }));
    if (shape.drawn !== undefined)
      light.append(element(document, "path", { d: shape.drawn, ...outline(shape) }));
    lights.set(band, light);
  }
  return light.cloneNode(true);
}
