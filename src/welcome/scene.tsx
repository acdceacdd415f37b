/** Lights on strings between people: near ones bright, far ones dim, one about to go out. */
const LIGHTS = [
  { x: 74, y: 73, size: 5, glow: 0.5 },
  { x: 166, y: 92, size: 9, glow: 1 },
  { x: 262, y: 60, size: 6.5, glow: 0.7 },
  { x: 352, y: 89, size: 11, glow: 1 },
  { x: 452, y: 61, size: 5, glow: 0.25 },
  { x: 540, y: 80, size: 7.5, glow: 0.6 },
] as const;

const POSTS = [
  [20, 34],
  [118, 58],
  [212, 40],
  [306, 52],
  [400, 32],
  [500, 56],
  [620, 28],
] as const;

/** The picture over the first page. */
export function Scene() {
  return (
    <svg class="scene" viewBox="0 0 640 120" aria-hidden="true" focusable="false">
      <path
        d="M20 34Q70 108 118 58Q168 124 212 40Q262 78 306 52Q352 122 400 32Q452 86 500 56Q545 100 620 28"
        fill="none"
        stroke="var(--line-strong)"
        stroke-width="1.5"
      />
      {POSTS.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r="4" fill="var(--line-strong)" />
      ))}
      {LIGHTS.map(({ x, y, size, glow }) => (
        <g key={x}>
          <circle cx={x} cy={y} r={size * 2.6} fill="var(--glow)" opacity={0.2 * glow} />
          <circle cx={x} cy={y} r={size} fill="var(--paper)" />
          <circle
            cx={x}
            cy={y}
            r={size}
            fill="var(--glow)"
            opacity={0.25 + 0.75 * glow}
            stroke="var(--glow)"
          />
        </g>
      ))}
    </svg>
  );
}
