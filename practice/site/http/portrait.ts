/** An invented portrait as SVG: one of 48, a quiet shape on a colour. */
export function portrait(number: number): string {
  const hue = (number * 47) % 360;
  const shoulder = 30 + (number % 5) * 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="hsl(${hue} 38% 78%)"/><circle cx="32" cy="25" r="${10 + (number % 3)}" fill="hsl(${hue} 30% 42%)"/><ellipse cx="32" cy="62" rx="${shoulder - 8}" ry="22" fill="hsl(${(hue + 40) % 360} 30% 36%)"/></svg>`;
}
