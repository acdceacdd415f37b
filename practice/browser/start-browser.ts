import type { BrowserDriver, BrowserName, BrowserOptions } from "./browser-driver.ts";
import { startChromium } from "./chromium.ts";
import { startFirefox } from "./firefox.ts";

/** Starts a browser with the built extension in a profile of its own. */
export function startBrowser(name: BrowserName, options: BrowserOptions): Promise<BrowserDriver> {
  return name === "chromium" ? startChromium(options) : startFirefox(options);
}
