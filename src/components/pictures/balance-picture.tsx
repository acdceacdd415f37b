import { BANDS, type Band } from "../../domain/tie/band.ts";

/** Lights in the picture. */
const LIGHTS = 60;

/** How many lights each band gets: shares rounded so that they add up, and nobody who exists disappears. */
export function lights(counts: Readonly<Record<Band, number>>): readonly Band[] {
  const people = BANDS.reduce((sum, band) => sum + counts[band], 0);
  if (people === 0) return [];
  const shares = BANDS.map((band) => ({ band, exact: (counts[band] / people) * LIGHTS }));
  const given = shares.map(({ band, exact }) => ({
    band,
    rest: exact - Math.floor(exact),
    lit: counts[band] > 0 ? Math.max(1, Math.floor(exact)) : 0,
  }));
  let left = LIGHTS - given.reduce((sum, { lit }) => sum + lit, 0);
  for (const one of given.toSorted((a, b) => b.rest - a.rest)) {
    if (left <= 0) break;
    if (one.lit === 0) continue;
    one.lit += 1;
    left -= 1;
  }
  const largest = given.reduce((a, b) => (b.lit > a.lit ? b : a));
  largest.lit += left;
  return given.flatMap(({ band, lit }) => Array.from({ length: lit }, () => band));
}

/** How large and how bright a light is. */
const SIZES: Record<Band, number> = {
  close: 5,
  "in-touch": 4.2,
  fading: 3.6,
  dormant: 3,
  acquaintance: 2.6,
  "not-talked": 1.8,
  unknown: 1.8,
};

/** Everybody as sixty lights on five strings, the warmest first. The table beside it says the same in numbers. */
export function BalancePicture({ counts }: { readonly counts: Readonly<Record<Band, number>> }) {
  const perString = 12;
  return (
    <svg class="balance-picture" viewBox="0 0 300 128" aria-hidden="true" focusable="false">
      {[0, 1, 2, 3, 4].map((string) => (
        <path
          key={string}
          d={`M4 ${10 + string * 24}Q150 ${26 + string * 24} 296 ${10 + string * 24}`}
          fill="none"
          stroke="var(--line-strong)"
          stroke-width=".75"
        />
      ))}
      {lights(counts).map((band, light) => {
        const along = ((light % perString) + 0.5) / perString;
        const x = 4 + along * 292;
        const y = 10 + Math.floor(light / perString) * 24 + 32 * along * (1 - along) * 1;
        return (
          <circle
            key={light}
            cx={x}
            cy={y + SIZES[band]}
            r={SIZES[band]}
            fill={
              band === "not-talked" || band === "unknown" ? "var(--paper)" : `var(--band-${band})`
            }
            stroke={`var(--band-${band})`}
          />
        );
      })}
    </svg>
  );
}
