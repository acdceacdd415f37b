import { scatter } from "../../../network/random.ts";
import { askPage } from "../../asking.ts";
import type { ConversationView, MessageView, PersonView, ThreadView } from "../../page.ts";
import { filled } from "../../words/words.ts";
import { memberPath, appLink, type Drawing } from "../drawing.ts";
import { el, emberId, marker, replacedWhole } from "../element.ts";
import { messageItem } from "./message.ts";

export interface OpenThread {
  readonly element: HTMLElement;
  readonly add: (message: MessageView) => void;
  /** Absent before the first message of a new conversation. */
  readonly conversationId: () => string | undefined;
}

/** Who the thread is with. Groups, sponsors and hidden members have no link to one profile. */
export function threadHeader(
  drawing: Drawing,
  conversation: ConversationView | undefined,
  compose: PersonView | undefined,
): HTMLElement {
  const { words, names } = drawing;
  const alone = conversation?.people.length === 1 ? conversation.people[0] : compose;
  const title = conversation?.title ?? compose?.name ?? "";
  const lockup = el(
    "div",
    { class: "msg-entity-lockup truncate" },
    el(
      "dl",
      { class: "truncate" },
      el(
        "dt",
        { class: "msg-entity-lockup__entity-title-wrapper display-flex" },
        el(
          "h2",
          {
            id: "thread-detail-jump-target",
            "data-jump-link-target": "thread-detail-jump-target",
            tabindex: "-1",
            class: names("msg-entity-lockup__entity-title truncate t-16 t-bold"),
          },
          title,
        ),
      ),
      alone
        ? el(
            "dd",
            { class: names("msg-entity-lockup__entity-info t-12") },
            el("span", { class: "visually-hidden" }, words.reachable),
            marker(),
            "Mobile • 10h",
          )
        : undefined,
    ),
  );
  return el(
    "div",
    { class: names("msg-title-bar global-title-container") },
    el(
      "div",
      { class: "shared-title-bar__title msg-title-bar__title-bar-title" },
      alone && conversation
        ? appLink(
            drawing,
            memberPath(alone),
            {
              class: "msg-thread__link-to-profile",
              title: filled(words.profileOf, { name: alone.name }),
            },
            lockup,
          )
        : lockup,
    ),
  );
}

/** The field for a new message. Some conversations have a button to send, others only the Enter key. */
function composer(drawing: Drawing, key: string, send: (text: string) => void): HTMLElement {
  const { names, words } = drawing;
  const blank = (): HTMLElement => el("p", {}, el("br", {}));
  const field = el(
    "div",
    {
      class: names("msg-form__contenteditable field"),
      role: "textbox",
      contenteditable: "true",
      "aria-multiline": "true",
      "aria-label": words.write,
    },
    blank(),
  );
  const byButton = scatter(key, 12) % 2 === 0;
  const form = el(
    "form",
    { class: names("msg-form"), id: emberId() },
    field,
    byButton
      ? el(
          "button",
          {
            class: names("msg-form__send-button artdeco-button button"),
            type: "submit",
            id: emberId(),
          },
          words.send,
        )
      : el(
          "button",
          { class: names("msg-form__send-toggle tiny-button"), type: "button", id: emberId() },
          "⏎",
        ),
  );
  const submit = (): void => {
    const text = field.textContent?.trim() ?? "";
    field.replaceChildren(blank());
    if (text !== "") send(text);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    submit();
  });
  return form;
}

/** A thread with its messages, which grows upwards when scrolled to its beginning and downwards when somebody writes. */
export function openThread(
  drawing: Drawing,
  thread: ThreadView | undefined,
  compose: PersonView | undefined,
  now: number,
): OpenThread {
  const { names, settings, act, viewer } = drawing;
  const shown: MessageView[] = [...(thread?.messages ?? [])];
  let earlier = thread?.earlier ?? 0;
  let conversation = thread?.conversation;
  const list = el("ul", {
    class: names("msg-s-message-list-content list-style-none"),
    role: "list",
  });
  const scroller = el("div", { class: names("msg-s-message-list scroller"), tabindex: "0" }, list);
  const items = (
    messages: readonly MessageView[],
    before: MessageView | undefined,
  ): HTMLElement[] =>
    messages.map((message, index) =>
      messageItem(drawing, message, messages[index - 1] ?? before, now),
    );
  list.append(...items(shown, undefined));
  let loading = false;
  scroller.addEventListener("scroll", () => {
    if (loading || earlier === 0 || scroller.scrollTop > 160 || !conversation) return;
    loading = true;
    askPage(`/messaging/thread/${conversation.id}/?before=${earlier}`, settings)
      .then((answer) => {
        if (answer?.surface !== "messaging" || !answer.thread) return;
        const height = scroller.scrollHeight;
        const [first] = shown;
        list.prepend(...items(answer.thread.messages, undefined));
        const second = list.children[answer.thread.messages.length];
        if (second && first)
          second.replaceWith(messageItem(drawing, first, answer.thread.messages.at(-1), now));
        shown.unshift(...answer.thread.messages);
        earlier = answer.thread.earlier;
        scroller.scrollTop += scroller.scrollHeight - height;
      })
      .catch(console.error)
      .finally(() => {
        loading = false;
      });
  });
  const add = (message: MessageView): void => {
    list.append(messageItem(drawing, message, shown.at(-1), Date.now()));
    shown.push(message);
    scroller.scrollTop = scroller.scrollHeight;
  };
  const send = (text: string): void => {
    const sketch: MessageView = {
      id: `2-${btoa(`draft-${Math.floor(performance.now())}`)}`,
      at: Date.now(),
      sender: viewer,
      senderName: viewer.name,
      text,
      edited: false,
    };
    const placeholder = messageItem(drawing, sketch, shown.at(-1), Date.now());
    list.append(placeholder);
    scroller.scrollTop = scroller.scrollHeight;
    const to = conversation ? { conversation: conversation.id } : { to: compose?.memberId ?? "" };
    void act({ what: "message", text, ...to }).then((outcome) => {
      placeholder.remove();
      if (outcome?.what !== "message") return;
      conversation = outcome.conversation;
      add(outcome.message);
    });
  };
  const element = el(
    "div",
    { class: names("msg-thread thread") },
    threadHeader(drawing, conversation, compose),
    conversation?.kind === "sponsored"
      ? el("div", { class: names("msg-thread__top-banner t-12") }, drawing.words.sponsored)
      : undefined,
    scroller,
    conversation?.kind === "sponsored" || conversation?.kind === "hidden"
      ? undefined
      : composer(drawing, conversation?.id ?? compose?.memberId ?? "", send),
  );
  requestAnimationFrame(() => {
    scroller.scrollTop = scroller.scrollHeight;
  });
  return { element: replacedWhole(element), add, conversationId: () => conversation?.id };
}
