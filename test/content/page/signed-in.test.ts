// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Alias } from "../../../src/domain/person/person.ts";
import { signedIn, type SignedIn } from "../../../src/content/page/signed-in.ts";
import { pageOf } from "../../../src/linkedin/address/urls.ts";

const SEARCH = pageOf("https://www.linkedin.com/search/results/people/?keywords=ada");
const ODA = pageOf("https://www.linkedin.com/in/oda-testmann/");

let said: unknown[] = [];
let certain: { aliases: readonly Alias[] } | undefined;
let who: SignedIn;
let changes = 0;
let gone = new AbortController();

const settle = (ms = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

async function begin(): Promise<void> {
  changes = 0;
  who = signedIn(
    document,
    (work) => void work.catch(() => undefined),
    () => (changes += 1),
    gone.signal,
  );
  await settle(1000);
}

async function look(page: typeof SEARCH): Promise<readonly Alias[] | undefined> {
  who.look(page);
  await settle(6000);
  return who.member()?.aliases;
}

const draw = (html: string): void =>
  document.body.replaceChildren(
    ...new DOMParser().parseFromString(html, "text/html").body.childNodes,
  );

const bar = (slug: string): void => {
  draw(
    `<div data-testid="primary-nav"><a href="/in/${slug}/"><img alt="">${slug.replace("-", " ")}</a></div>`,
  );
};
const ownProfile = (slug: string): void => {
  document.title = "Somebody | LinkedIn";
  draw(
    `<main><section><a href="/in/${slug}/edit/intro/"></a><a href="/in/${slug}/"><h2>Somebody</h2></a></section></main>`,
  );
};
const mailbox = (id: string): void => {
  draw(`<p data-event-urn="urn:li:msg_message:(urn:li:fsd_profile:${id},2-x)"></p>`);
};

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  gone = new AbortController();
  draw("");
  said = [];
  certain = undefined;
  answerWith({
    certainViewer: () => certain,
    signedIn: (viewer: unknown) => {
      said.push(viewer);
      return viewer;
    },
    signedOut: () => void said.push("signed out"),
    record: () => [],
  });
});

afterEach(() => {
  vi.useRealTimers();
});

test("somebody new is believed on one certain proof and said once", async () => {
  await begin();
  bar("nora-field");
  expect(await look(SEARCH)).toEqual(["slug:nora-field"]);
  expect(await look(SEARCH)).toEqual(["slug:nora-field"]);
  expect(said).toEqual([{ aliases: ["slug:nora-field"], name: "nora field", kinds: ["menu"] }]);
});

test("nobody is believed before it is known who was signed in, and that does not need another look", async () => {
  let answer: () => void = () => undefined;
  answerWith({
    certainViewer: () =>
      new Promise((resolve) => (answer = () => resolve({ aliases: ["slug:nora-field"] }))),
    signedIn: (viewer: unknown) => void said.push(viewer),
    record: () => [],
  });
  await begin();
  bar("otto-brandt");
  expect(await look(SEARCH)).toBeUndefined();
  expect(said).toEqual([]);
  answer();
  await settle();
  expect(who.member()).toBeUndefined();
  expect(said).toEqual([]);
});

test("a link of the bar to a person whose page was shown in this document says nothing", async () => {
  await begin();
  expect(await look(ODA)).toBeUndefined();
  bar("oda-testmann");
  expect(await look(ODA)).toBeUndefined();
  expect(await look(SEARCH)).toBeUndefined();
  expect(said).toEqual([]);
});

test("one proof of somebody else leaves nobody known, and the history of neither is used", async () => {
  certain = { aliases: ["slug:nora-field"] };
  await begin();
  expect(who.member()?.aliases).toEqual(["slug:nora-field"]);
  bar("otto-brandt");
  expect(await look(SEARCH)).toBeUndefined();
  expect(changes).toBe(2);
  expect(said).toEqual([]);
  // What the background is certain of does not come back by itself.
  draw("");
  expect(await look(SEARCH)).toBeUndefined();
});

test("a second proof of another kind, on a later page of the document, decides for somebody else", async () => {
  certain = { aliases: ["slug:nora-field"] };
  await begin();
  bar("otto-brandt");
  await look(SEARCH);
  ownProfile("otto-brandt");
  expect(await look(pageOf("https://www.linkedin.com/in/otto-brandt/"))).toEqual([
    "slug:otto-brandt",
  ]);
  expect(said).toMatchObject([
    { aliases: ["slug:otto-brandt"], kinds: ["menu", "edit-links", "no-tie"] },
  ]);
});

test("proofs of one document that contradict each other leave nobody known", async () => {
  await begin();
  bar("nora-field");
  expect(await look(SEARCH)).toEqual(["slug:nora-field"]);
  ownProfile("otto-brandt");
  expect(await look(pageOf("https://www.linkedin.com/in/otto-brandt/"))).toBeUndefined();
});

test("what a later page proves of the same member is said, too", async () => {
  await begin();
  bar("nora-field");
  await look(SEARCH);
  mailbox("ACoAAANora00000000000000000000000000009");
  const both = ["member:ACoAAANora00000000000000000000000000009", "slug:nora-field"];
  expect(await look(SEARCH)).toEqual(both);
  expect(said).toMatchObject([{ aliases: ["slug:nora-field"] }, { aliases: both }]);
});

test("on a page for signing in nobody is known", async () => {
  certain = { aliases: ["slug:nora-field"] };
  await begin();
  expect(await look(pageOf("https://www.linkedin.com/login"))).toBeUndefined();
  expect(said).toEqual(["signed out"]);
});

test("a page that says who is signed in right after it was searched is searched again, though nothing changes any more", async () => {
  await begin();
  who.look(SEARCH);
  bar("sam-example");
  who.look(SEARCH);
  expect(who.member()).toBeUndefined();
  await settle(600);
  expect(who.member()?.aliases).toEqual(["slug:sam-example"]);
});

test("a page that says nothing is searched more and more seldom, and the next page at once", async () => {
  await begin();
  const searched = vi.spyOn(document, "querySelectorAll");
  const searches = async (page: typeof SEARCH, seconds: number): Promise<number> => {
    const before = searched.mock.calls.length;
    for (let tick = 0; tick < seconds * 10; tick += 1) {
      who.look(page);
      await settle(100);
    }
    return searched.mock.calls.length - before;
  };
  const atFirst = await searches(SEARCH, 2);
  await searches(SEARCH, 40);
  const later = await searches(SEARCH, 10);
  expect(atFirst).toBeGreaterThan(0);
  expect(later).toBeLessThan(atFirst);
  expect(await searches(ODA, 2)).toBeGreaterThanOrEqual(atFirst);
  searched.mockRestore();
});

test("nothing is searched once the script has ended", async () => {
  await begin();
  who.look(SEARCH);
  bar("sam-example");
  who.look(SEARCH);
  gone.abort();
  await settle(6000);
  expect(who.member()).toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});
