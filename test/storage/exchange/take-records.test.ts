/** What another copy says comes in while pages go on being recorded. */
import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import { exportedRecords } from "../../../src/storage/exchange/exported-records.ts";
import { takeRecords } from "../../../src/storage/exchange/take-records.ts";
import { record } from "../../../src/storage/records/record.ts";
import { storedRevision } from "../../../src/storage/view/about.ts";
import { happened, histories, on } from "../seen.ts";

const { empty, close } = histories();
afterEach(close);

test("records are taken in while others are written, and neither is lost", async () => {
  const [there, here] = [await empty(), await empty()];
  const many = Array.from({ length: 50 }, (_, place) => happened([`slug:there-${place}`], 100));
  await record(there, many, on(100));
  async function* parts() {
    let after: string | undefined;
    do {
      const part = await exportedRecords(there, { after, atMost: 1000, erased: true });
      yield part.records;
      after = part.next;
    } while (after !== undefined);
  }
  const taken = takeRecords(here, parts(), {}, on(101));
  for (let place = 0; place < 30; place += 1)
    await record(here, [happened([`slug:here-${place}`], 100)], on(101));
  await taken;
  expect(await here.getAll("people")).toHaveLength(80);
  expect(await here.getAll("staged")).toEqual([]);
  // What is known already changes nothing.
  const revision = await storedRevision(here);
  await takeRecords(here, parts(), {}, on(102));
  expect(await storedRevision(here)).toBe(revision);
  expect(await here.getAll("staged")).toEqual([]);
});
