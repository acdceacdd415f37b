// @vitest-environment jsdom
import { extension } from "../words/extension-of-the-tests.ts";
import { afterEach, expect, test, vi } from "vitest";
import { PopupPlaces } from "../../src/popup/popup-places.tsx";
import { drawn, found, settled } from "../components/drawn.ts";

const { runtime, tabs, extension: views } = extension;
afterEach(() => {
  Object.assign(extension, { runtime, tabs, extension: views });
  Reflect.deleteProperty(extension, "sidebarAction");
});

async function places(): Promise<HTMLElement> {
  const place = drawn(<PopupPlaces />);
  await settled();
  return place;
}

const labels = (place: HTMLElement) =>
  [...place.children].map((one) => one.getAttribute("aria-label"));

/** As a page in no tab: in the sidebar or side panel. */
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

test("Chrome's side panel is asked for when it is wanted, and stays closed without", async () => {
  const told: unknown[] = [];
  let grants = false;
  Object.assign(extension, {
    runtime: { ...runtime, getManifest: () => ({ optional_permissions: ["sidePanel"] }) },
    permissions: {
      request: async (asked: unknown) => {
        told.push(asked);
        return grants;
      },
    },
    windows: { getCurrent: async () => ({ id: 7 }) },
    sidePanel: {
      setOptions: async (options: unknown) => void told.push(options),
      open: async (where: unknown) => void told.push(where),
    },
  });
  const place = await places();
  found(place, "button").click();
  await settled();
  expect(told).toEqual([{ permissions: ["sidePanel"] }]);
  grants = true;
  found(place, "button").click();
  await settled();
  expect(told.slice(2)).toEqual([{ path: "src/popup/index.html", enabled: true }, { windowId: 7 }]);
});
