/** The few signs of the interface, drawn on a field of 16 by 16: those of a person's card, which the script on the site carries too. */
export const CARD_SIGNS = {
  close: "M4 4l8 8M12 4l-8 8",
  in: "M13 8H3M7 4L3 8l4 4",
  out: "M3 8h10M9 4l4 4-4 4",
  both: "M2 8h12M5 5L2 8l3 3M11 5l3 3-3 3",
} as const;

/** Those of our own pages alone. */
export const PAGE_SIGNS = {
  away: "M6.5 3.5H3.5v9h9v-3M9 3h4v4M13 3L7.5 8.5",
  back: "M10 3L5 8l5 5",
  fold: "M5 6.5L8 9.5l3-3",
  done: "M3 8.5l3.5 3.5L13 4.5",
  more: "M3.2 8h.1M8 8h.1M12.8 8h.1",
  note: "M3 13l.7-2.9L10.6 3.2l2.2 2.2L5.9 12.3z",
  seen: "M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 6.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6z",
  hidden: "M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM3 13.5L13 2.5",
} as const;

interface GlyphProps {
  /** The path of a sign. */
  readonly sign: string;
  /** Whether it points along the line of text, and turns with it. */
  readonly sideways?: boolean;
  readonly class?: string;
}

/** A sign; decoration, so what it says has to be said in words as well. */
export function Glyph({ sign, sideways, class: extra = "" }: GlyphProps) {
  return (
    <svg
      class={`glyph ${extra}${sideways ? " sideways" : ""}`}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={sign}
        fill="none"
        stroke="currentColor"
        stroke-width="1.7"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
