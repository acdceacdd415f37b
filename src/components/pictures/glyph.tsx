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
  beside: "M2.5 3h11v10h-11zM9.5 3v10",
  settings:
    "M2 4.5h5M11 4.5h3M9 2.7a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6zM2 11.5h2M8 11.5h6M6 9.7a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6z",
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
