import { expect, test } from "vitest";
import { EVENT } from "../../../src/linkedin/messaging/message-events.ts";
import {
  settledThread,
  threadsOnPage,
  type SettledThread,
} from "../../../src/linkedin/messaging/messaging.ts";
import { pageOf } from "../../../src/linkedin/address/urls.ts";
import { expected, fixturePage } from "../fixture-page.ts";

const NOW = Date.UTC(2026, 4, 1);
const OTHER = "ACoAAAZoe000000000000000000000000000003";

const threadOf = (document: Document, name: string): SettledThread | undefined => {
  const [facts] = threadsOnPage(document, pageOf(expected(name).url), {
    viewer: [],
    since: NOW,
    now: NOW,
  });
  return facts && settledThread(facts);
};

const link = (inner: string, id = OTHER): string => `<a href="/in/${id}">${inner}</a>`;
const bubble = (inner: string): string =>
  `<div class="msg-s-event-listitem__message-bubble"><div class="msg-s-event__content">${inner}</div></div>`;

/** What messages carry besides words, as the older layout draws it; only the shared post is measured (2026-04), the rest is built alike. */
const CARRIED: Readonly<Record<string, string>> = {
  "a shared post": bubble(
    `<div class="msg-content-preview">${link('<img alt="Zoë Sample"/>')}<div>${link("Zoë Sample")}<time>3d</time></div></div>`,
  ),
  "a job": bubble(
    `<div><a href="/jobs/view/4000000001/">Bell ringer</a>${link('<img alt="Zoë Sample"/>')}</div>`,
  ),
  "an event": bubble(`<article><time>Jun 3, 2026</time>${link("Zoë Sample")}</article>`),
  "a picture": bubble(
    `<figure>${link('<img alt="A bell"/>')}<button>Open</button></figure><p></p>`,
  ),
  "a voice note": bubble(`<div><audio></audio><button><time>0:12</time></button></div>`),
  "a quote": bubble(`<blockquote>${link("Zoë Sample")}<p>Ahoy</p></blockquote><p>Aye</p>`),
  "a shared profile": bubble(`<div>${link("<h3>Zoë Sample</h3>")}<p>Bell founder</p></div>`),
  "a deleted text": bubble("<em>This message has been deleted.</em>"),
  "a reaction": `<p>Ahoy</p><div>${link('<img alt="Zoë Sample"/>')}<button>1</button></div>`,
  "two reactions": `<p>Ahoy</p><ul><li>${link("Zoë")}</li><li>${link("Mira", "ACoAAAMira00000000000000000000000000001")}</li></ul>`,
};

const BASE = "messaging-ember-2026";

for (const [kind, html] of Object.entries(CARRIED)) {
  for (const place of [0, 1, 2]) {
    test(`message ${place} with ${kind} has sender and moment like any other`, () => {
      const document = fixturePage(BASE, "nested links kept");
      const plain = threadOf(document, BASE);
      const event = document.querySelectorAll(EVENT)[place];
      const drawn = new document.defaultView!.DOMParser().parseFromString(html, "text/html");
      event?.querySelector("p")?.parentElement?.remove();
      for (const node of drawn.body.children) event?.append(document.importNode(node, true));
      expect(plain?.messages).toHaveLength(3);
      expect(threadOf(document, BASE)?.messages).toEqual(plain?.messages);
      expect(threadOf(document, BASE)?.others).toEqual(plain?.others);
    });
  }
}

test("messages with shared posts, in and out, and what follows them, as seen in April 2026", () => {
  const name = "messaging-shared-post-ember-2026-04";
  const thread = threadOf(fixturePage(name, "nested links kept"), name);
  expect(thread?.messages.map(({ at, direction }) => [at, direction])).toEqual([
    [1776000000000, "in"],
    [1776000060000, "in"],
    [1776000120000, "out"],
    [1776000180000, "in"],
  ]);
});
