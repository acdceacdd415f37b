import type { ComponentChildren, RefObject } from "preact";
import { numberText } from "../../words/text.ts";
import { roundStep, type Scale } from "./scale.ts";

interface ChartFrameProps {
  readonly picture: RefObject<SVGSVGElement | null>;
  /** What the picture shows, for those who do not see it. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** Something inside leads on, so it has to be reached by keyboard. */
  readonly isGroup?: boolean;
  readonly children: ComponentChildren;
}

/** The field that a picture is drawn on. */
export function ChartFrame({ picture, label, width, height, isGroup, children }: ChartFrameProps) {
  return (
    <svg
      ref={picture}
      class="chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role={isGroup ? "group" : "img"}
      aria-label={label}
    >
      {children}
    </svg>
  );
}

interface CountAxisProps {
  /** Places of numbers. */
  readonly scale: Scale;
  readonly most: number;
  /** Steps at most. */
  readonly steps: number;
  /** Where the lines begin and end. */
  readonly from: number;
  readonly to: number;
}

/** Lines at round numbers, with the numbers at their beginning. */
export function CountAxis({ scale, most, steps, from, to }: CountAxisProps) {
  const step = roundStep(most, steps);
  const values = Array.from({ length: Math.floor(most / step) + 1 }, (_, place) => place * step);
  const aside = to > from ? -6 : 6;
  return (
    <>
      {values.map((value) => (
        <path
          key={`line ${value}`}
          class="chart-line"
          d={`M${from} ${Math.round(scale.at(value)) + 0.5}H${to}`}
        />
      ))}
      {values.map((value) => (
        <text
          key={value}
          class="chart-text"
          x={from + aside}
          y={scale.at(value) + 4}
          text-anchor="end"
        >
          {numberText(value)}
        </text>
      ))}
    </>
  );
}
