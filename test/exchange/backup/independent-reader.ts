/**
 * A reader of sealed backups as somebody else would write it, after docs/formats/backup.md: it shares no code with Tielight.
 */
import {
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
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

/** The first lines of a sealed file: each way to its key, what the checksum is of, and where they end. */
function headerOf(file: Buffer) {
  const text = file.toString("latin1");
  const [header = ""] = /^age-encryption\.org\/v1\n(?:(?!---)[^\n]*\n)+---[^\n]*\n/.exec(text) ?? [
    "",
  ];
  const lines = header.split("\n").slice(1, -2);
  const stanzas: { readonly args: readonly string[]; body: string }[] = [];
  for (const line of lines) {
    if (line.startsWith("-> ")) stanzas.push({ args: line.slice(3).split(" "), body: "" });
    else stanzas.at(-1)!.body += line;
  }
  const summed = header.slice(0, header.indexOf("---") + 3);
  return { stanzas, summed, end: header.slice(summed.length + 1, -1), length: header.length };
}

function payloadOf(file: Buffer, fileKey: Buffer): Buffer {
  const { summed, end, length } = headerOf(file);
  const mac = createHmac("sha256", derived(fileKey, Buffer.alloc(0), "header"))
    .update(summed)
    .digest();
  if (!timingSafeEqual(mac, Buffer.from(end, "base64"))) throw new Error("The header is damaged");
  const key = derived(fileKey, file.subarray(length, length + 16), "payload");
  const payload = file.subarray(length + 16);
  const chunks: Buffer[] = [];
  for (let start = 0; start < payload.length; start += CHUNK_BYTES) {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(chunks.length, 7);
    nonce[11] = start + CHUNK_BYTES >= payload.length ? 1 : 0;
    chunks.push(opened(key, nonce, payload.subarray(start, start + CHUNK_BYTES)));
  }
  return Buffer.concat(chunks);
}

/** What is in a file that is sealed with a passphrase. */
function openedWithPassphrase(file: Buffer, passphrase: string): Buffer {
  const [stanza] = headerOf(file).stanzas;
  const [kind, salt = "", work = ""] = stanza?.args ?? [];
  if (kind !== "scrypt") throw new Error("It is not sealed with a passphrase");
  const keyOfStanza = scryptSync(
    passphrase.normalize("NFC"),
    Buffer.concat([Buffer.from("age-encryption.org/v1/scrypt"), Buffer.from(salt, "base64")]),
    32,
    { N: 2 ** Number(work), r: 8, p: 1, maxmem: 2 ** 31 },
  );
  const fileKey = opened(keyOfStanza, Buffer.alloc(12), Buffer.from(stanza!.body, "base64"));
  return payloadOf(file, fileKey);
}

const lines = (packed: Buffer): readonly string[] =>
  gunzipSync(packed).toString("utf8").trimEnd().split("\n");

/** The lines of the history in a sealed backup. @throws for a wrong passphrase, and for everything that is not as it has to be */
export const linesOfSealed = (file: Buffer, passphrase: string): readonly string[] =>
  lines(openedWithPassphrase(file, passphrase));

/** The 32 bytes in `AGE-SECRET-KEY-1…`, written in Bech32 (BIP 173). Its checksum is left to the seal around it. */
function secretIn(identity: string): Buffer {
  const signs = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  const [, data = ""] = /^age-secret-key-1([^\s]+)$/m.exec(identity.toLowerCase()) ?? [];
  const bits = Array.from(data.slice(0, -6), (sign) =>
    signs.indexOf(sign).toString(2).padStart(5, "0"),
  ).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

const PRIVATE = Buffer.from("302e020100300506032b656e04220420", "hex");
const PUBLIC = Buffer.from("302a300506032b656e032100", "hex");

/** The lines of the history in a file of a sealed folder; its key is taken from its first lines. @throws see {@link linesOfSealed} */
export function linesOfFolderFile(file: Buffer, passphrase: string): readonly string[] {
  const { stanzas } = headerOf(file);
  const [key] = stanzas.filter(({ args: [kind] }) => kind === "tielight-key");
  const keyFile = Buffer.from(key?.body ?? "", "base64");
  if (createHash("sha256").update(keyFile).digest("hex").slice(0, 8) !== key?.args[1])
    throw new Error("The key is damaged");
  const secret = createPrivateKey({
    key: Buffer.concat([PRIVATE, secretIn(openedWithPassphrase(keyFile, passphrase).toString())]),
    format: "der",
    type: "pkcs8",
  });
  const recipient = createPublicKey(secret).export({ format: "der", type: "spki" }).subarray(-32);
  for (const { args, body } of stanzas.filter(({ args: [kind] }) => kind === "X25519")) {
    const share = Buffer.from(args[1] ?? "", "base64");
    const publicKey = createPublicKey({
      key: Buffer.concat([PUBLIC, share]),
      format: "der",
      type: "spki",
    });
    const keyOfStanza = derived(
      diffieHellman({ privateKey: secret, publicKey }),
      Buffer.concat([share, recipient]),
      "age-encryption.org/v1/X25519",
    );
    try {
      const fileKey = opened(keyOfStanza, Buffer.alloc(12), Buffer.from(body, "base64"));
      return lines(payloadOf(file, fileKey));
    } catch (error) {
      // It may be for another key.
      if (stanzas.filter(({ args: [kind] }) => kind === "X25519").at(-1)?.body === body)
        throw error;
    }
  }
  throw new Error("It is not sealed for a key");
}
