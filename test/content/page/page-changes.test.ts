// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchChanges } from "../../../src/content/page/page-changes.ts";

let read: ParentNode[] = [];
let news: MutationRecord[] = [];
/** How many parts were read at each rest. */
let rests: number[] = [];
let onRead = (): void => undefined;
let readAgain: (part: ParentNode) => void;
let end = new AbortController();
const ours = new WeakSet<Node>();

/** A tab that is shown or not, as the browser tells its page. */
function turn(hidden: boolean): void {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}

const soon = async (): Promise<void> => void (await vi.advanceTimersByTimeAsync(100));

function added(name: string): HTMLElement {
  const element = document.createElement(name);
  document.body.append(element);
  return element;
}

function watch(): void {
  readAgain = watchChanges(
    document,
    {
      isOurs: (node) => ours.has(node),
      atOnce: (records) => void news.push(...records),
      read: (part) => {
        read.push(part);
        onRead();
      },
      rest: () => void rests.push(read.length),
    },
    end.signal,
  );
}

beforeEach(async () => {
  vi.useFakeTimers();
  // The test's document has no idle time of its own.
  vi.stubGlobal("requestIdleCallback", (call: IdleRequestCallback) =>
    setTimeout(() => call({ didTimeout: false, timeRemaining: () => 10 }), 5),
  );
  document.body.replaceChildren();
  turn(false);
  end = new AbortController();
  onRead = () => undefined;
  watch();
  await soon();
  read = [];
  news = [];
  rests = [];
});

afterEach(() => {
  end.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("what is added is read, in a slice of its own and once", async () => {
  const list = added("ul");
  list.append(document.createElement("li"));
  await soon();
  expect(read).toEqual([list]);
});

test("a badge that comes in is no news; one the page takes away is", async () => {
  const name = added("h1");
  await soon();
  read = [];
  news = [];
  const badge = document.createElement("span");
  ours.add(badge);
  name.append(badge);
  await soon();
  expect([read, news]).toEqual([[], []]);
  badge.remove();
  await soon();
  expect(news).toHaveLength(1);
});

/** A list that is read in as many slices, of which each takes so long (ms) that it is the only one of its turn. */
function longList(slices: number, takesMs: number): void {
  onRead = () => vi.advanceTimersByTime(takesMs);
  const list = document.createElement("ul");
  for (let slice = 0; slice < slices; slice += 1) {
    const item = document.createElement("li");
    for (let link = 0; link < 40; link += 1) {
      const person = document.createElement("a");
      person.href = "/in/ada";
      item.append(person);
    }
    list.append(item);
  }
  document.body.append(list);
}

test("slices that are read soon after one another are told once, when all is read", async () => {
  longList(3, 20);
  await soon();
  expect(rests).toEqual([3]);
});

test("of a long page what was read is told before the rest of it is read", async () => {
  longList(9, 40);
  await vi.advanceTimersByTimeAsync(1000);
  expect(rests).toEqual([3, 6, 9]);
});

test("the first slice of a document waits for nothing", async () => {
  end.abort();
  document.body.replaceChildren();
  longList(3, 20);
  end = new AbortController();
  watch();
  await soon();
  expect(rests).toEqual([1, 4]);
});

test("what was read is told when the tab is hidden", async () => {
  longList(3, 20);
  await vi.advanceTimersByTimeAsync(5);
  expect([read.length, rests]).toEqual([1, []]);
  turn(true);
  expect(rests).toEqual([1]);
  await soon();
  expect(rests).toEqual([1]);
});

test("nothing is read in a hidden tab, and what changed meanwhile when it is shown", async () => {
  turn(true);
  const main = added("main");
  await soon();
  expect(read).toEqual([]);
  turn(false);
  await soon();
  expect(read).toEqual([main]);
});

test("a page the browser brings back from its memory is read again, a new one is not read twice", async () => {
  const show = (persisted: boolean): void => {
    const event = new Event("pageshow");
    Object.defineProperty(event, "persisted", { value: persisted });
    window.dispatchEvent(event);
  };
  show(false);
  await soon();
  expect(read).toEqual([]);
  show(true);
  await soon();
  expect(read).toEqual([document]);
});

test("the site's open shadow root is read and watched, and read with the whole page", async () => {
  const host = document.createElement("div");
  host.id = "interop-outlet";
  const root = host.attachShadow({ mode: "open" });
  document.body.append(host);
  await soon();
  expect(read).toEqual([host, root]);
  read = [];
  const aside = document.createElement("aside");
  root.append(aside);
  await soon();
  expect(read).toEqual([aside]);
  read = [];
  readAgain(document);
  await soon();
  expect(read).toEqual([document, root]);
  host.remove();
  await soon();
});

test("nothing is read after the end", async () => {
  end.abort();
  added("p");
  readAgain(document);
  await soon();
  expect(read).toEqual([]);
});
