/** The few signs of the interface, drawn on a field of 16 by 16. */
const PATHS = {
  close: "M4 4l8 8M12 4l-8 8",
  in: "M13 8H3M7 4L3 8l4 4",
  out: "M3 8h10M9 4l4 4-4 4",
  away: "M6.5 3.5H3.5v9h9v-3M9 3h4v4M13 3L7.5 8.5",
  beside: "M2.5 3h11v10h-11zM9.5 3v10",
  settings:
    "M2 4.5h5M11 4.5h3M9 2.7a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6zM2 11.5h2M8 11.5h6M6 9.7a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6z",
  both: "M2 8h12M5 5L2 8l3 3M11 5l3 3-3 3",
} as const;

/** Those that point along the line of text, and turn with it. */
const SIDEWAYS: ReadonlySet<string> = new Set(["in", "out", "away", "beside"]);

/** A sign; decoration, so what it says has to be said in words as well. */
export function Glyph({
  name,
  class: extra = "",
}: {
  readonly name: keyof typeof PATHS;
  readonly class?: string;
}) {
  return (
    <svg
      class={`glyph ${extra}${SIDEWAYS.has(name) ? " sideways" : ""}`}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.7"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
