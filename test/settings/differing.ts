/**
 * By which single values two settings differ.
 */

/** Each single value of a setting, with the way to it. */
function valuesIn(value: unknown, path: string): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.map((one) => [`${path}.${String(one)}`, true]);
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, one]) => valuesIn(one, `${path}.${key}`));
}

/** The ways to the values that are not the same in both, such as `.preferences.callOn`. */
export function differing(one: object, other: object): readonly string[] {
  const [a, b] = [new Map(valuesIn(one, "")), new Map(valuesIn(other, ""))];
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path));
}
