import type { Action, Outcome, Page, Settings } from "./page.ts";
import { settingsQuery } from "./settings.ts";

/** Asks the site for the page of an address; undefined where there is none. */
export async function askPage(
  path: string,
  settings: Settings,
  signal?: AbortSignal,
): Promise<Page | undefined> {
  const address = `/flagship-web/page?path=${encodeURIComponent(path)}&${settingsQuery(settings)}`;
  const answer = await fetch(address, signal ? { signal } : {});
  if (!answer.ok) return undefined;
  // The server is ours and of the same build, so what it says has the agreed form.
  return (await answer.json()) as Page;
}

/** Asks the site to do something. */
export async function ask(action: Action, settings: Settings): Promise<Outcome | undefined> {
  const answer = await fetch(`/flagship-web/act?${settingsQuery(settings)}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(action),
  });
  return answer.ok ? ((await answer.json()) as Outcome) : undefined;
}
