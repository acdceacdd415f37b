import { browser } from "../browser.ts";
import type { PersonId } from "../domain/person/person.ts";

/** Addresses of our own pages inside the extension, the same from every one of them. */
export const DASHBOARD = "/src/dashboard/index.html";
export const WEEK_PAGE = `${DASHBOARD}#week`;
export const CHANGES_PAGE = `${DASHBOARD}#changes`;
/** The page of one person. */
export const personPage = (id: PersonId): string => `${DASHBOARD}#person/${id}`;
/** The rules about companies and tags, in the settings. */
export const RULES_PAGE = `${DASHBOARD}#settings/rules`;
export const SETTINGS_PAGE = `${DASHBOARD}#settings`;
export const POPUP = "/src/popup/index.html";
export const WELCOME = "/src/welcome/index.html";
export const SAFE = "/src/safe/index.html";

/** Whether this page is the popup of the toolbar icon. */
export const isPopup = (): boolean =>
  browser.extension.getViews({ type: "popup" }).includes(window);
