// @vitest-environment jsdom
import { expect, test } from "vitest";
import type { InventedInteraction } from "../../practice/network/invented.ts";
import { network } from "../../practice/network/network.ts";
import { conversationId } from "../../practice/network/site-ids.ts";
import { drawingTools } from "../../practice/site/older/drawing.ts";
import { messageItem } from "../../practice/site/older/messaging/message.ts";
import type { MessageView, Page } from "../../practice/site/page.ts";
import { practicePage, drawPage } from "./drawn-page.ts";
import { observationsIn } from "./observations-in.ts";

const NOW = Date.UTC(2026, 9, 20, 9, 30);
const COUNT = 2000;
const made = network({ seed: 5, people: 20, years: 2, now: NOW });

test("scrolling up through 2,000 messages says each of them once, reading only what was added", async () => {
  const ref = conversationId("00000000-0000-4000-8000-0000000000ab");
  const said = Array.from({ length: COUNT }, (_, place): InventedInteraction => ({
    kind: "message",
    direction: place % 7 < 4 ? "in" : "out",
    at: NOW - (COUNT - place) * 420_000,
    conversationId: ref,
  }));
  const [first, ...others] = made.people;
  if (first === undefined) throw new Error("nobody");
  const of = { ...made, people: [{ ...first, interactions: said }, ...others] };
  const path = `/messaging/thread/${ref}/`;
  const drawn = { network: of, path, layout: "older", lang: "en", now: NOW } as const;
  const { page, address } = await drawPage(drawn);
  const { viewer } = of;
  const newIn = observationsIn(document);
  const me = [`member:${viewer.memberId}`] as const;
  const list = document.querySelector("[data-event-urn]")?.closest("ul");
  if (!list) throw new Error("no messages");
  const drawing = {
    ...drawingTools(page.settings),
    viewer: page.viewer,
    now: NOW,
    act: () => Promise.resolve(undefined),
    go: () => undefined,
  };
  const found = [...newIn(document, address, [], me, NOW)];
  let before = opened(page).earlier;
  let last = opened(page).messages[0];
  while (before > 0) {
    const more: { messages: readonly MessageView[]; earlier: number } = opened(
      practicePage({ ...drawn, path: `${path}?before=${before}` }),
    );
    const items = more.messages.map((message, index) =>
      messageItem(drawing, message, more.messages[index - 1], NOW),
    );
    list.prepend(...items);
    // The site draws the message that was first anew: it may go on with what stands before it now.
    const again = list.children[items.length];
    const fresh = last && messageItem(drawing, last, more.messages.at(-1), NOW);
    if (fresh) again?.replaceWith(fresh);
    for (const part of [...items, ...(fresh ? [fresh] : [])])
      found.push(...newIn(part, address, [], me, NOW));
    [last] = more.messages;
    before = more.earlier;
  }
  // The list of conversations beside it tells of others by name.
  const messages = found.filter((one) => one.what === "interaction");
  const moments = messages.map(({ interaction }) => interaction.from);
  expect(moments.toSorted((a, b) => a - b)).toEqual(said.map(({ at }) => at));
  expect(messages.map(({ person }) => person.aliases)).toEqual(
    messages.map(() => [`member:${first.memberId}`]),
  );
});

function opened(page: Page) {
  if (page.surface !== "messaging" || !page.thread) throw new Error("no thread");
  return page.thread;
}
