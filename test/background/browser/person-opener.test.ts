import { expect, test } from "vitest";
import { personOpener, type PopupPlaces } from "../../../src/background/browser/person-opener.ts";
import type { PersonId } from "../../../src/domain/person/person.ts";

const [ada, ben] = ["ada", "ben"] as PersonId[] as [PersonId, PersonId];
const NOW = 1_790_000_000_000;

/** What the browser was asked for, in order. `refusals` is how often it refuses the popup first. */
function browser(refusals: number): { readonly log: string[]; readonly places: PopupPlaces } {
  const log: string[] = [];
  let left = refusals;
  return {
    log,
    places: {
      note: async (id) => void log.push(`note ${id}`),
      tellPanel: (windowId) => void log.push(`panel ${windowId}`),
      openPopup: async (windowId) => {
        log.push(`popup ${windowId}`);
        if (left-- > 0) throw new Error("refused");
      },
      openWindow: async (id) => void log.push(`window ${id}`),
      wait: async (ms) => void log.push(`wait ${ms}`),
    },
  };
}

const at = (windowId: number | undefined, id: PersonId | undefined) => ({
  id,
  windowId,
  isBeside: false,
});

test("the popup opens over the window of the click, after it was noted who it is about", async () => {
  const { log, places } = browser(0);
  await personOpener(places)(at(7, ada), NOW);
  expect(log).toEqual(["note ada", "popup 7"]);
});

test("a popup that is just closing is asked for once more", async () => {
  const { log, places } = browser(1);
  await personOpener(places)(at(7, ada), NOW);
  expect(log).toEqual(["note ada", "popup 7", "wait 200", "popup 7"]);
});

test("for somebody the history does not know it opens as it is", async () => {
  const { log, places } = browser(0);
  await personOpener(places)(at(7, undefined), NOW);
  expect(log).toEqual(["popup 7"]);
});

test("where the browser refuses there is a small window", async () => {
  const { log, places } = browser(2);
  await personOpener(places)(at(undefined, ada), NOW);
  expect(log.slice(-2)).toEqual(["popup undefined", "window ada"]);
});

test("nothing opens while something is being opened, or within a second of it", async () => {
  const { log, places } = browser(0);
  const open = personOpener(places);
  await Promise.all([
    open(at(7, ada), NOW),
    open(at(7, ben), NOW + 5000),
    open(at(7, ben), NOW + 9000),
  ]);
  await open(at(7, ben), NOW + 999);
  expect(log).toEqual(["note ada", "popup 7"]);
  await open(at(7, ben), NOW + 1000);
  expect(log.slice(2)).toEqual(["note ben", "popup 7"]);
});

test("an opening that failed, or a clock that was put back, locks nobody out", async () => {
  const { log, places } = browser(0);
  const failing = personOpener({ ...places, note: () => Promise.reject(new Error("no storage")) });
  await expect(failing(at(7, ada), NOW)).rejects.toThrow("no storage");
  await expect(failing(at(7, ada), NOW + 1000)).rejects.toThrow("no storage");
  const open = personOpener(places);
  await open(at(7, ada), NOW);
  await open(at(7, ben), NOW - 3_600_000);
  expect(log.filter((one) => one.startsWith("note"))).toEqual(["note ada", "note ben"]);
});

test("where the panel is open for the click it is told, and nothing else opens", async () => {
  const { log, places } = browser(0);
  await personOpener(places)({ ...at(7, ada), isBeside: true }, NOW);
  expect(log).toEqual(["note ada", "panel 7"]);
});
