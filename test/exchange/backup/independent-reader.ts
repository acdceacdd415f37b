/**
 * A reader of sealed backups as somebody else would write it, after docs/formats/backup.md: it shares no code with Tielight.
 */
import {
  createDecipheriv,
  createHmac,
  hkdfSync,
  scryptSync,
  timingSafeEqual,
  type CipherChaCha20Poly1305Types,
} from "node:crypto";
import { gunzipSync } from "node:zlib";

const CIPHER: CipherChaCha20Poly1305Types = "chacha20-poly1305";
const TAG_BYTES = 16;
const CHUNK_BYTES = 64 * 1024 + TAG_BYTES;

function opened(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  const cipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([cipher.update(sealed.subarray(0, -TAG_BYTES)), cipher.final()]);
}

const derived = (key: Buffer, salt: Buffer, info: string): Buffer =>
  Buffer.from(hkdfSync("sha256", key, salt, info, 32));

/** The lines of the history in a sealed backup. @throws for a wrong passphrase, and for everything that is not as it has to be */
export function linesOfSealed(file: Buffer, passphrase: string): readonly string[] {
  const [header = ""] = /^age-encryption\.org\/v1\n[^\n]*\n[^\n]*\n---[^\n]*\n/.exec(
    file.toString("latin1"),
  ) ?? [""];
  const [, stanza = "", sealedKey = "", end = ""] = header.split("\n");
  const [arrow, kind, salt = "", work = ""] = stanza.split(" ");
  if (arrow !== "->" || kind !== "scrypt") throw new Error("It is not sealed with a passphrase");

  const keyOfStanza = scryptSync(
    passphrase.normalize("NFC"),
    Buffer.concat([Buffer.from("age-encryption.org/v1/scrypt"), Buffer.from(salt, "base64")]),
    32,
    { N: 2 ** Number(work), r: 8, p: 1, maxmem: 2 ** 31 },
  );
  const fileKey = opened(keyOfStanza, Buffer.alloc(12), Buffer.from(sealedKey, "base64"));

  const mac = createHmac("sha256", derived(fileKey, Buffer.alloc(0), "header"))
    .update(header.slice(0, header.indexOf("---") + 3))
    .digest();
  if (!timingSafeEqual(mac, Buffer.from(end.slice(4), "base64")))
    throw new Error("The header is damaged");

  const nonceBytes = file.subarray(header.length, header.length + 16);
  const payload = file.subarray(header.length + 16);
  const key = derived(fileKey, nonceBytes, "payload");
  const chunks: Buffer[] = [];
  for (let start = 0; start < payload.length; start += CHUNK_BYTES) {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(chunks.length, 7);
    nonce[11] = start + CHUNK_BYTES >= payload.length ? 1 : 0;
    chunks.push(opened(key, nonce, payload.subarray(start, start + CHUNK_BYTES)));
  }
  return gunzipSync(Buffer.concat(chunks)).toString("utf8").trimEnd().split("\n");
}
