// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { peopleOnPage, type PersonOnPage } from "../../../src/linkedin/people/people-on-page.ts";
import { pageOf } from "../../../src/linkedin/address/urls.ts";
import { readerCheck, type ReaderCheck } from "../../../src/content/observations/reader-check.ts";

let reports: unknown[] = [];
let end = new AbortController();
let check: ReaderCheck;

const turn = (hidden: boolean): void =>
  void Object.defineProperty(document, "hidden", { value: hidden, configurable: true });

const draw = (html: string): void =>
  document.body.replaceChildren(
    ...new DOMParser().parseFromString(html, "text/html").body.childNodes,
  );

/** So many people, wherever they stand. */
const some = (count: number): readonly PersonOnPage[] =>
  Array.from({ length: count }, () => ({
    aliases: ["slug:alex"],
    name: "Alex",
    anchor: document.createElement("p"),
    placement: "append",
    size: "compact",
    surface: "feed",
  }));

const later = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  turn(false);
  document.body.replaceChildren(document.createElement("main"));
  reports = [];
  answerWith({ reportReading: (report) => void reports.push(report) });
  end = new AbortController();
  check = readerCheck(document, (work) => void work, end.signal);
});

afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

test("a page that showed nobody within its time is reported with its structure, once", async () => {
  check.at("/search/results/people/", "people-search");
  await later(7000);
  check.at("/search/results/people/", "people-search");
  await later(60_000);
  expect(reports).toEqual([{ surface: "people-search", found: 0, structure: "main" }]);
});

test("a page with people is reported with their number and no structure, and each address for itself", async () => {
  check.at("/feed/", "feed");
  check.found(some(3));
  check.found(some(4));
  await later(8000);
  check.at("/in/alex/", "profile");
  check.found(some(1));
  await later(8000);
  expect(reports).toEqual([
    { surface: "feed", found: 7 },
    { surface: "profile", found: 1 },
  ]);
});

test("a page left before its time, one in a hidden tab and one that may be empty say nothing", async () => {
  check.at("/feed/", "feed");
  await later(7000);
  check.at("/messaging/", "messaging");
  await later(9000);
  turn(true);
  check.at("/in/alex/", "profile");
  await later(9000);
  expect(reports).toEqual([]);
});

test("a page the site shows in a frame of its own is that frame's to read", async () => {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const link = document.createElement("a");
  link.setAttribute("href", "/in/alex/");
  frame.contentDocument?.body.append(link);
  check.at("/in/alex/", "profile");
  await later(8000);
  expect(reports).toEqual([]);
});

test("a page that may be empty is reported where its cards promise people and nobody was found", async () => {
  const address = "https://www.linkedin.com/mynetwork/invitation-manager/sent/";
  const main = document.querySelector("main");
  const row = document.createElement("li");
  const link = document.createElement("a");
  link.setAttribute("href", "/in/alex/");
  link.append(document.createElement("img"));
  row.append(link);
  main?.append(row);
  check.at(address, "invitations");
  await later(8000);
  expect(reports).toMatchObject([{ surface: "invitations", found: 0, missing: 1 }]);
  reports = [];
  check.at(`${address}?again`, "invitations");
  check.found(some(1).map((one) => ({ ...one, anchor: link })));
  await later(8000);
  expect(reports).toEqual([]);
});

test("a page with fewer people than its cards promise is reported with its structure", async () => {
  const address = "https://www.linkedin.com/search/results/people/?keywords=kites";
  draw(
    `<main><ul>${["Oda Testmann", "Ivo Sampleton", "Ada Quill", ""]
      .map(
        (name, index) =>
          `<li><a href="/in/kite-${index}/"><img alt="${name}"></a><p>${name || "Bo Tam"}</p></li>`,
      )
      .join("")}</ul></main>`,
  );
  check.at(address, "people-search");
  check.found(peopleOnPage(document, pageOf(address)));
  await later(8000);
  expect(reports).toMatchObject([{ surface: "people-search", found: 3, missing: 1 }]);
  expect(reports[0]).toHaveProperty("structure", expect.stringContaining("li ×4"));
});

test("a conversation whose messages have no sender is reported on whatever page it is open", async () => {
  draw(
    `<main></main><aside id="msg-overlay"><ul>${[0, 1, 2]
      .map(
        (index) =>
          `<li><div data-event-urn="urn:li:msg_message:(urn:li:fsd_profile:ACoAAExampleViewerViewerViewerViewerV0,2-MTc3NjAwMDAwMDAwMGIwMC0wJjAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMV8xMDA=)"><b>${index}</b><time>2:10 PM</time></div></li>`,
      )
      .join("")}</ul></aside>`,
  );
  check.at("https://www.linkedin.com/notifications/", "other");
  await later(8000);
  expect(reports).toMatchObject([{ surface: "other", found: 0, missing: 3 }]);
});
