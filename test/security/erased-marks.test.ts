/** Of an erased person a mark stays. Somebody who has the database, but not the keys of the browser, cannot guess whose it is. */
import { expect, test } from "vitest";
import { historyKey, keysFrom } from "../../src/storage/database/keys.ts";

const ALIAS = "slug:alex-example";
const raw = (byte: number): Uint8Array<ArrayBuffer> => new Uint8Array(32).fill(byte);

test("the keys of a history cannot be read out of the browser", async () => {
  const { hmac, sealed } = await historyKey("own", raw(1));
  for (const key of [hmac, sealed.by]) {
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow(/extractable/);
  }
  const stored = Buffer.from(new Uint8Array(sealed.bytes)).toString("hex");
  expect(stored).not.toContain(Buffer.from(raw(1)).toString("hex"));
});

test("the mark of an alias is another one in each history, and no plain hash of it", async () => {
  const marks = await Promise.all(
    [1, 2].map(async (byte) => {
      const keys = keysFrom([await historyKey("own", raw(byte))]);
      return (await keys.marks([ALIAS])).get(ALIAS) ?? [];
    }),
  );
  const [one = [], other = []] = marks;
  expect(one).toHaveLength(1);
  expect(one).not.toEqual(other);
  const plain = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(ALIAS));
  expect(Buffer.from(plain).toString("base64url")).not.toContain(one[0]);
});
