import { askPage } from "../../asking.ts";
import type { ConversationView, MessagingPage, Page } from "../../page.ts";
import type { Drawing } from "../drawing.ts";
import { el, emberId, listenForClicks, onClick } from "../element.ts";
import { conversationRow } from "./messaging.ts";
import { openThread, type OpenThread } from "./thread.ts";

export interface Overlay {
  /** Opens a bubble for the conversation with a member. */
  readonly compose: (memberId: string) => Promise<void>;
  readonly threads: ReadonlyMap<string, OpenThread>;
  /** The messaging page has no overlay. */
  readonly hide: (hidden: boolean) => void;
}

/** Shows the messages in a corner of every page: a list that can be unfolded, and bubbles with threads. */
export function overlay(
  root: ShadowRoot | Document,
  place: HTMLElement,
  drawing: Drawing,
  page: Page,
  signal: AbortSignal,
): Overlay {
  const { names, words } = drawing;
  const threads = new Map<string, OpenThread>();
  const bubbles = el("div", { class: names("msg-overlay-bubbles bubbles") });
  const list = el("div", { class: names("msg-overlay-list-bubble__content gone") });
  const ask = async (path: string): Promise<MessagingPage | undefined> => {
    const answer = await askPage(path, page.settings, signal);
    return answer?.surface === "messaging" ? answer : undefined;
  };
  const show = (answer: MessagingPage): void => {
    const key = answer.thread?.conversation.id ?? answer.compose?.memberId ?? "";
    if (threads.has(key)) return;
    const thread = openThread(drawing, answer.thread, answer.compose, answer.now);
    const bubble = el("div", {
      class: names("msg-overlay-conversation-bubble msg-convo-wrapper bubble"),
      role: "dialog",
      id: emberId(),
    });
    const close = onClick(
      el(
        "button",
        {
          class: names("msg-overlay-bubble-header__control tiny-button"),
          type: "button",
          "aria-label": "Close",
        },
        "×",
      ),
      () => {
        bubble.remove();
        threads.delete(key);
      },
    );
    bubble.append(
      el("header", { class: names("msg-overlay-bubble-header") }, close),
      thread.element,
    );
    threads.set(key, thread);
    bubbles.append(bubble);
  };
  const openConversation = async ({ id }: ConversationView): Promise<void> => {
    const answer = await ask(`/messaging/thread/${id}/`);
    if (answer) show(answer);
  };
  const title = el(
    "button",
    {
      class: names("msg-overlay-bubble-header__title title-button"),
      type: "button",
      "aria-expanded": "false",
    },
    words.messaging,
  );
  onClick(title, () => {
    const open = title.getAttribute("aria-expanded") !== "true";
    title.setAttribute("aria-expanded", String(open));
    list.className = names(
      open ? "msg-overlay-list-bubble__content rows" : "msg-overlay-list-bubble__content gone",
    );
    if (!open || list.hasChildNodes()) return;
    ask("/messaging/")
      .then((answer) =>
        list.append(
          ...(answer?.conversations ?? []).map((one) =>
            conversationRow(drawing, one, () => void openConversation(one)),
          ),
        ),
      )
      .catch(() => undefined);
  });
  const aside = el(
    "aside",
    { id: "msg-overlay", class: names("msg-overlay-container overlay") },
    bubbles,
    el(
      "div",
      { class: names("msg-overlay-list-bubble bubble") },
      el("header", { class: names("msg-overlay-bubble-header") }, title),
      list,
    ),
  );
  place.append(aside);
  if (root instanceof ShadowRoot) listenForClicks(root, signal);
  return {
    threads,
    hide: (hidden) => {
      aside.style.display = hidden ? "none" : "";
    },
    compose: async (memberId) => {
      const answer = await ask(`/messaging/compose/?recipient=${memberId}`);
      if (answer) show(answer);
    },
  };
}
