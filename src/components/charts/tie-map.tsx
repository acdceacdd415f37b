import type { RefObject } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { NetworkMap } from "../../domain/network/network-map.ts";
import { type Band, BANDS } from "../../domain/tie/band.ts";
import { textDirection } from "../../words/text.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { pointPixels, pointShapes, pointSize } from "./draw-points.ts";
import { gridIndex } from "./grid-index.ts";
import { besideField, MapAxes } from "./map-axes.tsx";
import {
  type MapField,
  mapPlaces,
  type MapSelection,
  meantRectangle,
  type Rectangle,
  rectangleOf,
  selectionIn,
} from "./map-places.ts";
import { type Behind, FILE_DENSITY } from "./saved-picture.ts";
import type { PictureBox } from "./use-box.ts";
import { useLooks } from "./use-looks.ts";
import { widthOfWords } from "./words-width.ts";

/** Height in units of the design. */
export const MAP_HEIGHT = 28;

/** How far from a point the pointer may be (pixels). */
const REACH = 14;

/** From so many pixels on a press that moves is a rectangle and no click. */
const DRAG = 5;

/** The field of the map in a box. */
function mapField({ width, unit }: PictureBox): MapField {
  const isTurned = textDirection() === "rtl";
  const [beside, end] = [Math.ceil(besideField(widthOfWords(unit))), unit / 2];
  const height = MAP_HEIGHT * unit;
  const stripBottom = height - 3 * unit;
  return {
    width,
    height,
    left: isTurned ? end : beside,
    right: width - (isTurned ? beside : end),
    top: 1.75 * unit,
    bottom: stripBottom - 2.75 * unit,
    stripTop: stripBottom - 2.5 * unit,
    stripBottom,
    isRightToLeft: isTurned,
  };
}

/** The colours of the bands as they are now. */
function coloursIn(picture: SVGSVGElement): Readonly<Record<Band, string>> {
  const colours = Object.fromEntries(BANDS.map((band) => [band, "gray"])) as Record<Band, string>;
  for (const path of picture.querySelectorAll<SVGPathElement>("[data-band]"))
    colours[path.dataset["band"] as Band] = getComputedStyle(path).fill;
  return colours;
}

/** Fills a canvas with these pixels. */
function drawOn(canvas: HTMLCanvasElement, pixels: ImageData | undefined): void {
  if (pixels === undefined) return;
  canvas.width = pixels.width;
  canvas.height = pixels.height;
  canvas.getContext("2d")?.putImageData(pixels, 0, 0);
}

/** Somebody under the pointer: the place in the columns, and where the point is (pixels). */
export interface PointedAt {
  readonly place: number;
  readonly x: number;
  readonly y: number;
}

interface TieMapProps {
  readonly picture: RefObject<SVGSVGElement | null>;
  readonly behind: RefObject<Behind | undefined>;
  readonly label: string;
  readonly box: PictureBox;
  readonly map: NetworkMap;
  /** Who is selected; absent without a rectangle. */
  readonly selected: MapSelection | undefined;
  readonly onSelect: (selection?: MapSelection) => void;
  readonly onPoint: (pointed: PointedAt | undefined) => void;
  readonly onOpen: (place: number) => void;
}

/** Where the pointer is, in pixels of the map. */
function pointIn(area: Element, { clientX, clientY }: PointerEvent) {
  const { left, top } = area.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

interface Pixel {
  readonly x: number;
  readonly y: number;
}

const isDrag = (from: Pixel, to: Pixel): boolean =>
  Math.hypot(to.x - from.x, to.y - from.y) >= DRAG;

const between = (a: Pixel, b: Pixel): Rectangle => ({
  left: Math.min(a.x, b.x),
  right: Math.max(a.x, b.x),
  top: Math.min(a.y, b.y),
  bottom: Math.max(a.y, b.y),
});

/** Everybody as a point: the age of the tie along the line of text, the silence downwards. A rectangle that is drawn selects who is inside. */
export function TieMap(props: TieMapProps) {
  const { picture, behind, label, box, map, selected, onSelect, onPoint, onOpen } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const pressed = useRef<Pixel>(undefined);
  const [drawn, setDrawn] = useState<Rectangle>();
  const [isPointing, setIsPointing] = useState(false);
  const looks = useLooks();
  const { width, unit } = box;
  const height = MAP_HEIGHT * unit;
  const places = useMemo(() => mapPlaces(map, mapField({ width, unit })), [map, width, unit]);
  const index = useMemo(
    () => gridIndex(places.xs, places.ys, width, height),
    [places, width, height],
  );
  const size = pointSize(map.ids.length);
  useLayoutEffect(() => {
    const [paper, axes] = [canvas.current, picture.current];
    if (paper === null || axes === null) return;
    const density = window.devicePixelRatio || 1;
    const pixels = (times: number) =>
      pointPixels(
        { ...places, bands: map.bands, size, colours: coloursIn(axes) },
        width,
        height,
        times,
      );
    drawOn(paper, pixels(density));
    behind.current = {
      draw(other) {
        const canvas = document.createElement("canvas");
        drawOn(canvas, pixels(FILE_DENSITY));
        other.drawImage(canvas, 0, 0, width, height);
      },
      shapes: () => pointShapes({ ...places, bands: map.bands, size, colours: coloursIn(axes) }),
    };
    paper.dataset["drawn"] = String(map.ids.length);
  }, [places, map, size, width, height, looks, picture, behind]);

  const shown = drawn ?? (selected && rectangleOf(places, selected));
  const point = (place: number | undefined) => {
    setIsPointing(place !== undefined);
    onPoint(
      place === undefined
        ? undefined
        : { place, x: places.xs[place] ?? 0, y: places.ys[place] ?? 0 },
    );
  };
  const begun = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const area = event.currentTarget as HTMLElement;
    area.setPointerCapture(event.pointerId);
    pressed.current = pointIn(area, event);
  };
  const moved = (event: PointerEvent) => {
    const at = pointIn(event.currentTarget as Element, event);
    const from = pressed.current;
    if (from === undefined) {
      point(index.nearest(at.x, at.y, REACH));
    } else if (drawn !== undefined || isDrag(from, at)) {
      point(undefined);
      setDrawn(meantRectangle(between(from, at), places.field));
    }
  };
  const ended = (event: PointerEvent) => {
    const at = pointIn(event.currentTarget as Element, event);
    const from = pressed.current;
    if (from === undefined) return;
    pressed.current = undefined;
    setDrawn(undefined);
    // From where it is let go: the last move may not be drawn yet.
    if (isDrag(from, at))
      onSelect(selectionIn(places, meantRectangle(between(from, at), places.field)));
    else {
      const place = index.nearest(at.x, at.y, REACH);
      if (place === undefined) onSelect();
      else onOpen(place);
    }
  };
  const left = () => {
    pressed.current = undefined;
    setDrawn(undefined);
  };
  useLayoutEffect(() => {
    const gone = new AbortController();
    window.addEventListener(
      "keydown",
      ({ key }) => {
        if (key !== "Escape") return;
        left();
        onSelect();
      },
      { signal: gone.signal },
    );
    return () => gone.abort();
  }, [onSelect]);
  return (
    <div
      class={isPointing ? "tie-map pointing" : "tie-map"}
      onPointerDown={begun}
      onPointerMove={moved}
      onPointerUp={ended}
      onPointerCancel={left}
      onPointerLeave={() => point(undefined)}
    >
      <canvas ref={canvas} style={{ inlineSize: `${width}px`, blockSize: `${height}px` }} />
      <ChartFrame picture={picture} label={label} width={width} height={height}>
        <MapAxes places={places} unit={unit} />
      </ChartFrame>
      {shown !== undefined && (
        <div
          class="map-rectangle"
          style={{
            left: `${shown.left}px`,
            top: `${shown.top}px`,
            width: `${shown.right - shown.left}px`,
            height: `${shown.bottom - shown.top}px`,
          }}
        />
      )}
    </div>
  );
}
