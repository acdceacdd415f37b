/**
 * The views of the table that the user had, each under an id: the address of the page names the id, because browsers keep addresses and the
 * words of a view are nobody's business.
 */
import { savedViews } from "./saved-views.ts";
import { keep, kept } from "../../../components/kept-values.ts";

const VIEWS = "peopleViews";

/** Views kept: enough for the way back and for bookmarks of late; the oldest go first. */
const MOST_VIEWS = 60;

type Views = readonly (readonly [id: string, view: unknown])[];

async function views(): Promise<Views> {
  const found = await kept(VIEWS);
  return Array.isArray(found) ? (found as Views) : [];
}

/** The view with this id as it was kept, unchecked; `undefined` without one. */
export async function viewKept(id: string): Promise<unknown> {
  const found = (await views()).find(([one]) => one === id)?.[1];
  // What was saved under a name stays when it is long ago that it was looked at.
  return found ?? (await savedViews()).find((one) => one.id === id)?.view;
}

/** Keeps a view. Answers its id: the same view has the same id as before. */
export async function keepView(view: unknown): Promise<string> {
  const before = await views();
  const text = JSON.stringify(view);
  const known = before.find(([, one]) => JSON.stringify(one) === text)?.[0];
  const id = known ?? crypto.randomUUID().slice(0, 8);
  const others = before.filter(([one]) => one !== id);
  await keep(VIEWS, [...others, [id, view]].slice(-MOST_VIEWS));
  return id;
}
