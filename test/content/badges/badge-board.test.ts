// @vitest-environment jsdom
import "../../words/extension-of-the-tests.ts";
import { beforeEach, expect, test } from "vitest";
import { badgeBoard, type UsedBadge } from "../../../src/content/badges/badge-board.ts";
import type { Alias } from "../../../src/domain/person/person.ts";
import { at, badges, glimpse, inside, page, shownAt, STYLES } from "./page-of-badges.ts";

const LIST = `<main><ul>
  <li><a id="ada" href="/in/ada/">Ada Example</a></li>
  <li><a id="ben" href="/in/ben/">Ben Sample</a></li>
</ul></main>`;

let used: string[] = [];
const say =
  (what: string) =>
  ({ look }: UsedBadge): void =>
    void used.push(`${what} ${look.glimpse.compact}`);
const board = () =>
  badgeBoard(document, { enter: say("enter"), leave: say("leave"), open: say("open") });
const look = (alias: Alias, size: "full" | "compact" = "compact") =>
  ({ glimpse: glimpse(alias), size, styles: STYLES, theme: "light" }) as const;

const linkTo = (href: string): HTMLAnchorElement =>
  Object.assign(document.createElement("a"), { href });

/** What the page itself sees change until `stop` is called. */
function watched(): () => readonly MutationRecord[] {
  const observer = new MutationObserver(() => undefined);
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    characterData: true,
  });
  return () => {
    const records = observer.takeRecords();
    observer.disconnect();
    return records;
  };
}

beforeEach(() => {
  page(LIST);
  used = [];
});

test("a badge stands right behind the name, in a closed root of an element that says nothing", () => {
  const drawn = board();
  drawn.place(shownAt("#ada"), look("slug:ada"));
  const host = at("#ada").nextElementSibling;
  expect([host?.localName, host?.attributes.length, host?.childNodes.length]).toEqual([
    "span",
    0,
    0,
  ]);
  expect(host?.shadowRoot).toBeNull();
  expect(inside(host)?.dataset["words"]).toBe("3 mo");
  expect([drawn.has(at("#ada")), drawn.has(at("#ben"))]).toEqual([true, false]);
  expect([host && drawn.owns(host), drawn.owns(at("#ada"))]).toEqual([true, false]);
});

test("a second badge at a name takes the place of the first", () => {
  const drawn = board();
  drawn.place(shownAt("#ada"), look("slug:ada"));
  drawn.place(shownAt("#ada"), { ...look("slug:ada"), glimpse: glimpse("slug:ada", "1 d") });
  expect(badges()).toEqual(["slug:ada 1 d"]);
});

test.each([
  ["its text", () => at("#ada").replaceChildren("Cy Example")],
  ["its link", () => at("#ada").setAttribute("href", "/in/cy/")],
  ["what is in it", () => at("#ada").append(linkTo("/in/cy/"))],
] as const)(
  "a badge goes at once when %s changes, and the place is to be read again",
  (_what, change) => {
    const drawn = board();
    drawn.place(shownAt("#ada"), look("slug:ada"));
    drawn.place(shownAt("#ben"), look("slug:ben"));
    const records = watched();
    change();
    expect(drawn.recheck(records())).toEqual([at("#ada")]);
    expect(badges()).toEqual(["slug:ben 3 mo"]);
    expect(drawn.has(at("#ada"))).toBe(false);
  },
);

test("a name that changed and was not rechecked yet has no badge any more", () => {
  const drawn = board();
  drawn.place(shownAt("#ada"), look("slug:ada"));
  at("#ada").setAttribute("href", "/in/cy/");
  expect(drawn.has(at("#ada"))).toBe(false);
});

test("a badge goes with its row", () => {
  const drawn = board();
  drawn.place(shownAt("#ada"), look("slug:ada"));
  const records = watched();
  at("#ada").remove();
  expect(drawn.recheck(records())).toEqual([]);
  expect(badges()).toEqual([]);
});

test("a badge that the page takes away is drawn again, and no more after the page insisted", () => {
  const drawn = board();
  const ada = shownAt("#ada");
  for (let time = 1; time <= 6; time += 1) {
    drawn.place(ada, look("slug:ada"));
    const isDrawn = badges().length === 1;
    expect(isDrawn, `time ${time}`).toBe(time <= 4);
    const records = watched();
    at("#ada").nextElementSibling?.remove();
    drawn.recheck(records());
  }
});

test("another state of the same person is shown in place, and the page sees nothing change", () => {
  const drawn = board();
  drawn.place(shownAt("#ada"), look("slug:ada"));
  const host = at("#ada").nextElementSibling;
  const records = watched();
  drawn.say(at("#ada"), { ...glimpse("slug:ada", "today"), band: "close" });
  expect(records()).toEqual([]);
  expect(at("#ada").nextElementSibling).toBe(host);
  const shown = inside(host);
  expect(shown?.dataset["words"]).toBe("today");
  expect(shown?.getAttribute("aria-label")).toBe("slug:ada today");
  expect([...(shown?.classList ?? [])].sort()).toEqual([
    "badge",
    "band-close",
    "compact",
    "tielight",
  ]);
  expect(shown?.querySelectorAll("svg")).toHaveLength(1);
  // The card that was open beside it says what was.
  expect(used).toEqual(["leave today"]);
});

test("saying the same again does nothing, nor does it where there is no badge", () => {
  const drawn = board();
  drawn.place(shownAt("#ada"), look("slug:ada"));
  drawn.say(at("#ada"), glimpse("slug:ada"));
  drawn.say(at("#ben"), glimpse("slug:ben"));
  expect([used, badges()]).toEqual([[], ["slug:ada 3 mo"]]);
});

test("inside a heading a badge is silent, and spoken behind the heading; both change and go together", () => {
  page(`<main><h2><span id="ada">Ada Example</span></h2></main>`);
  const drawn = board();
  drawn.place(shownAt("#ada"), look("slug:ada", "full"));
  const [silent, spoken] = [at("#ada").nextElementSibling, at("h2").nextElementSibling];
  expect(inside(silent)?.getAttribute("aria-hidden")).toBe("true");
  expect(inside(spoken)?.getAttribute("aria-label")).toBe("slug:ada 3 mo");
  drawn.say(at("#ada"), glimpse("slug:ada", "1 d"));
  expect(inside(spoken)?.getAttribute("aria-label")).toBe("slug:ada 1 d");
  const records = watched();
  at("#ada").textContent = "Cy Example";
  drawn.recheck(records());
  expect([silent?.isConnected, spoken?.isConnected]).toEqual([false, false]);
});

test("an event that the page makes is no use of a badge", () => {
  const drawn = board();
  drawn.place(shownAt("#ada"), look("slug:ada"));
  const host = at("#ada").nextElementSibling;
  for (const type of ["click", "pointerover", "focusin", "keydown"])
    host?.dispatchEvent(new Event(type, { bubbles: true }));
  expect(used).toEqual([]);
});

test("badges are taken away by their names, and dressed together", () => {
  const drawn = board();
  drawn.place(shownAt("#ben"), look("slug:ben"));
  drawn.place(shownAt("#ada"), look("slug:ada"));
  drawn.dress("dark");
  expect(inside(at("#ben").nextElementSibling)?.dataset["theme"]).toBe("dark");
  drawn.remove((anchor) => anchor.id === "ben");
  expect(badges()).toEqual(["slug:ada 3 mo"]);
});
