/**
 * JSON in the canonical form of RFC 8785: no spaces, names of an object sorted by UTF-16 code units, numbers and text as ECMAScript
 * writes them. A lone half of a surrogate pair, which RFC 8785 refuses, is written as `\ud83d`: a page or an archive that cuts a name
 * in the middle of a pictograph must not make the history impossible to export.
 *
 * @throws {TypeError} for what JSON does not have: `undefined` in a list, functions, numbers that are not finite
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => `${JSON.stringify(name)}:${canonicalJson(one)}`)
      .join(",")}}`;
  }
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined || (typeof value === "number" && !Number.isFinite(value)))
    throw new TypeError(`JSON has no form for ${String(value)}`);
  return text;
}
