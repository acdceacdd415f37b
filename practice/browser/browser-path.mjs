import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Where browsers usually are. Needs nothing but Node, so that it can be asked before the packages are installed.
 * `variable` lets a person choose another one.
 */
const usualPlaces = {
  chromium: {
    variable: "CHROME_PATH",
    commands: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
    mac: [
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    windows: ["Chromium\\Application\\chrome.exe", "Google\\Chrome\\Application\\chrome.exe"],
  },
  firefox: {
    variable: "FIREFOX_PATH",
    commands: ["firefox-esr", "firefox"],
    mac: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
    windows: ["Mozilla Firefox\\firefox.exe"],
  },
};

/**
 * The program of an installed browser.
 *
 * @param {"chromium" | "firefox"} name
 * @returns {string | undefined} `undefined` when there is none
 * @throws {Error} when the person named one that cannot be started
 */
export function browserPath(name) {
  const places = usualPlaces[name];
  const chosen = process.env[places.variable];
  if (chosen) {
    if (canRun(chosen)) return chosen;
    throw new Error(`${places.variable} is ${chosen}, which cannot be started.`);
  }
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  const candidates = [
    ...(process.platform === "darwin" ? places.mac : []),
    ...(process.platform === "win32" ? onWindows(places.windows) : []),
    ...places.commands.flatMap((command) => folders.map((folder) => join(folder, command))),
  ];
  return candidates.find(canRun);
}

/** @param {readonly string[]} programs */
function onWindows(programs) {
  const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap(
    (name) => process.env[name] ?? [],
  );
  return roots.flatMap((root) => programs.map((program) => join(root, program)));
}

/** @param {string} path */
function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
