import { BANDS, type Band } from "../../domain/tie/band.ts";

/** The most lights in the picture, and on each of its strings. */
export const MOST_LIGHTS = 60;
const LIGHTS_PER_STRING = 12;

/**
 * How many lights each band gets, the warmest band first. Up to sixty people are a light each. More than that share sixty lights: rounded so that they
 * add up, and no band with somebody in it is without a light.
 */
export function lights(counts: Readonly<Record<Band, number>>): readonly Band[] {
  const people = BANDS.reduce((sum, band) => sum + counts[band], 0);
  if (people === 0) return [];
  const all = Math.min(people, MOST_LIGHTS);
  const shares = BANDS.map((band) => ({ band, exact: (counts[band] / people) * all }));
  const given = shares.map(({ band, exact }) => ({
    band,
    rest: exact - Math.floor(exact),
    lit: counts[band] > 0 ? Math.max(1, Math.floor(exact)) : 0,
  }));
  let left = all - given.reduce((sum, { lit }) => sum + lit, 0);
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

/** Everybody as lights on strings, the warmest first. The table beside it says the same in numbers. */
export function BalancePicture({ counts }: { readonly counts: Readonly<Record<Band, number>> }) {
  const lit = lights(counts);
  const strings = Math.ceil(lit.length / LIGHTS_PER_STRING);
  // Strings of equal length carry equally many lights, so that the last one does not hang empty.
  const perString = Math.ceil(lit.length / Math.max(1, strings));
  return (
    <svg
      class="balance-picture"
      viewBox={`0 0 300 ${8 + strings * 24}`}
      aria-hidden="true"
      focusable="false"
    >
      {Array.from({ length: strings }, (_, string) => (
        <path
          key={string}
          d={`M4 ${10 + string * 24}Q150 ${26 + string * 24} 296 ${10 + string * 24}`}
          fill="none"
          stroke="var(--line-strong)"
          stroke-width=".75"
        />
      ))}
      {lit.map((band, light) => {
        const along = ((light % perString) + 0.5) / perString;
        const x = 4 + along * 292;
        const y = 10 + Math.floor(light / perString) * 24 + 32 * along * (1 - along);
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
