// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readerCheck, type ReaderCheck } from "../../../src/content/noticing/reader-check.ts";

let reports: unknown[] = [];
let end = new AbortController();
let check: ReaderCheck;

const turn = (hidden: boolean): void =>
  void Object.defineProperty(document, "hidden", { value: hidden, configurable: true });

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
  check.found(3);
  check.found(4);
  await later(8000);
  check.at("/in/alex/", "profile");
  check.found(1);
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
  expect(reports).toMatchObject([{ surface: "invitations", found: 0 }]);
  reports = [];
  check.at(`${address}?again`, "invitations");
  check.found(1);
  await later(8000);
  expect(reports).toEqual([]);
});
