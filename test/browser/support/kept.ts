/**
 * What the extension keeps beside its history, looked at from its background.
 */
import type { BrowserDriver } from "../../../practice/browser/browser-driver.ts";
import { eventually } from "../../../practice/browser/within.ts";

/** How many interactions wait to be delivered, how many the histories hold, and how many histories there are. */
export interface Kept {
  readonly waiting: number;
  readonly held: number;
  readonly histories: number;
}

/** Counts what waits to be recorded, and what all histories hold, in their databases. */
export function kept(browser: BrowserDriver): Promise<Kept> {
  return browser.evaluateInBackground(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(new Error(request.error?.message)));
      });
    const read = async <T>(
      name: string,
      store: string,
      ask: (of: IDBObjectStore) => IDBRequest<T>,
    ): Promise<T> => {
      const database = await done(indexedDB.open(name));
      try {
        return await done(ask(database.transaction(store).objectStore(store)));
      } finally {
        database.close();
      }
    };
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    if (!names.includes("tielight")) return { waiting: 0, held: 0, histories: 0 };
    const entries: unknown[] = await read("tielight", "outbox", (of) => of.getAll());
    const waiting = entries
      .flatMap((entry) => Object(entry)["sightings"] as readonly { readonly what?: string }[])
      .filter(({ what }) => what === "interaction").length;
    const listed: unknown = await read("tielight", "kept", (of) => of.get("histories"));
    let held = 0;
    for (const name of names.filter((one) => one.startsWith("history-"))) {
      const counts: unknown = await read(name, "about", (of) => of.get("counts"));
      held += Number(Object(counts)["interactions"] ?? 0);
    }
    return { waiting, held, histories: Number(Object(Object(listed)["histories"]).length ?? 0) };
  });
}

/** A value of those that the background keeps beside the histories; `undefined` where none is kept. */
export function keptValue(browser: BrowserDriver, key: string): Promise<unknown> {
  return browser.evaluateInBackground(async (wanted) => {
    // To open it would make one.
    if (!(await indexedDB.databases()).some(({ name }) => name === "tielight")) return undefined;
    return new Promise<unknown>((resolve, reject) => {
      const opening = indexedDB.open("tielight");
      opening.addEventListener("error", () => reject(new Error(opening.error?.message)));
      opening.addEventListener("success", () => {
        const database = opening.result;
        const asking = database.transaction("kept").objectStore("kept").get(wanted);
        asking.addEventListener("success", () => resolve(asking.result));
        asking.addEventListener("error", () => reject(new Error(asking.error?.message)));
        database.close();
      });
    });
  }, key);
}

/** Waits until a page has said that the member with this slug is signed in. */
export async function signedInAtLast(browser: BrowserDriver, slug: string): Promise<void> {
  await eventually(60_000, `${slug} to be signed in`, async () => {
    const listed = Object(await keptValue(browser, "histories").catch(() => undefined));
    const { certain, awaited, current, histories } = listed as Readonly<Record<string, unknown>>;
    const used = Array.isArray(histories)
      ? histories.filter((one: { readonly name?: string }) => one.name === current)
      : [];
    return certain === true && JSON.stringify([awaited, used]).includes(`"slug:${slug}"`);
  });
}

/** Asks again and again, also while the background is being ended, until what is kept is as wished. */
export async function keptAtLast(
  browser: BrowserDriver,
  what: string,
  isReached: (now: Kept) => boolean,
  longestMs = 60_000,
): Promise<void> {
  let now: Kept | undefined;
  for (const end = Date.now() + longestMs; Date.now() < end;) {
    now = await kept(browser).catch(() => now);
    if (now !== undefined && isReached(now)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited ${longestMs / 1000} s for ${what}; kept is ${JSON.stringify(now)}`);
}
