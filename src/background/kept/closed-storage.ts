/**
 * Closing extension storage to the script on the site, which a page may take over. Chrome can; Firefox has no such call (measured in
 * 153), so there nothing lies in `storage.local` that anything hangs on.
 */
import { browser } from "../../browser.ts";

type Closable = {
  readonly setAccessLevel?: (asked: { readonly accessLevel: string }) => Promise<void>;
};

/** Whether `storage.local` can be closed to the script on the site. */
export const isStorageClosable = (): boolean =>
  (browser.storage.local as Closable).setAccessLevel !== undefined;

/** Closes extension storage to everything but our own pages and the background, where the browser can. */
export async function closeStorage(): Promise<void> {
  for (const area of [browser.storage.local, browser.storage.session] as readonly Closable[])
    await area.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}
