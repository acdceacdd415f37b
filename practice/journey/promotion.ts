/**
 * The promotional pictures of the stores: a string of lights from warm to cool, as the bands are, in the colours of the interface.
 */

/** In pixels, as both stores want them. */
export const SMALL = { width: 440, height: 280 };
export const LARGE = { width: 1400, height: 560 };

/** The bands' colours on dark ground, from close to acquaintance, as `tokens.css` has them, and how bright each light is. */
const LIGHTS = [
  ["#ff9a5c", 1],
  ["#f4c65a", 0.9],
  ["#cfa6e0", 0.6],
  ["#8fb6ea", 0.45],
  ["#6fc9be", 0.35],
] as const;

const GROUND = "#3a2118";
const STRING = "#e8c9a4";

/** A picture of this size as SVG. */
export function promotion({ width, height }: typeof SMALL): string {
  const large = width > 1000;
  const top = height * 0.12;
  const sag = height * 0.2;
  const scale = large ? 1.5 : 0.78;
  /** How far the string hangs there, for a place from 0 to 1: the curve that is drawn below. */
  const hang = (place: number): number => top + 4 * sag * place * (1 - place);
  const lights = LIGHTS.map(([colour, light], index) => {
    const place = (index + 1) / (LIGHTS.length + 1);
    return bulb(width * place, hang(place), scale, colour, light);
  });
  const title = large ? 104 : 46;
  const words = large ? 38 : 19;
  const below = large ? height * 0.78 : height * 0.79;
  return `
  <svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" style="display:block">
    <rect width="${width}" height="${height}" fill="${GROUND}"/>
    <path d="M0 ${top}Q${width / 2} ${top + 2 * sag} ${width} ${top}" fill="none" stroke="${STRING}" stroke-width="${3 * scale}"/>
    ${lights.join("")}
    <g text-anchor="middle" fill="#fff1d6">
      <text x="${width / 2}" y="${below}" font-family="Georgia, 'Liberation Serif', serif" font-weight="bold" font-size="${title}">Tielight</text>
      <text x="${width / 2}" y="${below + words * 1.7}" font-family="system-ui, sans-serif" font-size="${words}" fill="${STRING}">Whom should I write to this week?</text>
    </g>
  </svg>`;
}

function bulb(x: number, y: number, scale: number, colour: string, light: number): string {
  const id = `glow-${colour.slice(1)}`;
  return `
    <g transform="translate(${x} ${y}) scale(${scale})">
      <radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${0.7 * light}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>
      <circle cy="34" r="${46 + 34 * light}" fill="url(#${id})"/>
      <rect x="-9" y="-3" width="18" height="17" rx="4" fill="${STRING}"/>
      <circle cy="34" r="24" fill="${colour}"/>
      <path d="M-15 30a15.5 15.5 0 0 1 11-11" fill="none" stroke="#fff" stroke-opacity=".75" stroke-width="4" stroke-linecap="round"/>
    </g>`;
}
