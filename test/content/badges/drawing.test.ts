// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { drawing, type Drawing } from "../../../src/content/badges/drawing.ts";
import { proofOf } from "../../../src/content/page/proof.ts";
import { threadPeople } from "../../../src/content/page/thread-people.ts";
import type { ShownPerson } from "../../../src/content/page/shown.ts";
import type { Alias } from "../../../src/domain/person/person.ts";
import type { SitePermission } from "../../../src/protocol/site-questions.ts";
import type { PersonSeen } from "../../../src/domain/interactions/sighting.ts";
import { at, badges, glimpse, NearWhenSaid, page, shownAt, STYLES } from "./page-of-badges.ts";

const LIST = `<main><ul>
  <li><a id="ada" href="/in/ada/">Ada Example</a></li>
  <li><a id="ben" href="/in/ben/">Ben Sample</a></li>
  <li><a id="cy" href="/in/cy/">Cy Sample</a></li>
</ul></main>`;

/** What the history says of people by their alias; who is not in it is a stranger. */
let known: Map<Alias, string>;
/** Whom each question was about. */
let asked: (readonly Alias[])[] = [];
/** Answers wait for this. */
let answering: Promise<unknown> = Promise.resolve();
let ended = new AbortController();
let member: readonly Alias[] = [];

async function glimpses(about: unknown) {
  const { people } = about as { readonly people: readonly PersonSeen[] };
  asked.push(people.flatMap(({ aliases }) => aliases));
  await answering;
  return people.flatMap(({ aliases: [alias] }) => {
    const said = alias && known.get(alias);
    return alias === undefined || said === undefined ? [] : [glimpse(alias, said)];
  });
}

/** As many turns of the event loop without a change are rest. A slow machine needs longer for a turn, not more of them. */
const TURNS_AT_REST = 12;

/** Waits until no question is asked and no badge changes any more. */
async function settle(): Promise<void> {
  let last = "";
  for (let calm = 0; calm < TURNS_AT_REST;) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const now = JSON.stringify([asked, badges()]);
    calm = now === last ? calm + 1 : 0;
    last = now;
  }
}

interface Begun {
  readonly draw?: boolean;
  readonly noBadgesIn?: SitePermission["noBadgesIn"];
  readonly opensBeside?: boolean;
}

function begin({ draw = true, noBadgesIn = [], opensBeside = false }: Begun = {}): Drawing {
  const viewer = {
    member: () => undefined,
    isUnknown: () => false,
    isMember: ({ aliases }: { readonly aliases: readonly Alias[] }) =>
      aliases.some((alias) => member.includes(alias)),
    look: () => undefined,
  };
  const attempt = (work: Promise<unknown>): void => void work.catch(() => undefined);
  const how = { draw, noBadgesIn, opensBeside };
  return drawing(document, { ...how, viewer, rows: threadPeople(), attempt }, ended.signal);
}

function show(drawn: Drawing, people: readonly ShownPerson[]): void {
  for (const one of people) drawn.note(one);
  drawn.show(people);
}

async function near(...selectors: readonly string[]): Promise<void> {
  NearWhenSaid.near(...selectors.map(at));
  await settle();
}

beforeEach(() => {
  page(LIST);
  known = new Map<Alias, string>([
    ["slug:ada", "3 mo"],
    ["slug:ben", "1 yr"],
  ]);
  [asked, answering, member, ended] = [[], Promise.resolve(), [], new AbortController()];
  answerWith({ styles: () => STYLES, glimpses });
});
afterEach(() => ended.abort());

const everybody = () => ["#ada", "#ben", "#cy"].map((one) => shownAt(one));

test("far from the window nothing is asked; near it all are asked about in one question, and strangers have no badge", async () => {
  show(begin(), everybody());
  await settle();
  expect([asked, badges()]).toEqual([[], []]);
  await near();
  expect(asked).toEqual([["slug:ada", "slug:ben", "slug:cy"]]);
  expect(badges()).toEqual(["slug:ada 3 mo", "slug:ben 1 yr"]);
});

test("without the permission to draw nothing is asked", async () => {
  const drawn = begin({ draw: false });
  show(drawn, everybody());
  await near();
  await drawn.refresh();
  await near();
  expect([asked, badges()]).toEqual([[], []]);
});

test("where the user wants no badges nobody is asked about, and the other places stay as they are", async () => {
  const drawn = begin({ noBadgesIn: ["feed", "search"] });
  show(drawn, [shownAt("#ada"), shownAt("#ben", { surface: "connections" })]);
  show(drawn, [shownAt("#cy", { surface: "people-search" })]);
  await near();
  await drawn.refresh();
  await near();
  expect([asked.flat(), badges()]).toEqual([["slug:ben", "slug:ben"], ["slug:ben 1 yr"]]);
});

test("the command opens the person in front also without badges, and the popup as it is where nobody is", async () => {
  const opened: unknown[] = [];
  answerWith({ styles: () => STYLES, glimpses, openPerson: (about) => void opened.push(about) });
  const drawn = begin({ draw: false, opensBeside: true });
  show(drawn, everybody());
  at("#ben").focus();
  drawn.openInFront();
  await settle();
  at("#ben").blur();
  drawn.openInFront();
  await settle();
  expect(opened).toEqual([{ alias: "slug:ben" }, {}]);
});

test("a name that changed while the answer was on its way has no badge", async () => {
  let answer = (): void => undefined;
  answering = new Promise<void>((resolve) => (answer = resolve));
  show(begin(), everybody());
  await near("#ada", "#ben");
  at("#ada").textContent = "Dee Example";
  answer();
  await settle();
  expect(badges()).toEqual(["slug:ben 1 yr"]);
});

test("on a page that its script has not taken over yet nothing is drawn, and everything once it has", async () => {
  page(`<div id="root" data-strictmode="true">${LIST}</div>`);
  show(begin(), everybody());
  await near();
  expect(badges()).toEqual([]);
  document.body.dataset["rehydrated"] = "true";
  await settle();
  delete document.body.dataset["rehydrated"];
  expect(badges()).toEqual(["slug:ada 3 mo", "slug:ben 1 yr"]);
});

test("a page that somebody sees who is not signed in is nobody's: nothing is asked", async () => {
  document.body.prepend(
    Object.assign(document.createElement("a"), { href: "https://www.linkedin.com/login" }),
  );
  show(begin(), everybody());
  await near();
  expect(asked).toEqual([]);
});

test("after a change badges say what is so now, who is a stranger now has none, and who no longer is one has one", async () => {
  const drawn = begin();
  show(drawn, everybody());
  await near();
  const host = at("#ada").nextElementSibling;
  known = new Map<Alias, string>([
    ["slug:ada", "today"],
    ["slug:cy", "2 d"],
  ]);
  await drawn.refresh();
  await near();
  expect(badges()).toEqual(["slug:ada today", "slug:cy 2 d"]);
  expect(at("#ada").nextElementSibling).toBe(host);
  expect(asked).toHaveLength(2);
});

test("after a change only who is near is asked about, and the others when they come near", async () => {
  const drawn = begin();
  show(drawn, everybody());
  await near();
  known.set("slug:ada", "today").set("slug:ben", "today");
  await drawn.refresh();
  await near("#ada");
  expect(asked.at(-1)).toEqual(["slug:ada"]);
  expect(badges()).toEqual(["slug:ada today", "slug:ben 1 yr"]);
  await near("#ben");
  expect(badges()).toEqual(["slug:ada today", "slug:ben today"]);
});

test("an answer that was on its way when something changed is not drawn", async () => {
  let answer = (): void => undefined;
  answering = new Promise<void>((resolve) => (answer = resolve));
  const drawn = begin();
  show(drawn, everybody());
  await near("#ada");
  await drawn.refresh();
  answering = Promise.resolve();
  answer();
  await settle();
  expect(badges()).toEqual([]);
  known.set("slug:ada", "today");
  await near("#ada");
  expect(badges()).toEqual(["slug:ada today"]);
});

test("a profile has one badge, the later one", async () => {
  page(`<main><h1 id="ada">Ada Example</h1><h2 id="again">Ada Example</h2></main>`);
  const drawn = begin();
  const profile = { size: "full", aliases: ["slug:ada"] } as const;
  show(drawn, [shownAt("#ada", profile)]);
  await near();
  show(drawn, [shownAt("#again", profile)]);
  await near();
  expect(badges()).toEqual(["slug:ada 3 mo"]);
  expect(at("#again").nextElementSibling).not.toBeNull();
  drawn.removeProfile();
  expect(badges()).toEqual([]);
});

test("the badge of a profile goes with the address, also where its place was read as somebody in a list in between", async () => {
  page(`<main><h1 id="ada">Ada Example</h1></main>`);
  const drawn = begin();
  let address = "slug:ada";
  const profile = shownAt("#ada", { size: "full", aliases: ["slug:ada"] });
  show(drawn, [{ ...profile, proof: proofOf(at("#ada"), () => address) }]);
  await near();
  drawn.note(shownAt("#ada", { aliases: ["slug:ada"] }));
  expect(badges()).toEqual(["slug:ada 3 mo"]);
  address = "slug:ben";
  drawn.removeProfile();
  expect(badges()).toEqual([]);
});

test("the member has no badge, nor keeps one that was drawn before it was known who that is", async () => {
  const drawn = begin();
  show(drawn, everybody());
  await near();
  member = ["slug:ada"];
  drawn.removeMember();
  expect(badges()).toEqual(["slug:ben 1 yr"]);
  drawn.show([shownAt("#ada")]);
  await near();
  expect(badges()).toEqual(["slug:ben 1 yr"]);
});

test("a background that refuses leaves the page as it is, and is asked again after the next change", async () => {
  answerWith({ styles: () => STYLES });
  const drawn = begin();
  show(drawn, everybody());
  await near();
  expect(badges()).toEqual([]);
  answerWith({ styles: () => STYLES, glimpses });
  await drawn.refresh();
  await near();
  expect(badges()).toEqual(["slug:ada 3 mo", "slug:ben 1 yr"]);
});

test("at the end everything is taken away, and nothing comes after it", async () => {
  let answer = (): void => undefined;
  const drawn = begin();
  show(drawn, everybody());
  await near("#ada");
  answering = new Promise<void>((resolve) => (answer = resolve));
  await near("#ben");
  ended.abort();
  expect(badges()).toEqual([]);
  answer();
  await settle();
  expect(badges()).toEqual([]);
});

test("the person in front is opened once, however often that is asked while it opens", async () => {
  const opened = vi.fn<(about: unknown) => Promise<unknown>>(
    () => new Promise((resolve) => setTimeout(resolve, 10)),
  );
  answerWith({ styles: () => STYLES, glimpses, openPerson: opened });
  const drawn = begin();
  show(drawn, everybody());
  await near();
  at("#ben").focus();
  drawn.openInFront();
  drawn.openInFront();
  expect(opened.mock.calls).toEqual([[{ alias: "slug:ben", viewer: undefined }]]);
  await settle();
  drawn.openInFront();
  await settle();
  expect(opened.mock.calls).toHaveLength(2);
});
