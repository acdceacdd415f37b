// @vitest-environment jsdom
import { answerWith, storedValues } from "../../../words/extension-of-the-tests.ts";
import { beforeEach, expect, test } from "vitest";
import { FIRST_VIEW, type PeopleView } from "../../../../src/dashboard/people/views/people-view.ts";
import { viewKept } from "../../../../src/dashboard/people/views/people-views.ts";
import {
  MOST_SAVED,
  type SavedView,
  saveView,
} from "../../../../src/dashboard/people/views/saved-views.ts";
import { SavedViewsBar } from "../../../../src/dashboard/people/views/saved-views-bar.tsx";
import { Toasts } from "../../../../src/components/pieces/toast.tsx";
import { ShownHistory } from "../../../../src/week/written.ts";
import { drawn, found, settled } from "../../../components/drawn.ts";

const clients: PeopleView = { ...FIRST_VIEW, conditions: [{ of: "tag", is: "client" }] };

const saved = (): readonly SavedView[] =>
  (storedValues.get("savedViews") ?? []) as readonly SavedView[];

beforeEach(() => {
  storedValues.clear();
  answerWith({});
  location.hash = "";
});

async function bar(id: string, view = clients, history = "mine"): Promise<HTMLElement> {
  const place = drawn(
    <ShownHistory.Provider value={history}>
      <Toasts>
        <SavedViewsBar id={id} view={view} />
      </Toasts>
    </ShownHistory.Provider>,
  );
  await settled();
  return place;
}

async function name(place: ParentNode, words: string): Promise<void> {
  const field = found<HTMLInputElement>(place, "[name=view-name]");
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
  found(place, "[name=view-save]").click();
  await settled();
}

const press = async (place: ParentNode, button: string) => {
  found(place, `[name=${button}]`).click();
  await settled();
};

const links = (place: ParentNode) =>
  [...place.querySelectorAll<HTMLAnchorElement>("nav a")].map((link) => [
    link.textContent,
    link.getAttribute("href"),
    link.getAttribute("aria-current"),
  ]);

test("a view is saved under a name; the address has its id and not the name", async () => {
  const place = await bar("all");
  await press(place, "save-view");
  await name(place, "  Clients ");
  const [view] = saved();
  expect(view).toMatchObject({ history: "mine", name: "Clients", view: clients });
  expect(location.hash).toBe(`#people/${view?.id}`);
  expect(links(await bar(view?.id ?? ""))).toEqual([["Clients", `#people/${view?.id}`, "true"]]);
});

test("a saved view is renamed in its place, deleted, and brought back", async () => {
  await saveView({ history: "mine", id: "a1", name: "Clients", view: clients });
  await saveView({ history: "mine", id: "b2", name: "Friends", view: FIRST_VIEW });
  const place = await bar("a1");
  await press(place, "change-view");
  await name(place, "Customers");
  expect(saved().map((one) => one.name)).toEqual(["Customers", "Friends"]);
  await press(place, "change-view");
  await press(place, "delete-view");
  expect(saved().map((one) => one.name)).toEqual(["Friends"]);
  found(place, ".toast .button").click();
  await settled();
  expect(
    saved()
      .map((one) => one.name)
      .toSorted(),
  ).toEqual(["Customers", "Friends"]);
});

test("where there are as many views as there may be, none is lost: another one is refused, and it is said why", async () => {
  for (let count = 0; count < MOST_SAVED; count += 1)
    await saveView({ history: "mine", id: `v${count}`, name: `View ${count}`, view: clients });
  expect(await saveView({ history: "mine", id: "more", name: "One more", view: clients })).toBe(
    false,
  );
  const place = await bar("all");
  await press(place, "save-view");
  expect(place.querySelector("[name=view-name]")).toBeNull();
  expect(place.textContent).toContain("There are 50 saved views");
  expect(saved().map(({ id }) => id)).toEqual(
    Array.from({ length: MOST_SAVED }, (_, count) => `v${count}`),
  );
  // Another name for one of them, and views of another history, are no addition to these.
  expect(await saveView({ history: "mine", id: "v3", name: "Third", view: clients })).toBe(true);
  expect(await saveView({ history: "other", id: "a", name: "A", view: clients })).toBe(true);
});

test("each history has views of its own", async () => {
  await saveView({ history: "other", id: "a1", name: "Clients", view: clients });
  expect(links(await bar("a1"))).toEqual([]);
});

test("a saved view is there when the views looked at of late no longer hold it", async () => {
  await saveView({ history: "mine", id: "a1", name: "Clients", view: clients });
  expect(await viewKept("a1")).toEqual(clients);
  expect(await viewKept("b2")).toBeUndefined();
});
