/** Bytes as base64 without padding, as it stands in sealed files. */
export const base64 = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replaceAll("=", "");

/** The bytes of {@link base64}. @throws DOMException or RangeError where it is something else: each text stands for other bytes */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  if (base64(bytes) !== text) throw new RangeError("It is no base64 of these bytes");
  return bytes;
}
