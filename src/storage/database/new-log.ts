/**
 * Getting away from a damaged log. Chromium goes on writing to the log that it found, and where the end of that was cut off, it cannot read
 * what it wrote behind it the next time (measured in 156). It begins a new log when it has written more than it keeps in memory.
 */
import type { DBSchema } from "idb";
import { openAt, removeAt } from "./place.ts";
import { writing } from "./writing.ts";

const NAME = "filling";

interface FillingSchema extends DBSchema {
  filling: { key: number; value: Uint8Array };
}

/** Larger values lie in files of their own, and not in the log. */
const VALUE_BYTES = 32 * 1024;
const VALUES_AT_ONCE = 32;
/** 8 MB in all: twice what the browser keeps in memory. */
const TIMES = 8;

/** Writes as much as makes the browser begin a new log, and removes it again. @throws DOMException where there is no room, and what else IndexedDB throws */
export async function beginNewLog(): Promise<void> {
  const database = await openAt<FillingSchema>(NAME, {
    version: 1,
    upgrade: (made) => void made.createObjectStore(NAME),
  });
  try {
    for (let time = 0; time < TIMES; time += 1)
      await writing(database, [NAME], async ({ store }) => {
        // Random, as what is all the same is packed.
        const puts = Array.from({ length: VALUES_AT_ONCE }, (_, value) =>
          store.put(crypto.getRandomValues(new Uint8Array(VALUE_BYTES)), value),
        );
        await Promise.all(puts);
      });
  } finally {
    database.close();
    await removeAt(NAME);
  }
}
