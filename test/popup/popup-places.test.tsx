// @vitest-environment jsdom
import { extension } from "../words/extension-of-the-tests.ts";
import { afterEach, expect, test, vi } from "vitest";
import { placeNow } from "../../src/popup/place/beside-the-page.ts";
import { PopupPlaces } from "../../src/popup/popup-places.tsx";
import { drawn, found, settled } from "../components/drawn.ts";

const { runtime, tabs, extension: views } = extension;
const windows = { getCurrent: async () => ({ id: 7 }) };
afterEach(() => {
  Object.assign(extension, { runtime, tabs, extension: views });
  Reflect.deleteProperty(extension, "sidebarAction");
  Reflect.deleteProperty(extension, "sidePanel");
  Reflect.deleteProperty(extension, "windows");
});

async function places(): Promise<HTMLElement> {
  const place = drawn(<PopupPlaces {...await placeNow()} />);
  await settled();
  return place;
}

const labels = (place: HTMLElement) =>
  [...place.querySelectorAll(".menu-choice")].map((one) => one.textContent);

/** As a page in no tab: in the sidebar. */
const inNoTab = { getCurrent: async () => undefined };

test("a popup leads to a tab and, where the browser has one, to the sidebar", async () => {
  Object.assign(extension, { extension: { getViews: () => [window] }, tabs: inNoTab });
  expect(labels(await places())).toEqual(["Open in a tab"]);
  let opened = 0;
  const closing = vi.spyOn(window, "close").mockReturnValue(undefined);
  Object.assign(extension, { sidebarAction: { open: async () => void (opened += 1) } });
  const place = await places();
  expect(labels(place)).toEqual(["Keep open beside the page", "Open in a tab"]);
  found(place, "button").click();
  await settled();
  expect([opened, closing.mock.calls.length]).toEqual([1, 1]);
});

test("a page in a tab leads to the sidebar only, and one in the sidebar to a tab only", async () => {
  Object.assign(extension, { sidebarAction: { open: async () => {} } });
  expect(labels(await places())).toEqual(["Keep open beside the page"]);
  Object.assign(extension, { tabs: inNoTab });
  expect(labels(await places())).toEqual(["Open in a tab"]);
});

test("Chrome's side panel opens in the window of the page, and in it there is only the way to a tab", async () => {
  const opened: unknown[] = [];
  Object.assign(extension, {
    windows,
    sidePanel: { open: async (where: unknown) => void opened.push(where) },
  });
  const place = await places();
  expect(labels(place)).toEqual(["Keep open beside the page"]);
  found(place, "button").click();
  // In the moment of the click: Chrome opens it only then.
  expect(opened).toEqual([{ windowId: 7 }]);
  Object.assign(extension, { tabs: inNoTab });
  expect(labels(await places())).toEqual(["Open in a tab"]);
});
