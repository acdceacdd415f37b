/**
 * A picture as a file. The colours and letters of a page come from its style sheets, which a file does not have: what they amount to is written
 * into each shape. A drawing of a file on a canvas is what the policy of our pages forbids, so the shapes are drawn one by one.
 */

/** What style sheets say of a shape, as attributes of it. */
const LOOKS = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "direction",
] as const;

const SHAPES = "path, rect, text";

const SVG = "http://www.w3.org/2000/svg";

const sizeOf = (picture: SVGSVGElement) => ({
  width: picture.clientWidth,
  height: picture.clientHeight,
});

/** The colour behind a picture. */
const paperOf = (picture: Element): string => {
  const panel = picture.closest(".panel") ?? document.body;
  return getComputedStyle(panel).backgroundColor;
};

/** Shapes that lie behind the others, drawn by other means on the page. */
export interface Behind {
  /** The shapes for a file. */
  readonly shapes: () => readonly SVGElement[];
  readonly draw: (context: CanvasRenderingContext2D) => void;
}

/** The text of an SVG file that looks as the picture does now. */
export function svgFile(picture: SVGSVGElement, behind?: Behind): Blob {
  const { width, height } = sizeOf(picture);
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const copies = copy.querySelectorAll<SVGElement>(SHAPES);
  for (const [place, shape] of picture.querySelectorAll<SVGElement>(SHAPES).entries()) {
    const style = getComputedStyle(shape);
    for (const name of LOOKS) copies[place]?.setAttribute(name, style.getPropertyValue(name));
  }
  for (const element of copy.querySelectorAll("a")) element.removeAttribute("href");
  for (const element of [copy, ...copy.querySelectorAll("*")])
    for (const name of ["class", "tabindex"]) element.removeAttribute(name);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const paper = document.createElementNS(SVG, "rect");
  paper.setAttribute("width", "100%");
  paper.setAttribute("height", "100%");
  paper.setAttribute("fill", paperOf(picture));
  copy.prepend(paper, ...(behind?.shapes() ?? []));
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
}

/** Draws one shape as it looks on the page. */
function drawShape(context: CanvasRenderingContext2D, shape: SVGGraphicsElement): void {
  const style = getComputedStyle(shape);
  const [fill, stroke] = [style.fill, style.stroke];
  const attribute = (name: string) => Number(shape.getAttribute(name) ?? 0);
  context.save();
  const placed = shape.getCTM();
  if (placed !== null)
    context.transform(placed.a, placed.b, placed.c, placed.d, placed.e, placed.f);
  context.globalAlpha = Number(style.opacity);
  context.fillStyle = fill === "none" ? "transparent" : fill;
  context.strokeStyle = stroke === "none" ? "transparent" : stroke;
  context.lineWidth = Number.parseFloat(style.strokeWidth);
  context.lineCap = style.strokeLinecap as CanvasLineCap;
  const dashes = style.strokeDasharray.split(/[,\s]+/).map(Number.parseFloat);
  if (dashes.every(Number.isFinite)) context.setLineDash(dashes);
  if (shape.tagName === "text") {
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    context.direction = style.direction as CanvasDirection;
    const anchor = style.getPropertyValue("text-anchor");
    context.textAlign = anchor === "middle" ? "center" : anchor === "end" ? "end" : "start";
    context.fillText(shape.textContent ?? "", attribute("x"), attribute("y"));
  } else {
    const path =
      shape.tagName === "path" ? new Path2D(shape.getAttribute("d") ?? "") : new Path2D();
    if (shape.tagName === "rect")
      path.rect(attribute("x"), attribute("y"), attribute("width"), attribute("height"));
    context.fill(path);
    if (stroke !== "none") context.stroke(path);
  }
  context.restore();
}

/** Pixels of the file in one of the page: sharp also on paper. */
export const FILE_DENSITY = 3;

/**
 * A PNG file that looks as the picture does now, three times as large.
 *
 * @throws {Error} where the browser gives no canvas, or none as large
 */
export async function pngFile(picture: SVGSVGElement, behind?: Behind): Promise<Blob> {
  const { width, height } = sizeOf(picture);
  const canvas = document.createElement("canvas");
  canvas.width = width * FILE_DENSITY;
  canvas.height = height * FILE_DENSITY;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("No canvas for the picture");
  context.scale(FILE_DENSITY, FILE_DENSITY);
  context.fillStyle = paperOf(picture);
  context.fillRect(0, 0, width, height);
  behind?.draw(context);
  for (const shape of picture.querySelectorAll<SVGGraphicsElement>(SHAPES))
    drawShape(context, shape);
  const file = await new Promise<Blob | null>((made) => canvas.toBlob(made, "image/png"));
  if (file === null) throw new Error("The picture is too large");
  return file;
}
