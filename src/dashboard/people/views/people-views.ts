/**
 * The views of the table that the user had, each under an id: the address of the page names the id, because browsers keep addresses and the
 * words of a view are nobody's business.
 */
import { savedViews } from "./saved-views.ts";
import { changeKeptValue, kept } from "../../../components/kept-values.ts";

const VIEWS = "peopleViews";

/** Views kept: enough for the way back and for bookmarks of late; the oldest go first. */
const MOST_VIEWS = 60;

type Views = readonly (readonly [id: string, view: unknown])[];

const asViews = (value: unknown): Views => (Array.isArray(value) ? (value as Views) : []);

/** The view with this id as it was kept, unchecked; `undefined` without one. */
export async function viewKept(id: string): Promise<unknown> {
  const found = asViews(await kept(VIEWS)).find(([one]) => one === id)?.[1];
  // What was saved under a name stays when it is long ago that it was looked at.
  return found ?? (await savedViews()).find((one) => one.id === id)?.view;
}

/** Keeps a view. Answers its id: the same view has the same id as before. */
export async function keepView(view: unknown): Promise<string> {
  const text = JSON.stringify(view);
  let id = "";
  await changeKeptValue(VIEWS, (all) => {
    const before = asViews(all);
    const known = before.find(([, one]) => JSON.stringify(one) === text)?.[0];
    id = known ?? crypto.randomUUID().slice(0, 8);
    return [...before.filter(([one]) => one !== id), [id, view]].slice(-MOST_VIEWS);
  });
  return id;
}
