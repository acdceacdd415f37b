/** An object in canonical form. Written out, as a backup holds millions of fields. */
function objectText(value: object): string {
  let text = "";
  // The order of `sort` is that of UTF-16 code units.
  for (const name of Object.keys(value).sort()) {
    const one = (value as Readonly<Record<string, unknown>>)[name];
    if (one !== undefined)
      text += `${text === "" ? "" : ","}${JSON.stringify(name)}:${canonicalJson(one)}`;
  }
  return `{${text}}`;
}

/**
 * JSON in the canonical form of RFC 8785: no spaces, names of an object sorted by UTF-16 code units, numbers and text as ECMAScript
 * writes them. A lone half of a surrogate pair, which RFC 8785 refuses, is written as `\ud83d`: a page or an archive that cuts a name
 * in the middle of a pictograph must not make the history impossible to export.
 *
 * @throws {TypeError} for what JSON does not have: `undefined` in a list, functions, numbers that are not finite
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) return objectText(value);
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined || (typeof value === "number" && !Number.isFinite(value)))
    throw new TypeError(`JSON has no form for ${String(value)}`);
  return text;
}
