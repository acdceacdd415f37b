const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xed_b8_83_20 : rest >>> 1;
  return rest;
});

/**
 * The CRC-32 checksum of ISO 3309, as ZIP and PNG use it. It finds damage, not forgery.
 *
 * @param before the checksum of all bytes that come before these
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let rest = ~before;
  for (let place = 0; place < bytes.length; place += 1)
    rest = (TABLE[(rest ^ (bytes[place] ?? 0)) & 0xff] ?? 0) ^ (rest >>> 8);
  return ~rest >>> 0;
}

/** A checksum as eight hexadecimal digits. */
export const crcText = (checksum: number): string => checksum.toString(16).padStart(8, "0");
