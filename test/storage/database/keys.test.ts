import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { historyKey, keysFrom, rawKey } from "../../../src/storage/database/keys.ts";

test("handles and marks are the halves of a keyed hash, as base64url", async () => {
  const raw = Uint8Array.from({ length: 32 }, (_, place) => place * 7);
  const subjects = Array.from({ length: 200 }, (_, place) => `slug:somebody-example-${place}`);
  const tags = await keysFrom([await historyKey("own", raw)]).tags(subjects);
  for (const subject of subjects) {
    const hash = createHmac("sha256", raw).update(subject).digest();
    expect(tags.get(subject)).toEqual({
      handle: hash.subarray(0, 16).toString("base64url"),
      mark: hash.subarray(16).toString("base64url"),
    });
  }
});

test("the raw key is written as base64url", async () => {
  for (const length of [30, 31, 32]) {
    const raw = Uint8Array.from({ length }, (_, place) => 255 - place * 5);
    expect(await rawKey(await historyKey("own", raw))).toBe(Buffer.from(raw).toString("base64url"));
  }
});
