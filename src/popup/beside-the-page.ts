/**
 * The popup's page beside the page one is on: Firefox has a sidebar for that, Chrome a side panel.
 */
import { browser } from "../browser.ts";
import { POPUP } from "../components/own-pages.ts";

/** What of Chrome's interface is used here; the types of both browsers' common interface do not have it. */
interface SidePanel {
  setOptions(options: { readonly path: string; readonly enabled: true }): Promise<void>;
  open(where: { readonly windowId: number }): Promise<void>;
}

/** Where the popup's page is shown. */
type Place = "popup" | "tab" | "beside";

/** Whether this page is the popup of the toolbar icon. */
export const isPopup = (): boolean =>
  browser.extension.getViews({ type: "popup" }).includes(window);

/** Where this page is shown. */
export async function place(): Promise<Place> {
  if (isPopup()) return "popup";
  // A sidebar or side panel is in no tab.
  return (await browser.tabs.getCurrent()) === undefined ? "beside" : "tab";
}

/** Opens the page beside the one in this window. Only after the user asked for it: browsers refuse it otherwise. */
async function openSidePanel(): Promise<void> {
  // Chrome grants this without a question. It is asked for only now, so that whoever never wants it never gives it.
  const asked = { permissions: ["sidePanel"] } as unknown as Parameters<
    typeof browser.permissions.request
  >[0];
  if (!(await browser.permissions.request(asked))) return;
  const { sidePanel } = browser as unknown as { readonly sidePanel: SidePanel };
  await sidePanel.setOptions({ path: POPUP.slice(1), enabled: true });
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await sidePanel.open({ windowId: id });
}

/** Opens the page beside the one in this window; `undefined` where the browser has no place for that, as on phones. */
export function openBeside(): (() => Promise<void>) | undefined {
  const { sidebarAction } = browser as Partial<typeof browser>;
  if (sidebarAction) return () => sidebarAction.open();
  const optional = browser.runtime.getManifest().optional_permissions ?? [];
  return optional.some((one) => String(one) === "sidePanel") ? openSidePanel : undefined;
}
