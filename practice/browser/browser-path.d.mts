/** The program of an installed browser, or `undefined`. Throws when `CHROME_PATH` or `FIREFOX_PATH` names one that cannot be started. */
export function browserPath(name: "chromium" | "firefox"): string | undefined;
