function varint(value: bigint): number[] {
  const bytes: number[] = [];
  let left = value;
  while (left > 127n) {
    bytes.push(Number(left & 127n) | 128);
    left >>= 7n;
  }
  bytes.push(Number(left));
  return bytes;
}

/** The key under which the current feed keeps a post's comment tools: base64url of a small binary form of its id. */
export function postKey(id: string): string {
  const inner = [8, ...varint(BigInt(id) << 1n)];
  return btoa(String.fromCharCode(10, inner.length, ...inner))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
